// A ranking as one line a person: medals, the name, the figures.
import { figuresOf, namesakes, rankingLegend, rankMark } from '../../../screens/ranking.ts'
import type { Ranking, RankingRow } from '../../../screens/screen.ts'
import { readPerson } from '../ids.ts'
import { escape } from './escape.ts'
import { person } from './markdown.ts'
import { andMore } from './shorten.ts'

export function ranking(block: Ranking, length: number, items: number): string[] {
  const shown = block.rows.slice(0, items)
  const all = block.own === null ? shown : [...shown, block.own]
  if (all.length === 0) return []
  const numbers = namesakes(all)
  const left = block.rows.length - shown.length
  return [
    ...shown.map((row) => rankingLine(row, block.by, numbers.get(row.person.id), length)),
    ...(left > 0 ? [andMore(left)] : []),
    ...(block.own === null ? [] : ['⋯', rankingLine(block.own, block.by, undefined, length)]),
    `-# ${rankingLegend(all, block.by)}`,
  ]
}

/** @param number tells the person from another of the same name: with a mention, whose profile opens at a press, or else by itself */
function rankingLine(row: RankingRow, by: Ranking['by'], number: number | undefined, length: number): string {
  const user = number === undefined ? undefined : readPerson(row.person.id)?.user
  const apart = number === undefined ? '' : user === undefined ? ` (${number})` : ` (<@${user}>)`
  // The dot behind a rank is escaped, or Discord numbers the lines itself.
  const words = `${escape(rankMark(row, by))} ${person(row.person.id, row.person.name, length)}${apart}${row.you ? ' (you)' : ''} · ${figuresOf(row, by)}`
  return row.you ? `**${words}**` : words
}
