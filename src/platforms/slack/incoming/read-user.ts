// Reads a user from Slack's users.info. https://docs.slack.dev/reference/objects/user-object
import { knownZone } from '../../../core/time.ts'
import type { Requester } from '../../../screens/request.ts'
import type { Presence } from '../../platform.ts'
import { personId, type TeamId, type UserId } from '../ids.ts'
import { list, raw, type Raw } from '../raw.ts'
import { oneLine } from '../sanitize.ts'

/** `bot`: an app, or Slack itself. */
export type Known = { readonly asker: Requester; readonly gone: boolean; readonly bot: boolean; readonly guest: boolean; readonly outside: boolean }

/** Slackbot does not say of itself that it is a bot. https://docs.slack.dev/reference/objects/user-object */
const slackbot = 'USLACKBOT'

/** @param organization whose members are colleagues, if the app is installed in all of it */
export function readUser(team: TeamId, user: UserId, answer: unknown, organization: string | null = null): Known {
  const data = raw(answer)
  const profile = raw(data['profile'])
  const names = [profile['display_name'], profile['real_name'], data['real_name'], data['name']]
  const name = names.map((text) => (typeof text === 'string' ? oneLine(text).trim() : '')).find((text) => text !== '')
  const is = (flag: string) => data[flag] === true
  const teams = teamsOf(data)
  const guest = is('is_restricted') || is('is_ultra_restricted')
  const isMember = !is('is_stranger') && (teams.length === 0 || teams.includes(team))
  const isOurs = isMember || (organization !== null && raw(data['enterprise_user'])['enterprise_id'] === organization)
  return {
    asker: {
      id: personId(team, user),
      ...(name === undefined ? { name: 'somebody', standIn: true } : { name }),
      zone: typeof data['tz'] === 'string' ? (knownZone(data['tz']) ?? null) : null,
      // Rights in another workspace, which shares a channel, are no rights here.
      admin: isMember && (is('is_admin') || is('is_owner') || is('is_primary_owner')),
      maySetUp: isOurs && !guest && !is('is_bot'),
      ...(isOurs ? {} : { barred: 'outsider' }),
      ...(isOurs && guest ? { barred: 'guest' } : {}),
    },
    gone: is('deleted'),
    bot: is('is_bot') || user === slackbot,
    guest,
    outside: !isOurs,
  }
}

/**
 * The workspaces that somebody belongs to: several in an organization. Empty only where Slack names none.
 * https://docs.slack.dev/apis/slack-connect/#users
 */
function teamsOf(data: Raw): readonly unknown[] {
  return [data['team_id'], ...list(raw(data['enterprise_user'])['teams'])].filter((id) => typeof id === 'string')
}

export function presenceIn({ asker, gone, bot, guest, outside }: Known): Presence {
  const kind = { ...(bot ? { bot } : {}), ...(guest ? { guest } : {}), ...(outside ? { outside } : {}) }
  return { gone, name: asker.standIn === true ? null : asker.name, ...kind }
}

/** Somebody that Slack says nothing about: the name that came with the request, and no rights but perhaps to set up a quiz. */
export function unknownUser(team: TeamId, user: UserId, options: { readonly shownAs: string; readonly maySetUp: boolean }): Known {
  const { shownAs, maySetUp } = options
  const asker = { id: personId(team, user), name: oneLine(shownAs) || 'somebody', standIn: true, zone: null, admin: false, maySetUp, ...(maySetUp ? {} : { barred: 'unknown' as const }) }
  return { asker, gone: false, bot: false, guest: false, outside: false }
}
