// A ranking in lines that stand under each other: the figures in columns of one width, the name behind them.
import type { Ranking, RankingRow } from '../../../screens/screen.ts'
import { person } from './markdown.ts'

/** In a proportional font only code has columns, and code shows no bold names; so the figures are code and the names are not. */
export function ranking(block: Ranking, length: number, items: number): string[] {
  const shown = block.rows.slice(0, items)
  const all = block.own === null ? shown : [...shown, block.own]
  if (all.length === 0) return []
  const width = (figure: (row: RankingRow) => number) => Math.max(...all.map((row) => String(figure(row)).length))
  const widths = {
    rank: width(({ rank }) => rank),
    points: width(({ points }) => points),
    accuracy: width(({ accuracy }) => accuracy),
    streak: width(({ streak }) => streak),
  }
  const written = (row: RankingRow) => {
    const figures = `${column(row.rank, widths.rank)}. ${column(row.points, widths.points)} ${row.points === 1 ? 'pt ' : 'pts'} ${column(row.accuracy, widths.accuracy)} % ${column(row.streak, widths.streak)} d`
    const name = person(row.person.id, row.person.name, length)
    return `\`${figures.replaceAll(' ', noBreak)}\` ${row.you ? `**${name}** (you)` : name}`
  }
  const left = block.rows.length - shown.length
  return [
    '-# rank · points · right answers · streak in study days',
    ...shown.map(written),
    ...(left > 0 ? [`-# …and ${left} more`] : []),
    ...(block.own === null ? [] : ['⋮', written(block.own)]),
  ]
}

/** Clients may drop the spaces that code begins with; this one they keep. */
const noBreak = '\u00A0'

const column = (figure: number, width: number) => String(figure).padStart(width)
