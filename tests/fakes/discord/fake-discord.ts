// A Discord on loopback for tests of the real library: REST, gateway, permissions, limits, clocks, and faults on demand.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { letIn, senderOf, type Doorkeeper } from '../doorkeeper.ts'
import { readForm } from './files.ts'
import { createFaults, rateLimited, type Fault, type Faults } from './faults.ts'
import { channelJson, createGateway, guildJson, type Gateway } from './gateway.ts'
import { createInteractions, type Answer } from './interactions.ts'
import { createPeople, type People } from './people.ts'
import { createOverHttp, type OverHttp } from './over-http.ts'
import { createRest, type Asked } from './rest.ts'
import { createWorld, messageJson, type Channel, type Guild, type Json, type Message, type SentFile, type World } from './world.ts'

export type Recorded = { readonly method: string; readonly path: string; readonly body: unknown; readonly status: number | null }

export type FakeDiscord = {
  readonly world: World
  readonly people: People
  readonly gateway: Gateway
  readonly faults: Faults
  readonly overHttp: OverHttp
  /** For `rest.api`. */
  readonly url: string
  readonly token: string
  /** All requests, oldest first; `status` null where no answer was given. */
  readonly requests: readonly Recorded[]
  /** What Discord would have refused as malformed. A test expects none. */
  readonly violations: readonly string[]
  /** Requests of one kind. */
  readonly asked: (method: string, path: RegExp) => readonly Recorded[]
  /** The bot is taken out of the server. */
  readonly removeBot: (guild: Guild) => void
  /** The server is out of reach for a while. */
  readonly outage: (guild: Guild) => void
  /** The bot is brought into a server after it has started. */
  readonly addBot: (guild: Guild) => void
  /** https://docs.discord.com/developers/events/gateway-events#channel-delete */
  readonly deleteChannel: (channel: Channel) => void
  /** As the gateway shows them. */
  readonly guildJson: (guild: Guild) => Json
  readonly channelJson: (channel: Channel) => Json
  /** What the bot may do in the channel changes. */
  readonly allow: (channel: Channel, botMay: bigint) => void
  /** Takes no more connections, as when the network is away; those that are open are cut. */
  readonly goDark: () => void
  readonly comeBack: () => void
  readonly stop: () => Promise<void>
}

