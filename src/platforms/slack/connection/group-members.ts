// Which people are in a user group.
import type { Log } from '../../../core/log.ts'
import type { MentionId, PersonId } from '../../../core/quiz.ts'
import type { RoleHolders } from '../../../core/team.ts'
import { userGroupOf, userOf } from '../ids.ts'
import { list } from '../raw.ts'
import { faultName, readFault } from './fault.ts'
import type { WebApi } from './web-clients.ts'

const noSuchGroup = 'There’s no such user group in this workspace. Type @ and choose one from the list.'

/** https://docs.slack.dev/reference/methods/usergroups.users.list */
const reasons: Readonly<Record<string, string>> = {
  missing_scope: 'I’m not allowed to see who’s in a user group. Ask an admin of the workspace to allow it: the app needs the permission usergroups:read.',
  no_such_subteam: noSuchGroup,
  plan_upgrade_required: 'User groups aren’t part of this workspace’s plan. Name people instead.',
}

/** Needs usergroups:read. Never fails. */
export async function groupMembers(web: WebApi, group: MentionId, people: readonly PersonId[], log: Log): Promise<RoleHolders> {
  const usergroup = userGroupOf(group)
  if (usergroup === undefined) return { kind: 'cannot-tell', reason: noSuchGroup }
  try {
    const { users } = await web.usergroups.users.list({ usergroup })
    const members = new Set<unknown>(list(users))
    return { kind: 'known', people: people.filter((person) => members.has(userOf(person))) }
  } catch (error) {
    const fault = readFault(error)
    const code = fault.kind === 'platform' ? fault.error : ''
    const advice = code === 'missing_scope' ? ': update the app with the manifest (npm run -s study -- slack-manifest), and install it again' : ''
    log.warn({ fault: faultName(error) }, `could not look up who is in a user group${advice}`)
    return { kind: 'cannot-tell', reason: reasons[code] ?? 'Slack isn’t saying who’s in that user group right now. Try again in a minute.' }
  }
}
