// The options of a question, and a line that says how to answer.
import type { Choices } from '../../../screens/screen.ts'
import { emphasized } from '../../../screens/written.ts'
import { limits } from '../limits.ts'
import { toSpans, type Reader } from './inline.ts'
import { span, type Line } from './styled.ts'
import { hang, wrap } from './wrap.ts'

export function choices(block: Choices, width: number, reader: Reader): Line[] {
  const options = block.options.map(({ id, letter, text }): Line[] => {
    const mine = block.chosen.includes(id)
    const words = [...toSpans(mine ? emphasized(text) : text, reader), ...(mine ? [span(' '), span(block.sets === 'key' ? '← current answer' : '← your choice', 'right')] : [])]
    return hang([span(letter, 'accent'), span('  ')], words, width)
  })
  const spaced = width > limits.narrow && options.some((lines) => lines.length > 1)
  const lines = options.flatMap((option, index) => (spaced && index > 0 ? [[], ...option] : option))
  return [...lines, [], ...wrap([span(howToAnswer(block), 'dim')], width)]
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six']

function howToAnswer({ options, pick, sets }: Choices): string {
  const purpose = sets === 'key' ? 'choose' : 'answer'
  const letters = options.map(({ letter }) => letter)
  if (pick > 1) return `Type ${numbers[pick] ?? pick} letters to ${purpose}, for example ${letters.slice(0, pick).join('')}.`
  const last = letters.at(-1)
  return `Type ${letters.length > 1 ? `${letters.slice(0, -1).join(', ')}${letters.length > 2 ? ',' : ''} or ${last}` : (last ?? 'a letter')} to ${purpose}.`
}
