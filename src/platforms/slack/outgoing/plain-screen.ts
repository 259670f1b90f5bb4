// A screen as plain text, for notifications and screen readers, which do not get the blocks.
import type { Block, RankingRow, Screen } from '../../../screens/screen.ts'
import { plain } from '../../../screens/text.ts'

export function plainScreen(screen: Screen): string {
  return [screen.title, ...screen.blocks.map(plainBlock)].filter((line) => line !== '').join('\n')
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'footnote':
      return plain(block.text)
    case 'heading':
      return block.text
    case 'list':
      return block.items.map((item) => `• ${plain(item)}`).join('\n')
    case 'choices':
      return block.options.map(({ letter, text }) => `${letter}: ${text}`).join('\n')
    case 'votes':
      return block.options.map(({ letter, text, votes, right }) => `${right ? 'Right: ' : ''}${letter}: ${text} (${votes} of ${block.answered})`).join('\n')
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${plain(value)}`).join('\n')
    case 'ranking':
      return [...block.rows, ...(block.own === null ? [] : [block.own])].map(rankingLine).join('\n')
    case 'table':
      return [block.columns, ...block.rows].map((row) => row.join(', ')).join('\n')
    case 'buttons':
      return ''
  }
}

function rankingLine({ rank, person, points, you }: RankingRow): string {
  return `${rank}. ${person.name}${you ? ' (you)' : ''}: ${points} ${points === 1 ? 'point' : 'points'}`
}
