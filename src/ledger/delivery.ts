// The part of the ledger that takes a round from its claim to its post.
import type { Asked } from '../core/asked.ts'
import type { QuestionBank } from '../core/due.ts'
import type { ChannelLoss, EventId, GroupId, PlaceId, Quiz } from '../core/quiz.ts'
import type { Round, RoundId } from '../core/round.ts'
import type { Instant } from '../core/time.ts'

/** A round to be sent, looked for, or told to managers. */
export type Claim = {
  readonly round: Round
  readonly quiz: Quiz
  /** When sending began, in state `sending`: an earlier post cannot be this round's. */
  readonly sendingSince: Instant | null
}

export type Delivery = {
  /**
   * Claims up to `limit` rounds of the quizzes that are due, before anything is sent: saves each with (channel, occasion) unique, and
   * moves its quiz on. Returns missed and skipped rounds as well.
   */
  claimDue(now: Instant, bank: QuestionBank, limit: number): Promise<readonly Claim[]>
  /** When the round was due that has waited longest to be posted, and what for, if that is known; null if none waits. @param except rounds of these groups aren't looked at */
  waiting(except?: readonly GroupId[]): Promise<{ readonly since: Instant; readonly why: string | null } | null>
  /** Whether {@link Delivery.claimDue} has more to do: a call may claim fewer rounds than asked for, and none at all. */
  isDue(now: Instant): Promise<boolean>
  /** Claims a round that a manager asks for now. A repeated event returns the round it made before. */
  claimExtra(place: PlaceId, event: EventId, now: Instant, bank: QuestionBank): Promise<Claim | undefined>
  /**
   * Rounds to send (`claimed`) or to look for (`sending`, left by a crash or an unclear failure) whose time to try again has come: the
   * oldest of each group first, then the second of each, and so on.
   */
  unsent(now: Instant, limit: number): Promise<readonly Claim[]>
  /**
   * The post may be out from here on: after a crash it must be looked for.
   *
   * @param before when sending began before, as the claim said
   * @returns false if somebody else has taken the round since, or a manager wants it no more: then it must not be sent
   */
  markSending(round: RoundId, at: Instant, before: Instant | null): Promise<boolean>
  /** Nothing was sent; try again at `retryAt`. @param why a sentence for people, told if it never gets posted */
  defer(round: RoundId, retryAt: Instant, why: string): Promise<void>
  /**
   * The post is out: opens the round, and its study day counts for streaks from now on.
   *
   * @param asked what the post asks, if that is not what was drawn for the round
   */
  confirmPosted(round: RoundId, message: string, at: Instant, asked?: Asked | undefined): Promise<void>
  /**
   * There will be no post, because a manager wanted none, or none is needed.
   *
   * @param tell from when a manager is told; null: nobody is
   * @param message its post, if there is one that was found and isn't taken over: then its question counts as asked
   */
  skip(round: RoundId, reason: string, tell: Instant | null, message?: string): Promise<void>
  /**
   * There will be no post. If the channel is lost, this may retire its quiz; see `shouldRetire`.
   *
   * @param reason a sentence for people
   */
  fail(round: RoundId, reason: string, at: Instant, lost?: ChannelLoss | undefined): Promise<void>
}
