// A board in aligned columns, or with one line of words per person if the window is too narrow for columns.
import { namesakes } from '../../../screens/ranking.ts'
import type { Ranking, RankingRow } from '../../../screens/screen.ts'
import { cleanLine } from '../clean.ts'
import { limits } from '../limits.ts'
import { span, type Line, type Style } from './styled.ts'
import { cutTo, padBefore, padTo, widthOf } from '../../../screens/width.ts'
import { hang, wrap } from './wrap.ts'

const titles = { rank: 'Rank', name: 'Name', points: 'Points', right: 'Right', streak: 'Streak' }
const you = ' ← you'
/** Columns of everything except the name. */
const figuresWidth = titles.rank.length + titles.points.length + titles.right.length + titles.streak.length + 4 * 3 + you.length
/** In columns. A narrower name is hard to read. */
const leastName = 10

export function ranking(given: Ranking, width: number): Line[] {
  const block = apart(given)
  const all = block.own === null ? block.rows : [...block.rows, block.own]
  const longest = Math.max(titles.name.length, ...all.map((row) => widthOf(nameOf(row))))
  const name = Math.min(longest, limits.name.column, width - figuresWidth)
  const narrow = name < Math.min(leastName, longest)
  const row = (one: RankingRow) => (narrow ? narrowRow(one, width) : wideRow(one, name))
  const head = narrow ? [] : [[span(columns(titles, name), 'dim')]]
  const own = block.own === null ? [] : [[span(padBefore('⋯', titles.rank.length), 'dim')], ...row(block.own)]
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

function columns(cells: typeof titles, name: number): string {
  return [
    padBefore(cells.rank, titles.rank.length),
    padTo(cells.name, name),
    padBefore(cells.points, titles.points.length),
    padBefore(cells.right, titles.right.length),
    padBefore(cells.streak, titles.streak.length),
  ].join('   ')
}

function cellsOf(row: RankingRow): typeof titles {
  return { rank: String(row.rank), name: nameOf(row), points: String(row.points), right: `${row.accuracy}%`, streak: String(row.streak) }
}

const styleOf = (row: RankingRow): Style => (row.you ? 'strong' : 'plain')

/** A name that is wider than its column continues on the next line. */
function wideRow(row: RankingRow, name: number): Line[] {
  const cells = cellsOf(row)
  const [first = [], ...rest] = wrap([span(cells.name, styleOf(row))], name, 'broken')
  const firstLine = span(columns({ ...cells, name: first.map(({ text }) => text).join('') }, name), styleOf(row))
  return [[firstLine, ...(row.you ? [span(you, 'right')] : [])], ...rest.map((line) => [span(' '.repeat(titles.rank.length + 3)), ...line])]
}

function narrowRow(row: RankingRow, width: number): Line[] {
  const { rank, name, points, right, streak } = cellsOf(row)
  const words = `${name} · ${points} ${points === '1' ? 'point' : 'points'} · ${right} right · streak ${streak}`
  return hang([span(`${padBefore(rank, 3)}. `, 'dim')], [span(words, styleOf(row)), ...(row.you ? [span(you, 'right')] : [])], width)
}
