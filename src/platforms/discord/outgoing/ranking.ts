// A ranking in aligned lines: the figures in columns of equal width, then the name.
import type { Ranking, RankingRow } from '../../../screens/screen.ts'
import { person } from './markdown.ts'
import { andMore } from './shorten.ts'

type Widths = { readonly rank: number; readonly points: number; readonly accuracy: number; readonly streak: number }

/** Figures are code and names are not: only code has columns in a proportional font, and code cannot show a bold name. */
export function ranking(block: Ranking, length: number, items: number): string[] {
  const shown = block.rows.slice(0, items)
  const all = block.own === null ? shown : [...shown, block.own]
  if (all.length === 0) return []
  const widest = (figure: (row: RankingRow) => number) => Math.max(...all.map((row) => String(figure(row)).length))
  const widths = {
    rank: widest(({ rank }) => rank),
    points: widest(({ points }) => points),
    accuracy: widest(({ accuracy }) => accuracy),
    streak: widest(({ streak }) => streak),
  }
  const left = block.rows.length - shown.length
  return [
    '-# rank · points · right answers · streak in study days',
    ...shown.map((row) => rankingLine(row, widths, length)),
    ...(left > 0 ? [andMore(left)] : []),
    ...(block.own === null ? [] : ['⋮', rankingLine(block.own, widths, length)]),
  ]
}

/** Clients may drop ordinary spaces at the start of code. */
const noBreakSpace = '\u00A0'

function rankingLine(row: RankingRow, widths: Widths, length: number): string {
  const column = (name: keyof Widths) => String(row[name]).padStart(widths[name])
  const figures = [`${column('rank')}.`, column('points'), row.points === 1 ? 'pt ' : 'pts', column('accuracy'), '%', column('streak'), 'd'].join(' ')
  const name = person(row.person.id, row.person.name, length)
  return `\`${figures.replaceAll(' ', noBreakSpace)}\` ${row.you ? `**${name}** (you)` : name}`
}
