// From what the SDK throws to the three classes of a failed post, each with a sentence for people.
import { PostError, StartError } from '../../platform.ts'
import { withoutSecrets } from './bolt-logger.ts'

/** What went wrong, as far as it matters here. Read by shape, so that no class of the SDK has to be loaded. */
export type Fault =
  /** Slack's own word for it, as `not_in_channel`. */
  | { readonly kind: 'platform'; readonly error: string; readonly retryAfter: number | null }
  | { readonly kind: 'rate-limited'; readonly retryAfter: number }
  | { readonly kind: 'http'; readonly status: number }
  /** No connection came about: nothing was sent. */
  | { readonly kind: 'unreachable' }
  /** A timeout, a reset, or something unheard of. */
  | { readonly kind: 'unknown' }

const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/** Without a Retry-After: as long as Slack's strictest tier needs for the next call. */
const someTime = 60_000

export function readFault(error: unknown): Fault {
  const { code, data, statusCode, retryAfter, message } = fields(error)
  switch (code) {
    case 'slack_webapi_platform_error':
      return platformFault(fields(data))
    case 'slack_webapi_rate_limited_error':
      return { kind: 'rate-limited', retryAfter: Number(retryAfter) * 1000 || someTime }
    case 'slack_webapi_http_error':
      return { kind: 'http', status: Number(statusCode) }
    case 'slack_webapi_request_error':
      return causes(error).some((cause) => neverConnected.has(String(fields(cause)['code']))) ? { kind: 'unreachable' } : { kind: 'unknown' }
    default:
      // A 429 without a Retry-After comes as a bare Error.
      return String(message).startsWith('Retry header') ? { kind: 'rate-limited', retryAfter: someTime } : { kind: 'unknown' }
  }
}

