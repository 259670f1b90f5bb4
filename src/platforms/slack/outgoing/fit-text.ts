// Shortens the text of one block.
import type { types } from '@slack/bolt'
import type { SlackBlock } from './blocks.ts'
import { limits } from './limits.ts'
import { shorten } from './shorten.ts'
import { partLength, textLength, type RichElement } from './text-length.ts'

type TableCell = types.TableBlock['rows'][number][number]

/**
 * The block within Slack's limits for its kind, with at most `most` UTF-16 units of text. The labels of buttons and inputs stay whole:
 * they are short already.
 */
export function fitText<Fitted extends SlackBlock>(block: Fitted, most: number): Fitted
export function fitText(block: SlackBlock, most: number): SlackBlock {
  switch (block.type) {
    case 'header':
      return { ...block, text: { ...block.text, text: shorten(block.text.text, Math.min(limits.header, most)) } }
    case 'context': {
      const longest = Math.min(limits.textObject, most)
      return { ...block, elements: block.elements.map((element) => ('text' in element ? { ...element, text: shorten(element.text, longest) } : element)) }
    }
    case 'rich_text': {
      const room = { left: Math.min(limits.richText, most), ellipsis: false }
      return { ...block, elements: block.elements.map((element) => fitRich(element, room)).filter((element) => element.elements.length > 0) }
    }
    case 'table': {
      // No cell may be empty, so those without room left show an ellipsis.
      const longest = Math.floor(most / Math.max(1, block.rows.flat().length))
      const fit = (cell: TableCell): TableCell => (cell.type === 'rich_text' && textLength(cell) > longest ? fitText(cell, Math.max(1, longest)) : cell)
      return textLength(block) <= most ? block : { ...block, rows: block.rows.map((row) => row.map(fit)) }
    }
    case 'actions':
    case 'input':
    case 'divider':
    case 'image':
      return block
  }
}

/** How many units are left, and whether an ellipsis already says that something is missing. */
type Room = { left: number; ellipsis: boolean }

function fitRich(element: RichElement, room: Room): RichElement {
  switch (element.type) {
    case 'rich_text_list': {
      const items = element.elements.map((item) => ({ ...item, elements: fitParts(item.elements, room) }))
      return { ...element, elements: items.filter((item) => item.elements.length > 0) }
    }
    case 'rich_text_preformatted':
      return { ...element, elements: fitParts(element.elements, room) as typeof element.elements }
    case 'rich_text_section':
    case 'rich_text_quote':
      return { ...element, elements: fitParts(element.elements, room) }
  }
}

/** Keeps what fits. The first part that does not fit is cut with an ellipsis, and the rest is dropped. */
function fitParts(parts: readonly types.RichTextElement[], room: Room): types.RichTextElement[] {
  const kept: types.RichTextElement[] = []
  for (const part of parts) {
    const length = partLength(part)
    if (length <= room.left) {
      kept.push(part)
      room.left -= length
      continue
    }
    if (!room.ellipsis) kept.push(part.type === 'text' ? { ...part, text: shorten(part.text, Math.max(1, room.left)) } : { type: 'text', text: '…' })
    room.ellipsis = true
    room.left = 0
  }
  return kept
}
