// What the ledger knows of a round from its claim to its end, for whoever runs the bot.
import type { Round } from '../core/round.ts'
import type { Instant } from '../core/time.ts'
import type { Correction } from './corrections.ts'

export type HappeningStep = 'waited' | 'told' | 'told-changed' | 'told-old-key'

/**
 * `waited`: it couldn't be posted and was to be tried again then; `detail` is the reason, in a sentence. The others: somebody was told that
 * it wasn't posted, that its question changed in the course, or that the course has another answer by now; `detail` is who.
 */
export type RoundHappening = {
  readonly step: HappeningStep
  readonly detail: string
  readonly firstAt: Instant
  readonly lastAt: Instant
  readonly times: number
}

export type ToldCorrection = Pick<Correction, 'at' | 'byOperator' | 'why' | 'voided' | 'key' | 'before'> & { readonly undoneAt: Instant | null }

export type RoundStory = {
  readonly round: Round
  /** Null for a round that an earlier version claimed. */
  readonly claimedAt: Instant | null
  /** Since when the post may be out; null before that. */
  readonly sendingSince: Instant | null
  /** When it is to be tried again; null if it isn't. */
  readonly retryAt: Instant | null
  readonly happenings: readonly RoundHappening[]
  /** The latest first, without who made them. */
  readonly corrections: readonly ToldCorrection[]
  /** People who answered, in all channels that share the question. */
  readonly answered: number
  /** How many of them are right; null while it's open, if it doesn't count, or where it would tell what somebody chose. */
  readonly right: number | null
  /** The post shows the answer, or never can; then the round has the reason. */
  readonly redrawn: boolean
  /** When managers are to be told that it wasn't posted; null: they need not be. */
  readonly tellAt: Instant | null
}