function platformFault(data: Record<string, unknown>): Fault {
  const error = String(data['error'])
  const seconds = Number(fields(data['response_metadata'])['retryAfter']) || null
  if (error === 'ratelimited' || error === 'rate_limited') return { kind: 'rate-limited', retryAfter: seconds === null ? someTime : seconds * 1000 }
  return { kind: 'platform', error, retryAfter: seconds }
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function causes(error: unknown): unknown[] {
  const found: unknown[] = []
  for (let cause = fields(error)['cause']; cause !== undefined && found.length < 5; cause = fields(cause)['cause']) {
    const several = fields(cause)['errors']
    found.push(cause, ...(Array.isArray(several) ? several : []))
  }
  return found
}

/** The word for a log line. */
export function faultName(error: unknown): string {
  const fault = readFault(error)
  switch (fault.kind) {
    case 'platform':
      return withoutSecrets(fault.error.slice(0, 100))
    case 'http':
      return `HTTP ${fault.status}`
    case 'rate-limited':
    case 'unreachable':
    case 'unknown':
      return fault.kind === 'unknown' && error instanceof Error ? withoutSecrets(error.message) : fault.kind
  }
}

/** https://docs.slack.dev/reference/methods/chat.postMessage#errors: "some aspect of the operation" may have succeeded */
const ambiguous = new Set(['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout'])

const tokenRefused = 'Slack no longer accepts the bot’s token. Whoever runs the bot has to install the app again and set the new SLACK_BOT_TOKEN.'
const notAllowed = 'The settings of this workspace do not let the app post there. An owner or admin can allow it, or the question can be set up in another channel.'
const notThere = 'The app is not in the channel. Somebody there can add it: type /invite and the app’s name.'
const postGone = 'The post is no longer there, so it cannot show the answer.'
const ourFault = 'Slack does not accept the message as the bot built it. That is a fault in the bot; whoever runs it should report it.'

const refusals: Readonly<Record<string, string>> = {
  not_in_channel: notThere,
  channel_not_found: 'The channel is gone, or it is private and the app is not in it. Somebody there can add it: type /invite and the app’s name.',
  is_archived: 'The channel is archived. Unarchive it, or set up the question in another channel.',
  restricted_action: notAllowed,
  restricted_action_read_only_channel: notAllowed,
  restricted_action_thread_only_channel: notAllowed,
  restricted_action_non_threadable_channel: notAllowed,
  org_login_required: 'The workspace is being moved to an organisation. An owner has to finish that first.',
  ekm_access_denied: 'An admin has suspended posting in this workspace (encryption keys). An admin can lift that.',
  token_revoked: tokenRefused,
  token_expired: tokenRefused,
  account_inactive: tokenRefused,
  invalid_auth: tokenRefused,
  not_authed: tokenRefused,
  missing_scope: 'The app lacks a permission. Whoever runs the bot has to update the app from the manifest and install it again.',
  not_allowed_token_type: tokenRefused,
  messages_tab_disabled: 'The app’s Messages tab is switched off. Whoever runs the bot can switch it on in the settings of the app.',
  message_not_found: postGone,
  cant_update_message: postGone,
  edit_window_closed: 'The workspace lets nobody edit a message that old. An owner can change the time for editing.',
  user_not_found: 'That person is not in this workspace.',
  msg_too_long: ourFault,
  msg_blocks_too_long: ourFault,
  invalid_blocks: ourFault,
  invalid_arguments: ourFault,
  metadata_too_large: ourFault,
}

/** What became of a post that failed with `error`. */
export function postError(error: unknown): PostError {
  const fault = readFault(error)
  switch (fault.kind) {
    case 'platform':
      if (ambiguous.has(fault.error) || !/^[a-z0-9_]+$/u.test(fault.error)) return unclear(error)
      if (fault.error === 'team_added_to_org') return new PostError('busy', 'The workspace is being moved; Slack takes no messages meanwhile.', { retryAfter: someTime, scope: 'group', cause: error })
      return new PostError('refused', refusals[fault.error] ?? `Slack refused the post (${fault.error}). Whoever runs the bot can find out why.`, { cause: error })
    case 'rate-limited':
      return new PostError('busy', 'Slack asks the bot to wait before the next message.', { retryAfter: fault.retryAfter, scope: 'group', cause: error })
    case 'unreachable':
      return new PostError('busy', 'Slack cannot be reached right now.', { retryAfter: 30_000, scope: 'group', cause: error })
    case 'http':
      if (fault.status >= 500 || fault.status === 408) return unclear(error)
      return new PostError('refused', `Slack’s address answers with HTTP ${fault.status}. Whoever runs the bot should check SLACK_API_URL and the network.`, { cause: error })
    case 'unknown':
      return unclear(error)
  }
}

/** The post itself is the trouble: nobody can mend that. */
const forGood: ReadonlySet<string> = new Set([postGone, ourFault])
const askedAgainAfter = 3_600_000

/** As {@link postError}, for a post that stands there: what somebody can mend is worth another try, for nobody will ask for it. */
export function redrawError(error: unknown): PostError {
  const failure = postError(error)
  const fault = readFault(error)
  const sentence = fault.kind === 'platform' ? refusals[fault.error] : undefined
  if (failure.code !== 'refused' || sentence === undefined || forGood.has(sentence)) return failure
  return new PostError('busy', failure.message, { retryAfter: askedAgainAfter, cause: error })
}

export function isTokenRefused(error: unknown): boolean {
  const fault = readFault(error)
  return fault.kind === 'platform' && refusals[fault.error] === tokenRefused
}

const unclear = (error: unknown) =>
  new PostError('unclear', 'The connection to Slack broke while posting, so the post may be there or not.', { cause: error })

const startSteps = {
  SLACK_BOT_TOKEN: 'Copy the Bot User OAuth Token again: api.slack.com/apps, your app, OAuth & Permissions.',
  SLACK_APP_TOKEN: 'Make an App-Level Token with the scope connections:write: api.slack.com/apps, your app, Basic Information.',
} as const

/** Why the start cannot succeed, and what to do. */
export function startError(error: unknown, token: keyof typeof startSteps): StartError {
  const fault = readFault(error)
  const reason = faultName(error)
  if (fault.kind === 'platform' && !ambiguous.has(fault.error)) return new StartError(`Slack refused ${token} (${reason}). ${startSteps[token]}`, { cause: error })
  return new StartError(`Slack could not be reached (${reason}). Check the network, and SLACK_API_URL if it is set.`, { code: 'unreachable', cause: error })
}
