// Interactions: what people do in their clients, and the bot's answers to it, with Discord's clock over both.
// https://docs.discord.com/developers/interactions/receiving-and-responding
import { randomBytes } from 'node:crypto'
import { attachmentsAfter } from './files.ts'
import { isComponentsV2, isEphemeral, refusals } from './oracle.ts'
import { memberJson, messageJson, userJson, withIds, type Channel, type Component, type Json, type Message, type Person, type World } from './world.ts'

export type Exchange = {
  readonly id: string
  readonly token: string
  readonly person: Person
  readonly channel: Channel
  /** The event, so that a test can deliver it once more. */
  readonly event: Json
  readonly type: 2 | 3 | 4 | 5
  /** The message whose control was pressed. */
  readonly pressed: Message | null
  /** The type of the first response. */
  acknowledged: number | null
  /** The reply, or the pressed message after a deferral of its update. */
  original: Message | null
  /** What the person sees: the reply with words, or the updated message. */
  shown: Message | null
  readonly followUps: Message[]
  /** The form that opened. */
  modal: Json | null
  choices: readonly { readonly name: string; readonly value: string }[] | null
  /** What Discord said no to. */
  readonly errors: number[]
}

export type Answer = { readonly status: number; readonly body?: unknown }

export const failure = (status: number, code: number, message: string): Answer => ({ status, body: { message, code } })
export const invalidForm = (problems: readonly string[]): Answer => ({
  status: 400,
  body: { message: 'Invalid Form Body', code: 50035, errors: { _errors: problems.map((message) => ({ code: 'INVALID', message })) } },
})

const firstResponse = 3_000
const tokenLife = 15 * 60_000
/** Where only the person installed the app: https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages */
const mostFollowUps = 5

/** The person brought the app along: its bot is not here. */
export const isBroughtAlong = ({ guild, type }: Channel): boolean => type === 3 || guild?.left === true

export type Interactions = {
  readonly begin: (person: Person, channel: Channel, type: Exchange['type'], data: Json, pressed?: Message) => Exchange
  readonly callback: (id: string, token: string, body: Json) => Answer
  readonly original: (token: string, method: string, body: Json) => Answer
  readonly followUp: (token: string, body: Json) => Answer
}

export function createInteractions(world: World, violated: (what: string, problems: readonly string[]) => void): Interactions {
  const exchanges = new Map<string, Exchange>()

  function begin(person: Person, channel: Channel, type: Exchange['type'], data: Json, pressed: Message | null = null): Exchange {
    const id = world.newId()
    const token = `interaction-${randomBytes(12).toString('hex')}`
    const event = eventOf(world, { id, token, type, data, person, channel, pressed })
    const exchange: Exchange = { id, token, person, channel, event, type, pressed, acknowledged: null, original: null, shown: null, followUps: [], modal: null, choices: null, errors: [] }
    exchanges.set(token, exchange)
    return exchange
  }

  function refuse(exchange: Exchange, status: number, code: number, message: string): Answer {
    exchange.errors.push(code)
    return failure(status, code, message)
  }

  function callback(id: string, token: string, body: Json): Answer {
    const exchange = exchanges.get(token)
    if (exchange === undefined || exchange.id !== id) return failure(404, 10062, 'Unknown interaction')
    if (exchange.acknowledged !== null) return refuse(exchange, 400, 40060, 'Interaction has already been acknowledged.')
    if (ageOf(world, exchange) > firstResponse) return refuse(exchange, 404, 10062, 'Unknown interaction')
    const type = Number(body['type'])
    const data = (body['data'] ?? {}) as Json
    const { attachments, problems: lost } = attachmentsAfter(type === 7 ? (exchange.pressed?.attachments ?? []) : [], { body, data, newId: world.newId })
    const problems = [...callbackProblems(exchange, type, body), ...lost]
    if (problems.length > 0) {
      violated(`the first response to ${exchange.id}`, problems)
      return invalidForm(problems)
    }
    exchange.acknowledged = type
    respond(exchange, type, data)
    if ((type === 4 || type === 7) && exchange.original !== null) exchange.original.attachments = attachments
    return { status: 204 }
  }

  function respond(exchange: Exchange, type: number, data: Json): void {
    if (type === 9) exchange.modal = data
    if (type === 8) exchange.choices = data['choices'] as Exchange['choices']
    if (type === 4 || type === 5) exchange.original = create(exchange, data)
    if (type === 6 || type === 7) exchange.original = exchange.pressed
    if (type === 4) exchange.shown = exchange.original
    if (type === 7 && exchange.pressed !== null) {
      change(exchange.pressed, data)
      exchange.shown = exchange.pressed
    }
  }

  function create(exchange: Exchange, data: Json): Message {
    const flags = Number(data['flags'] ?? 0)
    const message: Message = {
      id: world.newId(), channel: exchange.channel, authorId: world.botId, nonce: null, at: world.now(), flags,
      components: withIds((data['components'] ?? []) as readonly Component[]), edits: 0, deleted: false, onlyFor: flags & isEphemeral ? exchange.person : null,
    }
    world.messages.set(message.id, message)
    return message
  }

  function alive(token: string): Exchange | Answer {
    const exchange = exchanges.get(token)
    if (exchange === undefined || exchange.acknowledged === null) return failure(404, 10015, 'Unknown Webhook')
    return ageOf(world, exchange) > tokenLife ? refuse(exchange, 401, 50027, 'Invalid Webhook Token') : exchange
  }

  function original(token: string, method: string, body: Json): Answer {
    const exchange = alive(token)
    if ('status' in exchange) return exchange
    const message = exchange.original
    if (message === null || message.deleted) return refuse(exchange, 404, 10008, 'Unknown Message')
    if (method === 'DELETE') {
      message.deleted = true
      return { status: 204 }
    }
    if (method === 'GET') return { status: 200, body: messageJson(world, message) }
    const { attachments, problems: lost } = attachmentsAfter(message.attachments ?? [], { body, data: body, newId: world.newId })
    const problems = [...refusals('edited reply', body, message.flags), ...lost]
    if (problems.length > 0) {
      violated(`the edited reply to ${exchange.id}`, problems)
      return invalidForm(problems)
    }
    change(message, body)
    message.attachments = attachments
    exchange.shown = message
    return { status: 200, body: messageJson(world, message) }
  }

  function followUp(token: string, body: Json): Answer {
    const exchange = alive(token)
    if ('status' in exchange) return exchange
    const { attachments, problems: lost } = attachmentsAfter([], { body, data: body, newId: world.newId })
    const problems = [...refusals('follow-up', body), ...lost]
    if (problems.length > 0) {
      violated(`a follow-up to ${exchange.id}`, problems)
      return invalidForm(problems)
    }
    if (isBroughtAlong(exchange.channel) && exchange.followUps.length >= mostFollowUps) return refuse(exchange, 400, 40094, 'This interaction has reached the maximum number of follow-up messages')
    const message = create(exchange, body)
    message.attachments = attachments
    exchange.followUps.push(message)
    exchange.shown ??= message
    return { status: 200, body: messageJson(world, message) }
  }

  return { begin, callback, original, followUp }
}

