// The part of the ledger for the weekly recaps of channels.
import type { PlaceId } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'
import type { WeekMaterial } from '../core/week-facts.ts'
import type { Week } from '../core/weekly.ts'

/** `at`: when it was to be posted. */
export type ClaimedWeek = { readonly place: PlaceId; readonly week: Week; readonly at: Instant }

export type PostedWeek = {
  readonly place: PlaceId
  readonly week: Week
  readonly message: string
  /** How often what it shows has changed since it was drawn. */
  readonly stale: number
}

export type WeeklyState = {
  /** As it stands now. */
  readonly nextAt: Instant
  /** The latest week with closed daily questions that somebody answered; null if there is none. */
  readonly latest: Week | null
  /** Why the last recap is missing, in a sentence for people. */
  readonly problem: string | null
}

export type Weekly = {
  /** Looks at those to look at by now, and claims those to post: each week of a channel once, whatever happens next. */
  claimDue(now: Instant, limit: number): Promise<readonly ClaimedWeek[]>
  /** A claimed one was not posted, for certain: it is due again at `retryAt`. */
  giveBack(claimed: Omit<ClaimedWeek, 'at'>, retryAt: Instant, problem: string | null): Promise<void>
  /** A claimed one may not have been posted. It is not tried again. */
  noteProblem(claimed: Omit<ClaimedWeek, 'at'>, problem: string): Promise<void>
  notePosted(claimed: Omit<ClaimedWeek, 'at'>, message: string): Promise<void>
  /** Undefined for a channel that is not known. */
  material(place: PlaceId, week: Week): Promise<WeekMaterial | undefined>
  /** Undefined for a channel without a quiz. */
  state(place: PlaceId, now: Instant): Promise<WeeklyState | undefined>
  /** Posts that show what they no longer may: somebody hides, goes by another name, or was forgotten, or a question was corrected. */
  stale(limit: number): Promise<readonly PostedWeek[]>
  /** Nothing happens if what it shows has changed again meanwhile. */
  markDrawn(drawn: PostedWeek): Promise<void>
}
