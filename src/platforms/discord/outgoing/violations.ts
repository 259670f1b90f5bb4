// The check that every message passes before it is sent.
import type { APIContainerComponent, APIComponentInContainer } from 'discord.js'
import { limits } from '../connection/limits.ts'
import { componentType, type Button, type DiscordMessage, type Row, type Section } from './message.ts'

/** What Discord would refuse in a message; empty if it would accept the message. */
export function violations(message: DiscordMessage): string[] {
  const all = message.components.flatMap((container) => [container, ...container.components.flatMap(withNested)])
  const texts = all.flatMap((component) => (component.type === componentType.text ? [component.content] : []))
  const ids = all.flatMap((component) => ('custom_id' in component ? [component.custom_id] : []))
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 12, 0)
  return [
    ...(all.length > limits.components ? [`${all.length} components`] : []),
    ...(characters > limits.text ? [`${characters} characters`] : []),
    ...(bytes > limits.textBytes ? [`${bytes} bytes of text`] : []),
    ...(texts.some((text) => text.trim() === '') ? ['an empty text'] : []),
    ...(ids.some((id) => id.length < 1 || id.length > limits.customId) ? ['the length of a custom_id'] : []),
    ...(new Set(ids).size < ids.length ? ['the same custom_id twice'] : []),
    ...(message.components.some(({ components }) => components.length === 0) ? ['an empty container'] : []),
    ...all.flatMap(componentViolations),
  ]
}

type InRow = Row['components'][number]
type Component = APIContainerComponent | APIComponentInContainer | InRow | Section['accessory']
type Menu = Extract<InRow, { type: typeof componentType.menu }>

function withNested(component: APIComponentInContainer): Component[] {
  if (component.type === componentType.section) return [component, ...component.components, component.accessory]
  return component.type === componentType.row ? [component, ...component.components] : [component]
}

function componentViolations(component: Component): string[] {
  if (component.type === componentType.row) return rowViolations(component)
  if (component.type === componentType.button) return buttonViolations(component)
  return component.type === componentType.menu && !isValidMenu(component) ? ['a select menu'] : []
}

function rowViolations({ components: { length } }: Row): string[] {
  return length < 1 || length > limits.buttonsInRow ? [`${length} components in a row`] : []
}

function buttonViolations(button: Button): string[] {
  const label = 'label' in button ? (button.label ?? '') : ''
  return label.length < 1 || label.length > limits.buttonLabel ? [`a label of ${label.length} characters`] : []
}

function isValidMenu({ options, min_values: min = 1, max_values: max = 1, placeholder = '' }: Menu): boolean {
  const texts = options.flatMap(({ label, value }) => [label, value])
  return (
    options.length >= 1 && options.length <= limits.selectOptions && max <= options.length && min <= max &&
    new Set(options.map(({ value }) => value)).size === options.length && placeholder.length <= limits.placeholder &&
    texts.every((text) => text.length >= 1 && text.length <= limits.selectText)
  )
}
