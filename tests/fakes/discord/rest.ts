// The fake's REST routes, as far as this bot uses them: https://docs.discord.com/developers/reference
import { failure, invalidForm, type Answer, type Interactions } from './interactions.ts'
import { attachmentsAfter } from './files.ts'
import { commandRefusals, refusals } from './oracle.ts'
import { botMember, channelJson, rolesJson } from './gateway.ts'
import type { OverHttp } from './over-http.ts'
import { memberJson, messageJson, permission, userJson, withIds, type Channel, type Component, type Guild, type Json, type Message, type World } from './world.ts'

export type Asked = { readonly method: string; readonly path: string; readonly query: URLSearchParams; readonly body: unknown; readonly authorization: string | undefined }

type Handler = (asked: Asked, parts: readonly string[]) => Answer

/** How long a nonce is remembered. Discord says "the past few minutes" and no number. */
const nonceLife = 3 * 60_000

type Around = {
  readonly overHttp: OverHttp
  readonly gatewayUrl: () => string
  readonly violated: (what: string, problems: readonly string[]) => void
  /** The bot has made a message. */
  readonly created: (message: Message) => void
}

export function createRest(world: World, interactions: Interactions, { overHttp, gatewayUrl, violated, created }: Around) {
  const nonces = new Map<string, Message>()
  const checked = (what: string, problems: readonly string[]): Answer | undefined => {
    if (problems.length === 0) return undefined
    violated(what, problems)
    return invalidForm(problems)
  }

  /** No token in these: the one in the path is enough. */
  const open: readonly (readonly [string, RegExp, Handler])[] = [
    ['POST', /^\/interactions\/(\d+)\/([^/]+)\/callback$/, ({ body }, [id = '', token = '']) => interactions.callback(id, token, body as Json)],
    ['*', /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/, ({ method, body }, [, token = '']) => interactions.original(token, method, body as Json)],
    ['POST', /^\/webhooks\/(\d+)\/([^/]+)$/, ({ body }, [, token = '']) => interactions.followUp(token, body as Json)],
  ]

  const withToken: readonly (readonly [string, RegExp, Handler])[] = [
    ['GET', /^\/gateway\/bot$/, () => ({ status: 200, body: { url: gatewayUrl(), shards: world.recommendedShards, session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 } } })],
    // https://docs.discord.com/developers/resources/application#application-object
    ['GET', /^\/applications\/@me$/, () => ({ status: 200, body: application() })],
    ['GET', /^\/applications\/(\d+)\/commands$/, () => ({ status: 200, body: world.commands })],
    ['PUT', /^\/applications\/(\d+)\/commands$/, ({ body }) => register(body as readonly Json[])],
    ['POST', /^\/channels\/(\d+)\/messages$/, ({ body }, [id = '']) => post(id, body as Json)],
    ['PATCH', /^\/channels\/(\d+)\/messages\/(\d+)$/, ({ body }, [channel = '', id = '']) => edit(channel, id, body as Json)],
    ['GET', /^\/channels\/(\d+)\/messages\/(\d+)$/, (_, [channel = '', id = '']) => oneMessage(channel, id)],
    ['GET', /^\/channels\/(\d+)\/messages$/, ({ query }, [id = '']) => history(id, query)],
    ['POST', /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/, ({ body }, [channel = '', id = '']) => thread(channel, id, body as Json)],
    ['POST', /^\/users\/@me\/channels$/, ({ body }) => openDirect(body as Json)],
    ['GET', /^\/users\/@me\/guilds$/, ({ query }) => ownGuilds(query)],
    ['GET', /^\/guilds\/(\d+)$/, (_, [id = '']) => ofGuild(id, (guild) => ({ id: guild.id, name: guild.name, owner_id: guild.owner?.id ?? world.applicationId }))],
    ['GET', /^\/guilds\/(\d+)\/roles$/, (_, [id = '']) => ofGuild(id, rolesJson)],
    ['GET', /^\/channels\/(\d+)$/, (_, [id = '']) => oneChannel(id)],
    ['GET', /^\/guilds\/(\d+)\/members\/(\d+)$/, (_, [guild = '', person = '']) => member(guild, person)],
  ]

  function register(commands: readonly Json[]): Answer {
    const no = checked('the commands', commandRefusals(commands))
    if (no !== undefined) return no
    const version = world.newId()
    // What Discord adds to what it was given, also where nothing was said.
    world.commands = commands.map((command) => ({
      id: world.newId(), application_id: world.applicationId, version, type: 1, nsfw: false, dm_permission: false,
      default_member_permissions: null, name_localizations: null, description_localizations: null, ...withLocalizations(command),
    }))
    return { status: 200, body: world.commands }
  }

  function usable(id: string): Channel | Answer {
    const channel = world.channels.get(id)
    if (channel === undefined || channel.deleted) return failure(404, 10003, 'Unknown Channel')
    if (channel.guild?.left === true || !has(channel, permission.viewChannel)) return failure(403, 50001, 'Missing Access')
    return channel
  }

  function post(id: string, body: Json): Answer {
    const channel = usable(id)
    if ('status' in channel) return channel
    const send = channel.type === 11 ? permission.sendMessagesInThreads : permission.sendMessages
    if (!has(channel, send)) return failure(403, 50013, 'Missing Permissions')
    if (channel.locked) return failure(400, 50083, 'Thread is archived')
    if (channel.type === 1 && [...world.guilds].some(({ members }) => members.get(channel.name.slice(7))?.closed)) return failure(403, 50007, 'Cannot send messages to this user')
    // https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
    if (body['message_reference'] !== undefined && !has(channel, permission.readMessageHistory)) return failure(400, 160002, 'Cannot reply without permission to read message history')
    const { attachments, problems: lost } = attachmentsAfter([], { body, data: body, newId: world.newId })
    const no = checked(`a message in ${channel.name}`, [...refusals('message', body), ...lost])
    if (no !== undefined) return no
    const nonce = body['nonce'] === undefined ? null : String(body['nonce'])
    const known = body['enforce_nonce'] === true && nonce !== null ? nonces.get(nonce) : undefined
    const first = known !== undefined && world.now() - known.at < nonceLife ? known : undefined
    // The promise is per author, not per channel: the same nonce in another channel gives the message of the first one.
    if (first !== undefined) return first.deleted ? failure(404, 10008, 'Unknown Message') : { status: 200, body: { ...messageJson(world, first), nonce } }
    const reference = (body['message_reference'] ?? {}) as Json
    const message: Message = {
      id: world.newId(), channel, authorId: world.botId, nonce, at: world.now(), components: withIds((body['components'] ?? []) as readonly Component[]), attachments,
      flags: Number(body['flags'] ?? 0), edits: 0, deleted: false, onlyFor: null,
      repliesTo: reference['message_id'] === undefined ? null : String(reference['message_id']), pinged: pingedRoles(channel, body),
    }
    world.messages.set(message.id, message)
    if (nonce !== null) nonces.set(nonce, message)
    created(message)
    return { status: 200, body: { ...messageJson(world, message), nonce } }
  }

  /** https://docs.discord.com/developers/resources/channel#start-thread-from-message: it has the id of its message. */
  function thread(channelId: string, id: string, body: Json): Answer {
    const channel = usable(channelId)
    if ('status' in channel) return channel
    if (channel.type !== 0) return failure(400, 50024, 'Cannot execute action on this channel type')
    if (!has(channel, permission.createPublicThreads)) return failure(403, 50013, 'Missing Permissions')
    const message = world.messages.get(id)
    if (message === undefined || message.deleted || message.channel !== channel) return failure(404, 10008, 'Unknown Message')
    const name = String(body['name'] ?? '')
    const no = checked('a thread', [...(name.length >= 1 && name.length <= 100 ? [] : ['name: 1 to 100 letters']), ...([60, 1440, 4320, 10080].includes(Number(body['auto_archive_duration'])) ? [] : ['auto_archive_duration: 60, 1440, 4320 or 10080'])])
    if (no !== undefined) return no
    if (world.threads.has(id)) return failure(400, 160004, 'A thread has already been created for this message')
    world.threads.set(id, name)
    return { status: 201, body: { id, type: 11, name, guild_id: channel.guild?.id, parent_id: channel.id } }
  }

  function edit(channelId: string, id: string, body: Json): Answer {
    const channel = usable(channelId)
    if ('status' in channel) return channel
    const message = world.messages.get(id)
    if (message === undefined || message.deleted || message.channel !== channel || message.onlyFor !== null) return failure(404, 10008, 'Unknown Message')
    if (message.authorId !== world.botId) return failure(403, 50005, 'Cannot edit a message authored by another user')
    if (channel.locked) return failure(400, 50083, 'Thread is archived')
    const { attachments, problems: lost } = attachmentsAfter(message.attachments ?? [], { body, data: body, newId: world.newId })
    const no = checked('an edited message', [...refusals('edit', body, message.flags), ...lost])
    if (no !== undefined) return no
    if (body['components'] !== undefined) message.components = withIds(body['components'] as readonly Component[])
    message.attachments = attachments
    message.edits++
    return { status: 200, body: messageJson(world, message) }
  }

  /** https://docs.discord.com/developers/resources/message#get-channel-message */
  function oneMessage(channelId: string, id: string): Answer {
    const channel = usable(channelId)
    if ('status' in channel) return channel
    const message = world.messagesIn(channel).find((each) => each.id === id)
    if (message === undefined || !has(channel, permission.readMessageHistory)) return failure(404, 10008, 'Unknown Message')
    return { status: 200, body: messageJson(world, message) }
  }

  function history(id: string, query: URLSearchParams): Answer {
    const channel = usable(id)
    if ('status' in channel) return channel
    // No error: https://docs.discord.com/developers/resources/message#get-channel-messages
    if (!has(channel, permission.readMessageHistory)) return { status: 200, body: [] }
    const limit = Number(query.get('limit') ?? 50)
    if (limit < 1 || limit > 100) return checked('a look at the history', ['limit: 1 to 100']) ?? invalidForm([])
    const [after, before] = [query.get('after'), query.get('before')]
    const messages = world.messagesIn(channel).filter(({ id }) => (after === null || BigInt(id) > BigInt(after)) && (before === null || BigInt(id) < BigInt(before)))
    const page = after === null ? messages.slice(-limit) : messages.slice(0, limit)
    return { status: 200, body: page.toReversed().map((message) => messageJson(world, message)) }
  }

  function openDirect(body: Json): Answer {
    const person = world.person(String(body['recipient_id']))
    const no = checked('a direct channel', refusals('direct channel', body))
    if (no !== undefined) return no
    if (person === undefined) return failure(400, 50033, 'Invalid Recipient(s)')
    return { status: 200, body: { id: world.directChannel(person).id, type: 1, recipients: [userJson(world, person.id)] } }
  }

  function member(guildId: string, personId: string): Answer {
    const guild = world.guilds.find(({ id }) => id === guildId)
    if (guild === undefined || guild.left) return failure(404, 10004, 'Unknown Guild')
    if (personId === world.botId) return { status: 200, body: { ...memberJson(world, botMember(world)), user: userJson(world, world.botId) } }
    const person = guild.members.get(personId)
    return person === undefined ? failure(404, 10007, 'Unknown Member') : { status: 200, body: memberJson(world, person) }
  }

  /** https://docs.discord.com/developers/resources/application#application-object */
  function application(): Json {
    return {
      id: world.applicationId, name: 'studyhall', integration_types_config: world.userInstall ? { 0: {}, 1: {} } : { 0: {} }, bot: userJson(world, world.botId), verify_key: overHttp.publicKey,
      interactions_endpoint_url: overHttp.endpoint() === undefined ? null : `${overHttp.endpoint()}/discord/interactions`, approximate_guild_count: world.guildCount ?? world.guilds.filter(({ left }) => !left).length,
    }
  }

  /** https://docs.discord.com/developers/resources/user#get-current-user-guilds */
  function ownGuilds(query: URLSearchParams): Answer {
    const [limit, after] = [Number(query.get('limit') ?? 200), BigInt(query.get('after') ?? 0)]
    if (limit < 1 || limit > 200) return checked('a look at the servers', ['limit: 1 to 200']) ?? invalidForm([])
    const all = world.guilds.filter(({ id, left }) => !left && BigInt(id) > after).toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1))
    return { status: 200, body: all.slice(0, limit).map(({ id, name }) => ({ id, name, owner: false, permissions: '0', features: [] })) }
  }

  function ofGuild(id: string, body: (guild: Guild) => unknown): Answer {
    const guild = world.guilds.find((each) => each.id === id && !each.left)
    return guild === undefined ? failure(404, 10004, 'Unknown Guild') : { status: 200, body: body(guild) }
  }

  function oneChannel(id: string): Answer {
    const channel = usable(id)
    return 'status' in channel ? channel : { status: 200, body: channelJson(world)(channel) }
  }

  return (asked: Asked): Answer => {
    const found = (routes: typeof open) => routes.find(([method, path]) => (method === '*' || method === asked.method) && path.test(asked.path))
    const parts = ([, path]: (typeof open)[number]) => (path.exec(asked.path) ?? []).slice(1)
    const free = found(open)
    if (free !== undefined) return free[2](asked, parts(free))
    if (asked.authorization !== `Bot ${world.token}`) return failure(401, 0, '401: Unauthorized')
    const route = found(withToken)
    if (route !== undefined) return route[2](asked, parts(route))
    violated('a route', [`${asked.method} ${asked.path} is not known to the fake`])
    return failure(404, 0, '404: Not Found')
  }
}

/** A role is pinged if the text mentions it, the request allows it, and the role can be mentioned by this bot. */
function pingedRoles({ guild }: Channel, body: Json): readonly string[] {
  const allowed = ((body['allowed_mentions'] as Json | undefined)?.['roles'] ?? []) as readonly string[]
  const text = JSON.stringify(body['components'] ?? [])
  return allowed.filter((id) => text.includes(`<@&${id}>`) && guild?.roles.find((role) => role.id === id)?.mentionable === true)
}

function has(channel: Channel, needed: bigint): boolean {
  return channel.type === 1 || (channel.botMay & needed) === needed
}

function withLocalizations(command: Json): Json {
  const options = (command['options'] ?? []) as readonly Json[]
  return { ...command, options: options.map((option) => ({ ...withLocalizations(option), name_localizations: null, description_localizations: null })) }
}
