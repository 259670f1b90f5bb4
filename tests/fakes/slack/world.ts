// The workspace behind the fake: people, channels, messages, and a record of everything that happened.
import type { Raw } from './raw.ts'

/** `bot`: an app. */
export type User = {
  readonly id: string
  readonly handle: string
  displayName: string
  readonly zone: string
  admin: boolean
  owner: boolean
  guest: boolean
  /** The workspace that they are in, where a channel is shared with it; absent: this one. */
  team?: string
  deleted: boolean
  readonly bot?: boolean
}

export type Message = {
  readonly ts: string
  channel: string
  /** For one person alone. */
  readonly only: string | null
  /** The message that it replies to; null in the channel itself. */
  readonly thread?: string | null
  text: string
  blocks: readonly Raw[]
  metadata: Raw | undefined
  /** Files that it shares. */
  readonly files?: readonly Upload[]
  edits: number
  /** How it came: a method, or `response_url`. */
  readonly by: string
}

/** `sent`: undefined until its bytes have come. */
export type Upload = { readonly id: string; readonly name: string; readonly length: number; readonly alt: string; sent: Uint8Array | undefined; title: string; shared: boolean }

export type SentFile = { readonly data: Uint8Array; readonly type: string }

export type Channel = {
  readonly id: string
  readonly name: string
  readonly private: boolean
  /** The app is in it. */
  joined: boolean
  archived: boolean
  readonly messages: Message[]
}

export type View = { readonly id: string; readonly user: string; hash: string; view: Raw; open: boolean }

export type Call = { readonly method: string; readonly args: Raw; readonly authorization: string; readonly at: number }

/** An address that replies are sent to. */
export type ResponseUrl = { readonly user: string; readonly channel: string; readonly madeAt: number; uses: number; readonly source: Message | undefined; expired: boolean }

export type Fault =
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'rate-limited'; readonly seconds: number | null }
  /** `stored`: what was asked for is done all the same. */
  | { readonly kind: 'status'; readonly status: number; readonly stored: boolean }
  | { readonly kind: 'reset'; readonly stored: boolean }
  | { readonly kind: 'hang'; readonly stored: boolean }

export type World = {
  readonly team: { readonly id: string; readonly domain: string }
  /** In whose whole the app is installed; null where it's in this workspace alone. */
  organization: string | null
  readonly app: { readonly id: string; readonly user: string; readonly bot: string }
  botToken: string
  appToken: string
  readonly scopes: Set<string>
  readonly users: Map<string, User>
  readonly channels: Map<string, Channel>
  /** Ids of their members, by their own ids. */
  readonly userGroups: Map<string, readonly string[]>
  readonly views: View[]
  readonly homes: Map<string, View>
  /** Messages for one person alone, in the order in which they came. */
  readonly whispers: Message[]
  readonly triggers: Map<string, { readonly at: number; used: boolean }>
  readonly responses: Map<string, ResponseUrl>
  /** By their ids, which the addresses for their bytes end with. */
  readonly uploads: Map<string, Upload>
  /** Files that people sent, by the path of their address. */
  readonly sentFiles: Map<string, SentFile>
  /** Where it is served, as `http://127.0.0.1:1234`. */
  origin: string
  readonly calls: Call[]
  /** What Slack would have refused, with the reason: a good bot leaves this empty. */
  readonly refusals: { readonly method: string; readonly error: string; readonly problems: readonly string[] }[]
  /** Types of blocks that it does not know, as a Slack of before they came, or whatever else speaks its API. */
  readonly unknownBlocks: Set<string>
  /** Milliseconds that a call has to wait; 0 where it is allowed. */
  limit: (method: string, args: Raw) => number
  readonly faults: { readonly method: string; readonly fault: Fault; readonly channel: string | null; left: number }[]
  /** What Slack says of the bot's token, as `token_revoked`; null while it is good. */
  tokenFault: string | null
  readonly now: () => number
  readonly nextId: (prefix: string) => string
}

/** What is different in one of several workspaces. */
export type Own = Partial<Pick<World, 'team' | 'app' | 'botToken' | 'organization'>>

export function createWorld(now: () => number, own: Own = {}): World {
  let ids = 0
  return {
    team: { id: 'T0STUDY', domain: 'studyhall' },
    organization: null,
    app: { id: 'A0STUDY', user: 'U0BOT', bot: 'B0BOT' },
    botToken: 'xoxb-0000-1111-botbotbot',
    appToken: 'xapp-1-A0STUDY-1111-appappapp',
    scopes: new Set(['chat:write', 'commands', 'app_mentions:read', 'im:history', 'users:read', 'channels:read', 'groups:read', 'channels:history', 'groups:history', 'files:read', 'files:write', 'usergroups:read', 'connections:write']),
    users: new Map(),
    channels: new Map(),
    userGroups: new Map(),
    views: [],
    homes: new Map(),
    whispers: [],
    triggers: new Map(),
    responses: new Map(),
    uploads: new Map(),
    sentFiles: new Map(),
    origin: '',
    calls: [],
    refusals: [],
    unknownBlocks: new Set(),
    limit: () => 0,
    faults: [],
    tokenFault: null,
    now,
    ...own,
    nextId: (prefix) => `${prefix}${String((ids += 1)).padStart(6, '0')}`,
  }
}

/** Unique in a channel, and in the order of time. */
export function nextTs(world: World): string {
  return `${Math.floor(world.now() / 1000)}.${world.nextId('')}`
}

/** Slack names every block that has no name of its own. */
export function named(world: World, blocks: readonly Raw[]): Raw[] {
  return blocks.map((block) => (block['block_id'] === undefined ? { ...block, block_id: world.nextId('b') } : block))
}

export function dmChannel(world: World, user: string): Channel {
  const id = `D${user}`
  const known = world.channels.get(id)
  if (known !== undefined) return known
  const channel: Channel = { id, name: 'directmessage', private: true, joined: true, archived: false, messages: [] }
  world.channels.set(id, channel)
  return channel
}
