// The part of the ledger for the final boards of weeks and seasons that channels get.
import type { Ending, FinalChoice, FinalWanted } from '../core/final-board.ts'
import type { PlaceId } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'

/** `dueAt`: when it was to be posted. */
export type ClaimedFinal = { readonly place: PlaceId; readonly ending: Ending; readonly dueAt: Instant }

export type PostedFinal = {
  readonly place: PlaceId
  readonly ending: Ending
  readonly message: string
  /** How often what it shows has changed since it was drawn. */
  readonly stale: number
}

/** `problem`: why the last one is missing, in a sentence for people. */
export type FinalState = FinalWanted & { readonly problem: string | null }

export type FinalBoards = {
  of(place: PlaceId): Promise<FinalState>
  /** What is over already gets no post. Nothing happens in a channel without a quiz. */
  choose(place: PlaceId, choice: FinalChoice, now: Instant): Promise<void>
  /** Looks at the channels to look at by now, and claims what is to be posted: each once, whatever happens next. */
  claimDue(now: Instant, limit: number): Promise<readonly ClaimedFinal[]>
  /** A claimed one was not posted, for certain: it is due again at `retryAt`. */
  giveBack(claimed: Omit<ClaimedFinal, 'dueAt'>, retryAt: Instant, problem: string | null): Promise<void>
  /** A claimed one may not have been posted. It is not tried again. */
  noteProblem(claimed: Omit<ClaimedFinal, 'dueAt'>, problem: string): Promise<void>
  notePosted(claimed: Omit<ClaimedFinal, 'dueAt'>, message: string): Promise<void>
  /** Posts that show what they no longer may: somebody hides, goes by another name, or was forgotten, or a question was corrected. */
  stale(limit: number): Promise<readonly PostedFinal[]>
  /** Nothing happens if what it shows has changed again meanwhile. */
  markDrawn(drawn: PostedFinal): Promise<void>
}
