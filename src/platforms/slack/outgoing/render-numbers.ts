// Votes as bars, rankings and tables in columns.
import type { types } from '@slack/bolt'
import type { Block, Ranking, RankingRow, Votes } from '../../../screens/screen.ts'
import { answeredInWords } from '../../../screens/text.ts'
import { columns, type Align } from './columns.ts'
import { words } from './rich-text.ts'

type Table = Extract<Block, { kind: 'table' }>
type VotesOption = Votes['options'][number]

export function votesBlocks({ answered, options }: Votes): types.KnownBlock[] {
  return [...options.map((option) => voteBlock(option, answered)), section([words(answeredInWords(answered), { italic: true })])]
}

function voteBlock({ letter, text, votes, right, mine }: VotesOption, answered: number): types.RichTextBlock {
  const share = answered === 0 ? 0 : Math.min(1, votes / answered)
  return section([
    words(`${right ? '✅ ' : ''}${letter}`, { bold: true }),
    words(`   ${text}`, right ? { bold: true } : undefined),
    words('\n'),
    words(bar(share), { code: true }),
    words(`  ${Math.round(share * 100)} %  ·  ${votes === 1 ? '1 vote' : `${votes} votes`}`),
    ...(mine ? [words('  ●  your answer', { bold: true })] : []),
  ])
}

const barWidth = 20

/** At least one step for whoever has a vote. */
function bar(share: number): string {
  const filled = share === 0 ? 0 : Math.max(1, Math.round(share * barWidth))
  return '█'.repeat(filled) + '░'.repeat(barWidth - filled)
}

/** Fits a phone in upright format, with the other columns. A longer name is shown all the same. */
const alignedName = 20

const rankingHead = ['#', 'Name', 'Points', 'Right', 'Streak', '']
const rankingAlign: readonly Align[] = ['right', 'left', 'right', 'right', 'right', 'left']

export function rankingBlock({ rows, own }: Ranking): types.RichTextBlock {
  const cells = [rankingHead, ...rows.map(rankingCells), ...(own === null ? [] : [rankingCells(own)])]
  const drawn = columns(cells, rankingAlign, alignedName)
  if (own !== null) drawn.splice(-1, 0, '⋯')
  return fixed(drawn)
}

function rankingCells(row: RankingRow): string[] {
  return [String(row.rank), row.person.name || 'somebody', String(row.points), `${row.accuracy} %`, String(row.streak), row.you ? '← you' : '']
}

/** A line longer than this breaks on a narrow window, and then no column stands below another. */
const widestTable = 72

export function tableBlock(table: Table): types.RichTextBlock {
  const width = Math.max(table.columns.length, ...table.rows.map((row) => row.length))
  const align = Array.from({ length: width }, (): Align => 'left')
  const drawn = columns([table.columns, ...table.rows], align, widestTable)
  return drawn.every((line) => line.length <= widestTable) ? fixed(drawn) : records(table)
}

/** Each row as lines of its own, with the name of the column in front. */
function records(table: Table): types.RichTextBlock {
  const line = (cell: string, column: number) => [words(`\n${table.columns[column] ?? ''}: `, { italic: true }), words(cell)]
  return section([
    words(table.columns.join(' · '), { italic: true }),
    ...table.rows.flatMap((row) => [words(`\n\n${row[0] ?? ''}`, { bold: true }), ...row.slice(1).flatMap((cell, index) => line(cell, index + 1))]),
  ])
}

const section = (elements: types.RichTextElement[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
})

const fixed = (drawn: readonly string[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements: [words(drawn.join('\n'))] }],
})
