// Breaks styled text into lines of a width.
import { lineWidth, span, type Line, type Span } from './styled.ts'
import { splitGraphemes, widthOf } from '../../../screens/width.ts'

type Word = readonly Span[]

/**
 * Lines of at most `width` columns, broken at spaces if there are any. A line feed in the text ends a line.
 *
 * @param addresses `whole`: a long one goes over the edge, so that a terminal can open it; `broken`: beside other columns
 */
export function wrap(text: Line, width: number, addresses: 'whole' | 'broken' = 'whole'): Line[] {
  return splitLines(text).flatMap((line) => (line[0]?.style === 'code' ? codeLine(line[0], width) : fill(splitWords(line, width).flatMap((word) => breakWord(word, width, addresses)), width)))
}

/** Set in, with all of its spaces. One that is too long goes on behind an arrow, which stands for the spaces there. */
function codeLine({ text, style }: Span, width: number): Line[] {
  const room = Math.max(width - codeIndent, 8)
  const pieces: string[] = []
  for (const word of text.split(/(?<=\S)(?= +\S)/u)) {
    const last = pieces.at(-1)
    if (last !== undefined && widthOf(last) + widthOf(word) <= room) pieces[pieces.length - 1] = last + word
    else pieces.push(...breakWord([{ text: last === undefined ? word : word.trimStart(), style }], room, 'broken').map((piece) => piece.map((each) => each.text).join('')))
  }
  return pieces.map((piece, at) => [at === 0 ? span(' '.repeat(codeIndent)) : span('↪ '.padEnd(codeIndent), 'dim'), { text: piece, style }])
}

const codeIndent = 2

/** Lines after a mark, with the second and later lines indented to the first word. */
export function hang(mark: Line, text: Line, width: number): Line[] {
  const indent = lineWidth(mark)
  return wrap(text, Math.max(width - indent, 8)).map((line, index) => [
    ...(index === 0 ? mark : [span(' '.repeat(indent))]),
    ...line,
  ])
}

function splitLines(text: Line): Line[] {
  const lines: Span[][] = [[]]
  for (const { text: words, style } of text) {
    for (const [index, part] of words.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push({ text: part, style })
    }
  }
  return lines
}

/** A text to type, or a remark on a right answer, counts as one word if it fits on a line. */
function splitWords(line: Line, width: number): Word[] {
  const words: Span[][] = []
  let open = false
  for (const { text, style } of line) {
    const whole = (style === 'typed' || style === 'right') && !text.startsWith(' ') && widthOf(text) < width
    // Several spaces in a row stand in code alone, and stay.
    for (const part of whole ? [text] : text.split(style === 'typed' ? /(?<! )( )(?! )/u : /( +)/u)) {
      if (part === '') continue
      if (part.startsWith(' ') && (style !== 'typed' || part === ' ')) {
        open = false
      } else if (open) {
        words.at(-1)?.push({ text: part, style })
      } else {
        words.push([{ text: part, style }])
        open = true
      }
    }
  }
  return words
}

/** Breaks a word that is wider than a line. */
function breakWord(word: Word, width: number, addresses: 'whole' | 'broken'): Word[] {
  if (lineWidth(word) <= width) return [word]
  const pieces: Span[][] = [[]]
  let used = 0
  for (const { text, style } of word) {
    for (const grapheme of addresses === 'whole' ? withWholeAddresses(text) : splitGraphemes(text)) {
      if (used + widthOf(grapheme) > width && used > 0) {
        pieces.push([])
        used = 0
      }
      pieces.at(-1)?.push({ text: grapheme, style })
      used += widthOf(grapheme)
    }
  }
  return pieces
}

/** Addresses with the signs around them, and everything else letter by letter. */
const withWholeAddresses = (text: string): readonly string[] => text.split(/(\W?https?:\/\/\S+)/u).flatMap((part, at) => (at % 2 === 1 ? [part] : splitGraphemes(part)))

function fill(words: readonly Word[], width: number): Line[] {
  const lines: Span[][] = [[]]
  let used = 0
  for (const word of words) {
    const needed = lineWidth(word)
    const line = lines.at(-1)
    if (line === undefined || used === 0) {
      line?.push(...word)
      used = needed
    } else if (used + 1 + needed <= width) {
      line.push(spaceBetween(line.at(-1), word[0]), ...word)
      used += 1 + needed
    } else {
      dropSeparator(line)
      const next = isSeparator(word) ? [] : [...word]
      lines.push(next)
      used = lineWidth(next)
    }
  }
  return lines
}

/** A dot between two things, which a line break parts as well: no line begins or ends with it. */
const isSeparator = (word: Word) => word.length === 1 && word[0]?.text === '·'

/** Takes the dot and the space before it from the end of a line. */
function dropSeparator(line: Span[]): void {
  if (line.length > 2 && isSeparator(line.slice(-1))) line.splice(-2)
}

/** In the style of both words if they share one. */
function spaceBetween(before: Span | undefined, after: Span | undefined): Span {
  return { text: ' ', style: before !== undefined && before.style === after?.style ? before.style : 'plain' }
}
