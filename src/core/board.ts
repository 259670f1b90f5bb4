// Boards: over which time and which group of people, and what a rank is.
import type { LocalDate } from './time.ts'

export type Period = 'week' | 'month' | 'all'
/** `place`: this channel. `group`: the whole workspace or server. */
export type Scope = 'place' | 'group'

/**
 * The part of time that a study day belongs to, as a key: `2026-W47`, `2026-11`, `all`. Weeks are ISO weeks, Monday to Sunday.
 */
export function periodKey(period: Period, day: LocalDate): string {
  switch (period) {
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

/** What somebody has in one period: points, answers that count, and how many of them were right. */
export type Score = { readonly points: number; readonly answered: number; readonly right: number }

export const noScore: Score = { points: 0, answered: 0, right: 0 }

/** A right answer is a point, whoever was first. */
export const pointsForRight = 1

export function addAnswer(score: Score, right: boolean): Score {
  return {
    points: score.points + (right ? pointsForRight : 0),
    answered: score.answered + 1,
    right: score.right + (right ? 1 : 0),
  }
}

/** Percent of the answers that were right, a whole number; 0 where nothing was answered. */
export function accuracy({ right, answered }: Score): number {
  return answered === 0 ? 0 : Math.round((100 * right) / answered)
}
