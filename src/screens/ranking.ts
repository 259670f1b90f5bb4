// How one row of a ranking reads in a chat: the same marks and figures on every platform that has no columns.
import type { PersonId } from '../core/quiz.ts'
import type { RankingRow } from './screen.ts'

const medals = ['🥇', '🥈', '🥉']

/** A medal for the first three ranks, which people with equal points share. Zero points earn none. */
export function rankMark({ rank, points }: Pick<RankingRow, 'rank' | 'points'>): string {
  return (points > 0 ? medals[rank - 1] : undefined) ?? `${rank}.`
}

/** `12 points · 86% · 🔥 5`; no streak, no fire. */
export function figuresOf({ points, accuracy, streak }: Pick<RankingRow, 'points' | 'accuracy' | 'streak'>): string {
  return [pointsOf(points), `${accuracy}%`, ...(streak > 0 ? [`🔥 ${streak}`] : [])].join(' · ')
}

export const pointsOf = (points: number): string => (points === 1 ? '1 point' : `${points} points`)

/** Explains the figures, as small print below a ranking. */
export const rankingLegend = 'Points · % right · 🔥 study days in a row'

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
