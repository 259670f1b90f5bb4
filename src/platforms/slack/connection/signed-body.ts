// Reads and verifies the body of each request before Bolt's receiver does. Bolt parses a form twice, byte by byte, to find the
// one JSON text in it: half of all that a press costs.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { parse } from 'node:querystring'
import type { BufferedIncomingMessage } from '@slack/bolt'

/** Slack's requests are some kilobytes; nobody else has a reason to send more. */
const mostBytes = 1_000_000
/**
 * For the server: Slack waits 3 s for an answer, so whoever takes longer for a request is not Slack. Node itself waits for five
 * minutes, and looks each half a minute.
 */
export const patience = { headersTimeout: 5_000, requestTimeout: 5_000, connectionsCheckingInterval: 1_000 }
/** https://docs.slack.dev/authentication/verifying-requests-from-slack: in seconds, either way */
const clockTolerance = 300
/** In milliseconds: old requests that somebody sends again fill no log. */
const complainEvery = 3_600_000

/** Slack has signed a request and its time is wrong, so a clock may be: by so many seconds is the request's behind this machine's. */
export type OffTime = (behind: number) => void

/**
 * Hands on only what Slack has signed, as JSON. Everything with a body goes through here, whatever its path, so that the
 * receiver behind need not verify again.
 *
 * @param offTime is told now and then where all that is wrong with a request is its time
 */
export function verified(signingSecret: string, next: RequestListener, offTime: OffTime = () => undefined): RequestListener {
  let complained = -Infinity
  const complain: OffTime = (behind) => {
    if (performance.now() - complained < complainEvery) return
    complained = performance.now()
    offTime(behind)
  }
  return (request, response) => {
    if (request.method !== 'POST') return handOn(next, request, response)
    readBody(request, (body) => {
      const status = body === undefined ? 413 : admit(signingSecret, request, body, complain)
      if (status === undefined) handOn(next, request, response)
      else refuse(response, status)
    })
  }
}

/** Bolt throws for a path that it does not know, and for one that is no path. */
function handOn(next: RequestListener, request: IncomingMessage, response: ServerResponse): void {
  try {
    next(request, response)
  } catch {
    refuse(response, 404)
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status)
  response.end()
}

/** @param done is called with undefined where the body is too long */
function readBody(request: IncomingMessage, done: (body: Buffer | undefined) => void): void {
  const parts: Buffer[] = []
  let length = 0
  request.on('data', (part: Buffer) => {
    length += part.length
    if (length <= mostBytes) return void parts.push(part)
    parts.length = 0
    if (length - part.length <= mostBytes) done(undefined)
  })
  request.on('end', () => {
    if (length <= mostBytes) done(parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts))
  })
  request.on('error', () => undefined)
}

/** The status to refuse with, or undefined where the request is Slack's; then its body is ready for Bolt. */
function admit(signingSecret: string, request: IncomingMessage, body: Buffer, offTime: OffTime): number | undefined {
  const form = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true
  const text = body.toString()
  // Slack looks now and then whether the certificate is good, unsigned. https://docs.slack.dev/interactivity/implementing-slash-commands
  if (form && text.length < 200 && parse(text)['ssl_check'] === '1') return 200
  if (!isSigned(signingSecret, request, body, offTime)) return 401
  const json = form ? jsonIn(text) : text
  // Bolt leaves what is no object without an answer.
  if (json === undefined || !/^\s*\{/u.test(json)) return 400
  const ready = request as BufferedIncomingMessage
  ready.rawBody = Buffer.from(json)
  request.headers['content-type'] = 'application/json'
  return undefined
}

function isSigned(signingSecret: string, { headers }: IncomingMessage, body: Buffer, offTime: OffTime): boolean {
  const given = headers['x-slack-signature']
  const at = headers['x-slack-request-timestamp']
  if (typeof given !== 'string' || typeof at !== 'string' || !/^\d+$/u.test(at)) return false
  const expected = Buffer.from(`v0=${createHmac('sha256', signingSecret).update(`v0:${at}:`).update(body).digest('hex')}`)
  const signature = Buffer.from(given)
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return false
  const behind = Date.now() / 1000 - Number(at)
  if (Math.abs(behind) <= clockTolerance) return true
  offTime(Math.round(behind))
  return false
}

/** Presses and forms are one field named payload; a command is fields of its own. */
function jsonIn(form: string): string | undefined {
  try {
    if (!form.startsWith('payload=') || form.includes('&')) {
      const fields = parse(form)
      return typeof fields['payload'] === 'string' ? fields['payload'] : JSON.stringify(fields)
    }
    return decodeURIComponent(form.slice('payload='.length).replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
