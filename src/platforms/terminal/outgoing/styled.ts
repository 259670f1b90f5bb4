// Styled text: every span is made here from cleaned text, and colored last, so that wrapping never cuts a color code.
import { styleText } from 'node:util'
import type { Instant, Zone } from '../../../core/time.ts'
import { clean } from '../clean.ts'
import { limits } from '../limits.ts'
import { widthOf } from '../../../screens/width.ts'

/** How a screen is drawn. */
export type Look = {
  /** The window's width; undefined if it is unknown. */
  readonly columns: number | undefined
  readonly color: boolean
  /** The reader's own zone: times in it are shown without its name. */
  readonly zone?: Zone
  /** When it is read: the year of a moment in another one is shown. */
  readonly now?: Instant
}

/** `code`: lines that are drawn as they stand. */
export type Style = 'plain' | 'strong' | 'typed' | 'code' | 'dim' | 'right' | 'wrong' | 'warning' | 'accent' | 'rule'

const formats = {
  plain: 'reset',
  strong: 'bold',
  typed: 'cyan',
  code: 'cyan',
  dim: 'dim',
  right: ['bold', 'green'],
  wrong: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  accent: ['bold', 'cyan'],
  rule: 'dim',
} as const satisfies Record<Style, Parameters<typeof styleText>[0]>

export type Span = { readonly text: string; readonly style: Style }
export type Line = readonly Span[]

/** The only way to make a span, so no text is printed uncleaned or longer than the limit. */
export function span(text: string, style: Style = 'plain'): Span {
  const cleaned = clean(text)
  return { text: cleaned.length > limits.text ? `${cleaned.slice(0, limits.text).toWellFormed()}…` : cleaned, style }
}

export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + widthOf(text), 0)
}

/** The line as it is printed. Adjacent spans of one style share their color codes. */
export function paint(line: Line, look: Pick<Look, 'color'>): string {
  const joined: Span[] = []
  for (const next of line) {
    const last = joined.at(-1)
    if (last?.style === next.style) joined[joined.length - 1] = { ...last, text: last.text + next.text }
    else joined.push(next)
  }
  const text = joined.map((part) => (look.color && part.style !== 'plain' ? colored(part) : part.text)).join('')
  return look.color ? text : text.trimEnd()
}

function colored({ text, style }: Span): string {
  return styleText(formats[style], text, { validateStream: false })
}
