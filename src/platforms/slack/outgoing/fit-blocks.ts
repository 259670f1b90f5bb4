// What Slack accepts, as one table, and the check that every message and view goes through before it is sent. What is too
// long is shortened with an ellipsis; nothing fails, and nothing goes missing without a word.
import type { types } from '@slack/bolt'
import { shorten } from '../sanitize.ts'

/** https://docs.slack.dev/reference/block-kit/blocks and the pages of its elements, in UTF-16 units, the stricter count */
export const limits = {
  blocksInMessage: 50,
  blocksInView: 100,
  /** Undocumented: from about 13,200 on a message is refused. https://github.com/slackapi/bolt-js/issues/2509 */
  textOfBlocks: 12_000,
  /** The text beside the blocks. chat.update takes 4,000: https://docs.slack.dev/reference/methods/chat.update */
  updateText: 4_000,
  /** Ours: enough for a screen reader, and short of 4,000 also with a few entities. */
  notification: 3_000,
  header: 150,
  textObject: 3_000,
  /** Of one rich text block; undocumented, kept at that of other texts. */
  richText: 3_000,
  elementsInActions: 25,
  elementsInContext: 10,
  buttonText: 75,
  accessibilityLabel: 75,
  actionId: 255,
  optionText: 75,
  optionValue: 150,
  options: 100,
  checkboxes: 10,
  inputLabel: 2_000,
  /** https://docs.slack.dev/reference/views/modal-views */
  modalTitle: 24,
  privateMetadata: 3_000,
} as const

/** The same blocks within all limits. */
export function fitBlocks(blocks: readonly types.KnownBlock[], most: number): types.KnownBlock[] {
  const whole = blocks.flatMap(splitActions)
  const counted = whole.length <= most ? whole : [...whole.slice(0, most - 1), moreBlock(whole.length - most + 1)]
  const lengths = counted.map(textLength)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const cap = total <= limits.textOfBlocks ? Infinity : fairCap(lengths, limits.textOfBlocks)
  return counted.map((block, index) => {
    const length = lengths[index] ?? 0
    return length <= cap && length <= smallest ? block : fitBlock(block, cap)
  })
}

const moreBlock = (count: number): types.KnownBlock => ({
  type: 'context',
  elements: [{ type: 'plain_text', text: `…and ${count} more`, emoji: false }],
})

/** No block with less text than this can be over a limit of its own. */
const smallest = limits.buttonText

/** The length to which the longest blocks are cut so that all together fit. */
function fairCap(lengths: readonly number[], total: number): number {
  let [low, high] = [0, total]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const sum = lengths.reduce((all, length) => all + Math.min(length, middle), 0)
    if (sum <= total) low = middle
    else high = middle - 1
  }
  return low
}

function textLength(block: types.KnownBlock): number {
  switch (block.type) {
    case 'header':
      return block.text.text.length
    case 'section':
      return block.text?.text.length ?? 0
    case 'context':
      return block.elements.reduce((sum, element) => sum + ('text' in element ? element.text.length : 0), 0)
    case 'rich_text':
      return block.elements.reduce((sum, element) => sum + richLength(element), 0)
    case 'actions':
      return block.elements.reduce((sum, element) => sum + (element.type === 'button' ? element.text.text.length : 0), 0)
    case 'input':
      return block.label.text.length
    default:
      return 0
  }
}

type RichElement = types.RichTextBlock['elements'][number]

function richLength(element: RichElement): number {
  if (element.type === 'rich_text_list') return element.elements.reduce((sum, item) => sum + richLength(item), 0)
  return element.elements.reduce((sum: number, part) => sum + partLength(part), 0)
}

/** Mentions and dates count as what they come to on the screen, roughly. */
const partLength = (part: types.RichTextElement) => ('text' in part && part.text !== undefined ? part.text.length : 20)

function fitBlock(block: types.KnownBlock, cap: number): types.KnownBlock {
  switch (block.type) {
    case 'header':
      return { ...block, text: { ...block.text, text: shorten(block.text.text, Math.min(limits.header, cap)) } }
    case 'section':
      return block.text === undefined ? block : { ...block, text: { ...block.text, text: shorten(block.text.text, Math.min(limits.textObject, cap)) } }
    case 'context':
      return {
        ...block,
        elements: block.elements.map((element) => ('text' in element ? { ...element, text: shorten(element.text, Math.min(limits.textObject, cap)) } : element)),
      }
    case 'rich_text': {
      const room = { left: Math.min(limits.richText, cap), said: false }
      return { ...block, elements: block.elements.map((element) => fitRich(element, room)).filter((element) => element.elements.length > 0) }
    }
    default:
      return block
  }
}

/** How many units are left, and whether an ellipsis says already that something is missing. */
type Room = { left: number; said: boolean }

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

/** What fits; the first part that does not ends in an ellipsis, and nothing follows it. */
function fitParts(parts: readonly types.RichTextElement[], room: Room): types.RichTextElement[] {
  const kept: types.RichTextElement[] = []
  for (const part of parts) {
    const length = partLength(part)
    if (length <= room.left) {
      kept.push(part)
      room.left -= length
      continue
    }
    if (!room.said) kept.push(part.type === 'text' ? { ...part, text: shorten(part.text, Math.max(1, room.left)) } : { type: 'text', text: '…' })
    room.said = true
    room.left = 0
  }
  return kept
}

/** At most 25 elements in a row, and in one row no action id twice. https://docs.slack.dev/reference/block-kit/blocks/actions-block */
function splitActions(block: types.KnownBlock): types.KnownBlock[] {
  if (block.type !== 'actions') return [block]
  const rows: types.ActionsBlock['elements'][] = [[]]
  let ids = new Set<string | undefined>()
  for (const element of block.elements) {
    if ((rows.at(-1)?.length ?? 0) >= limits.elementsInActions || ids.has(element.action_id)) {
      rows.push([])
      ids = new Set()
    }
    rows.at(-1)?.push(element)
    ids.add(element.action_id)
  }
  return rows.map((elements) => ({ ...block, elements }))
}
