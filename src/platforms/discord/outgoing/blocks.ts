// Each block of meaning as text and controls of Discord.
import type { APIComponentInContainer } from 'discord.js'
import type { Commands } from '../../../commands/commands.ts'
import type { Block, Button, Choices, Screen } from '../../../screens/screen.ts'
import { answeredInWords } from '../../../screens/text.ts'
import { cleanLine, cut } from './escape.ts'
import { limits } from './violations.ts'
import { ranking } from './ranking.ts'
import { table } from './table.ts'
import { line, markdown, bold } from './markdown.ts'

export type Row = Extract<APIComponentInContainer, { type: 1 }>
type RowButton = Extract<Row['components'][number], { type: 2 }>

/** A text, or a row of controls. `joins`: the next text belongs right under this one. */
export type Part = { readonly text: string; readonly joins?: 'heading' | 'footnote' } | { readonly row: Row }

/** How much of a screen is shown: as much as fits. */
export type Measure = {
  /** The longest that a single string may be. */
  readonly length: number
  /** The most lines of a list, a ranking, a table. */
  readonly items: number
  /** The most blocks of a screen. */
  readonly blocks: number
  /** Texts that follow each other share a text display, to save components. */
  readonly merged: boolean
  readonly commands: Commands
}

/** @param customId makes the id of a control unique in the message */
export function blockParts(block: Block, measure: Measure, customId: (control: string) => string): Part[] {
  const { length, items } = measure
  switch (block.kind) {
    case 'paragraph':
      return texts([markdown(block.text, measure)])
    case 'heading':
      return [{ text: `### ${line(block.text, length)}`, joins: 'heading' }]
    case 'list':
      return texts(upTo(items, block.items.map((item) => `- ${indented(markdown(item, measure))}`)))
    case 'choices':
      return choices(block, measure, customId)
    case 'votes':
      return [...texts(upTo(items, block.options.map((option) => vote(option, block.answered, length)))), { text: `-# ${answeredInWords(block.answered)}`, joins: 'footnote' }]
    case 'facts':
      return texts(upTo(items, block.facts.map(({ label, value }) => `${bold(`${label}:`, length)} ${markdown(value, measure)}`)))
    case 'ranking':
      return texts(ranking(block, length, items))
    case 'table':
      return texts(table(block, length, items))
    case 'buttons':
      return rows(block.buttons.slice(0, items).map((button) => screenButton(button, customId)), block.buttons.length - items)
    case 'footnote':
      return [{ text: markdown(block.text, measure).split('\n').map((small) => `-# ${small}`).join('\n'), joins: 'footnote' }]
  }
}

/** Discord's own colours for success, danger and warning, and its blue. */
export const toneColours: Readonly<Record<Screen['tone'], number>> = { plain: 0x5865f2, right: 0x57f287, wrong: 0xed4245, warning: 0xfee75c }

const texts = (lines: readonly string[]): Part[] => (lines.length === 0 ? [] : [{ text: lines.join('\n') }])

export function upTo(most: number, lines: readonly string[]): string[] {
  return lines.length <= most ? [...lines] : [...lines.slice(0, most), `-# …and ${lines.length - most} more`]
}

/** A second line of a list item stays under the first. */
const indented = (text: string) => text.replace(/\n+/gu, '\n  ')

const cells = 10

function vote(option: Extract<Block, { kind: 'votes' }>['options'][number], answered: number, length: number): string {
  const share = answered > 0 ? Math.min(1, Math.max(0, option.votes / answered)) : 0
  const full = option.votes > 0 ? Math.max(1, Math.round(share * cells)) : 0
  const bar = `\`${'█'.repeat(full)}${'░'.repeat(cells - full)}\``
  const count = option.votes === 1 ? '1 vote' : `${option.votes} votes`
  const marks = `${option.right ? ' ✅' : ''}${option.mine ? ' · your answer' : ''}`
  return `${bold(`${option.letter}.`, length)} ${line(option.text, length)}${marks}\n${bar} ${Math.round(share * 100)} % · ${count}`
}

/** Options that fill a line on a phone stand apart from each other. */
const longOption = 48

function choices(block: Choices, measure: Measure, customId: (control: string) => string): Part[] {
  const { length, items } = measure
  const lines = block.options.map(({ id, letter, text }) => {
    const mark = block.chosen.includes(id) ? ' · **your choice**' : ''
    return `${bold(`${letter}.`, length)} ${line(text, length)}${mark}`
  })
  const gap = block.options.some(({ text }) => text.length > longOption) ? '\n\n' : '\n'
  const body = upTo(items, lines).join(gap)
  const controls = block.pick > 1 ? select(block, customId) : rows(block.options.slice(0, items).map((option) => optionButton(option, block.chosen.includes(option.id), customId)), 0)
  return [...(body === '' ? [] : [{ text: body }]), ...controls]
}

function optionButton({ letter, control }: Choices['options'][number], isChosen: boolean, customId: (control: string) => string): RowButton {
  return { type: 2, style: isChosen ? 1 : 2, label: label(letter), custom_id: customId(control) }
}

function select(block: Choices, customId: (control: string) => string): Part[] {
  const known = new Map(block.options.map((option) => [option.id, option]))
  const options = [...known.values()].slice(0, limits.selectOptions).map(({ id, letter, text }) => ({
    label: cut(cleanLine(`${letter}. ${text}`), limits.selectText) || '…',
    value: id.slice(0, limits.selectText) || '…',
  }))
  const pick = Math.min(block.pick, options.length)
  if (pick === 0) return []
  // Discord shows earlier choices only where they are as many as must be chosen.
  const chosen = block.chosen.filter((id) => known.has(id))
  const filled = chosen.length === pick ? options.map((option) => ({ ...option, default: chosen.includes(option.value) })) : options
  const menu = { type: 3, custom_id: customId(block.several), placeholder: `Choose ${pick}`, min_values: pick, max_values: pick, options: filled } as const
  return [{ row: { type: 1, components: [menu] } }]
}

function screenButton(button: Button, customId: (control: string) => string): RowButton {
  return { type: 2, style: button.primary ? 1 : 2, label: label(button.label), custom_id: customId(button.control) }
}

/** A button without words is refused. */
const label = (text: string) => cut(cleanLine(text), limits.buttonLabel) || '…'

function rows(buttons: readonly RowButton[], dropped: number): Part[] {
  const parts: Part[] = []
  for (let start = 0; start < buttons.length; start += limits.buttonsInRow) {
    parts.push({ row: { type: 1, components: buttons.slice(start, start + limits.buttonsInRow) } })
  }
  return dropped > 0 ? [...parts, { text: `-# …and ${dropped} more`, joins: 'footnote' }] : parts
}
