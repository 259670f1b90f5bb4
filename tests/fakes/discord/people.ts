// People at their clients: they can do only what a client lets them do, and see what a client would show.
import type { Gateway } from './gateway.ts'
import { isBroughtAlong, type Exchange, type Interactions } from './interactions.ts'
import { until } from '../until.ts'
import { allComponents, messageJson, permission, userJson, memberJson, type Channel, type Component, type Json, type Message, type Person, type SentFile, type World } from './world.ts'

export type People = {
  /** Under Server Settings, Integrations: the person sees all commands, whatever permissions these ask for. */
  readonly allowCommands: (person: Person) => void
  /** Types a command: `/study board`, with options by name, and with a file where it takes one. */
  readonly command: (person: Person, channel: Channel, line: string, options?: Readonly<Record<string, string | number | boolean>>, file?: SentFile) => Exchange
  /** Presses the button with this label (or custom_id), as the message shows it now. */
  readonly press: (person: Person, message: Message, label: string) => Exchange
  /** Chooses in the menu of the message. */
  readonly choose: (person: Person, message: Message, values: readonly string[]) => Exchange
  /** The form that opened in answer. */
  readonly form: (exchange: Exchange) => Promise<Json>
  /** Sends the form: `fill` by the name of an input, and elsewhere what stood in it. */
  readonly submit: (person: Person, channel: Channel, form: Json, fill?: Readonly<Record<string, string | readonly string[]>>) => Exchange
  /** A control that the message does not have: an old client, or somebody's invention. */
  readonly forge: (person: Person, message: Message, customId: string) => Exchange
  /** Writes a message; `more`: other fields of the event. The bot reads its words only if it is mentioned or written to directly. */
  readonly say: (person: Person, channel: Channel, content: string, more?: Json) => Json
  /** What is offered while something is typed: the names that a client shows, and what it sends for them. */
  readonly offered: (person: Person, channel: Channel, line: string, option: string, typed: string) => Promise<NonNullable<Exchange['choices']>>
  /** What is sent for the choices that are offered. */
  readonly complete: (person: Person, channel: Channel, line: string, option: string, typed: string) => Promise<readonly string[]>
  /** The event once more: as the gateway delivers it after a resume, or as somebody sends it who has listened. */
  readonly repeat: (exchange: Exchange) => void
  /** What the person sees as the answer. */
  readonly seen: (exchange: Exchange) => Promise<Message>
}

type Option = Json & { readonly name: string; readonly type: number; readonly options?: readonly Option[]; readonly required?: boolean; readonly choices?: readonly { name: string; value: string }[] }

