// What the fake Discord holds: servers, channels, people, messages, commands.
import { randomBytes } from 'node:crypto'

export type Json = { readonly [key: string]: unknown }

export type Channel = {
  readonly id: string
  readonly guild: Guild | null
  readonly name: string
  /** 0 a text channel, 1 a direct message with the bot, 3 a group of friends without it, 11 a public thread. */
  readonly type: 0 | 1 | 3 | 11
  /** What the bot may do here, as Discord's bit set. */
  botMay: bigint
  locked: boolean
  deleted: boolean
}

export type Guild = {
  readonly id: string
  readonly name: string
  readonly channels: Channel[]
  readonly members: Map<string, Person>
  /** Besides @everyone. */
  readonly roles: Role[]
  /** Left out of what the gateway sends, as in an outage. */
  unavailable: boolean
  /** The bot was taken out. */
  left: boolean
  /** Who owns it; nobody that the bot could write to, if null. */
  owner: Person | null
}

export type Role = { readonly id: string; readonly name: string; readonly mentionable: boolean }

export type Person = {
  readonly id: string
  readonly username: string
  readonly globalName: string | null
  readonly nick: string | null
  /** What the person may do in the whole server. */
  readonly may: bigint
  /** Ids of roles besides @everyone. */
  roles?: readonly string[]
  /** Takes no direct messages. */
  closed: boolean
  /** Installed the app for themselves, and so brings it along everywhere. */
  hasApp: boolean
}

export type Component = Json & { readonly type: number; readonly custom_id?: string; readonly components?: readonly Component[]; readonly accessory?: Component }

/** `size`: what Discord says of it, if that isn't true. `gone`: Discord's network doesn't have it anymore. */
export type SentFile = { readonly name: string; readonly data: Uint8Array; readonly size?: number; readonly gone?: boolean }

/** `data`: its bytes, as they came. */
export type Attachment = { readonly id: string; readonly filename: string; readonly description: string; readonly size: number; readonly data: Uint8Array }

export type Message = {
  readonly id: string
  readonly channel: Channel
  readonly authorId: string
  readonly nonce: string | null
  readonly at: number
  components: readonly Component[]
  attachments?: readonly Attachment[]
  flags: number
  edits: number
  deleted: boolean
  /** The message that it refers to. */
  readonly repliesTo?: string | null
  /** Roles that it pinged: those that its text mentions, if the request allowed it. */
  readonly pinged?: readonly string[]
  /** The one person who sees it. */
  readonly onlyFor: Person | null
}

export type World = {
  readonly token: string
  readonly applicationId: string
  /** Bots of today have the id of their application; the fake keeps them apart, as Discord does for old ones. */
  readonly botId: string
  readonly now: () => number
  readonly newId: () => string
  /** Where it is served, as `http://127.0.0.1:1234`. */
  origin: string
  /** Files that people attached, by the path of their address. */
  readonly sentFiles: Map<string, SentFile>
  readonly guilds: Guild[]
  readonly channels: Map<string, Channel>
  readonly messages: Map<string, Message>
  /** Names of threads on messages, by the messages. */
  readonly threads: Map<string, string>
  commands: readonly Json[]
  /** Whether people can install the app for themselves: a setting of the app. */
  userInstall: boolean
  /** What `GET /gateway/bot` says. */
  recommendedShards: number
  /** What the application says of the number of its servers, if not the true one. */
  guildCount: number | null
  /** Milliseconds that a request has to wait; 0 where it is allowed. */
  limit: (method: string, path: string) => number
  readonly addGuild: (name?: string) => Guild
  readonly addChannel: (guild: Guild, name?: string) => Channel
  /** A group of friends, in which no bot can be. */
  readonly addFriends: (name: string) => Channel
  readonly addThread: (guild: Guild, name?: string) => Channel
  /** Before the bot connects. */
  readonly addRole: (guild: Guild, name: string, mentionable?: boolean) => Role
  readonly addPerson: (guild: Guild, person: Partial<Omit<Person, 'id'>> & { readonly username: string }) => Person
  readonly directChannel: (person: Person) => Channel
  readonly person: (id: string) => Person | undefined
  /** Oldest first, without deleted ones and without those for one person only. */
  readonly messagesIn: (channel: Channel) => readonly Message[]
}

export const permission = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  readMessageHistory: 1n << 16n,
  useApplicationCommands: 1n << 31n,
  createPublicThreads: 1n << 35n,
  sendMessagesInThreads: 1n << 38n,
} as const

