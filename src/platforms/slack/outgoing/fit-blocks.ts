// Fits the blocks of a message or a view to Slack's limits. What is too long ends in an ellipsis; nothing fails, and nothing is
// dropped without a word.
import type { types } from '@slack/bolt'
import type { SlackBlock } from './blocks.ts'
import { fitText } from './fit-text.ts'
import { limits } from './limits.ts'
import { plainText } from './text-blocks.ts'
import { textLength } from './text-length.ts'

/** @param most how many blocks Slack accepts here */
export function fitBlocks(blocks: readonly SlackBlock[], most: number): SlackBlock[] {
  const split = blocks.flatMap(splitActions)
  const counted = split.length <= most ? split : [...split.slice(0, most - 1), moreBlock(split.length - most + 1)]
  const lengths = counted.map(textLength)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const cap = total <= limits.textOfBlocks ? Infinity : fairCap(lengths, limits.textOfBlocks)
  return counted.map((block, index) => {
    const length = lengths[index] ?? 0
    return length <= cap && length <= alwaysFits ? block : fitText(block, cap)
  })
}

/** A block with no more text than this is within every limit for its kind. */
const alwaysFits = limits.buttonText

const moreBlock = (count: number): types.ContextBlock => ({ type: 'context', elements: [plainText(`…and ${count} more`)] })

/** The length that the longest blocks are cut to, so that all of them together have at most `total`. */
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

const fitsOneRow = (elements: types.ActionsBlock['elements']): boolean =>
  elements.length <= limits.elementsInActions && new Set(elements.map(({ action_id: id }) => id)).size === elements.length

/** At most 25 elements in a row, and no action id twice in one row. https://docs.slack.dev/reference/block-kit/blocks/actions-block */
function splitActions(block: SlackBlock): SlackBlock[] {
  if (block.type !== 'actions' || fitsOneRow(block.elements)) return [block]
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
