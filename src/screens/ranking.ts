// How one row of a ranking reads in a chat: the same marks and figures on every platform that has no columns.
import type { Metric } from '../core/board-order.ts'
import type { PersonId } from '../core/quiz.ts'
import type { RankingRow } from './screen.ts'

const medals = ['🥇', '🥈', '🥉']

/** A medal for the first three ranks, which equal people share. Nothing earns none. */
export function rankMark({ rank, ...row }: Pick<RankingRow, 'rank' | 'points' | 'accuracy' | 'days'>, by: Metric = 'points'): string {
  return (row[by] > 0 ? medals[rank - 1] : undefined) ?? `${rank}.`
}

type Figures = Pick<RankingRow, 'points' | 'accuracy' | 'streak' | 'answered' | 'days'>

/** `12 points · 86% · 🔥 5`; no streak, no fire. In other orders `84% · 30 answers`, `18 days · 12 points`. */
export function figuresOf({ points, accuracy, streak, answered, days }: Figures, by: Metric = 'points'): string {
  switch (by) {
    case 'points':
      return [pointsOf(points), `${accuracy}%`, ...(streak > 0 ? [`🔥 ${streak}`] : [])].join(' · ')
    case 'accuracy':
      return `${accuracy}% · ${answersOf(answered)}`
    case 'days':
      return `${daysOf(days)} · ${pointsOf(points)}`
  }
}

/** The same in columns, without the name. */
export function columnsOf(by: Metric = 'points'): readonly { readonly title: string; readonly cell: (row: Figures) => string; readonly words: (row: Figures) => string }[] {
  const points = { title: 'Points', cell: (row: Figures) => String(row.points), words: (row: Figures) => pointsOf(row.points) }
  const right = { title: 'Right', cell: (row: Figures) => `${row.accuracy}%`, words: (row: Figures) => `${row.accuracy}% right` }
  switch (by) {
    case 'points':
      return [points, right, { title: 'Streak', cell: ({ streak }) => String(streak), words: ({ streak }) => `streak ${streak}` }]
    case 'accuracy':
      return [right, { title: 'Answers', cell: ({ answered }) => String(answered), words: ({ answered }) => answersOf(answered) }]
    case 'days':
      return [{ title: 'Days', cell: ({ days }) => String(days), words: ({ days }) => daysOf(days) }, points]
  }
}

export const pointsOf = (points: number): string => (points === 1 ? '1 point' : `${points} points`)
const answersOf = (answered: number): string => (answered === 1 ? '1 answer' : `${answered} answers`)
const daysOf = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

/** Explains the figures of these rows, as small print below a ranking. */
export function rankingLegend(rows: readonly Pick<RankingRow, 'streak'>[], by: Metric = 'points'): string {
  switch (by) {
    case 'points':
      return `Points · % right${rows.some(({ streak }) => streak > 0) ? ' · 🔥 study days in a row' : ''}`
    case 'accuracy':
      return '% right, drawn toward the average · answers'
    case 'days':
      return 'Study days with an answer · points'
  }
}

/**
 * People on a ranking whose names look the same as somebody else's, each with a number to tell them apart. The asker needs none:
 * their own row is marked.
 */
export function namesakes(rows: readonly RankingRow[]): ReadonlyMap<PersonId, number> {
  const byName = Map.groupBy(rows, ({ person }) => person.name.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase())
  const shared = [...byName].filter(([name]) => name !== '').map(([, same]) => [...new Set(same.map(({ person }) => person.id))].sort())
  const numbered = shared.filter(({ length }) => length > 1).flatMap((ids) => ids.map((id, index) => [id, index + 1] as const))
  const own = new Set(rows.filter(({ you }) => you).map(({ person }) => person.id))
  return new Map(numbered.filter(([id]) => !own.has(id)))
}
