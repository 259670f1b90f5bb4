// What may come in over HTTP: only what Discord has signed, as it was sent, and each thing once.
// https://docs.discord.com/developers/interactions/overview#preparing-for-interactions
import type { KeyObject } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Log } from '../../../core/log.ts'
import { hour, type Instant } from '../../../core/time.ts'
import { raw, text, type Raw } from '../raw.ts'
import { readBody } from '../../read-body.ts'
import { createSeenOnce } from './seen-once.ts'
import { isSigned, mayBeSigned, type OffTime } from './signature.ts'

/** What to answer to a health check at this path. */
export type HealthReport = (path: string) => Promise<{ readonly status: number; readonly body: object }>

export type Door = {
  readonly key: KeyObject
  readonly now: () => Instant
  readonly log: Log
  /** Absent: none. */
  readonly health: HealthReport | undefined
  /** Whether anybody answers what comes in. */
  readonly isOpen: () => boolean
  readonly interaction: (payload: Raw) => void
  /** https://docs.discord.com/developers/events/webhook-events */
  readonly event: (payload: Raw) => void
}

export const paths = { interactions: '/discord/interactions', events: '/discord/events' } as const
const healthPaths: readonly string[] = ['/healthz', '/readyz']

/** Discord's requests are some kilobytes; nobody else has a reason to send more. */
const mostBytes = 1_000_000

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type */
const ping = 1
/** Of webhook events: https://docs.discord.com/developers/events/webhook-events#webhook-types */
const eventPing = 0

/** What is answered here, of all paths of a port. */
export const prefixes: readonly string[] = ['/discord/', ...healthPaths]

export function openDoor(door: Door): RequestListener {
  const isNew = createSeenOnce(door.now)
  const offTime = atMostHourly(door)

  return (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (healthPaths.includes(path)) return void answerHealth(door, path, request, response)
    if (path !== paths.interactions && path !== paths.events) return refuse(response, 404)
    if (request.method !== 'POST') return refuse(response, 405, { allow: 'POST' })
    if (!door.isOpen()) return refuse(response, 503, { 'retry-after': '5' })
    // None of this costs anything: strangers are turned away before their bodies are read.
    if (!mayBeSigned(request.headers)) return refuse(response, 401)
    if (!/^application\/json\s*(?:;|$)/iu.test(request.headers['content-type'] ?? '')) return refuse(response, 415)
    if (Number(request.headers['content-length'] ?? 0) > mostBytes) return refuse(response, 413)
    readBody(request, mostBytes, (body) => {
      if (body === undefined) return refuse(response, 413)
      // Before anything in it is read.
      if (!isSigned(door.key, { headers: request.headers, body, now: door.now() }, offTime)) return refuse(response, 401)
      const payload = parsed(body)
      if (payload === undefined) return refuse(response, 400)
      if (path === paths.events) takeEvent(door, payload, response)
      else takeInteraction(door, payload, isNew, response)
    })
  }
}

/** The answer itself goes the way that it goes over the gateway: by another request. */
function takeInteraction({ interaction }: Door, payload: Raw, isNew: (id: string) => boolean, response: ServerResponse): void {
  if (payload['type'] === ping) return answer(response, 200, { type: 1 })
  const id = text(payload['id'])
  if (id === '') return refuse(response, 400)
  response.writeHead(202).end()
  if (isNew(id)) interaction(payload)
}

function takeEvent({ event }: Door, payload: Raw, response: ServerResponse): void {
  // Discord wants this header even though there is nothing after it.
  response.writeHead(204, { 'content-type': 'application/json' }).end()
  if (payload['type'] !== eventPing) event(payload)
}

/** Undefined unless it is an object. */
function parsed(body: Buffer): Raw | undefined {
  try {
    const value: unknown = JSON.parse(body.toString())
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? raw(value) : undefined
  } catch {
    return undefined
  }
}

async function answerHealth({ health }: Door, path: string, { method }: IncomingMessage, response: ServerResponse): Promise<void> {
  if (health === undefined) return refuse(response, 404)
  if (method !== 'GET' && method !== 'HEAD') return refuse(response, 405, { allow: 'GET' })
  const { status, body } = await health(path)
  answer(response, status, body)
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(`${JSON.stringify(body)}\n`)
}

function refuse(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, headers).end()
}

/** So that repeated old requests do not fill the log. */
function atMostHourly({ now, log }: Door): OffTime {
  let told: Instant | undefined
  return (behind) => {
    if (told !== undefined && Math.abs(now() - told) < hour) return
    told = now()
    const off = `${Math.abs(behind)} s ${behind > 0 ? 'behind' : 'ahead of'}`
    log.warn({}, `refused a signed request from Discord because its time is ${off} this machine's. If people get no answers, set the machine's clock`)
  }
}
