// What Discord would refuse in what it is sent: its own published schemas, and by hand what they leave out.
import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  CreatePrivateChannelRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
  type Schema,
} from 'discord-api-spec/zod'
import { allComponents, type Component, type Json } from './world.ts'

const schemas = {
  message: MessageCreateRequestSchema,
  edit: MessageEditRequestPartialSchema,
  'direct channel': CreatePrivateChannelRequestSchema,
  modal: ModalInteractionCallbackRequestSchema,
  'first reply': CreateMessageInteractionCallbackRequestSchema,
  update: UpdateMessageInteractionCallbackRequestSchema,
  completion: ApplicationCommandAutocompleteCallbackRequestSchema,
  'edited reply': IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  'follow-up': IncomingWebhookRequestPartialSchema,
} as const satisfies Record<string, Schema>

export type PayloadKind = keyof typeof schemas

export const isComponentsV2 = 1 << 15
export const isEphemeral = 1 << 6

/** What is wrong with a request; empty where Discord would take it. `before`: the flags of the message that is edited. */
export function refusals(kind: PayloadKind, body: Json, before = 0): string[] {
  const checked = schemas[kind].safeParse(body)
  const bySchema = checked.success ? [] : checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  const message = kind === 'first reply' || kind === 'update' ? ((body['data'] ?? {}) as Json) : body
  switch (kind) {
    case 'direct channel':
      return bySchema
    case 'modal':
      return [...bySchema, ...modalRefusals((body['data'] ?? {}) as Json)]
    case 'completion':
      return [...bySchema, ...completionRefusals(message)]
    case 'first reply':
      return [...bySchema, ...(body['type'] === 5 ? deferralRefusals(message) : messageRefusals(message, 0))]
    case 'message':
    case 'edit':
    case 'update':
    case 'edited reply':
    case 'follow-up':
      return [...bySchema, ...messageRefusals(message, before)]
  }
}

/** Up to 5 components, whatever the schema says: https://docs.discord.com/developers/interactions/receiving-and-responding */
function modalRefusals(data: Json): string[] {
  const components = (data['components'] ?? []) as readonly (Component & { readonly component?: Component })[]
  const inputs = components.map(({ component }) => component)
  const ids = inputs.map((input) => input?.custom_id)
  return [
    ...(components.length > 5 ? [`data.components: ${components.length}, more than 5`] : []),
    ...(new Set(ids).size < ids.length ? ['data.components: the same custom_id twice'] : []),
    ...inputs.flatMap((input) => (input === undefined ? ['data.components: a label without an input'] : componentRefusals(input))),
  ]
}

/** A deferred reply takes no flag but EPHEMERAL. */
function deferralRefusals(data: Json): string[] {
  return (Number(data['flags'] ?? 0) & ~isEphemeral) === 0 ? [] : ['flags: a deferred reply takes EPHEMERAL only']
}

function completionRefusals(body: Json): string[] {
  const data = (body['data'] ?? {}) as { choices?: readonly { name: string; value: string }[] }
  const names = (data.choices ?? []).map(({ name }) => name)
  return names.some((name) => name.trim() === '') ? ['data.choices: a name without letters'] : []
}

function messageRefusals(message: Json, before: number): string[] {
  const flags = Number(message['flags'] ?? before)
  const components = (message['components'] ?? []) as readonly Component[]
  const all = allComponents(components)
  const ids = all.flatMap(({ custom_id: id }) => (id === undefined ? [] : [id]))
  const problems: string[] = []
  if (before & isComponentsV2 && !(flags & isComponentsV2)) problems.push('flags: IS_COMPONENTS_V2 cannot be taken away')
  if (new Set(ids).size < ids.length) problems.push('components: the same custom_id twice')
  if (String(message['content'] ?? '').length > 2000) problems.push('content: longer than 2000')
  const pings = (message['allowed_mentions'] as { parse?: readonly string[] } | undefined)?.parse
  if (pings === undefined || pings.length > 0) problems.push('allowed_mentions: somebody could be pinged (not refused by Discord, but by us)')
  return [...problems, ...(flags & isComponentsV2 ? v2Refusals(message, all) : legacyRefusals(message, components)), ...all.flatMap(componentRefusals)]
}

