// The fake's gateway: https://docs.discord.com/developers/events/gateway, as far as a bot with one shard goes.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { memberJson, userJson, type Guild, type Json, type Person, type World } from './world.ts'

type Sent = { readonly op: 0; readonly t: string; readonly s: number; readonly d: Json }
type Session = { readonly id: string; readonly intents: number; readonly sent: Sent[]; socket: WebSocket | null }

export type Gateway = {
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** An event for every session; one that is cut off gets it when it resumes. */
  readonly dispatch: (event: string, data: Json) => void
  /** An event that comes only with this intent: https://docs.discord.com/developers/events/gateway#list-of-intents */
  readonly dispatchTo: (intent: number, event: string, data: Json) => void
  readonly counts: { identified: number; resumed: number; heartbeats: number; memberRequests: number }
  /** Connections that are open now. */
  readonly connected: () => number
  /** How this gateway behaves; a test changes it. */
  readonly manners: {
    heartbeatInterval: number
    /** Closes the next connections that identify, with this code. */
    refuseIdentify: number | null
    /** Takes RESUME and never answers it. */
    ignoreResume: boolean
    /** Sends no GUILD_CREATE at all. */
    withholdGuilds: boolean
    /** Takes a connection and says nothing. */
    silent: boolean
    refuseConnections: boolean
  }
  readonly cut: () => void
  /** The connections of this moment die without a word: nothing comes from them, and nothing is heard. */
  readonly fallSilent: () => void
  readonly askToReconnect: () => void
  readonly invalidate: () => void
  readonly closeAll: (code: number) => void
  readonly stop: () => Promise<void>
}

export function createGateway(world: World, url: () => string): Gateway {
  const server = new WebSocketServer({ noServer: true })
  const sessions = new Map<string, Session>()
  const sockets = new Set<WebSocket>()
  const dead = new Set<WebSocket>()
  const gateway: Gateway = {
    counts: { identified: 0, resumed: 0, heartbeats: 0, memberRequests: 0 },
    manners: { heartbeatInterval: 41_250, refuseIdentify: null, ignoreResume: false, withholdGuilds: false, silent: false, refuseConnections: false },
    connected: () => sockets.size,
    upgrade: (request, socket, head) => {
      if (gateway.manners.refuseConnections) return void socket.destroy()
      server.handleUpgrade(request, socket, head, accept)
    },
    dispatch: (event, data) => sessions.forEach((session) => send(session, event, data)),
    dispatchTo: (intent, event, data) => sessions.forEach((session) => (session.intents & intent) !== 0 && send(session, event, data)),
    cut: () => sockets.forEach((socket) => socket.terminate()),
    fallSilent: () => {
      for (const socket of sockets) dead.add(socket)
      for (const session of sessions.values()) session.socket = null
    },
    askToReconnect: () => sockets.forEach((socket) => socket.send(JSON.stringify({ op: 7, d: null }))),
    invalidate: () => {
      sessions.clear()
      sockets.forEach((socket) => socket.send(JSON.stringify({ op: 9, d: false })))
    },
    closeAll: (code) => sockets.forEach((socket) => socket.close(code)),
    stop: async () => {
      sockets.forEach((socket) => socket.terminate())
      await new Promise((resolve) => server.close(resolve))
    },
  }

  function accept(socket: WebSocket): void {
    sockets.add(socket)
    socket.on('close', () => {
      sockets.delete(socket)
      dead.delete(socket)
      for (const session of sessions.values()) if (session.socket === socket) session.socket = null
    })
    socket.on('message', (data) => take(socket, JSON.parse(String(data)) as { op: number; d: Json }))
    if (!gateway.manners.silent) socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: gateway.manners.heartbeatInterval } }))
  }

  function take(socket: WebSocket, { op, d }: { readonly op: number; readonly d: Json }): void {
    if (dead.has(socket)) return
    if (op === 1) {
      gateway.counts.heartbeats++
      socket.send(JSON.stringify({ op: 11 }))
    }
    if (op === 2) identify(socket, d)
    if (op === 6) resume(socket, d)
    if (op === 8) sendMembers(socket, d)
  }

  /** https://docs.discord.com/developers/events/gateway-events#request-guild-members: without the intent for members, only those who are asked for by id. */
  function sendMembers(socket: WebSocket, d: Json): void {
    gateway.counts.memberRequests++
    const session = [...sessions.values()].find((each) => each.socket === socket)
    const guild = world.guilds.find(({ id, left }) => id === d['guild_id'] && !left)
    if (session === undefined || guild === undefined || d['user_ids'] === undefined) return
    const asked = [d['user_ids']].flat().map(String).slice(0, 100)
    const members = asked.flatMap((id) => guild.members.get(id) ?? [])
    send(session, 'GUILD_MEMBERS_CHUNK', {
      guild_id: guild.id, members: members.map((person) => memberJson(world, person)), chunk_index: 0, chunk_count: 1,
      not_found: asked.filter((id) => !guild.members.has(id)), nonce: d['nonce'],
    })
  }

  function identify(socket: WebSocket, d: Json): void {
    const { refuseIdentify } = gateway.manners
    if (refuseIdentify !== null) return socket.close(refuseIdentify)
    if (d['token'] !== world.token) return socket.close(4004)
    // Privileged: members, presences, message content. They have to be switched on by hand, so this bot must not ask.
    if ((Number(d['intents']) & ((1 << 1) | (1 << 8) | (1 << 15))) !== 0) return socket.close(4014)
    gateway.counts.identified++
    const session: Session = { id: `session-${gateway.counts.identified}`, intents: Number(d['intents']), sent: [], socket }
    // A token may have several sessions, each of which gets every event: https://docs.discord.com/developers/events/gateway#sharding
    for (const { id, socket: open } of sessions.values()) if (open === null) sessions.delete(id)
    sessions.set(session.id, session)
    const guilds = world.guilds.filter(({ left }) => !left)
    send(session, 'READY', {
      v: 10,
      user: { ...userJson(world, world.botId), verified: true, mfa_enabled: true },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      application: { id: world.applicationId, flags: 0 },
      shard: d['shard'],
    })
    if (gateway.manners.withholdGuilds) return
    for (const guild of guilds) if (!guild.unavailable) send(session, 'GUILD_CREATE', guildJson(world, guild))
  }

  function resume(socket: WebSocket, d: Json): void {
    if (gateway.manners.ignoreResume) return
    const session = sessions.get(String(d['session_id']))
    if (session === undefined || d['token'] !== world.token) return socket.send(JSON.stringify({ op: 9, d: false }))
    gateway.counts.resumed++
    session.socket = socket
    for (const event of session.sent) if (event.s > Number(d['seq'])) socket.send(JSON.stringify(event))
    send(session, 'RESUMED', {})
  }

  return gateway
}

