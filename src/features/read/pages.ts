// Blocks in pages: each fits into one message on every platform, and none begins with half a sentence if that can be helped.
import type { Block } from '../../screens/screen.ts'
import { plain, type Text } from '../../screens/text.ts'

/** In characters. Discord takes 4,000 in a message and Slack 3,000 in a block; on a phone this is two screens. */
const pageLength = 1_800

/** At least one page, which may be empty. */
export function pagesOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const pages: Block[][] = [[]]
  let used = 0
  for (const block of blocks.flatMap(pieces)) {
    const length = lengthOf(block)
    const page = pages.at(-1) ?? []
    if (used > 0 && used + length > pageLength) {
      // A heading goes with what it heads.
      const heading = page.at(-1)?.kind === 'heading' ? page.splice(-1) : []
      pages.push([...heading, block])
      used = length + sum(heading)
    } else {
      page.push(block)
      used += length
    }
  }
  return pages.filter((page, at) => page.length > 0 || at === 0)
}

const sum = (blocks: readonly Block[]) => blocks.reduce((all, block) => all + lengthOf(block), 0)

/** Of what a document holds: other blocks do not come from Markdown. */
function lengthOf(block: Block): number {
  if (block.kind === 'heading') return block.text.length
  if (block.kind === 'list') return block.items.reduce((all, item) => all + plain(item).length + 3, 0)
  if (block.kind === 'table') return block.rows.flat().join('').length + block.rows.length * block.columns.join('').length
  return block.kind === 'paragraph' || block.kind === 'footnote' ? plain(block.text).length : 0
}

/** A block that is too long for a page, in parts that are not. */
function pieces(block: Block): readonly Block[] {
  if (lengthOf(block) <= pageLength) return [block]
  if (block.kind === 'list') return grouped(block.items, (item) => plain(item).length + 3).map((items) => ({ kind: 'list', items }))
  if (block.kind === 'table') {
    const head = block.columns.join('').length
    return grouped(block.rows, (row) => row.join('').length + head).map((rows) => ({ kind: 'table', columns: block.columns, rows }))
  }
  if (block.kind !== 'paragraph') return [block]
  return sentences(block.text).map((text) => ({ kind: 'paragraph', text: [text] }))
}

function grouped<Item>(items: readonly Item[], length: (item: Item) => number): readonly (readonly Item[])[] {
  const groups: Item[][] = [[]]
  let used = 0
  for (const item of items) {
    if (used > 0 && used + length(item) > pageLength) {
      groups.push([])
      used = 0
    }
    groups.at(-1)?.push(item)
    used += length(item)
  }
  return groups
}

/** Without its styles: no writer makes a paragraph this long. Cut after a sentence, or after a word where there is none. */
function sentences(text: Text): readonly string[] {
  const parts: string[] = []
  let rest = plain(text).trim()
  while (rest.length > pageLength) {
    const room = rest.slice(0, pageLength)
    const end = Math.max(...[...room.matchAll(/[.!?]["”’)]?\s/gu)].map(({ index }) => index + 1))
    const cut = end > 0 ? end : room.lastIndexOf(' ') > 0 ? room.lastIndexOf(' ') : pageLength
    parts.push(rest.slice(0, cut).trim())
    rest = rest.slice(cut).trim()
  }
  return rest === '' ? parts : [...parts, rest]
}
