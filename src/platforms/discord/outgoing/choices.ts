// The options of a question: each in full, with its button beside it, or a menu below them if several must be chosen.
import type { Choices } from '../../../screens/screen.ts'
import { plain } from '../../../screens/text.ts'
import { limits } from '../connection/limits.ts'
import type { CustomId } from '../custom-id.ts'
import { cleanLine, cut } from './escape.ts'
import { bold, markdownLine } from './markdown.ts'
import { componentType, type Section } from './message.ts'
import { button, buttonRows, type Part } from './parts.ts'
import { upTo, type Budget } from './shorten.ts'

/** In characters. Longer options fill a line on a phone, so a blank line separates them. */
const longOption = 48

type Option = Choices['options'][number]

/** A section costs three components and a letter one, so a screen that is short of components gets a row of letters. */
export function choices(block: Choices, budget: Budget, customId: CustomId): Part[] {
  if (block.pick === 1 && !budget.merged) return block.options.slice(0, budget.items).map((option) => ({ component: section(option, block, budget, customId) }))
  const gap = block.options.some(({ text }) => plain(text).length > longOption) ? '\n\n' : '\n'
  const body = upTo(budget.items, block.options.map((option) => inFull(option, block, budget))).join(gap)
  const controls = block.pick > 1 ? menu(block, customId) : letters(block, budget.items, customId)
  return [...(body === '' ? [] : [{ text: body }]), ...controls]
}

/** https://docs.discord.com/developers/components/reference#section */
function section(option: Option, block: Choices, budget: Budget, customId: CustomId): Section {
  return {
    type: componentType.section,
    components: [{ type: componentType.text, content: inFull(option, block, budget) }],
    accessory: letter(option, block, customId),
  }
}

function inFull({ id, letter: mark, text }: Option, { chosen, sets }: Choices, budget: Budget): string {
  return `${bold(`${mark}.`, budget.length)} ${markdownLine(text, budget)}${chosen.includes(id) ? ` · **${sets === 'key' ? 'current answer' : 'your choice'}**` : ''}`
}

const letter = (option: Option, { chosen }: Choices, customId: CustomId) => button(option.letter, customId(option.control), chosen.includes(option.id))

function letters(block: Choices, items: number, customId: CustomId): Part[] {
  return buttonRows(block.options.slice(0, items).map((option) => letter(option, block, customId)), 0)
}

function menu(block: Choices, customId: CustomId): Part[] {
  const byId = new Map(block.options.map((option) => [option.id, option]))
  const options = [...byId.values()].slice(0, limits.selectOptions).map(({ id, letter: mark, text }) => ({
    label: cut(cleanLine(`${mark}. ${plain(text)}`), limits.selectText) || '…',
    value: id.slice(0, limits.selectText) || '…',
  }))
  const pick = Math.min(block.pick, options.length)
  if (pick === 0) return []
  // Discord shows earlier choices only if they are as many as must be chosen.
  const chosen = block.chosen.filter((id) => byId.has(id))
  const preselected = chosen.length === pick ? options.map((option) => ({ ...option, default: chosen.includes(option.value) })) : options
  const range = { placeholder: `Choose ${pick}`, min_values: pick, max_values: pick }
  const select = { type: componentType.menu, custom_id: customId(block.several), ...range, options: preselected } as const
  return [{ component: { type: componentType.row, components: [select] } }]
}