function callbackProblems(exchange: Exchange, type: number, body: Json): string[] {
  if (exchange.type === 4) return type === 8 ? refusals('completion', body) : ['type: a completion is answered with choices']
  if (type === 8) return ['type: choices answer a completion only']
  // https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type
  if (type === 9) return exchange.type === 5 ? ['type: a modal does not answer a modal'] : refusals('modal', body)
  if (type === 4 || type === 5) return refusals('first reply', body)
  if (type !== 6 && type !== 7) return [`type: ${type}`]
  if (exchange.pressed === null) return ['type: there is no message to update']
  return type === 6 ? [] : refusals('update', body, exchange.pressed.flags)
}

function change(message: Message, data: Json): void {
  if (data['components'] !== undefined) message.components = withIds(data['components'] as readonly Component[])
  if (data['flags'] !== undefined) message.flags = (message.flags & isEphemeral) | (Number(data['flags']) & isComponentsV2)
  message.edits++
}

function ageOf(world: World, exchange: Exchange): number {
  return world.now() - Number((BigInt(exchange.id) >> 22n) + BigInt(Date.UTC(2015, 0, 1)))
}

type Beginning = { readonly id: string; readonly token: string; readonly type: number; readonly data: Json; readonly person: Person; readonly channel: Channel; readonly pressed: Message | null }

function eventOf(world: World, { id, token, type, data, person, channel, pressed }: Beginning): Json {
  const member = { ...memberJson(world, person), permissions: String(person.may) }
  const { guild } = channel
  return {
    id, token, type, data,
    application_id: world.applicationId,
    version: 1,
    channel_id: channel.id,
    channel: { id: channel.id, type: channel.type, name: channel.name, ...(guild === null ? {} : { guild_id: guild.id, permissions: String(person.may) }) },
    ...(guild === null ? { user: userJson(world, person.id) } : { guild_id: guild.id, guild: { id: guild.id, locale: 'en-US', features: [] }, member, guild_locale: 'en-US' }),
    ...(pressed === null ? {} : { message: messageJson(world, pressed) }),
    app_permissions: String(channel.botMay),
    locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: ownersOf(person, channel),
    context: channel.type === 1 ? 1 : channel.type === 3 ? 2 : 0,
    attachment_size_limit: 10_485_760,
  }
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object */
function ownersOf(person: Person, channel: Channel): Json {
  const byServer = isBroughtAlong(channel) ? {} : { 0: channel.guild?.id ?? '0' }
  return { ...byServer, ...(person.hasApp ? { 1: person.id } : {}) }
}
