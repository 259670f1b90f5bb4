// Blocks in pages: each fits a phone's screen on every platform, and none begins with half a sentence if that can be helped.
import type { Block } from '../../screens/screen.ts'
import { recordsOf } from '../../screens/table.ts'
import { plain, type Text } from '../../screens/text.ts'

/** A phone shows 30 lines of 44 letters; the title, the small print and the buttons take the others. */
const [pageLines, lineLength] = [18, 44]
/** Of one block, in characters. Words don't fill their lines. */
const longestText = (pageLines - 2) * (lineLength - 6)

/** At least one page, which may be empty. */
export function pagesOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const pages: Block[][] = [[]]
  let used = 0
  for (const block of blocks.flatMap(pieces)) {
    const length = linesOf(block)
    const page = pages.at(-1) ?? []
    if (used > 0 && used + length > pageLines) {
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

const sum = (blocks: readonly Block[]) => blocks.reduce((all, block) => all + linesOf(block), 0)

/** Of what a document holds, with a blank line below: other blocks do not come from Markdown. */
function linesOf(block: Block): number {
  if (block.kind === 'heading') return wrapped(block.text) + 1
  if (block.kind === 'list') return block.items.reduce((all, item) => all + itemLines(item), 1)
  if (block.kind === 'table') return recordsOf(block).reduce((all, record) => all + recordLines(record), 2)
  return block.kind === 'paragraph' || block.kind === 'footnote' ? wrapped(plain(block.text)) + 1 : 0
}

/** Lines of a text, a little more than its letters need: words don't fill their lines. */
const wrapped = (text: string): number => text.split('\n').reduce((all, line) => all + Math.max(1, Math.ceil(line.length / (lineLength - 4))), 0)

const itemLines = (item: Text): number => wrapped(`• ${plain(item)}`)

/** Where there is no table, a row is its title with a line for each cell. */
const recordLines = ({ title, cells }: ReturnType<typeof recordsOf>[number]): number =>
  cells.reduce((all, { column, value }) => all + wrapped(`• ${column}: ${value}`), wrapped(`${title.column}: ${title.value}`) + (cells.length > 1 ? 1 : 0))

/** A block that is too long for a page, in parts that are not. */
function pieces(block: Block): readonly Block[] {
  if (linesOf(block) <= pageLines) return [block]
  if (block.kind === 'list') return grouped(block.items, itemLines).map((items) => ({ kind: 'list', items }))
  if (block.kind === 'table') return grouped(block.rows, (row) => linesOf({ ...block, rows: [row] }) - 2).map((rows) => ({ kind: 'table', columns: block.columns, rows }))
  if (block.kind !== 'paragraph') return [block]
  const [only] = block.text
  if (typeof only === 'object' && only.kind === 'code-block') return grouped(only.text.split('\n'), wrapped).map((lines) => ({ kind: 'paragraph', text: [{ ...only, text: lines.join('\n') }] }))
  return sentences(block.text).map((text) => ({ kind: 'paragraph', text: [text] }))
}

/** @param lines of one item */
function grouped<Item>(items: readonly Item[], lines: (item: Item) => number): readonly (readonly Item[])[] {
  const groups: Item[][] = [[]]
  let used = 0
  for (const item of items) {
    if (used > 0 && used + lines(item) > pageLines - 2) {
      groups.push([])
      used = 0
    }
    groups.at(-1)?.push(item)
    used += lines(item)
  }
  return groups
}

/** Without its styles: no writer makes a paragraph this long. Cut after a sentence, or after a word where there is none. */
function sentences(text: Text): readonly string[] {
  const parts: string[] = []
  let rest = plain(text).trim()
  while (rest.length > longestText) {
    const room = rest.slice(0, longestText)
    const end = Math.max(...[...room.matchAll(/[.!?]["”’)]?\s/gu)].map(({ index }) => index + 1))
    const cut = end > 0 ? end : room.lastIndexOf(' ') > 0 ? room.lastIndexOf(' ') : longestText
    parts.push(rest.slice(0, cut).trim())
    rest = rest.slice(cut).trim()
  }
  return rest === '' ? parts : [...parts, rest]
}
