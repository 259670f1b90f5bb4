// A screen as lines for a terminal. Colour only repeats what the words say.
import type { Block, Button, Choices, Screen, Tone } from '../../../screens/screen.ts'
import { plainMoment, type Inline, type Text } from '../../../screens/text.ts'
import type { Zone } from '../../../core/time.ts'
import { cleanLine } from '../clean.ts'
import { nameIn } from '../ids.ts'
import { limits } from '../limits.ts'
import { ranking } from './ranking.ts'
import { hang, lineWidth, paint, span, wrap, type Line, type Look, type Span, type Style } from './styled.ts'
import { facts, table } from './table.ts'
import { votes } from './votes.ts'
import { widthOf } from './width.ts'

/** Columns left free before everything but the title. */
const indent = 2

/** The width that is drawn on a terminal of so many columns. */
export function usedWidth(columns: number | undefined): number {
  const { least, most, unknown } = limits.columns
  return Math.min(Math.max(columns ?? unknown, least), most)
}

/** @param label what stands at the end of the title line, for example that everybody sees it */
export function render(screen: Screen, look: Look, label = ''): string {
  const width = usedWidth(look.columns)
  const body = screen.blocks.flatMap((block, index) => {
    const before = screen.blocks[index - 1]
    return [...(before !== undefined && standsClose(before, block) ? [] : [[]]), ...blockLines(block, width - indent, look.zone)]
  })
  const lines = [...titleLines(screen, width, label), ...body.map((line) => (line.length === 0 ? line : [span(' '.repeat(indent)), ...line]))]
  return `${lines.map((line) => paint(line, look)).join('\n')}\n`
}

/** Small print stands together, and a heading stands on what it heads. */
function standsClose(before: Block, block: Block): boolean {
  return before.kind === 'heading' || (before.kind === 'footnote' && block.kind === 'footnote')
}

const tones: Readonly<Record<Tone, { readonly mark: string; readonly style: Style }>> = {
  plain: { mark: '', style: 'accent' },
  right: { mark: '✓ ', style: 'right' },
  wrong: { mark: '✗ ', style: 'wrong' },
  warning: { mark: '! ', style: 'warning' },
}

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

function blockLines(block: Block, width: number, zone: Zone | undefined): Line[] {
  const spans = (text: Text): Line => text.map((part) => inline(part, zone))
  switch (block.kind) {
    case 'paragraph':
      return wrap(spans(block.text), width)
    case 'heading':
      return wrap([span(block.text, 'strong')], width)
    case 'list':
      return list(block.items.map(spans), width)
    case 'choices':
      return choices(block, width)
    case 'votes':
      return votes(block, width)
    case 'facts':
      return facts(block.facts.map(({ label, value }) => ({ label, value: spans(value) })), width)
    case 'ranking':
      return ranking(block, width)
    case 'table':
      return table(block.columns, block.rows, width)
    case 'buttons':
      return buttons(block.buttons, width)
    case 'footnote':
      return wrap(spans(block.text).map((part) => (part.style === 'plain' ? { ...part, style: 'dim' } : part)), width)
  }
}

function inline(part: Inline, zone: Zone | undefined): Span {
  if (typeof part === 'string') return span(part)
  switch (part.kind) {
    case 'strong':
      return span(part.text, 'strong')
    case 'code':
      return span(part.text, 'typed')
    case 'command':
      return span(`/study ${part.line}`, 'typed')
    case 'link':
      return span(part.text === part.url ? part.url : `${part.text} (${part.url})`)
    case 'person':
      return span(personName(part.id, part.name))
    case 'place':
      return span('this terminal')
    case 'moment':
      return span(momentFor(part, zone))
  }
}

function momentFor(moment: Extract<Inline, { readonly kind: 'moment' }>, zone: Zone | undefined): string {
  const text = plainMoment(moment.at, moment.zone, moment.show)
  return moment.zone === zone ? text.replace(` (${zone})`, '') : text
}

/** Items that all begin with a word of their own, as a letter or a command, stand in two columns; others behind a dot. */
function list(items: readonly Line[], width: number): Line[] {
  const heads = items.map(([first, second]) => (first !== undefined && first.style !== 'plain' && second?.text.startsWith(' ') === true ? widthOf(first.text) : 0))
  const column = Math.max(0, ...heads)
  if (heads.includes(0) || column > width / 2) return items.flatMap((item) => hang([span('• ', 'dim')], item, width))
  return items.flatMap(([first = span(''), ...rest], index) => hang([first, span(' '.repeat(column - (heads[index] ?? 0) + 2))], rest, width))
}

function personName(id: string, name: string): string {
  const shown = cleanLine(name === '' ? (nameIn(id) ?? '') : name)
  return shown === '' ? 'a member' : shown
}

function choices(block: Choices, width: number): Line[] {
  const options = block.options.map(({ id, letter, text }): Line[] => {
    const mine = block.chosen.includes(id)
    const words = [span(text, mine ? 'strong' : 'plain'), ...(mine ? [span(' '), span('← your choice', 'right')] : [])]
    return hang([span(letter, 'accent'), span('  ')], words, width)
  })
  const airy = options.some((lines) => lines.length > 1)
  const lines = options.flatMap((option, index) => (airy && index > 0 ? [[], ...option] : option))
  return [...lines, [], ...wrap([span(howToAnswer(block), 'dim')], width)]
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six']

function howToAnswer({ options, pick }: Choices): string {
  const letters = options.map(({ letter }) => letter)
  if (pick > 1) return `Type ${numbers[pick] ?? pick} letters to answer, for example ${letters.slice(0, pick).join('')}.`
  const last = letters.at(-1)
  return `Type ${letters.length > 1 ? `${letters.slice(0, -1).join(', ')} or ${last}` : (last ?? 'a letter')} to answer.`
}

/** The number is typed to press the button. */
function buttons(all: readonly Button[], width: number): Line[] {
  const lines: Span[][] = []
  for (const [index, { label, primary }] of all.entries()) {
    const button = [span(`[${index + 1}]`, 'typed'), span(` ${cleanLine(label)}`, primary ? 'strong' : 'plain')]
    const line = lines.at(-1)
    const fits = line !== undefined && lineWidth(line) + 3 + lineWidth(button) <= width
    if (fits) line.push(span('   '), ...button)
    else lines.push(...wrap(button, width).map((part) => [...part]))
  }
  return lines
}
