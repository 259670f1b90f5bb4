// Lines of styled text: made only here, from cleaned words, and painted last, so that wrapping never cuts a colour.
import { styleText } from 'node:util'
import type { Zone } from '../../../core/time.ts'
import { clean } from '../clean.ts'
import { limits } from '../limits.ts'
import { splitGraphemes, widthOf } from './width.ts'

/** How a terminal is drawn on. */
export type Look = {
  /** As wide as the window is; undefined where nobody says. */
  readonly columns: number | undefined
  readonly colour: boolean
  /** The reader's own zone: moments in it are shown without its name. */
  readonly zone?: Zone
}

export type Style = 'plain' | 'strong' | 'typed' | 'dim' | 'right' | 'wrong' | 'warning' | 'accent' | 'rule'

const formats = {
  plain: 'reset',
  strong: 'bold',
  typed: 'cyan',
  dim: 'dim',
  right: ['bold', 'green'],
  wrong: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  accent: ['bold', 'cyan'],
  rule: 'dim',
} as const satisfies Record<Style, Parameters<typeof styleText>[0]>

export type Span = { readonly text: string; readonly style: Style }
export type Line = readonly Span[]

/** The one way to make a span: no text comes to the screen uncleaned, and none floods it. */
export function span(text: string, style: Style = 'plain'): Span {
  const cleaned = clean(text)
  return { text: cleaned.length > limits.text ? `${cleaned.slice(0, limits.text).toWellFormed()}…` : cleaned, style }
}

export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + widthOf(text), 0)
}

/** The line as it is written; neighbours of one style share their colour codes. */
export function paint(line: Line, look: Pick<Look, 'colour'>): string {
  const joined: Span[] = []
  for (const next of line) {
    const last = joined.at(-1)
    if (last?.style === next.style) joined[joined.length - 1] = { ...last, text: last.text + next.text }
    else joined.push(next)
  }
  const text = joined.map((part) => (look.colour && part.style !== 'plain' ? styled(part) : part.text)).join('')
  return look.colour ? text : text.trimEnd()
}

function styled({ text, style }: Span): string {
  return styleText(formats[style], text, { validateStream: false })
}

type Word = readonly Span[]

/** Breaks text into lines of at most `width` columns, at spaces where there are any. A line feed in the text ends a line. */
export function wrap(text: Line, width: number): Line[] {
  return splitLines(text).flatMap((line) => fill(splitWords(line, width).flatMap((word) => breakWord(word, width)), width))
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

/** What is to be typed, and a remark on what is right, stays on one line where it fits on one. */
function splitWords(line: Line, width: number): Word[] {
  const words: Span[][] = []
  let open = false
  for (const { text, style } of line) {
    const whole = (style === 'typed' || style === 'right') && !text.startsWith(' ') && widthOf(text) < width
    for (const part of whole ? [text] : text.split(/( +)/u)) {
      if (part === '') continue
      if (part.startsWith(' ')) {
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

/** A word that is wider than a line, as a long address is, in pieces. */
function breakWord(word: Word, width: number): Word[] {
  if (lineWidth(word) <= width) return [word]
  const pieces: Span[][] = [[]]
  let used = 0
  for (const { text, style } of word) {
    for (const sign of splitGraphemes(text)) {
      if (used + widthOf(sign) > width && used > 0) {
        pieces.push([])
        used = 0
      }
      pieces.at(-1)?.push({ text: sign, style })
      used += widthOf(sign)
    }
  }
  return pieces
}

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
      line.push(between(line.at(-1), word[0]), ...word)
      used += 1 + needed
    } else {
      lines.push([...word])
      used = needed
    }
  }
  return lines
}

/** The space between two words has their style where they share one. */
function between(before: Span | undefined, after: Span | undefined): Span {
  return { text: ' ', style: before !== undefined && before.style === after?.style ? before.style : 'plain' }
}

/** Lines behind a first mark, with the rest hanging under the first word. */
export function hang(mark: Line, text: Line, width: number): Line[] {
  const indent = lineWidth(mark)
  return wrap(text, Math.max(width - indent, 8)).map((line, index) => [
    ...(index === 0 ? mark : [span(' '.repeat(indent))]),
    ...line,
  ])
}