function send(session: Session, event: string, data: Json): void {
  const sent: Sent = { op: 0, t: event, s: session.sent.length + 1, d: data }
  session.sent.push(sent)
  session.socket?.send(JSON.stringify(sent))
}

/** The bot as a member: what it may do is said by the overwrites of channels. */
export const botMember = (world: World): Person => ({ id: world.botId, username: 'studyhall', globalName: null, nick: null, may: 0n, closed: false, hasApp: false })

export const rolesJson = (guild: Guild): readonly Json[] =>
  [{ id: guild.id, name: '@everyone', mentionable: false }, ...guild.roles].map((role) => ({ ...role, permissions: '0', position: 0, color: 0, hoist: false, managed: false }))

/** With the bot as the only member, as the intent for servers alone brings it. */
export function guildJson(world: World, guild: Guild): Json {
  const bot = { ...memberJson(world, botMember(world)), user: userJson(world, world.botId) }
  const channels = guild.channels.filter(({ deleted }) => !deleted)
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.owner?.id ?? world.applicationId,
    unavailable: false,
    member_count: guild.members.size + 1,
    large: false,
    joined_at: '2026-01-01T00:00:00.000Z',
    roles: rolesJson(guild),
    members: [bot],
    channels: channels.filter(({ type }) => type === 0).map(channelJson(world)),
    threads: channels.filter(({ type }) => type === 11).map(channelJson(world)),
    emojis: [],
    stickers: [],
    features: [],
    preferred_locale: 'en-US',
    premium_tier: 0,
    nsfw_level: 0,
    verification_level: 0,
  }
}

/** What the bot may do in the channel, said as an overwrite for the bot itself. */
export function channelJson(world: World) {
  return (channel: Guild['channels'][number]): Json => ({
    id: channel.id,
    type: channel.type,
    name: channel.name,
    position: 0,
    guild_id: channel.guild?.id,
    ...(channel.type === 11
      ? { parent_id: channel.guild?.channels.find(({ type }) => type === 0)?.id, thread_metadata: { archived: channel.locked, locked: channel.locked, auto_archive_duration: 60 } }
      : { permission_overwrites: [{ id: world.botId, type: 1, allow: String(channel.botMay), deny: '0' }] }),
  })
}
