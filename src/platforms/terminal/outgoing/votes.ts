// How a group voted: each option with a bar, its share in percent, and whether it was right.
import type { Votes } from '../../../screens/screen.ts'
import { answeredInWords } from '../../../screens/text.ts'
import { emphasized } from '../../../screens/written.ts'
import { limits } from '../limits.ts'
import { toSpans, type Reader } from './inline.ts'
import { lineWidth, span, type Line, type Span } from './styled.ts'
import { padBefore } from '../../../screens/width.ts'
import { hang, wrap } from './wrap.ts'

export function votes(block: Votes, width: number, reader: Reader): Line[] {
  const { least, most } = limits.bar
  const bar = Math.min(Math.max(width - 40, least), most)
  const options = block.options.flatMap((option): Line[] => {
    const letter = [span(option.right ? '✓ ' : '  ', 'right'), span(option.letter, option.right ? 'right' : 'accent'), span('  ')]
    const text = hang(letter, toSpans(option.right ? emphasized(option.text) : option.text, reader), width)
    return [...text, ...share(option, block.answered, bar, width), ...(width > limits.narrow ? [[]] : [])]
  })
  return [...options, ...wrap([span(`${answeredInWords(block.answered)}.`, 'dim')], width)]
}

function share(option: Votes['options'][number], answered: number, columns: number, width: number): Line[] {
  const part = answered === 0 ? 0 : Math.min(option.votes / answered, 1)
  const full = Math.round(part * columns)
  const bar: Line = [
    span(' '.repeat(5)),
    span('█'.repeat(full), option.right ? 'right' : 'plain'),
    span('░'.repeat(columns - full), 'dim'),
    span(` ${padBefore(String(Math.round(part * 100)), 3)}%`, 'strong'),
  ]
  const words: Span[] = [span(option.votes === 1 ? '1 vote' : `${option.votes} votes`)]
  if (option.right) words.push(span(' · '), span('right answer', 'right'))
  if (option.mine) words.push(span(' · '), span('your choice', 'strong'))
  const line = [...bar, span(' · '), ...words]
  return lineWidth(line) <= width ? [line] : [bar, ...hang([span(' '.repeat(5))], words, width)]
}
