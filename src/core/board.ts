// Boards: the periods and people they cover, the points, and the ranks.
import { firstCourse, idIn, type CourseNumber } from './course-number.ts'
import type { DateRange } from './date-range.ts'
import type { LocalDate } from './time.ts'

export type Period = 'week' | 'month' | 'all'
/** What a board covers: a period of the calendar, or the dates of a season. */
export type Span = Period | DateRange
/** `place`: this channel. `group`: the whole workspace or server. */
export type Scope = 'place' | 'group'

/**
 * The week, month or whole time that contains a study day, as a key: `2026-W47`, `2026-11`, `all`. Weeks are ISO weeks, Monday to Sunday.
 * A season has its dates as a key, whatever the day: `2026-09-01..2026-12-20`.
 */
export function periodKey(span: Span, day: LocalDate): string {
  if (typeof span === 'object') return `${span.from}..${span.to}`
  switch (span) {
    case 'week': {
      const date = Temporal.PlainDate.from(day)
      return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`
    }
    case 'month':
      return day.slice(0, 7)
    case 'all':
      return 'all'
  }
}

export const periods: readonly Period[] = ['week', 'month', 'all']
export const scopes: readonly Scope[] = ['place', 'group']

/**
 * Every board on which an answer of that study day counts, by its scope and the key of its period. A group has boards of their own for each
 * course that its channels are asked from.
 *
 * @param season the one that its channel has on that day
 */
export function boardsOf(day: LocalDate, season?: DateRange, course: CourseNumber = firstCourse): readonly { readonly scope: Scope; readonly key: string }[] {
  const always = scopes.flatMap((scope) => periods.map((period) => ({ scope, key: boardKey(scope, period, day, course) })))
  return season === undefined ? always : [...always, { scope: 'place', key: periodKey(season, day) }]
}

/** What a board is called among those of its channel or group. */
export const boardKey = (scope: Scope, span: Span, day: LocalDate, course: CourseNumber): string => (scope === 'group' ? idIn(course, periodKey(span, day)) : periodKey(span, day))

/** One person's points in one period, the answers that count, how many of those were right, and the study days with an answer, whether or not it counts. */
export type Score = { readonly points: number; readonly answered: number; readonly right: number; readonly days: number }

export const noScore: Score = { points: 0, answered: 0, right: 0, days: 0 }

/** The first right answer earns no more than the last. */
export const pointsForRight = 1

/** @param right null: its question doesn't count, but whoever answered was there @param newDay it's the first one of its study day on this board */
export function addAnswer(score: Score, right: boolean | null, newDay: boolean): Score {
  return {
    points: score.points + (right === true ? pointsForRight : 0),
    answered: score.answered + (right === null ? 0 : 1),
    right: score.right + (right === true ? 1 : 0),
    days: score.days + (newDay ? 1 : 0),
  }
}

/** Percentage of right answers as a whole number; 0 if there are none. */
export function accuracy({ right, answered }: Pick<Score, 'right' | 'answered'>): number {
  return answered === 0 ? 0 : Math.round((100 * right) / answered)
}

/**
 * The ranks of rows that follow each other on a board. Equal points share a rank; the next lower ones get their place on the board.
 *
 * @param points of each row, the most first
 * @param first place of the first row on the board, from 0
 * @param firstRank its rank, which it may share with rows before it
 */
export function ranks(points: readonly number[], first: number, firstRank: number): readonly number[] {
  let rank = firstRank
  return points.map((own, index) => {
    if (index > 0 && own !== points[index - 1]) rank = first + index + 1
    return rank
  })
}
