// The part of the ledger for accounts that belong to the same human being. A link joins two learners to one, with everything that is kept of
// both; no answer and no entry of a log is changed by it, so it can be taken apart again exactly.
import type { LinkId, LinkVerdict } from '../core/link.ts'
import type { AccountId, GroupId } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'
import type { PersonSeen } from './people.ts'

/** Who somebody is who gives or takes a code. `outside`: in no group. */
export type Seat = PersonSeen & { readonly outside?: boolean }

/**
 * One end of a link. `name`: their own there, also if they hide or go by an alias: who gives a code shows it to whoever enters it, and who enters it to
 * whoever gave it, or they couldn't tell whether it's them. `group`: null outside of all groups. Both are null of somebody whose data there was deleted.
 */
export type Side = { readonly account: AccountId; readonly name: string | null; readonly hidden: boolean; readonly group: GroupId | null }

/** `gave`: the end that had the code. */
export type Link = { readonly id: LinkId; readonly at: Instant; readonly gave: Side; readonly took: Side }

/**
 * What becomes of the two on a board that is common to several channels. `mixed`: it shows them in different ways, so it leaves them out.
 * `shownAs`: the only name of theirs that stays on it; null if no name goes.
 */
type OnCommonBoard = { readonly mixed: boolean; readonly shownAs: string | null }

export type CodeFor =
  | ({ readonly kind: 'may-link'; readonly gave: Side; readonly endsAt: Instant; /** They hide on one side, so they will on both. */ readonly hides: boolean } & OnCommonBoard)
  | { readonly kind: 'same-group'; readonly group: GroupId; readonly gave: Side }
  | Exclude<LinkVerdict, { readonly kind: 'may-link' | 'same-group' }>

/** `changed`: somebody is hidden now who wasn't, or the other way round, so posts that name them are to be drawn again. */
export type Linked = { readonly kind: 'linked'; readonly link: Link; readonly changed: boolean } & OnCommonBoard

/** `ended`: it was taken apart before they could be told. */
export type UntoldLink = Link & { readonly ended: Instant | null }

export type Links = {
  /** A new code, in place of the one that they have. */
  offer(person: Seat, at: Instant): Promise<{ readonly code: string; readonly endsAt: Instant }>
  /** What the code would do. One that doesn't work counts as a failure. @param code undefined: what they typed is no code */
  look(person: Seat, code: string | undefined, at: Instant): Promise<CodeFor>
  /** The same of a code that they were asked about: no try, so nothing counts as a failure. */
  lookAgain(person: Seat, code: string, at: Instant): Promise<CodeFor>
  /** Links, and uses the code up. What doesn't work counts as a failure. */
  confirm(person: Seat, code: string, at: Instant): Promise<Linked | Exclude<CodeFor, { readonly kind: 'may-link' }>>
  /** All links of the learner, the first one first. */
  of(person: PersonSeen): Promise<readonly Link[]>
  /** Takes it apart. Undefined if it isn't one of the learner's own, or not any more. */
  unlink(person: PersonSeen, id: LinkId, at: Instant): Promise<{ readonly link: Link; readonly changed: boolean } | undefined>
  /** Whose givers are to be told by now, the first one first. */
  untold(now: Instant, limit: number): Promise<readonly UntoldLink[]>
  /** @param again when to try once more; null: they know, or nobody tries any more */
  told(id: LinkId, again: Instant | null): Promise<void>
  /** Deletes codes and failures that are too old to matter. */
  tidy(now: Instant): Promise<void>
}
