// The HTTP side of the fake: the Web API, and the addresses that replies are sent to. Can be told to fail.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parse } from 'node:querystring'
import { letIn, senderOf, type Doorkeeper } from '../doorkeeper.ts'
import { checkMessage, methods, Refused, store } from './methods.ts'
import { raw, string, type Raw } from './raw.ts'
import { named, type Fault, type SentFile, type World } from './world.ts'

export type FakeServer = { readonly server: Server; readonly origin: string; close(): Promise<void> }

/** @param openSocket gives the address of a new Socket Mode connection */
export async function serveWorld(world: World, openSocket: () => string, doorkeeper: Doorkeeper = letIn): Promise<FakeServer> {
  const server = createServer((request, response) => {
    const { by, path } = senderOf(request.url ?? '')
    const carryOut = (bytes: Buffer): void => {
      const body = bytes.toString()
      const sent = world.sentFiles.get(path)
      if (sent !== undefined) return serveFile(world, sent, request, response)
      if (path.startsWith('/upload/v1/')) return takeUpload(world, path.slice(11), bytes, response)
      if (path.startsWith('/api/')) return answerMethod(world, path.slice(5), request, body, response, openSocket)
      if (path.startsWith('/response/')) return answerResponse(world, path.slice(10), body, response)
      return send(response, 404, 'text/plain', 'no such page')
    }
    // A caller that is gone in the middle of its request has asked for nothing.
    readBody(request).then((bytes) => doorkeeper({ method: request.method ?? '', path, by, body: bytes.toString() }, () => carryOut(bytes)), () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  world.origin = `http://127.0.0.1:${port}`
  return {
    server,
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** https://docs.slack.dev/messaging/working-with-files#upload */
function takeUpload(world: World, id: string, bytes: Buffer, response: ServerResponse): void {
  const upload = world.uploads.get(id)
  if (upload === undefined || upload.sent !== undefined) return send(response, 404, 'text/plain', 'no such upload')
  upload.sent = new Uint8Array(bytes)
  send(response, 200, 'text/plain', `OK - ${bytes.length}`)
}

/** Whoever may not read it gets a page to log in, as if all were well: https://github.com/slackapi/bolt-js/issues/2585 */
function serveFile(world: World, { data, type }: SentFile, { headers }: IncomingMessage, response: ServerResponse): void {
  const may = headers.authorization === `Bearer ${world.botToken}` && world.scopes.has('files:read')
  response.writeHead(200, { 'content-type': may ? type : 'text/html; charset=utf-8' })
  response.end(may ? data : '<!DOCTYPE html><title>Sign in to Slack</title>')
}

function send(response: ServerResponse, status: number, type: string, body: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(body)
}

const nested = new Set(['files', 'blocks', 'metadata', 'view', 'attachments'])

function readArgs(body: string): Raw {
  return Object.fromEntries(Object.entries(parse(body)).map(([key, value]) => [key, nested.has(key) ? JSON.parse(string(value)) : value]))
}

function answerMethod(world: World, method: string, request: IncomingMessage, body: string, response: ServerResponse, openSocket: () => string): void {
  const args = readArgs(body)
  const authorization = request.headers.authorization ?? ''
  world.calls.push({ method, args, authorization, at: world.now() })
  const wait = world.limit(method, args)
  if (wait > 0) return failAsPlanned(world, { kind: 'rate-limited', seconds: Math.ceil(wait / 1000) }, method, args, authorization, response, openSocket)
  const planned = world.faults.find((fault) => fault.method === method && fault.left > 0 && (fault.channel === null || fault.channel === args['channel']))
  if (planned !== undefined) {
    planned.left -= 1
    return failAsPlanned(world, planned.fault, method, args, authorization, response, openSocket)
  }
  const result = run(world, method, args, authorization, openSocket)
  send(response, 200, 'application/json', JSON.stringify(result), { 'x-oauth-scopes': [...world.scopes].join(',') })
}

function run(world: World, method: string, args: Raw, authorization: string, openSocket: () => string): Raw {
  try {
    if (method === 'apps.connections.open') {
      if (authorization !== `Bearer ${world.appToken}`) throw new Refused(authorization.startsWith('Bearer xapp-') ? 'invalid_auth' : 'not_allowed_token_type')
      return { ok: true, url: openSocket() }
    }
    if (authorization !== `Bearer ${world.botToken}`) throw new Refused('invalid_auth')
    if (world.tokenFault !== null) throw new Refused(world.tokenFault)
    const known = methods[method]
    if (known === undefined) throw new Refused('unknown_method')
    if (known.scope !== null && !world.scopes.has(known.scope)) throw new Refused('missing_scope')
    return { ok: true, ...known.run(world, args) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    world.refusals.push({ method, error: error.error, problems: error.problems })
    return { ok: false, error: error.error }
  }
}

function failAsPlanned(world: World, fault: Fault, method: string, args: Raw, authorization: string, response: ServerResponse, openSocket: () => string): void {
  if ('stored' in fault && fault.stored) run(world, method, args, authorization, openSocket)
  switch (fault.kind) {
    case 'error':
      return send(response, 200, 'application/json', JSON.stringify({ ok: false, error: fault.error }))
    case 'rate-limited':
      return send(response, 429, 'application/json', '{"ok":false,"error":"ratelimited"}', fault.seconds === null ? {} : { 'retry-after': String(fault.seconds) })
    case 'status':
      return send(response, fault.status, 'text/html', '<h1>something broke</h1>')
    case 'reset':
      response.destroy()
      return
    case 'hang':
      return
  }
}

/** https://docs.slack.dev/interactivity/handling-user-interaction/#message_responses */
const responseLife = 30 * 60_000
const responseUses = 5

function answerResponse(world: World, id: string, body: string, response: ServerResponse): void {
  const address = world.responses.get(id)
  if (address === undefined || address.expired || world.now() - address.madeAt > responseLife) return send(response, 404, 'text/plain', 'expired_url')
  if (address.uses >= responseUses) return send(response, 404, 'text/plain', 'used_url')
  address.uses += 1
  try {
    const args = raw(JSON.parse(body))
    const { source } = address
    if (args['replace_original'] === true) {
      if (source === undefined) throw new Refused('no_text', ['there is no message to replace'])
      const { text, blocks } = checkMessage(world, args, 40_000)
      Object.assign(source, { text, blocks: named(world, blocks), edits: source.edits + 1 })
    } else {
      const channel = world.channels.get(address.channel)
      if (channel === undefined) throw new Refused('channel_not_found')
      store(world, { channel, only: args['response_type'] === 'in_channel' ? null : address.user, by: 'response_url' }, args)
    }
    send(response, 200, 'text/plain', 'ok')
  } catch (error) {
    const refused = error instanceof Refused ? error : new Refused('invalid_payload', [String(error)])
    world.refusals.push({ method: 'response_url', error: refused.error, problems: refused.problems })
    send(response, 400, 'application/json', JSON.stringify({ ok: false, error: refused.error }))
  }
}
