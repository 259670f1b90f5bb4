// The part of the ledger for the quizzes of the channels.
import type { EventId, GroupId, PlaceId, Quiz } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'

export type QuizChange<Refusal> = { readonly quiz: Quiz } | { readonly refusal: Refusal }

export type Changed<Refusal> =
  | { readonly kind: 'saved'; readonly quiz: Quiz }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** This event was handled before, and changes nothing now. */
  | { readonly kind: 'repeated'; readonly quiz: Quiz | undefined }

export type Quizzes = {
  /** The quiz of a channel, paused or not. */
  at(place: PlaceId): Promise<Quiz | undefined>
  of(group: GroupId): Promise<readonly Quiz[]>
  /**
   * Changes the quiz of a channel by a rule from `core/manage.ts`. A repeated event changes nothing; a refused one may be repeated.
   *
   * @param rule may run twice, so it must do nothing but decide
   */
  change<Refusal>(
    place: PlaceId,
    event: EventId,
    at: Instant,
    rule: (quiz: Quiz | undefined) => QuizChange<Refusal>,
  ): Promise<Changed<Refusal>>
}
