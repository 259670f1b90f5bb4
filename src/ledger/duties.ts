// The part of the ledger for the quarterly reviews of duties.
import type { PlaceId } from '../core/quiz.ts'
import type { DutyReview, Quarter } from '../core/quarterly.ts'
import type { Instant } from '../core/time.ts'

export type ClaimedReview = { readonly place: PlaceId; readonly quarter: Quarter; readonly dueAt: Instant }

export type Duties = {
  /** Undefined if it was never on in this channel. */
  of(place: PlaceId): Promise<DutyReview | undefined>
  /** Switches it on or off. Nothing happens in a channel without a quiz. */
  switch(place: PlaceId, to: 'on' | 'off', now: Instant): Promise<void>
  /** Looks at those to look at by now, and claims those to post: each quarter once, whatever happens next. The longest due come first. */
  claimDue(now: Instant, limit: number): Promise<readonly ClaimedReview[]>
  /** A claimed one was not posted, for certain: it is due again at `retryAt`. */
  giveBack(claimed: ClaimedReview, retryAt: Instant, problem: string | null): Promise<void>
  /** A claimed one may not have been posted. It is not tried again. */
  noteProblem(claimed: ClaimedReview, problem: string): Promise<void>
}
