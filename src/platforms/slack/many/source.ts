// Which workspace a delivery comes from, and which channel it's about. https://docs.slack.dev/apis/events-api, https://docs.slack.dev/enterprise/organization-ready-apps
import { readFormMetadata } from '../form-metadata.ts'
import type { ChannelId, TeamId } from '../ids.ts'
import { list, raw, text, type Raw } from '../raw.ts'

/** `team`: null where only an organization is named. `organization`: whose installation it is, if the app is installed in the whole of one. `name`: what the workspace is called in its address. */
export type Source = { readonly team: TeamId | null; readonly organization: string | null; readonly name: string | null }

export function sourceOf(payload: unknown): Source {
  const body = raw(payload)
  const [authorization] = list(body['authorizations']).map(raw)
  const [team, view, user, event] = [raw(body['team']), raw(body['view']), raw(body['user']), raw(body['event'])]
  // Where channels are shared between companies, a form's own workspace counts, and an event's first authorization.
  const named = [view['app_installed_team_id'], authorization?.['team_id'], body['team_id'], team['id'], user['team_id'], body['context_team_id'], event['team']]
  const found = named.find(isTeam) ?? null
  // News of a removal may name the organization in place of a workspace.
  const isWhole = isTrue(body['is_enterprise_install']) || isTrue(authorization?.['is_enterprise_install']) || isOrganization(body['team_id'])
  const organization = [authorization?.['enterprise_id'], body['enterprise_id'], raw(body['enterprise'])['id'], team['enterprise_id'], body['team_id']].find(isOrganization)
  return { team: found, organization: isWhole ? (organization ?? null) : null, name: text(team['domain']) ?? text(body['team_domain']) ?? null }
}

const isTeam = (id: unknown): id is TeamId => typeof id === 'string' && /^T\w+$/u.test(id)

const isOrganization = (id: unknown): id is string => typeof id === 'string' && /^E\w+$/u.test(id)

/** Commands say it in words. */
const isTrue = (value: unknown): boolean => value === true || value === 'true'

/** Null for direct messages, and where there is none. */
export function channelIn(payload: unknown): ChannelId | null {
  const body = raw(payload)
  const [event, view] = [raw(body['event']), raw(body['view'])]
  const chosen = Object.values(raw(raw(view['state'])['values'])).flatMap((block) => Object.values(raw(block)).map((input) => raw(input)['selected_conversation']))
  const named = [body['channel_id'], raw(body['channel'])['id'], raw(body['container'])['channel_id'], event['channel'], readFormMetadata(text(view['private_metadata']))?.channel, ...chosen]
  return named.find((id): id is ChannelId => typeof id === 'string' && /^[CG]\w+$/u.test(id)) ?? null
}

/** The bots whose tokens were revoked, or nobody in particular where the app was removed. Undefined for any other delivery. */
export function removalIn(payload: unknown): { readonly bots: readonly unknown[] | null; readonly at: number | null } | undefined {
  const body: Raw = raw(payload)
  const event = raw(body['event'])
  const at = Number(body['event_time']) * 1000 || null
  if (event['type'] === 'app_uninstalled') return { bots: null, at }
  return event['type'] === 'tokens_revoked' ? { bots: list(raw(event['tokens'])['bot']), at } : undefined
}
