// How much text a block holds, as Slack counts it, roughly.
import type { types } from '@slack/bolt'
import type { SlackBlock } from './blocks.ts'

export type RichElement = types.RichTextBlock['elements'][number]

/** In UTF-16 units. */
export function textLength(block: SlackBlock): number {
  switch (block.type) {
    case 'header':
      return block.text.text.length
    case 'context':
      return block.elements.reduce((sum, element) => sum + ('text' in element ? element.text.length : 0), 0)
    case 'rich_text':
      return block.elements.reduce((sum, element) => sum + richLength(element), 0)
    case 'actions':
      return block.elements.reduce((sum, element) => sum + (element.type === 'button' ? element.text.text.length : 0), 0)
    case 'input':
      return block.label.text.length
    case 'table':
      return block.rows.flat().reduce((sum, cell) => sum + (cell.type === 'rich_text' ? textLength(cell) : 0), 0)
    case 'divider':
    // Its alternative text is none of the message's.
    case 'image':
      return 0
  }
}

function richLength(element: RichElement): number {
  if (element.type === 'rich_text_list') return element.elements.reduce((sum, item) => sum + richLength(item), 0)
  return element.elements.reduce((sum: number, part) => sum + partLength(part), 0)
}

/** Mentions and dates count as about what they show. */
export const partLength = (part: types.RichTextElement): number => ('text' in part && part.text !== undefined ? part.text.length : 20)
