// The part of the ledger for the seasons of channels.
import type { EventId, PlaceId, Quiz } from '../core/quiz.ts'
import type { Season } from '../core/season.ts'
import type { Instant } from '../core/time.ts'

export type SeasonsChanged<Decided, Refusal> =
  | { readonly kind: 'saved'; readonly decided: Decided }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** This event was handled before, and changes nothing now. */
  | { readonly kind: 'repeated' }

export type Seasons = {
  /** By date. */
  of(place: PlaceId): Promise<readonly Season[]>
  /**
   * Changes the seasons of a channel by a rule of `core/season.ts`. The board of a season holds all answers of its dates, also those from
   * before there was the season.
   *
   * @param rule may run twice, so it must do nothing but decide
   */
  change<Decided extends { readonly seasons: readonly Season[] }, Refusal>(
    place: PlaceId,
    event: EventId,
    at: Instant,
    rule: (seasons: readonly Season[], quiz: Quiz | undefined) => Decided | { readonly refusal: Refusal },
  ): Promise<SeasonsChanged<Decided, Refusal>>
}
