// A board in aligned columns, or with one line of words per person if the window is too narrow for columns.
import { columnsOf, namesakes } from '../../../screens/ranking.ts'
import type { Ranking, RankingRow } from '../../../screens/screen.ts'
import { cleanLine } from '../clean.ts'
import { limits } from '../limits.ts'
import { span, type Line, type Style } from './styled.ts'
import { cutTo, padBefore, padTo, widthOf } from '../../../screens/width.ts'
import { hang, wrap } from './wrap.ts'

const rankTitle = 'Rank'
const nameTitle = 'Name'
const you = ' ← you'
const gap = 3
/** In columns. A narrower name is hard to read. */
const leastName = 10

type Columns = ReturnType<typeof columnsOf>

export function ranking(given: Ranking, width: number): Line[] {
  const block = apart(given)
  const figures = columnsOf(block.by)
  const all = block.own === null ? block.rows : [...block.rows, block.own]
  const longest = Math.max(nameTitle.length, ...all.map((row) => widthOf(nameOf(row))))
  const figuresWidth = rankTitle.length + gap + figures.reduce((sum, { title }) => sum + title.length + gap, 0) + you.length
  const name = Math.min(longest, limits.name.column, width - figuresWidth)
  const narrow = name < Math.min(leastName, longest)
  const row = (one: RankingRow) => (narrow ? narrowRow(one, figures, width) : wideRow(one, figures, name))
  const head = narrow ? [] : [[span(columns(rankTitle, nameTitle, figures.map(({ title }) => title), figures, name), 'dim')]]
  const own = block.own === null ? [] : [[span(padBefore('⋯', rankTitle.length), 'dim')], ...row(block.own)]
  return [...head, ...block.rows.flatMap(row), ...own]
}

/** With a number behind each name that several people have. */
function apart(block: Ranking): Ranking {
  const numbers = namesakes(block.own === null ? block.rows : [...block.rows, block.own])
  const rows = block.rows.map((row) => {
    const number = numbers.get(row.person.id)
    return number === undefined ? row : { ...row, person: { ...row.person, name: `${cutTo(cleanLine(row.person.name), limits.name.whole - 6)} (${number})` } }
  })
  return { ...block, rows }
}

function nameOf(row: RankingRow): string {
  const name = cleanLine(row.person.name)
  return name === '' ? 'a member' : cutTo(name, limits.name.whole)
}

function columns(rank: string, name: string, cells: readonly string[], figures: Columns, width: number): string {
  const padded = cells.map((cell, at) => padBefore(cell, figures[at]?.title.length ?? 0))
  return [padBefore(rank, rankTitle.length), padTo(name, width), ...padded].join(' '.repeat(gap))
}

const styleOf = (row: RankingRow): Style => (row.you ? 'strong' : 'plain')

/** A name that is wider than its column continues on the next line. */
function wideRow(row: RankingRow, figures: Columns, name: number): Line[] {
  const [first = [], ...rest] = wrap([span(nameOf(row), styleOf(row))], name, 'broken')
  const cells = figures.map(({ cell }) => cell(row))
  const firstLine = span(columns(String(row.rank), first.map(({ text }) => text).join(''), cells, figures, name), styleOf(row))
  return [[firstLine, ...(row.you ? [span(you, 'right')] : [])], ...rest.map((line) => [span(' '.repeat(rankTitle.length + gap)), ...line])]
}

function narrowRow(row: RankingRow, figures: Columns, width: number): Line[] {
  const words = [nameOf(row), ...figures.map(({ words }) => words(row))].join(' · ')
  return hang([span(`${padBefore(String(row.rank), 3)}. `, 'dim')], [span(words, styleOf(row)), ...(row.you ? [span(you, 'right')] : [])], width)
}