export const everyoneMay = permission.viewChannel | permission.sendMessages | permission.readMessageHistory | permission.useApplicationCommands | permission.createPublicThreads | permission.sendMessagesInThreads

export const discordEpoch = Date.UTC(2015, 0, 1)

export function createWorld(now: () => number): World {
  let made = 0n
  const newId = () => String((BigInt(now() - discordEpoch) << 22n) | (made++ & 0x3fffffn))
  const applicationId = newId()
  const people = new Map<string, Person>()
  const world: World = {
    token: `${Buffer.from(applicationId).toString('base64url')}.${randomBytes(4).toString('base64url')}.${randomBytes(20).toString('base64url')}`,
    applicationId,
    botId: newId(),
    now,
    newId,
    origin: '',
    sentFiles: new Map(),
    guilds: [],
    channels: new Map(),
    messages: new Map(),
    threads: new Map(),
    commands: [],
    userInstall: true,
    recommendedShards: 1,
    guildCount: null,
    limit: () => 0,
    addGuild: (name = 'Study group') => {
      const guild: Guild = { id: newId(), name, channels: [], members: new Map(), roles: [], unavailable: false, left: false, owner: null }
      world.guilds.push(guild)
      return guild
    },
    addChannel: (guild, name = 'daily-question') => addChannel(world, guild, name, 0),
    addFriends: (name) => addChannel(world, null, name, 3),
    addThread: (guild, name = 'a thread') => addChannel(world, guild, name, 11),
    addRole: (guild, name, mentionable = true) => {
      const role: Role = { id: newId(), name, mentionable }
      guild.roles.push(role)
      return role
    },
    addPerson: (guild, person) => {
      const known: Person = { id: newId(), globalName: null, nick: null, may: everyoneMay, closed: false, hasApp: false, ...person }
      guild.members.set(known.id, known)
      people.set(known.id, known)
      return known
    },
    directChannel: (person) => {
      const name = `direct ${person.id}`
      return [...world.channels.values()].find((channel) => channel.name === name) ?? addChannel(world, null, name, 1)
    },
    person: (id) => people.get(id),
    messagesIn: (channel) => [...world.messages.values()].filter((message) => message.channel === channel && !message.deleted && message.onlyFor === null),
  }
  return world
}

function addChannel(world: World, guild: Guild | null, name: string, type: Channel['type']): Channel {
  const channel: Channel = { id: world.newId(), guild, name, type, botMay: everyoneMay, locked: false, deleted: false }
  guild?.channels.push(channel)
  world.channels.set(channel.id, channel)
  return channel
}

/** A message as the API shows it. */
export function messageJson(world: World, message: Message): Json {
  return {
    id: message.id,
    type: 0,
    channel_id: message.channel.id,
    author: userJson(world, message.authorId),
    content: '',
    timestamp: new Date(message.at).toISOString(),
    edited_timestamp: message.edits > 0 ? new Date(world.now()).toISOString() : null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: (message.attachments ?? []).map(({ id, filename, description, size }) => ({ id, filename, description, size, url: `https://cdn.discord.example/${id}/${filename}`, proxy_url: `https://media.discord.example/${id}/${filename}` })),
    embeds: [],
    pinned: false,
    flags: message.flags,
    components: message.components,
  }
}

export function userJson(world: World, id: string): Json {
  if (id === world.botId) return { id, username: 'studyhall', global_name: null, discriminator: '0', avatar: null, bot: true }
  const person = world.person(id)
  return { id, username: person?.username ?? 'deleted', global_name: person?.globalName ?? null, discriminator: '0', avatar: null }
}

export function memberJson(world: World, person: Person): Json {
  return { user: userJson(world, person.id), nick: person.nick, roles: person.roles ?? [], joined_at: '2026-01-01T00:00:00.000Z', deaf: false, mute: false, flags: 0, pending: false }
}

/** Every component in a tree of them. */
export function allComponents(components: readonly Component[]): readonly Component[] {
  return components.flatMap((component) => [component, ...allComponents(component.components ?? []), ...(component.accessory === undefined ? [] : allComponents([component.accessory]))])
}

let nextComponentId = 1

/** Discord gives every component without an id one. */
export function withIds(components: readonly Component[]): readonly Component[] {
  return components.map((component) => ({
    ...component,
    id: component['id'] ?? nextComponentId++,
    ...(component.components === undefined ? {} : { components: withIds(component.components) }),
    ...(component.accessory === undefined ? {} : { accessory: withIds([component.accessory])[0] as Component }),
  }))
}
