// The part of the ledger that takes a round from its claim to its post.
import type { QuestionBank } from '../core/due.ts'
import type { EventId, PlaceId, Quiz } from '../core/quiz.ts'
import type { Round, RoundId } from '../core/round.ts'
import type { Instant } from '../core/time.ts'

/** A round that needs attention: to be sent, looked for, or told of. */
export type Claim = {
  readonly round: Round
  readonly quiz: Quiz
  /** When sending began, in state `sending`: the post is looked for from there on. */
  readonly sendingSince: Instant | null
}

export type Delivery = {
  /**
   * Claims up to `limit` quizzes that are due: draws each round, keeps it with (channel, occasion) unique and moves the quiz on,
   * before anything is sent. Missed and skipped rounds are returned as well, so that somebody can be told.
   */
  claimDue(now: Instant, bank: QuestionBank, limit: number): Promise<readonly Claim[]>
  /** A round that a manager asks for now. A repeated event gives the round that it made before. */
  claimExtra(place: PlaceId, event: EventId, now: Instant, bank: QuestionBank): Promise<Claim | undefined>
  /** Claimed, sending (left behind by a crash or an unclear failure) and due again: the oldest of each group, then the next of each. */
  unsent(now: Instant, limit: number): Promise<readonly Claim[]>
  /** From here on the post may be out: after a crash it must be looked for. */
  markSending(round: RoundId, at: Instant): Promise<void>
  /** Nothing was sent: try again at `retryAt`. */
  defer(round: RoundId, retryAt: Instant): Promise<void>
  /** The post is out. Opens the round; its study day begins to count. */
  confirmPosted(round: RoundId, message: string, at: Instant): Promise<void>
  /** There is no post and will be none; the reason is for people. */
  fail(round: RoundId, reason: string, at: Instant): Promise<void>
}
