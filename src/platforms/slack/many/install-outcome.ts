// What became of an installation that did not work out, read from what Slack's library or the bot itself threw.
import { raw } from '../raw.ts'

/**
 * `begin`: it came without a state, as from Slack's own pages, so it begins anew. `state`: the state is too old, forged, or another browser's.
 * `used`: the code was used or is too old. `settings`: the operator has to mend something. `rotation`: a setting of the app that has to be off.
 */
export type FailedKind = 'denied' | 'begin' | 'state' | 'used' | 'settings' | 'rotation' | 'no-token' | 'database' | 'slack'

export type Failed = { readonly kind: FailedKind; readonly status: number; readonly level: 'info' | 'warn' | 'error' }

export class InstallError extends Error {
  override readonly name = 'InstallError'
  readonly kind: FailedKind
  constructor(kind: FailedKind, options: ErrorOptions = {}) {
    super(`not installed: ${kind}`, options)
    this.kind = kind
  }
}

const outcomes: Readonly<Record<FailedKind, Omit<Failed, 'kind'>>> = {
  denied: { status: 200, level: 'info' },
  begin: { status: 302, level: 'info' },
  state: { status: 400, level: 'info' },
  used: { status: 400, level: 'info' },
  settings: { status: 500, level: 'error' },
  rotation: { status: 500, level: 'error' },
  'no-token': { status: 502, level: 'warn' },
  database: { status: 503, level: 'error' },
  slack: { status: 502, level: 'warn' },
}

export function outcomeOf(error: unknown): Failed {
  const kind = kindOf(error)
  return { kind, ...outcomes[kind] }
}

/** https://docs.slack.dev/reference/methods/oauth.v2.access#errors */
const wrongSettings = new Set(['invalid_client_id', 'bad_client_secret', 'bad_redirect_uri', 'redirect_uri_mismatch', 'invalid_scope', 'oauth_authorization_url_mismatch'])

function kindOf(error: unknown): FailedKind {
  if (error instanceof InstallError) return error.kind
  const { code, data } = raw(error)
  switch (code) {
    case 'slack_oauth_installer_authorization_error':
      return 'denied'
    case 'slack_oauth_missing_state':
      return 'begin'
    case 'slack_oauth_invalid_state':
    case 'slack_oauth_missing_code':
      return 'state'
    case 'slack_webapi_platform_error': {
      const said = String(raw(data)['error'])
      if (wrongSettings.has(said)) return 'settings'
      return said === 'invalid_code' || said === 'code_already_used' ? 'used' : 'slack'
    }
    default:
      return String(code).startsWith('slack_webapi') ? 'slack' : 'state'
  }
}
