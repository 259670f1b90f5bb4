// The part of the ledger for the weekly recaps of channels.
import type { PlaceId } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'
import type { WeekMaterial } from '../core/week-facts.ts'
import type { Week } from '../core/weekly.ts'
import type { ClaimedPost, DrawnPost, DrawnPosts, PostsOnce } from './posts-once.ts'

export type ClaimedWeek = ClaimedPost & { readonly week: Week }
export type PostedWeek = DrawnPost & { readonly week: Week }

export type WeeklyState = {
  /** As it stands now. Null if none comes until a pause is over. */
  readonly nextAt: Instant | null
  /** The latest week with closed daily questions that somebody answered; null if there is none. */
  readonly latest: Week | null
  /** Why the last recap is missing, in a sentence for people. */
  readonly problem: string | null
}

export type Weekly = PostsOnce<ClaimedWeek> & DrawnPosts<PostedWeek> & {
  /** Undefined for a channel that is not known. */
  material(place: PlaceId, week: Week): Promise<WeekMaterial | undefined>
  /** Undefined for a channel without a quiz. */
  state(place: PlaceId, now: Instant): Promise<WeeklyState | undefined>
}
