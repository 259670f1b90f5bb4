// A round: one question in one channel, from the moment it is claimed until its answer is shown.
import type { CourseNumber } from './course-number.ts'
import type { QuestionWords } from './question.ts'
import type { Feedback, GroupId, OptionId, PlaceId, QuestionId } from './quiz.ts'
import { day, type Instant, type LocalDate, type Zone } from './time.ts'

/** 16 hexadecimal digits; part of every button of the round, of the post and of the log. */
export type RoundId = string

/**
 * `claimed`: decided, nothing sent yet. `sending`: it may have been sent. `open`: posted, takes answers. `closed`: its answer
 * is out. `failed`: not posted, the reason is on record. `missed`: its time passed while the bot was away. `skipped`: a manager
 * left it out.
 */
export type RoundState = 'claimed' | 'sending' | 'open' | 'closed' | 'failed' | 'missed' | 'skipped'

export type Round = {
  readonly id: RoundId
  readonly group: GroupId
  readonly place: PlaceId
  /** Unique in the channel: the date, or `<date>+<event>` for a round that a manager asked for. */
  readonly occasion: string
  readonly state: RoundState
  readonly question: QuestionId
  /**
   * The question as the course had it when the round was claimed: this is what gets posted, judged and explained, also where the course
   * has changed by the time it is posted. Null if the round has no question, or a version that kept none claimed it.
   */
  readonly words: QuestionWords | null
  /** All options in the order in which everyone in this round sees them. */
  readonly order: readonly OptionId[]
  /** The right options, as the course had them when the round was claimed, or as they were corrected since. */
  readonly key: readonly OptionId[]
  /** The question doesn't count: no answer is right or wrong. Absent otherwise. */
  readonly voided?: true
  /** What else was shown as right before or between corrections. Absent if the round was never corrected. */
  readonly otherKeys?: readonly (readonly OptionId[])[]
  readonly feedback: Feedback
  readonly zone: Zone
  readonly rolloverHour: number
  /** The study day of the round. */
  readonly day: LocalDate
  readonly dueAt: Instant
  readonly openedAt: Instant | null
  readonly closesAt: Instant
  readonly closedAt: Instant | null
  /** The platform's id of the post; null until there is one. */
  readonly message: string | null
  /** Why there is no post, in a sentence for people; of a round that waits, what for. */
  readonly reason: string | null
  /** Of a missed round: when the last of the dates was due that it stands for. Null for any other. */
  readonly missedUntil: Instant | null
  /** Whose points its answers earn, and whose documents its words name: the question's course, or the channel's first for a team's own question. Absent: the first of all. */
  readonly course?: CourseNumber
}

/** In every line of the log about a round: `study -- round` tells its story by the id. */
export const roundFields = ({ id, group, place }: Pick<Round, 'id' | 'group' | 'place'>) => ({ round: id, group, place })

/** Whether a manager asked for the round, beside those that the schedule brings. */
export function isExtra({ occasion }: Pick<Round, 'occasion'>): boolean {
  return occasion.includes('+')
}

/** Whether its post is out, so that people can answer it, or could. */
export const isPosted = ({ state }: Pick<Round, 'state'>): boolean => state === 'open' || state === 'closed'

/** Whether nobody may be told the answer, because it comes at the close. */
export const isSecret = ({ feedback, state }: Pick<Round, 'feedback' | 'state'>): boolean => feedback === 'at-close' && state === 'open'

/** Two of a weekly quiz are a week apart. */
const lately = 7 * day

/** Whether the round is over for so short a time that people may still ask about it. */
export function isOverLately({ closesAt, closedAt }: Pick<Round, 'closesAt' | 'closedAt'>, now: Instant): boolean {
  return now - (closedAt ?? closesAt) <= lately
}

/** All or nothing: right only if exactly the options of the key are chosen. */
export function isRight(key: readonly OptionId[], chosen: readonly OptionId[]): boolean {
  return isSameChoice(key, chosen)
}

/** In whatever order the options were chosen. */
export function isSameChoice(one: readonly OptionId[], other: readonly OptionId[]): boolean {
  return one.length === other.length && one.every((option) => other.includes(option))
}
