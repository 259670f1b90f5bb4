// Draws what is counted: votes as bars, and rankings as one line a person.
import type { types } from '@slack/bolt'
import { figuresOf, namesakes, rankingLegend, rankMark } from '../../../screens/ranking.ts'
import type { Ranking, RankingRow, Votes } from '../../../screens/screen.ts'
import { answeredInWords } from '../../../screens/text.ts'
import { emphasized } from '../../../screens/written.ts'
import { userOf } from '../ids.ts'
import type { SlackBlock } from './blocks.ts'
import { richText } from './rich-text.ts'
import { nameWords, paragraph, plainText, words } from './text-blocks.ts'

type VotesOption = Votes['options'][number]

export function votesBlocks({ answered, options }: Votes): types.RichTextBlock[] {
  return [...options.map((option) => voteBlock(option, answered)), paragraph([words(answeredInWords(answered), { italic: true })])]
}

function voteBlock({ letter, text, votes, right, mine }: VotesOption, answered: number): types.RichTextBlock {
  const share = answered === 0 ? 0 : Math.min(1, votes / answered)
  return paragraph([
    words(`${right ? '✅ ' : ''}${letter}`, { bold: true }),
    ...richText(['   ', ...(right ? emphasized(text) : text)]),
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

const bold = { bold: true } as const

/** Proportional text, so that a name of any length wraps like other words. The asker's own line is bold. */
export function rankingBlocks({ rows, own, by }: Ranking): SlackBlock[] {
  const all = own === null ? rows : [...rows, own]
  if (all.length === 0) return []
  const numbers = namesakes(all)
  const lines = rows.map((row) => rankingLine(row, by, numbers.get(row.person.id)))
  if (own !== null) lines.push([words('⋯')], rankingLine(own, by, undefined))
  const legend: types.ContextBlock = { type: 'context', elements: [plainText(rankingLegend(all, by))] }
  return [paragraph(lines.flatMap((line, index) => (index === 0 ? line : [words('\n'), ...line]))), legend]
}

/** @param number tells the person from another of the same name: with a mention, whose profile opens at a press, or else by itself */
function rankingLine(row: RankingRow, by: Ranking['by'], number: number | undefined): types.RichTextElement[] {
  const style = row.you ? bold : undefined
  const user = number === undefined ? undefined : userOf(row.person.id)
  const apart = number === undefined ? [] : user === undefined ? [words(` (${number})`)] : [words(' ('), { type: 'user', user_id: user } as const, words(')')]
  return [words(`${rankMark(row, by)} `, style), nameWords(row.person.name, style), ...apart, words(`${row.you ? ' (you)' : ''} · ${figuresOf(row, by)}`, style)]
}
