// The part of the ledger for the final boards of weeks and seasons that channels get.
import type { ComingFinal, Ending, FinalChoice, FinalWanted } from '../core/final-board.ts'
import type { PlaceId } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'
import type { ClaimedPost, DrawnPost, DrawnPosts, PostsOnce } from './posts-once.ts'

export type ClaimedFinal = ClaimedPost & { readonly ending: Ending }
export type PostedFinal = DrawnPost & { readonly ending: Ending }

/** `problem`: why the last one is missing, in a sentence for people. */
export type FinalState = FinalWanted & { readonly problem: string | null }

export type FinalBoards = PostsOnce<ClaimedFinal> & DrawnPosts<PostedFinal> & {
  of(place: PlaceId): Promise<FinalState>
  /** What ends, the first one first. Empty if nothing is wanted or to come, and in a channel without a quiz. */
  coming(place: PlaceId, now: Instant): Promise<readonly ComingFinal[]>
  /** What is over already gets no post. Nothing happens in a channel without a quiz. */
  choose(place: PlaceId, choice: FinalChoice, now: Instant): Promise<void>
}
