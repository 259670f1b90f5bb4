// The part of the ledger for points: boards, and one person's progress.
import type { Period, Scope, Score, Span } from '../core/board.ts'
import type { Metric, Ranked } from '../core/board-order.ts'
import type { CourseNumber } from '../core/course-number.ts'
import type { AccountId, GroupId, PersonId, PlaceId } from '../core/quiz.ts'
import type { Streak } from '../core/streak.ts'
import type { LocalDate } from '../core/time.ts'
import type { PersonSeen } from './people.ts'

export type BoardRow = Score & {
  /** 1 for the most points, or for the first in another order; equal ones share a rank. */
  readonly rank: number
  readonly person: { readonly id: PersonId; readonly name: string }
  /** The streak as it stands now; on a board of the whole group, the best of the person's channels. */
  readonly streak: number
}

export type BoardQuery = {
  readonly group: GroupId
  readonly place: PlaceId
  readonly scope: Scope
  /** Whose points a board of the whole group shows. */
  readonly course?: CourseNumber
  readonly span: Span
  readonly by: Metric
  /** Any study day of the week or month. */
  readonly day: LocalDate
  /** From 0. */
  readonly page: number
  readonly size: number
  readonly asker: PersonId
  /** Of the asker, where it is another than the person: they may stand on the board as somebody who is linked with it. */
  readonly account?: AccountId | undefined
}

export type Board = {
  readonly rows: readonly BoardRow[]
  /** The asker's own row, on whichever page; null if they have no answer that counts, are hidden, left out, or gone. */
  readonly own: BoardRow | null
  /** People on this board. */
  readonly people: number
  /** The asker is hidden at their own wish. */
  readonly hidden: boolean
  /** How many answers of the asker count on it, shown or not. */
  readonly answered: number
  /** Who is left out because of an alias: anybody, and the asker. */
  readonly leftOut: { readonly any: boolean; readonly asker: boolean }
  /** Of a board by accuracy; null of any other, and of one that nobody has an answer on. */
  readonly accuracy: Pick<Ranked<unknown>, 'average' | 'tooFew'> | null
  /** How many channels it is common to; absent if it's of one, or of a whole group. */
  readonly channels?: number
  /** The channels it is common to show the asker in different ways, so it leaves them out. */
  readonly mixed?: true
}

export type Progress = {
  readonly scores: Readonly<Record<Period, Score>>
  /** `alive`: as it stands now, as are the grace days; `current`: after the last answer. */
  readonly streak: Streak & { readonly alive: number }
  /** Rank on the channel's board for all time; null as in {@link Board.own}. */
  readonly rank: number | null
  readonly people: number
  readonly hidden: boolean
  readonly mixed?: true
  /** How many questions of the channel they answered that don't count. */
  readonly voided: number
}

export type Boards = {
  board(query: BoardQuery): Promise<Board>
  progress(person: PersonSeen, place: PlaceId, day: LocalDate): Promise<Progress>
}
