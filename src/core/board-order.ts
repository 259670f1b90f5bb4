// Boards that are not in the order of points: by the share of right first answers, and by the study days on which somebody answered.
import { aliasesLeftOut } from './board-aliases.ts'
import { ranks, type Score } from './board.ts'

export const metrics = ['points', 'accuracy', 'days'] as const
/** What a board is in the order of. */
export type Metric = (typeof metrics)[number]

/** With fewer answers nobody is on a board by accuracy: it would say more about luck. */
export const fewestForAccuracy = 10

/** What the average is worth to each person, in answers: three right ones of three are not better than 85 of 100. */
export const averageWorth = 20

export type Ranked<Row> = {
  readonly rows: readonly (Row & { readonly rank: number })[]
  /** The share of right answers of all who are in the table, from 0 to 1; null in another order, and in an empty table. */
  readonly average: number | null
  /** People left out because they have too few answers. */
  readonly tooFew: number
  /** People left out because they go by an alias. */
  readonly leftOut: readonly Row[]
}

/** @param rows in the order of points, which decides between equal ones */
export function inOrder<Row extends Score & { readonly aliased: boolean }>(by: Metric, rows: readonly Row[]): Ranked<Row> {
  const enough = by === 'accuracy' ? rows.filter(({ answered }) => answered >= fewestForAccuracy) : rows
  const leftOut = aliasesLeftOut(enough.length, enough.filter(({ aliased }) => aliased))
  const out = new Set(leftOut)
  const table = enough.filter((row) => !out.has(row))
  if (by !== 'accuracy') return { rows: ranked(table, (row) => row[by]), average: null, tooFew: 0, leftOut }
  const average = shareOf(table)
  return { rows: ranked(table, (row) => level(row, average ?? 0)), average, tooFew: rows.length - enough.length, leftOut }
}

/** The share of right answers, from 0 to 1, drawn toward the average of the table. */
export const level = ({ right, answered }: Pick<Score, 'right' | 'answered'>, average: number): number => (right + averageWorth * average) / (answered + averageWorth)

/** Of those in the table alone: an average over more people would tell something of those who aren't shown. */
function shareOf(rows: readonly Score[]): number | null {
  const answered = rows.reduce((sum, row) => sum + row.answered, 0)
  return answered === 0 ? null : rows.reduce((sum, { right }) => sum + right, 0) / answered
}

function ranked<Row>(rows: readonly Row[], valueOf: (row: Row) => number): readonly (Row & { readonly rank: number })[] {
  const sorted = rows.map((row) => ({ row, value: valueOf(row) })).toSorted((one, other) => other.value - one.value)
  const rankOf = ranks(sorted.map(({ value }) => value), 0, 1)
  return sorted.map(({ row }, at) => ({ ...row, rank: rankOf[at] ?? 1 }))
}
