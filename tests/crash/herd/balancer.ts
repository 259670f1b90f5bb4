// Stands before several programs, as in front of a real bot: each request goes to one of them, and to another one if nobody listens there.
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Server = {
  readonly port: number
  readonly name: string
  /** Fulfilled when it answers no more, or not for a long time. */
  readonly gone: Promise<void>
}

export type Balancer = {
  readonly origin: string
  /** Fulfilled when whoever got a request is gone. @param part what only this request has in it */
  readonly lost: (part: string) => Promise<void>
  /** Who got a request. */
  readonly taker: (part: string) => string | undefined
  readonly close: () => Promise<void>
}

/** Replies to older ones are long over. */
const [takenKept, waitingKept] = [500, 200]

/** @param order whom to ask, one after the other */
export async function openBalancer(order: () => readonly Server[]): Promise<Balancer> {
  const taken = new Set<{ readonly text: string; readonly name: string }>()
  const waiting = new Map<string, () => void>()

  function lose(text: string): void {
    for (const [part, resolve] of waiting) if (text.includes(part) && waiting.delete(part)) resolve()
  }

  async function pass(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(asked)
    const text = decodeURIComponent(body.toString().replaceAll(/%(?![\da-f]{2})/giu, ''))
    for (const server of order()) {
      const note = { text, name: server.name }
      keep(taken, note)
      // Also where it's frozen already, and answers when it is thawed.
      void server.gone.then(() => (taken.has(note) ? lose(text) : undefined))
      const outcome = await forward(server.port, asked, body, response)
      if (outcome === 'taken') return
      if (outcome === 'broken') break
      taken.delete(note)
    }
    lose(text)
    if (!response.headersSent) response.writeHead(503).end()
  }

  const server = createServer((asked, response) => void pass(asked, response).catch(() => response.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lost: (part) => new Promise((resolve) => {
      waiting.set(part, resolve)
      for (const oldest of waiting.keys()) if (waiting.size > waitingKept) waiting.delete(oldest)
    }),
    taker: (part) => [...taken].findLast(({ text }) => text.includes(part))?.name,
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

function keep<Item>(items: Set<Item>, item: Item): void {
  items.add(item)
  for (const oldest of items) if (items.size > takenKept) items.delete(oldest)
}

/** `broken`: it was refused, or may have been carried out, so nobody else is asked. */
function forward(port: number, { method, url, headers }: IncomingMessage, body: Buffer, response: ServerResponse): Promise<'taken' | 'nobody listens' | 'broken'> {
  return new Promise((resolve) => {
    const passed = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
      answer.on('error', () => response.destroy())
      resolve((answer.statusCode ?? 502) < 400 ? 'taken' : 'broken')
    })
    passed.on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED' ? 'nobody listens' : 'broken'))
    passed.end(body)
  })
}

async function bodyOf(asked: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of asked) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
