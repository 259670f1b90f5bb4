// A screen as lines for a terminal. Color only repeats what the words say.
import { withCurlyQuotes } from '../../../screens/curly-quotes.ts'
import { buttonLabel, type Block, type Button, type Screen, type Tone } from '../../../screens/screen.ts'
import type { Picture } from '../../../screens/pictures/picture.ts'
import { imageInWords } from '../../../screens/pictures/blocks.ts'
import { isNumbered } from '../../../screens/numbered-list.ts'
import type { Text } from '../../../screens/text.ts'
import { cleanLine } from '../clean.ts'
import { limits } from '../limits.ts'
import { choices } from './choices.ts'
import { toSpans, type Reader } from './inline.ts'
import { picture } from './picture.ts'
import { withoutOwnNumbers } from './own-numbers.ts'
import { ranking } from './ranking.ts'
import { lineWidth, paint, span, type Line, type Look, type Span, type Style } from './styled.ts'
import { facts, table } from './table.ts'
import { votes } from './votes.ts'
import { widthOf } from '../../../screens/width.ts'
import { hang, wrap } from './wrap.ts'

/** Columns left empty before everything but the title. */
const indent = 2

/** How many of a terminal's columns are used. */
export function usedWidth(columns: number | undefined): number {
  const { least, most, unknown } = limits.columns
  return Math.min(Math.max(columns ?? unknown, least), most)
}

/**
 * @param label text at the end of the title line, for example who sees the screen
 * @param numberFrom the number of the first button. Buttons are numbered through the whole screen, so that each number means one of them.
 */
export function render(given: Screen, look: Look, label = '', numberFrom = 1): string {
  const screen = withCurlyQuotes(given)
  const width = usedWidth(look.columns)
  let number = numberFrom
  const blocks = [...(screen.above ?? []), ...screen.blocks]
  const body = blocks.flatMap((block, index) => {
    const before = blocks[index - 1]
    if (block.kind === 'picture' && isLeftOut(block.picture, width)) return []
    const drawn = blockLines(block, { width: width - indent, reader: look, number })
    if (block.kind === 'buttons') number += block.buttons.length
    return [...(before !== undefined && belongTogether(before, block) ? [] : [[]]), ...drawn]
  })
  const lines = [...titleLines(screen, width, label), ...body.map((line) => (line.length === 0 ? line : [span(' '.repeat(indent)), ...line]))]
  return `${lines.map((line) => paint(line, look)).join('\n')}\n`
}

/** A drawn diagram says again what stands above it, and would push the buttons off a narrow window. */
const isLeftOut = ({ kind }: Picture, width: number): boolean => width <= limits.narrow && (kind === 'layers' || kind === 'areas' || kind === 'steps')

/** No blank line between footnotes or rows of buttons, or after a heading. */
function belongTogether(before: Block, block: Block): boolean {
  return before.kind === 'heading' || ((before.kind === 'footnote' || before.kind === 'buttons') && block.kind === before.kind)
}

const tones: Readonly<Record<Tone, { readonly mark: string; readonly style: Style }>> = {
  plain: { mark: '', style: 'accent' },
  right: { mark: '✓ ', style: 'right' },
  wrong: { mark: '✗ ', style: 'wrong' },
  warning: { mark: '! ', style: 'warning' },
}

/** The title inside a rule, or between two rules if it is too long for that. */
function titleLines(screen: Screen, width: number, label: string): Line[] {
  const { mark, style } = tones[screen.tone]
  const stroke = label === '' ? '─' : '━'
  const rule = (length: number): Span => span(stroke.repeat(Math.max(length, 0)), 'rule')
  const title = span(mark + cleanLine(screen.title), style)
  const end = label === '' ? [] : [span(` ${cleanLine(label)} `, 'dim'), rule(2)]
  const room = width - 4 - lineWidth([title]) - lineWidth(end)
  if (room >= 2) return [[rule(2), span(' '), title, span(' '), rule(room), ...end]]
  return [[rule(width)], ...wrap([title], width), ...(label === '' ? [] : [[span(cleanLine(label), 'dim')]]), [rule(width)]]
}

type Room = {
  readonly width: number
  readonly reader: Reader
  /** Of the block's first button. */
  readonly number: number
}

function blockLines(block: Block, { width, reader, number }: Room): Line[] {
  const spans = (text: Text): Line => toSpans(text, reader)
  switch (block.kind) {
    case 'paragraph':
      return wrap(spans(block.text), width)
    case 'heading':
      return wrap([span(block.text, 'strong')], width)
    case 'list':
      return isNumbered(block.items) ? block.items.flatMap((item) => numbered(spans(item), width)) : list(block.items.map(spans), width)
    case 'choices':
      return choices(block, width, reader)
    case 'votes':
      return votes(block, width, reader)
    case 'facts':
      return facts(block.facts.map(({ label, value }) => ({ label, value: spans(value) })), width)
    case 'ranking':
      return ranking(block, width)
    case 'table':
      return table(block.columns, block.rows, width)
    case 'buttons':
      return buttons(block.buttons, width, number)
    case 'footnote':
      return wrap(spans(block.text).map((part) => (part.style === 'plain' ? { ...part, style: 'dim' } : part)), width)
    case 'picture':
      return picture(block.picture, width)
    case 'image':
      return wrap(spans(imageInWords(block)), width)
    case 'file':
      return wrap([span(block.name, 'strong')], width)
  }
}

/** In two columns if every item begins with a styled word, for example a letter or a command; otherwise with bullets. */
function list(items: readonly Line[], width: number): Line[] {
  const headWidths = items.map(([first, second]) => {
    const hasHead = first !== undefined && first.style !== 'plain' && second?.text.startsWith(' ') === true
    return hasHead ? widthOf(first.text) : 0
  })
  const column = Math.max(0, ...headWidths)
  if (headWidths.includes(0) || column > width / 3) return items.flatMap((item) => hang([span('• ', 'dim')], item, width))
  return items.flatMap(([first = span(''), ...rest], index) => hang([first, span(' '.repeat(column - (headWidths[index] ?? 0) + 2))], rest, width))
}

/** Further lines begin below the words. */
function numbered(item: Line, width: number): Line[] {
  const [first = span(''), ...rest] = item
  const [number = ''] = /^\d+[.)]\s*/u.exec(first.text) ?? []
  const [head, words] = [{ ...first, text: number.trimEnd() }, { ...first, text: first.text.slice(number.length) }]
  return hang([head, span(' ')], words.text === '' ? trimmed(rest) : [words, ...rest], width)
}

const trimmed = ([first, ...rest]: Line): Line => (first === undefined ? [] : [{ ...first, text: first.text.trimStart() }, ...rest])

function styleOf({ primary, state }: Button): Style {
  if (state === 'unavailable') return 'dim'
  return primary || state === 'current' ? 'strong' : 'plain'
}

/** Each with the number that presses it. */
function buttons(all: readonly Button[], width: number, first: number): Line[] {
  const lines: Span[][] = []
  const labels = withoutOwnNumbers(all.map((given) => cleanLine(buttonLabel(given))), first)
  for (const [index, given] of all.entries()) {
    const button = [span(`[${first + index}]`, 'typed'), span(` ${labels[index] ?? ''}`, styleOf(given))]
    const line = lines.at(-1)
    const fits = line !== undefined && lineWidth(line) + 3 + lineWidth(button) <= width
    if (fits) line.push(span('   '), ...button)
    else lines.push(...wrap(button, width).map((part) => [...part]))
  }
  return lines
}
