// What the parts of the ledger have in common that hold what channels get unasked, and once each.
import type { PlaceId } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'

/** `dueAt`: when it was to be posted. */
export type ClaimedPost = { readonly place: PlaceId; readonly dueAt: Instant }

export type PostsOnce<Claimed extends ClaimedPost> = {
  /**
   * Looks at the channels to look at by now, the longest due first, and claims what is to be posted: each once, whatever happens next. Until
   * something else is noted, a claimed one has the problem that nobody knows how it went.
   */
  claimDue(now: Instant, limit: number): Promise<readonly Claimed[]>
  /** A claimed one was not posted, for certain: it is due again at `retryAt`. `problem`: why, in a sentence for people. */
  giveBack(claimed: Claimed, retryAt: Instant, problem: string): Promise<void>
  /** A claimed one may not have been posted. It is not tried again. */
  noteProblem(claimed: Claimed, problem: string): Promise<void>
  /** @param message null if there was nothing to post */
  notePosted(claimed: Claimed, message: string | null): Promise<void>
}

/** `stale`: how often what it shows has changed since it was drawn. */
export type DrawnPost = { readonly place: PlaceId; readonly message: string; readonly stale: number }

export type DrawnPosts<Posted extends DrawnPost> = {
  /** Posts that show what they no longer may: somebody hides, goes by another name, or was forgotten, or a question was corrected. */
  stale(limit: number): Promise<readonly Posted[]>
  /** Nothing happens if what it shows has changed again meanwhile. */
  markDrawn(drawn: Posted): Promise<void>
}
