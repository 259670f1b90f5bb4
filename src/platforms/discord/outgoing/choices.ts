// The options of a question: their text in full, then buttons, or a menu if several must be chosen.
import type { Choices } from '../../../screens/screen.ts'
import { limits } from '../connection/limits.ts'
import { cleanLine, cut } from './escape.ts'
import { bold, line } from './markdown.ts'
import { componentType } from './message.ts'
import { button, buttonRows, type CustomId, type Part } from './parts.ts'
import { upTo, type Budget } from './shorten.ts'

/** In characters. Longer options fill a line on a phone, so a blank line separates them. */
const longOption = 48

export function choices(block: Choices, { length, items }: Budget, customId: CustomId): Part[] {
  const lines = block.options.map(({ id, letter, text }) => {
    const mark = block.chosen.includes(id) ? ' · **your choice**' : ''
    return `${bold(`${letter}.`, length)} ${line(text, length)}${mark}`
  })
  const gap = block.options.some(({ text }) => text.length > longOption) ? '\n\n' : '\n'
  const body = upTo(items, lines).join(gap)
  const controls = block.pick > 1 ? menu(block, customId) : buttons(block, items, customId)
  return [...(body === '' ? [] : [{ text: body }]), ...controls]
}

function buttons({ options, chosen }: Choices, items: number, customId: CustomId): Part[] {
  return buttonRows(options.slice(0, items).map(({ id, letter, control }) => button(letter, customId(control), chosen.includes(id))), 0)
}

function menu(block: Choices, customId: CustomId): Part[] {
  const byId = new Map(block.options.map((option) => [option.id, option]))
  const options = [...byId.values()].slice(0, limits.selectOptions).map(({ id, letter, text }) => ({
    label: cut(cleanLine(`${letter}. ${text}`), limits.selectText) || '…',
    value: id.slice(0, limits.selectText) || '…',
  }))
  const pick = Math.min(block.pick, options.length)
  if (pick === 0) return []
  // Discord shows earlier choices only if they are as many as must be chosen.
  const chosen = block.chosen.filter((id) => byId.has(id))
  const preselected = chosen.length === pick ? options.map((option) => ({ ...option, default: chosen.includes(option.value) })) : options
  const range = { placeholder: `Choose ${pick}`, min_values: pick, max_values: pick }
  const select = { type: componentType.menu, custom_id: customId(block.several), ...range, options: preselected } as const
  return [{ row: { type: componentType.row, components: [select] } }]
}
