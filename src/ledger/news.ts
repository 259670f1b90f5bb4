// The part of the ledger that knows what managers still have to be told.
import type { QuestionBank } from '../core/due.ts'
import type { GroupId, OptionId, PlaceId, Quiz } from '../core/quiz.ts'
import type { Round, RoundId } from '../core/round.ts'
import type { Threadless } from '../core/thread.ts'
import type { Instant } from '../core/time.ts'
import type { Claim } from './delivery.ts'

export type Unheard = {
  readonly rounds: readonly Claim[]
  /** Quizzes that the bot stopped. */
  readonly stopped: readonly Quiz[]
  readonly threadless: readonly Threadless[]
}

/** A closed round, and the key that the course has for its question by now. */
export type OldKey = { readonly round: Round; readonly quiz: Quiz; readonly courseKey: readonly OptionId[] }

/** Who was told, in one word: who they are is nobody's business later. */
export type Heard = { readonly who: 'manager' | 'owner' | 'channel'; readonly at: Instant }

export type News = {
  /**
   * Missed and failed rounds to tell managers of, the longest waiting first. Of each channel that has any to tell now, all that nobody
   * has heard; of a series with one cause none that was lost after somebody heard.
   */
  toTell(now: Instant, limit: number): Promise<readonly Claim[]>
  /** Somebody was told, or nobody can be told. @param again when to try again, if neither @param heard who was told */
  markTold(rounds: readonly RoundId[], again: Instant | null, heard?: Heard): Promise<void>
  /**
   * Compares what unfinished rounds ask with the course as it is now. Where that differs, there is news from `now` on, once per round,
   * however often the course changes; where it is the same again before anybody was told, there is none any more.
   */
  noteChanges(bank: Pick<QuestionBank, 'contents'>, now: Instant): Promise<void>
  /** Posted rounds whose question has changed in the course since, the longest waiting first. */
  changed(now: Instant, limit: number): Promise<readonly Claim[]>
  /** As {@link News.markTold}, of questions that have changed. */
  markChangeTold(rounds: readonly RoundId[], again: Instant | null, heard?: Heard): Promise<void>
  /**
   * Compares what closed rounds of the last months were judged by with the course as it is now. There is news of those that it would judge by
   * another key of the same options, once for each such key; not of what managers have corrected that way already.
   */
  noteOldKeys(bank: Pick<QuestionBank, 'contents'>, now: Instant): Promise<void>
  /** Those whose managers are to be told, the longest waiting first. */
  oldKeys(now: Instant, limit: number): Promise<readonly OldKey[]>
  /** Those of a channel, the newest first, whether or not somebody was told. */
  oldKeysOf(place: PlaceId): Promise<readonly OldKey[]>
  /** As {@link News.markTold}, of old keys. */
  markOldKeysTold(rounds: readonly RoundId[], again: Instant | null, heard?: Heard): Promise<void>
  /** Quizzes that the bot stopped by itself and whose managers don't know it yet, the longest waiting first. */
  retired(now: Instant, limit: number): Promise<readonly Quiz[]>
  /** All news of a group, or of all groups, that nobody has heard yet, whenever it is told again; the oldest first. */
  unheard(group: GroupId | null): Promise<Unheard>
  /** As {@link News.markTold}, of quizzes that the bot stopped. */
  markRetiredTold(places: readonly PlaceId[], again: Instant | null): Promise<void>
}
