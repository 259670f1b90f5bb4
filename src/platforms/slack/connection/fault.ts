// What went wrong in a call to Slack, read from the errors that the SDK throws.
import { list, raw, type Raw } from '../raw.ts'
import { redactTokens } from './redact-tokens.ts'

/** Read by shape, so that no class of the SDK has to be loaded. `retryAfter` is in milliseconds. */
type Fault =
  /** `error` is Slack's own code, such as `not_in_channel`. */
  | { readonly kind: 'platform'; readonly error: string }
  | { readonly kind: 'rate-limited'; readonly retryAfter: number }
  | { readonly kind: 'http'; readonly status: number }
  /** No connection came about: nothing was sent. */
  | { readonly kind: 'unreachable' }
  /** A timeout, a reset, or anything else. */
  | { readonly kind: 'unknown' }

const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/** Without a Retry-After: as long as Slack's strictest tier needs for the next call. */
export const usualPause = 60_000

export function readFault(error: unknown): Fault {
  const { code, data, statusCode, retryAfter, message } = raw(error)
  switch (code) {
    case 'slack_webapi_platform_error':
      return platformFault(raw(data))
    case 'slack_webapi_rate_limited_error':
      return { kind: 'rate-limited', retryAfter: Number(retryAfter) * 1000 || usualPause }
    case 'slack_webapi_http_error':
      return { kind: 'http', status: Number(statusCode) }
    case 'slack_webapi_request_error':
      return causes(error).some((cause) => neverConnected.has(String(raw(cause)['code']))) ? { kind: 'unreachable' } : { kind: 'unknown' }
    default:
      // A 429 without a Retry-After comes as a bare Error.
      return String(message).startsWith('Retry header') ? { kind: 'rate-limited', retryAfter: usualPause } : { kind: 'unknown' }
  }
}

function platformFault(data: Raw): Fault {
  const error = String(data['error'])
  if (error !== 'ratelimited' && error !== 'rate_limited') return { kind: 'platform', error }
  const seconds = Number(raw(data['response_metadata'])['retryAfter']) || null
  return { kind: 'rate-limited', retryAfter: seconds === null ? usualPause : seconds * 1000 }
}

/** The causes of an error, outermost first. Stops after five, in case they go round in a circle. */
function causes(error: unknown): unknown[] {
  const found: unknown[] = []
  for (let cause = raw(error)['cause']; cause !== undefined && found.length < 5; cause = raw(cause)['cause']) {
    found.push(cause, ...list(raw(cause)['errors']))
  }
  return found
}

/** A short name for a log line. */
export function faultName(error: unknown): string {
  const fault = readFault(error)
  switch (fault.kind) {
    case 'platform':
      return redactTokens(fault.error.slice(0, 100))
    case 'http':
      return `HTTP ${fault.status}`
    case 'unknown':
      return error instanceof Error ? redactTokens(error.message) : fault.kind
    case 'rate-limited':
    case 'unreachable':
      return fault.kind
  }
}

/**
 * Codes after which a call may have taken effect: "some aspect of the operation" may have succeeded.
 * https://docs.slack.dev/reference/methods/chat.postMessage#errors
 */
export const ambiguous: ReadonlySet<string> = new Set(['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout'])
