// The part of the ledger for the quizzes of the channels.
import type { EventId, GroupId, PlaceId, Quiz } from '../core/quiz.ts'
import type { Instant, LocalDate } from '../core/time.ts'
import type { Waiting } from '../core/withdraw.ts'

export type QuizChange<Refusal> = { readonly quiz: Quiz } | { readonly refusal: Refusal }

export type Changed<Refusal> =
  | { readonly kind: 'saved'; readonly quiz: Quiz }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** This event was handled before, and changes nothing now. */
  | { readonly kind: 'repeated'; readonly quiz: Quiz | undefined }

export type Moved =
  /** @see movedTo for what becomes of a quiz that was there already */
  | { readonly kind: 'moved'; readonly quiz: Quiz }
  /** Nothing was kept under the old id: it moved before, or the channel never had a quiz. */
  | { readonly kind: 'nothing' }

/** What the change is called that records which post introduced a quiz. */
export const introducedAs = 'introduced as '

export type Quizzes = {
  /** The quiz of a channel, paused or not. */
  at(place: PlaceId): Promise<Quiz | undefined>
  of(group: GroupId): Promise<readonly Quiz[]>
  /** Quizzes with public holidays that are not known up to that date. */
  withoutHolidays(until: LocalDate, limit: number): Promise<readonly Quiz[]>
  /**
   * Changes the quiz of a channel by a rule from `core/manage.ts`. A repeated event changes nothing; a refused one may be repeated.
   *
   * A daily round that is due and not posted yet is withdrawn if the change says so; see `whyWithdrawn`. One that is being sent may be out:
   * it is withdrawn once it is known not to be.
   *
   * @param rule may run twice, so it must do nothing but decide; `waiting` is such a round
   */
  change<Refusal>(
    place: PlaceId,
    event: EventId,
    at: Instant,
    rule: (quiz: Quiz | undefined, waiting: Waiting | null) => QuizChange<Refusal>,
  ): Promise<Changed<Refusal>>
  /** The post that introduced the quiz of a channel, if {@link introducedAs} is on record as a change of it. */
  introduction(place: PlaceId): Promise<string | undefined>
  /**
   * Removes the quiz of a channel, unless the rule has a reason why not. What was answered there is kept and counts on; rounds that
   * were not sent yet never will be.
   *
   * @returns the reason why not
   */
  remove<Refusal>(place: PlaceId, rule: (quiz: Quiz | undefined) => Refusal | undefined): Promise<Refusal | undefined>
  /**
   * The channel `from` goes on as `to`: its quiz, rounds, answers, board and streaks are kept under the new id from now on. What has
   * been played under the new id by then is added to it. Repeating it changes nothing.
   *
   * A round that could not be posted because the bot knew only the old id is claimed again, if it isn't too late for it.
   *
   * @param rename the message of a round, as its platform calls it in the new channel
   */
  move(from: PlaceId, to: PlaceId, rename: (message: string) => string, at: Instant): Promise<Moved>
}