export function createPeople(world: World, interactions: Interactions, { deliver, dispatchTo }: Pick<Gateway, 'dispatchTo'> & { readonly deliver: (event: Json) => void }): People {
  const allowed = new Set<Person>()
  const begin: Interactions['begin'] = (...all) => {
    const exchange = interactions.begin(...all)
    deliver(exchange.event)
    return exchange
  }

  function find(person: Person, line: string, channel: Channel): { readonly top: Json; readonly sub: Option } {
    const [topName = '', subName = ''] = line.replace(/^\//, '').split(' ')
    const top = world.commands.find(({ name }) => name === topName)
    const needed = BigInt(String(top?.['default_member_permissions'] ?? 0))
    // Outside of servers there are no permissions: https://github.com/Pycord-Development/pycord/issues/2264
    const mayUse = channel.guild === null || allowed.has(person) || (person.may & needed) === needed || (person.may & permission.administrator) !== 0n
    if (top === undefined || !mayUse || !isShownIn(top, person, channel)) throw new Error(`${person.username} sees no command /${topName}`)
    const sub = ((top['options'] ?? []) as readonly Option[]).find(({ name }) => name === subName)
    if (sub === undefined) throw new Error(`there is no command /${line}`)
    return { top, sub }
  }

  function data(person: Person, line: string, given: Readonly<Record<string, string | number | boolean>>, channel: Channel, { focused, file }: { readonly focused?: string; readonly file?: SentFile | undefined } = {}): Json {
    const { top, sub } = find(person, line, channel)
    const options = Object.entries(given).map(([name, value]) => {
      const option = sub.options?.find((known) => known.name === name)
      if (option === undefined) throw new Error(`/${line} has no option ${name}`)
      const offered = option.choices?.map((choice) => choice.value)
      if (offered !== undefined && !offered.includes(String(value))) throw new Error(`${name} of /${line} cannot be ${value}`)
      if ((option.type === 5) !== (typeof value === 'boolean')) throw new Error(`${name} of /${line} is a yes or no`)
      if (option.type === 4 && typeof value !== 'number') throw new Error(`${name} of /${line} is a number`)
      return { name, type: option.type, value, ...(name === focused ? { focused: true } : {}) }
    })
    const missing = sub.options?.find((option) => option.required === true && given[option.name] === undefined)
    if (missing !== undefined && focused === undefined) throw new Error(`/${line} needs ${missing.name}`)
    if (file !== undefined && sub.options?.some(({ name, type }) => name === 'file' && type === 11) !== true) throw new Error(`/${line} takes no file`)
    const people = options.filter(({ type }) => type === 6).map(({ value }) => String(value))
    const attached = file === undefined ? undefined : attachmentOf(file)
    const resolved = { ...(people.length === 0 ? {} : resolvedPeople(people, channel)), ...(attached === undefined ? {} : { attachments: { [attached.id]: attached } }) }
    const attachment = attached === undefined ? [] : [{ name: 'file', type: 11, value: attached.id }]
    return { id: top['id'], name: top['name'], type: 1, ...(Object.keys(resolved).length === 0 ? {} : { resolved }), options: [{ name: sub.name, type: 1, options: [...options, ...attachment] }] }
  }

  /** https://docs.discord.com/developers/resources/message#attachment-object */
  function attachmentOf(file: SentFile): Json & { readonly id: string } {
    const id = world.newId()
    const path = `/ephemeral-attachments/${world.applicationId}/${id}/${file.name}`
    world.sentFiles.set(path, file)
    const url = `${world.origin}${path}?ex=6a0b&is=6a0a&hm=00&`
    return { id, filename: file.name, size: file.size ?? file.data.byteLength, url, proxy_url: url, content_type: 'text/plain; charset=utf-8', ephemeral: true }
  }

  function resolvedPeople(ids: readonly string[], channel: Channel): Json {
    const members = ids.flatMap((id) => {
      const person = channel.guild?.members.get(id)
      if (person === undefined) return []
      const { user: _, ...member } = memberJson(world, person)
      return [[id, { ...member, permissions: String(person.may) }]] as const
    })
    return { users: Object.fromEntries(ids.map((id) => [id, userJson(world, id)])), members: Object.fromEntries(members) }
  }

  function control(person: Person, message: Message, fits: (component: Component) => boolean): Component {
    if (message.onlyFor !== null && message.onlyFor !== person) throw new Error(`${person.username} does not see this message`)
    const found = allComponents(message.components).find((component) => component.custom_id !== undefined && fits(component))
    if (found === undefined) throw new Error(`there is no such control; there are: ${labels(message).join(', ')}`)
    return found
  }

  const pressed = (person: Person, message: Message, component: Json) => begin(person, message.channel, 3, component, message)

  const offered: People['offered'] = (person, channel, line, option, typed) => {
    const exchange = begin(person, channel, 4, data(person, line, { [option]: typed }, channel, { focused: option }))
    return until(() => exchange.choices ?? undefined, `choices for ${line} ${option}`)
  }

  return {
    allowCommands: (person) => void allowed.add(person),
    command: (person, channel, line, options = {}, file) => begin(person, channel, 2, data(person, line, options, channel, { file })),
    press: (person, message, label) => {
      const button = control(person, message, (component) => component.type === 2 && (component['label'] === label || component.custom_id === label))
      return pressed(person, message, { custom_id: button.custom_id, component_type: 2, id: button['id'] })
    },
    choose: (person, message, values) => {
      const menu = control(person, message, ({ type }) => type === 3)
      const [min, max] = [Number(menu['min_values'] ?? 1), Number(menu['max_values'] ?? 1)]
      if (values.length < min || values.length > max) throw new Error(`the menu takes ${min} to ${max}`)
      return pressed(person, message, { custom_id: menu.custom_id, component_type: 3, id: menu['id'], values })
    },
    form: (exchange) => until(() => exchange.modal ?? undefined, `a form; refused: ${exchange.errors.join(', ') || 'nothing'}`),
    submit: (person, channel, form, fill = {}) => begin(person, channel, 5, { custom_id: form['custom_id'], components: filled(form, fill) }),
    forge: (person, message, customId) => pressed(person, message, { custom_id: customId, component_type: 2, id: 99 }),
    say: (person, channel, content, more = {}) => {
      const event = messageEvent(world, person, channel, content, more)
      dispatchTo(channel.guild === null ? 1 << 12 : 1 << 9, 'MESSAGE_CREATE', event)
      return event
    },
    offered,
    complete: async (...typing) => (await offered(...typing)).map(({ value }) => value),
    repeat: (exchange) => deliver(exchange.event),
    seen: (exchange) => until(() => exchange.shown ?? undefined, `an answer to ${JSON.stringify(exchange.event['data'])}; refused: ${exchange.errors.join(', ') || 'nothing'}`),
  }
}

/** https://docs.discord.com/developers/interactions/application-commands#contexts */
function isShownIn(command: Json, person: Person, channel: Channel): boolean {
  const has = (list: unknown, value: number) => Array.isArray(list) && list.includes(value)
  const context = channel.type === 1 ? 1 : channel.type === 3 ? 2 : 0
  const isInstalled = isBroughtAlong(channel) ? person.hasApp && has(command['integration_types'], 1) : has(command['integration_types'], 0)
  return has(command['contexts'], context) && isInstalled
}

/** https://docs.discord.com/developers/events/gateway-events#message-create; without the words unless they are for the bot. */
function messageEvent(world: World, person: Person, channel: Channel, content: string, more: Json): Json {
  const message: Message = {
    id: world.newId(), channel, authorId: person.id, nonce: null, at: world.now(), components: [], flags: 0, edits: 0, deleted: false, onlyFor: null,
  }
  world.messages.set(message.id, message)
  const mentioned = new RegExp(`<@!?${world.botId}>`, 'u').test(content)
  const { user: _, ...member } = memberJson(world, person)
  const event = {
    ...messageJson(world, message),
    content,
    mentions: mentioned ? [userJson(world, world.botId)] : [],
    channel_type: channel.type,
    mention_everyone: /@(everyone|here)/u.test(content),
    ...(channel.guild === null ? {} : { guild_id: channel.guild.id, member }),
    ...more,
  }
  const named = (event.mentions as readonly Json[]).some(({ id }) => id === world.botId)
  return channel.guild === null || named ? event : { ...event, content: '' }
}

/** The inputs of a form by name. */
export const inputsOf = (form: Json): Readonly<Record<string, Component>> =>
  Object.fromEntries(((form['components'] ?? []) as readonly { readonly component: Component }[]).map(({ component }) => [component.custom_id, component]))

function filled(form: Json, fill: Readonly<Record<string, string | readonly string[]>>): readonly Json[] {
  const unknown = Object.keys(fill).find((name) => inputsOf(form)[name] === undefined)
  if (unknown !== undefined) throw new Error(`the form has no ${unknown}`)
  return Object.entries(inputsOf(form)).map(([name, input], index) => {
    const at = { type: input.type, id: 2 * index + 2, custom_id: name }
    const options = (input['options'] ?? []) as readonly { readonly value: string; readonly default?: boolean }[]
    const values = fill[name] ?? options.filter((option) => option.default === true).map(({ value }) => value)
    const required = input['required'] !== false
    if (input.type === 3 && required && values.length === 0) throw new Error(`${name} needs a choice`)
    const component = input.type === 3 ? { ...at, values } : { ...at, value: fill[name] ?? input['value'] ?? '' }
    return { type: 18, id: 2 * index + 1, component }
  })
}

/** All words of a message as Discord would be sent them. */
export function textOf(message: Message): string {
  return allComponents(message.components).filter(({ type }) => type === 10).map((component) => String(component['content'])).join('\n')
}

/** The labels of the buttons, in order. */
export function labels(message: Message): readonly string[] {
  return allComponents(message.components).filter(({ type }) => type === 2).map((component) => String(component['label']))
}