function v2Refusals(message: Json, all: readonly Component[]): string[] {
  const problems: string[] = []
  for (const field of ['content', 'embeds', 'poll', 'sticker_ids']) {
    const value = message[field]
    if (value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)) problems.push(`${field}: not with IS_COMPONENTS_V2`)
  }
  if (all.length === 0) problems.push('components: an empty message')
  if (all.length > 40) problems.push(`components: ${all.length} in all, more than 40`)
  const texts = all.filter(({ type }) => type === 10).map((component) => String(component['content']))
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  if (characters > 4000) problems.push(`components: ${characters} characters of text, more than 4000`)
  if (texts.some((text) => text.trim() === '')) problems.push('components: an empty text')
  return problems
}

function legacyRefusals(message: Json, components: readonly Component[]): string[] {
  const problems: string[] = []
  if (components.length > 5) problems.push('components: more than 5 rows')
  if (components.some(({ type }) => type !== 1)) problems.push('components: of V2 without the flag')
  const embeds = (message['embeds'] ?? []) as readonly Json[]
  if (JSON.stringify(embeds).length > 6000 + 200 * embeds.length) problems.push('embeds: more than 6000 characters')
  const empty = String(message['content'] ?? '').trim() === '' && embeds.length === 0 && components.length === 0
  return empty ? [...problems, 'content: an empty message'] : problems
}

function componentRefusals(component: Component): string[] {
  const children = component.components ?? []
  if (component.type === 1) {
    const menus = children.filter(({ type }) => type !== 2).length
    return children.length > 5 || (menus > 0 && children.length > 1) ? ['components: a row holds 5 buttons or one menu'] : []
  }
  if (component.type === 2) return String(component['label'] ?? '').trim() === '' && component['emoji'] === undefined ? ['components: a button without a label'] : []
  if (component.type === 3) {
    const options = (component['options'] ?? []) as readonly { value: string; default?: boolean }[]
    const [min, max] = [Number(component['min_values'] ?? 1), Number(component['max_values'] ?? 1)]
    const defaults = options.filter((option) => option.default === true).length
    return max > options.length || min > max || defaults > max || new Set(options.map(({ value }) => value)).size < options.length
      ? ['components: a menu whose figures do not fit']
      : []
  }
  if (component.type === 17) return children.some(({ type }) => ![1, 9, 10, 12, 13, 14].includes(type)) ? ['components: not allowed in a container'] : []
  return []
}

const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

type CommandLike = Json & { readonly name: string; readonly description?: string; readonly options?: readonly CommandLike[]; readonly choices?: readonly Json[] }

/** What is wrong with a set of commands that is to be registered. */
export function commandRefusals(commands: readonly Json[]): string[] {
  const problems = commands.flatMap((command) => {
    // The schema wants a number; the API documents, takes and returns text.
    const permissions = command['default_member_permissions']
    if (permissions !== undefined && permissions !== null && !/^\d+$/.test(String(permissions))) return ['default_member_permissions: not a number as text']
    if (typeof permissions === 'number') return ['default_member_permissions: a number, not text']
    const checked = ApplicationCommandUpdateRequestSchema.safeParse({ ...command, default_member_permissions: permissions === undefined ? undefined : Number(permissions) })
    return checked.success ? commandParts(command as CommandLike, true) : checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  })
  const names = commands.map(({ name }) => name)
  return new Set(names).size < names.length ? [...problems, 'the same command twice'] : problems
}

function commandParts(command: CommandLike, top: boolean): string[] {
  const options = command.options ?? []
  const problems: string[] = []
  if (!commandName.test(command.name) || command.name !== command.name.toLowerCase()) problems.push(`name: ${command.name}`)
  const length = command.description?.length ?? 0
  if (length < 1 || length > 100) problems.push(`description of ${command.name}: ${length} characters`)
  if (options.length > 25 || (command.choices?.length ?? 0) > 25) problems.push(`${command.name}: more than 25`)
  if (command['autocomplete'] === true && (command.choices?.length ?? 0) > 0) problems.push(`${command.name}: autocomplete and choices`)
  const optional = options.findIndex((option) => option['required'] !== true)
  if (optional >= 0 && options.slice(optional).some((option) => option['required'] === true)) problems.push(`${command.name}: a required option after another`)
  if (new Set(options.map(({ name }) => name)).size < options.length) problems.push(`${command.name}: the same option twice`)
  if (top && wordsIn(command) > 8000) problems.push(`${command.name}: more than 8000 characters`)
  return [...problems, ...options.flatMap((option) => commandParts(option, false))]
}

function wordsIn(command: CommandLike): number {
  const choices = (command.choices ?? []).reduce((sum, choice) => sum + String(choice['name']).length + String(choice['value']).length, 0)
  return command.name.length + (command.description?.length ?? 0) + choices + (command.options ?? []).reduce((sum, option) => sum + wordsIn(option), 0)
}
