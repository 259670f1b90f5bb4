// Reads and verifies each request's body before Bolt's receiver sees it. Bolt parses a form twice, byte by byte, to find the
// one JSON text in it, which is half of what a press costs.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { parse } from 'node:querystring'
import type { BufferedIncomingMessage } from '@slack/bolt'
import { readBody } from '../../read-body.ts'
import { isSigned, type OffTime } from './signature.ts'

/** Slack's requests are a few kilobytes; nobody else has a reason to send more. */
const mostBytes = 1_000_000

/** In milliseconds, so that replayed old requests do not fill the log. */
const warnEvery = 3_600_000

/**
 * Passes on only what Slack signed, with its body as JSON. Every request with a body goes through here, whatever its path, so the
 * receiver need not verify again.
 *
 * @param offTime is told, at most once an hour, of a request with nothing wrong but its time
 */
export function verified(signingSecret: string, next: RequestListener, offTime: OffTime = () => undefined): RequestListener {
  const warn = atMostHourly(offTime)
  return (request, response) => {
    if (request.method !== 'POST') return passOn(next, request, response)
    readBody(request, mostBytes, (body) => {
      const status = body === undefined ? 413 : admit(signingSecret, request, body, warn)
      if (status === undefined) passOn(next, request, response)
      else refuse(response, status)
    })
  }
}

function atMostHourly(offTime: OffTime): OffTime {
  let warned = -Infinity
  return (behind) => {
    if (performance.now() - warned < warnEvery) return
    warned = performance.now()
    offTime(behind)
  }
}

function passOn(next: RequestListener, request: IncomingMessage, response: ServerResponse): void {
  try {
    next(request, response)
  } catch {
    // Bolt throws for a path that it does not know, and for a malformed one.
    refuse(response, 404)
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status)
  response.end()
}

/** The status to refuse with; undefined if the request is Slack's, and then its body is ready for Bolt. */
function admit(signingSecret: string, request: IncomingMessage, body: Buffer, offTime: OffTime): number | undefined {
  const form = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true
  const text = body.toString()
  // Slack checks the certificate now and then, unsigned. https://docs.slack.dev/interactivity/implementing-slash-commands
  if (form && text.length < 200 && parse(text)['ssl_check'] === '1') return 200
  if (!isSigned(signingSecret, request, body, offTime)) return 401
  const json = form ? jsonIn(text) : text
  // Bolt never answers a body that is not an object.
  if (json === undefined || !/^\s*\{/u.test(json)) return 400
  const ready = request as BufferedIncomingMessage
  ready.rawBody = Buffer.from(json)
  request.headers['content-type'] = 'application/json'
  return undefined
}

/** Presses and forms are one field named payload; a command is a set of fields. */
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
