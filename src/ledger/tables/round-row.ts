// A round as a row of its table, and as the other tables refer to it.
import { firstCourse } from '../../core/course-number.ts'
import type { Feedback } from '../../core/quiz.ts'
import type { Round, RoundState } from '../../core/round.ts'
import type { Instant } from '../../core/time.ts'
import type { ContentsTable } from './contents.ts'
import { optionsIn } from './options.ts'

/** A round with the numbers by which other tables refer to it. */
export type StoredRound = {
  readonly id: number
  readonly placeId: number
  readonly groupId: number
  /** What the channels share whose rounds of this occasion are one; null: it's in this channel alone. */
  readonly sharedId: number | null
  readonly round: Round
  /** Since when the post may be out; null before that. */
  readonly sendingSince: Instant | null
}

export type RoundRow = {
  readonly id: number
  readonly name: string
  readonly place_id: number
  readonly group_id: number
  readonly place: string
  readonly group: string
  readonly occasion: string
  readonly state: RoundState
  readonly question: string
  readonly options: string
  readonly key: string
  readonly feedback: Feedback
  readonly zone: string
  readonly rollover_hour: number
  readonly day: string
  readonly due_at: number
  readonly opened_at: number | null
  readonly closes_at: number
  readonly closed_at: number | null
  readonly message: string | null
  readonly reason: string | null
  readonly sending_since: number | null
  readonly missed_until: number | null
  readonly content_id: number | null
  readonly voided: number
  readonly other_keys: string | null
  readonly shared_id: number | null
  readonly course: number
}

/** The beginning of every statement that reads whole rounds: `r` is the round, `p` its channel, `g` its group. */
export const selectRounds = `SELECT r.*, p.name AS place, g.name AS "group"
  FROM rounds r JOIN places p ON p.id = r.place_id JOIN groups g ON g.id = r.group_id`

/** Makes rounds of rows, with the words of their questions. */
export type ReadRound = (row: RoundRow) => StoredRound

export const roundReader = (contents: ContentsTable): ReadRound => (row) => storedRound(row, contents)

function storedRound(row: RoundRow, contents: ContentsTable): StoredRound {
  const round: Round = {
    id: row.name,
    group: row.group,
    place: row.place,
    occasion: row.occasion,
    state: row.state,
    question: row.question,
    words: contents.find(row.content_id),
    order: optionsIn(row.options),
    key: optionsIn(row.key),
    feedback: row.feedback,
    zone: row.zone,
    rolloverHour: row.rollover_hour,
    day: row.day,
    dueAt: row.due_at,
    openedAt: row.opened_at,
    closesAt: row.closes_at,
    closedAt: row.closed_at,
    message: row.message,
    reason: row.reason,
    missedUntil: row.missed_until,
    ...(row.course === firstCourse ? {} : { course: row.course }),
    ...(row.voided === 1 ? { voided: true } : {}),
    ...(row.other_keys === null ? {} : { otherKeys: JSON.parse(row.other_keys) as NonNullable<Round['otherKeys']> }),
  }
  return { id: row.id, placeId: row.place_id, groupId: row.group_id, sharedId: row.shared_id, round, sendingSince: row.sending_since }
}
