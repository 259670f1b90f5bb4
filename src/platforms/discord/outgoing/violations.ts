// Discord's limits as one table, and the check that every message passes before it is sent.
import type { APIContainerComponent, APIComponentInContainer } from 'discord.js'

/** https://docs.discord.com/developers/components/reference and, where another page says it, the page named. */
export const limits = {
  /** All components of a message, nested ones counted. */
  components: 40,
  /** Characters over all text displays: https://github.com/discord/discord-api-docs/pull/8562 */
  text: 4000,
  /**
   * Bytes over all text displays, 12 more for each. Discord documents none and answers 500 above 10,170, which text in Japanese
   * reaches before 4000 characters: https://github.com/discord/discord-api-docs/issues/8554
   */
  textBytes: 10_000,
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  selectOptions: 25,
  selectText: 100,
  placeholder: 150,
  /** https://docs.discord.com/developers/interactions/application-commands#autocomplete */
  choices: 25,
  choiceText: 100,
  /** https://docs.discord.com/developers/resources/message#create-message */
  nonce: 25,
  /** Messages in one page of a channel's history: https://docs.discord.com/developers/resources/message#get-channel-messages */
  historyPage: 100,
} as const

/** A message as this adapter sends it: one container, and nobody is pinged. */
export type DiscordMessage = {
  readonly flags: number
  readonly components: APIContainerComponent[]
  readonly allowed_mentions: { readonly parse: never[] }
}

/** What Discord would refuse in a message; empty when it would take it. */
export function violations(message: DiscordMessage): string[] {
  const all = message.components.flatMap((container) => [container, ...container.components.flatMap(withNested)])
  const texts = all.flatMap((component) => (component.type === 10 ? [component.content] : []))
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
    ...all.flatMap(ownViolations),
  ]
}

type Nested = APIContainerComponent | APIComponentInContainer | RowChild
type RowChild = Extract<APIComponentInContainer, { type: 1 }>['components'][number]

function withNested(component: APIComponentInContainer): Nested[] {
  return component.type === 1 ? [component, ...component.components] : [component]
}

function ownViolations(component: Nested): string[] {
  switch (component.type) {
    case 1: {
      const count = component.components.length
      return count < 1 || count > limits.buttonsInRow ? [`${count} components in a row`] : []
    }
    case 2: {
      const label = 'label' in component ? (component.label ?? '') : ''
      return label.length < 1 || label.length > limits.buttonLabel ? [`a label of ${label.length} characters`] : []
    }
    case 3: {
      const { options, min_values: min = 1, max_values: max = 1, placeholder = '' } = component
      const texts = options.flatMap(({ label, value }) => [label, value])
      const wrong =
        options.length < 1 || options.length > limits.selectOptions || max > options.length || min > max ||
        new Set(options.map(({ value }) => value)).size < options.length || placeholder.length > limits.placeholder ||
        texts.some((text) => text.length < 1 || text.length > limits.selectText)
      return wrong ? ['a select menu'] : []
    }
    default:
      return []
  }
}
