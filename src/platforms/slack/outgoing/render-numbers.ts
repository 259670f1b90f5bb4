// Draws what is counted: votes as bars, rankings and tables in columns.
import type { types } from '@slack/bolt'
import type { Block, Ranking, RankingRow, Votes } from '../../../screens/screen.ts'
import { answeredInWords } from '../../../screens/text.ts'
import { columns, type Align } from './columns.ts'
import { paragraph, preformatted, words } from './text-blocks.ts'

type Table = Extract<Block, { kind: 'table' }>
type VotesOption = Votes['options'][number]

export function votesBlocks({ answered, options }: Votes): types.RichTextBlock[] {
  return [...options.map((option) => voteBlock(option, answered)), paragraph([words(answeredInWords(answered), { italic: true })])]
}

function voteBlock({ letter, text, votes, right, mine }: VotesOption, answered: number): types.RichTextBlock {
  const share = answered === 0 ? 0 : Math.min(1, votes / answered)
  return paragraph([
    words(`${right ? '✅ ' : ''}${letter}`, { bold: true }),
    words(`   ${text}`, right ? { bold: true } : undefined),
    words('\n'),
    words(bar(share), { code: true }),
    words(`  ${Math.round(share * 100)}%  ·  ${votes === 1 ? '1 vote' : `${votes} votes`}`),
    ...(mine ? [words('  ●  your answer', { bold: true })] : []),
  ])
}

const barWidth = 20

/** At least one step for an option with a vote. */
function bar(share: number): string {
  const filled = share === 0 ? 0 : Math.max(1, Math.round(share * barWidth))
  return '█'.repeat(filled) + '░'.repeat(barWidth - filled)
}

/** With the other columns, this fits a phone held upright. A longer name is still shown in full. */
const alignedName = 20

const rankingHead = ['#', 'Name', 'Points', 'Right', 'Streak', '']
const rankingAlign: readonly Align[] = ['right', 'left', 'right', 'right', 'right', 'left']

export function rankingBlock({ rows, own }: Ranking): types.RichTextBlock {
  const cells = [rankingHead, ...rows.map(rankingCells), ...(own === null ? [] : [rankingCells(own)])]
  const lines = columns(cells, rankingAlign, alignedName)
  if (own !== null) lines.splice(-1, 0, '⋯')
  return preformatted(lines)
}

function rankingCells(row: RankingRow): string[] {
  return [String(row.rank), row.person.name || 'somebody', String(row.points), `${row.accuracy} %`, String(row.streak), row.you ? '← you' : '']
}

/** A longer line wraps in a narrow window, and then the columns no longer line up. */
const widestTable = 72

export function tableBlock(table: Table): types.RichTextBlock {
  const width = Math.max(table.columns.length, ...table.rows.map((row) => row.length))
  const align = Array.from({ length: width }, (): Align => 'left')
  const lines = columns([table.columns, ...table.rows], align, widestTable)
  return lines.every((line) => line.length <= widestTable) ? preformatted(lines) : records(table)
}

/** Each row as a few lines, each with its column's name in front. */
function records(table: Table): types.RichTextBlock {
  const line = (cell: string, column: number) => [words(`\n${table.columns[column] ?? ''}: `, { italic: true }), words(cell)]
  return paragraph([
    words(table.columns.join(' · '), { italic: true }),
    ...table.rows.flatMap((row) => [words(`\n\n${row[0] ?? ''}`, { bold: true }), ...row.slice(1).flatMap((cell, index) => line(cell, index + 1))]),
  ])
}
