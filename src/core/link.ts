// Linking: somebody who is known by two accounts says that both are theirs, with a code that one gives and the other takes.
import { lockedUntil } from './code.ts'
import type { GroupId } from './quiz.ts'
import { minute, type Instant } from './time.ts'

/** 16 hexadecimal digits. */
export type LinkId = string

/** What is known when somebody types a code. */
export type BeforeLink = {
  /** When this account last typed wrong ones, the latest first: `mostTries` are enough. */
  readonly failures: readonly Instant[]
  /** What the code belongs to; undefined if it belongs to nothing. */
  readonly offer: { readonly endsAt: Instant; readonly used: boolean } | undefined
  /** Of whoever has the code and whoever types it. */
  readonly parties: 'one account' | 'one learner' | 'two learners'
  /** A group in which both are somebody. */
  readonly shared: GroupId | undefined
}

export type LinkVerdict =
  | { readonly kind: 'may-link' }
  /** Unknown, used, or too old: it isn't told which. It counts as a failure. */
  | { readonly kind: 'no-code' }
  | { readonly kind: 'too-many'; readonly until: Instant }
  | { readonly kind: 'own-code' }
  | { readonly kind: 'already-linked' }
  /** It would have two places on one board. */
  | { readonly kind: 'same-group'; readonly group: GroupId }

export function judgeCode({ failures, offer, parties, shared }: BeforeLink, at: Instant): LinkVerdict {
  const until = lockedUntil(failures, at)
  if (until !== undefined) return { kind: 'too-many', until }
  if (offer === undefined || at >= offer.endsAt) return { kind: 'no-code' }
  // Whoever used it sees the same at a second press.
  if (parties === 'one learner') return { kind: 'already-linked' }
  if (offer.used) return { kind: 'no-code' }
  if (parties === 'one account') return { kind: 'own-code' }
  return shared === undefined ? { kind: 'may-link' } : { kind: 'same-group', group: shared }
}

/** Who gave a code is told that it was used, until that works or they will not look any more. */
export const toldWithin = 24 * 60 * minute
const toldEvery = 10 * minute

/** When to try again to tell somebody who could not be reached; null: not any more. */
export const tellAgainAt = (linkedAt: Instant, now: Instant): Instant | null => (now - linkedAt < toldWithin ? now + toldEvery : null)