/** @param now the clock of Discord: of its ids, its interactions and its `Date` */
export async function startFakeDiscord(now: () => number = Date.now, doorkeeper: Doorkeeper = letIn): Promise<FakeDiscord> {
  const world = createWorld(now)
  const violations: string[] = []
  const violated = (what: string, problems: readonly string[]) => void violations.push(`${what}: ${problems.join('; ')}`)
  const requests: Recorded[] = []
  const faults = createFaults()
  let port = 0
  const gateway = createGateway(world, () => `ws://127.0.0.1:${port}`)
  const interactions = createInteractions(world, violated)
  const overHttp = createOverHttp(world)
  const deliver = (event: Json) => void (overHttp.endpoint() === undefined ? gateway.dispatch('INTERACTION_CREATE', event) : overHttp.deliver(event).catch(() => undefined))
  const answer = createRest(world, interactions, { overHttp, gatewayUrl: () => `ws://127.0.0.1:${port}`, violated, created: tellOfMessage })
  let dark = false

  /** All sessions hear of the bot's own messages too, words and all: https://docs.discord.com/developers/events/gateway-events#message-create */
  function tellOfMessage(message: Message): void {
    const { guild, type } = message.channel
    gateway.dispatchTo(guild === null ? 1 << 12 : 1 << 9, 'MESSAGE_CREATE', { ...messageJson(world, message), channel_type: type, ...(guild === null ? {} : { guild_id: guild.id }) })
  }

  const server = createServer((request, response) => {
    if (dark) return void request.destroy()
    // A caller that is gone in the middle of its request has asked for nothing.
    const { by, path } = senderOf(request.url ?? '/')
    read(request, path).then((asked) => doorkeeper({ method: asked.method, path: asked.path, by, body: JSON.stringify(asked.body) }, () => handle(asked, request, response)), () => undefined)
  })
  server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head))

  function handle(asked: Asked, request: IncomingMessage, response: ServerResponse): void {
    const file = world.sentFiles.get(asked.path)
    if (file !== undefined) return serveFile(file, asked, response)
    const wait = world.limit(asked.method, asked.path)
    const fault = wait > 0 ? rateLimited(wait / 1000, true) : faults.next(asked.method, asked.path)
    const answered: Answer | undefined = fault === undefined || fault.stored === true ? answer(asked) : undefined
    const told = fault === undefined ? answered : toldInstead(fault)
    requests.push({ method: asked.method, path: asked.path, body: asked.body, status: told?.status ?? null })
    response.setHeader('date', new Date(now()).toUTCString())
    if (fault !== undefined && fault.kind !== 'answer') return breakOff(fault, request, response)
    write(response, told ?? { status: 500 }, fault?.headers)
  }

  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  world.origin = `http://127.0.0.1:${port}`
  return {
    world, gateway, faults, overHttp, requests, violations,
    people: createPeople(world, interactions, { deliver, dispatchTo: gateway.dispatchTo }),
    url: `http://127.0.0.1:${port}/api`,
    token: world.token,
    asked: (method, path) => requests.filter((request) => request.method === method && path.test(request.path)),
    removeBot: (guild) => {
      guild.left = true
      gateway.dispatch('GUILD_DELETE', { id: guild.id })
    },
    outage: (guild) => gateway.dispatch('GUILD_DELETE', { id: guild.id, unavailable: true }),
    addBot: (guild) => gateway.dispatch('GUILD_CREATE', guildJson(world, guild)),
    deleteChannel: (channel) => {
      channel.deleted = true
      gateway.dispatch('CHANNEL_DELETE', channelJson(world)(channel))
    },
    guildJson: (guild) => guildJson(world, guild),
    channelJson: channelJson(world),
    allow: (channel, botMay) => {
      channel.botMay = botMay
      gateway.dispatch('CHANNEL_UPDATE', channelJson(world)(channel))
    },
    goDark: () => {
      dark = true
      gateway.manners.refuseConnections = true
      gateway.cut()
      server.closeAllConnections()
    },
    comeBack: () => {
      dark = false
      gateway.manners.refuseConnections = false
    },
    stop: async () => {
      await gateway.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** No token: whoever has the address may read it, and Discord's network should learn no more than that. */
function serveFile({ data, gone = false }: SentFile, { method, authorization }: Asked, response: ServerResponse): void {
  const ok = method === 'GET' && authorization === undefined && !gone
  response.writeHead(ok ? 200 : 404, { 'content-type': 'text/plain; charset=utf-8' }).end(ok ? data : 'This content is no longer available.')
}

const toldInstead = (fault: Fault): Answer | undefined => (fault.kind === 'answer' ? { status: fault.status ?? 500, body: fault.body ?? { message: 'Internal Server Error', code: 0 } } : undefined)

async function read(request: IncomingMessage, path: string): Promise<Asked> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const url = new URL(path, 'http://discord')
  const bytes = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  const body = type.startsWith('multipart/form-data') ? await readForm(type, bytes) : bytes.length === 0 ? {} : (JSON.parse(bytes.toString()) as Json)
  return {
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname).replace(/^\/api\/v10/, ''),
    query: url.searchParams,
    body,
    authorization: request.headers.authorization,
  }
}

function breakOff(fault: Fault, request: IncomingMessage, response: ServerResponse): void {
  switch (fault.kind) {
    case 'reset':
      request.socket.resetAndDestroy()
      return
    case 'close':
      request.socket.end()
      return
    case 'half':
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"id":')
      return
    case 'hang':
    case 'answer':
      return
  }
}

function write(response: ServerResponse, { status, body }: Answer, headers: Readonly<Record<string, string>> = {}): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (body === undefined) return void response.writeHead(status).end()
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
