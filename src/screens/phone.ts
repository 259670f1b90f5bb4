// Whether a screen fits on a phone, roughly: for what may stay away where it doesn't.
import { buttonLabel, type Block, type Screen } from './screen.ts'
import { plain } from './text.ts'
import { widthOf } from './width.ts'

/** What a phone shows at once. */
export const phone = { lines: 30, letters: 44 } as const

/** Of paragraphs, lists, facts, small print and buttons: other blocks count for nothing. */
export const fitsPhone = ({ title, blocks }: Pick<Screen, 'title' | 'blocks'>): boolean => lines(title) + blocks.reduce((sum, block) => sum + 1 + linesOf(block), 0) <= phone.lines

function linesOf(block: Block): number {
  if (block.kind === 'paragraph' || block.kind === 'footnote') return lines(plain(block.text))
  if (block.kind === 'list') return block.items.reduce((sum, item) => sum + lines(plain(item), phone.letters - 2), 0)
  if (block.kind === 'heading') return lines(block.text)
  if (block.kind === 'facts') return block.facts.reduce((sum, { value }) => sum + lines(plain(value), phone.letters - factLabel), 0)
  return block.kind === 'buttons' ? lines(block.buttons.map((button) => buttonLabel(button).padEnd(buttonLabel(button).length + buttonEdge, '_').replaceAll(' ', '_')).join(' ')) : 0
}

/** Letters that the label of a fact takes beside it. */
const factLabel = 17

/** Letters that the edge of a button takes. */
const buttonEdge = 6

/** Broken at spaces. */
function lines(text: string, letters: number = phone.letters): number {
  return text.split('\n').reduce((all, line) => {
    let [more, used] = [1, 0]
    for (const word of line.split(' ')) {
      const width = widthOf(word)
      const isNext = used > 0 && used + 1 + width > letters
      if (isNext) more += 1
      used = isNext || used === 0 ? width : used + 1 + width
    }
    return all + more
  }, 0)
}
