// Reads an interaction as Discord sends it into plain data. Its raw form goes no further.
// https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object
import { displayName } from '../display-name.ts'
import { instantOf, isSnowflake, type Snowflake } from '../ids.ts'
import type { Option, TypingInteraction, UserInteraction } from '../interaction.ts'
import { bits, list, raw, text, type Raw } from '../raw.ts'
import { fileOption } from './attached-file.ts'
import { filledValues } from './filled-modal.ts'

/** Discord's numbers, written out, so that reading loads no library. */
const type = { command: 2, press: 3, typing: 4, form: 5 } as const
const subcommand = 1
const personOption = 6
const stringMenu = 3
const threads: ReadonlySet<unknown> = new Set([10, 11, 12])
const withBot = 1
const ephemeral = 1 << 6
const [byServer, byPerson] = ['0', '1'] as const

/** Undefined for what is no interaction of a person, or lacks the ids that say when it happened, who caused it, and where. */
export function readInteraction(payload: unknown): UserInteraction | TypingInteraction | undefined {
  const body = raw(payload)
  const data = raw(body['data'])
  const common = readCommon(body)
  if (common === undefined || body['data'] !== data) return undefined
  switch (body['type']) {
    case type.command:
      return { ...common, kind: 'command', top: text(data['name']), ...readOptions(data), ...readResolved(data) }
    case type.typing: {
      const { sub, options, typing } = readOptions(data)
      return typing === undefined ? undefined : { ...common, kind: 'typing', sub, options, typing }
    }
    case type.form:
      return { ...common, kind: 'form', customId: text(data['custom_id']), values: filledValues(data['components']) }
    case type.press:
      return readPress(common, body, data)
    default:
      return undefined
  }
}

function readCommon(body: Raw) {
  const member = raw(body['member'])
  const user = raw(body['member'] === undefined || body['member'] === null ? body['user'] : member['user'])
  const guild = body['guild_id'] ?? null
  const { id: channel = null, type: channelType } = raw(body['channel'])
  const { id, token, application_id: application } = body
  if (![id, user['id'], guild ?? id, channel ?? id].every(isId) || typeof token !== 'string') return undefined
  const owners = raw(body['authorizing_integration_owners'])
  const isBroughtAlong = owners[byPerson] !== undefined && owners[byServer] === undefined
  return {
    id: id as Snowflake,
    token,
    application: text(application),
    at: instantOf(id as Snowflake),
    user: user['id'] as Snowflake,
    name: displayName({ nick: member['nick'], globalName: user['global_name'], username: user['username'] }),
    server: isBroughtAlong ? null : (guild as Snowflake | null),
    channel: channel as Snowflake | null,
    isInThread: threads.has(channelType),
    isWithBot: body['context'] === withBot,
    may: bits(member['permissions']),
    botMay: bits(body['app_permissions']),
  }
}

const isId = (value: unknown): boolean => typeof value === 'string' && /^\d{1,20}$/u.test(value)

/** Of the subcommand: the bot has no command without one. */
function readOptions(data: Raw) {
  const [first] = list(data['options']).map(raw)
  const sub = first !== undefined && first['type'] === subcommand ? text(first['name']) : null
  const given = list(sub === null ? [] : first?.['options']).map(raw).filter(({ name }) => typeof name === 'string')
  const focused = given.find((option) => option['focused'] === true)
  const options = given.map((option): Option => ({ name: text(option['name']), value: option['value'] }))
  return { sub, options, typing: focused === undefined ? undefined : { name: text(focused['name']), value: String(focused['value'] ?? '') } }
}

/** What the ids among the options stand for. */
function readResolved(data: Raw) {
  const [first] = list(data['options']).map(raw)
  const given = list(first?.['options']).map(raw)
  const resolved = raw(data['resolved'])
  const attached = given.find(({ name }) => name === fileOption)?.['value']
  const file = typeof attached === 'string' ? raw(resolved['attachments'])[attached] : undefined
  const named = given.find(({ type: kind }) => kind === personOption)?.['value']
  const isKnown = typeof named === 'string' && raw(resolved['users'])[named] !== undefined
  return {
    file: file === undefined ? undefined : { name: String(raw(file)['filename']), url: String(raw(file)['url']), size: Number(raw(file)['size']) },
    person: isKnown ? { may: bits(raw(raw(resolved['members'])[named])['permissions']) } : undefined,
  }
}

function readPress(common: NonNullable<ReturnType<typeof readCommon>>, body: Raw, data: Raw): UserInteraction | undefined {
  const message = raw(body['message'])
  const id = message['id']
  if (typeof id !== 'string' || !isSnowflake(id)) return undefined
  const isPrivate = (Number(message['flags'] ?? 0) & ephemeral) !== 0
  return {
    ...common,
    kind: 'press',
    customId: text(data['custom_id']),
    chosen: data['component_type'] === stringMenu ? list(data['values']).map(String) : [],
    message: { id, at: instantOf(id), isPrivate, hasFiles: list(message['attachments']).length > 0 },
  }
}
