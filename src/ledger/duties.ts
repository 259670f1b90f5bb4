// The part of the ledger for the quarterly reviews of duties.
import type { PlaceId } from '../core/quiz.ts'
import type { DutyReview, Quarter } from '../core/quarterly.ts'
import type { Instant } from '../core/time.ts'
import type { ClaimedPost, PostsOnce } from './posts-once.ts'

export type ClaimedReview = ClaimedPost & { readonly quarter: Quarter }

export type Duties = PostsOnce<ClaimedReview> & {
  /** Undefined if it was never on in this channel. */
  of(place: PlaceId): Promise<DutyReview | undefined>
  /** Switches it on or off. Nothing happens in a channel without a quiz. */
  switch(place: PlaceId, to: 'on' | 'off', now: Instant): Promise<void>
}
