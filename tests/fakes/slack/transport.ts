// How deliveries reach the bot: over its Socket Mode connection, or signed over HTTP. Both give back the acknowledgement.
import { createHmac, randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'
import { afterLived } from '../lived-time.ts'
import { raw, string, type Raw } from './raw.ts'

export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive'

export type Acknowledged = {
  /** False: nothing came within 3 s, and the person sees that the app did not answer. */
  readonly inTime: boolean
  readonly body: Raw
  /** Over HTTP. */
  readonly status: number | null
}

export type Transport = {
  deliver(type: EnvelopeType, payload: Raw, again?: number): Promise<Acknowledged>
}

/** What Slack allows, of the time that this process lives through. https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
const patience = 3_000

export type Sockets = Transport & {
  /** The address for one connection. */
  ticket(origin: string): string
  readonly open: ReadonlySet<WebSocket>
  /** Sends the frame with which Slack ends a connection. */
  recycle(reason: string): void
  sendFrame(frame: Raw): void
  close(): void
}

export function createSockets(server: Server, options: { readonly silent: () => boolean }): Sockets {
  const sockets = new Set<WebSocket>()
  const tickets = new Set<string>()
  const waiting = new Map<string, (body: Raw) => void>()
  const listener = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '', 'http://fake').searchParams.get('ticket') ?? ''
    // Each address is good for one connection.
    if (tickets.delete(ticket)) listener.handleUpgrade(request, socket, head, (opened) => welcome(opened))
    else socket.destroy()
  })

  function welcome(socket: WebSocket): void {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('message', (data) => {
      const frame = raw(JSON.parse(String(data)))
      waiting.get(string(frame['envelope_id']))?.(raw(frame['payload']))
    })
    if (!options.silent()) socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.size, connection_info: { app_id: 'A0STUDY' } }))
  }

  const first = () => {
    const [socket] = sockets
    if (socket === undefined) throw new Error('the bot has no connection')
    return socket
  }

  return {
    ticket: (origin) => {
      const ticket = randomUUID()
      tickets.add(ticket)
      return `${origin.replace('http', 'ws')}/link?ticket=${ticket}`
    },
    open: sockets,
    recycle: (reason) => {
      for (const socket of sockets) socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }))
    },
    sendFrame: (frame) => first().send(JSON.stringify(frame)),
    close: () => {
      for (const socket of sockets) socket.terminate()
      listener.close()
    },
    deliver: (type, payload, again = 0) => {
      const envelope = randomUUID()
      const retry = again === 0 ? {} : { retry_attempt: again, retry_reason: 'timeout' }
      return new Promise((resolve) => {
        const cancel = afterLived(patience, () => settle(false, {}))
        const settle = (inTime: boolean, body: Raw): void => {
          cancel()
          waiting.delete(envelope)
          resolve({ inTime, body, status: null })
        }
        waiting.set(envelope, (body) => settle(true, body))
        first().send(JSON.stringify({ envelope_id: envelope, type, payload, accepts_response_payload: type !== 'events_api', ...retry }))
      })
    },
  }
}

/** https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function sign(secret: string, body: string, at = Math.floor(Date.now() / 1000)): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${signature}` }
}

/** @param url where the bot listens, with /slack/events */
export function createHttpTransport(url: string, secret: string): Transport {
  return {
    deliver: async (type, payload, again = 0) => {
      const { body, contentType } = encode(type, payload)
      const retry: Record<string, string> = again === 0 ? {} : { 'x-slack-retry-num': String(again), 'x-slack-retry-reason': 'http_timeout' }
      const headers = { 'content-type': contentType, ...sign(secret, body), ...retry }
      const late = new AbortController()
      const cancel = afterLived(patience, () => late.abort())
      try {
        const response = await fetch(url, { method: 'POST', headers, body, signal: late.signal })
        const text = await response.text()
        const json = response.headers.get('content-type')?.includes('json') === true
        return { inTime: response.status === 200, body: json ? raw(JSON.parse(text)) : {}, status: response.status }
      } catch {
        return { inTime: false, body: {}, status: null }
      } finally {
        cancel()
      }
    },
  }
}

function encode(type: EnvelopeType, payload: Raw): { readonly body: string; readonly contentType: string } {
  switch (type) {
    case 'events_api':
      return { body: JSON.stringify(payload), contentType: 'application/json' }
    case 'slash_commands':
      return { body: new URLSearchParams(payload as Record<string, string>).toString(), contentType: 'application/x-www-form-urlencoded' }
    case 'interactive':
      return { body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), contentType: 'application/x-www-form-urlencoded' }
  }
}
