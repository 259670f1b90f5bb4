// The people in charge of the workspace: whoever is told what no manager can be told.
import type { Log } from '../../../core/log.ts'
import { day, isWithin, type Instant, type Span } from '../../../core/time.ts'
import type { TeamId, UserId } from '../ids.ts'
import { readUser } from '../incoming/read-user.ts'
import { list, raw, text } from '../raw.ts'
import { faultName } from './fault.ts'
import type { WebApi } from './web-clients.ts'

/** https://docs.slack.dev/reference/methods/users.list: 20 calls a minute, and at most 1,000 people in each. */
const pageSize = 1_000
const mostPages = 10
/** Enough that one of them reads direct messages. */
const mostOwners = 5

/** The function that it returns asks at most once a day. It never fails: nobody, if Slack does not say. */
export function createOwners(web: WebApi, now: () => Instant, log: Log): (team: TeamId) => Promise<readonly UserId[]> {
  let known: (Span & { readonly owners: readonly UserId[] }) | undefined
  return async (team) => {
    if (known !== undefined && isWithin(known, now())) return known.owners
    try {
      const owners = await findOwners(web, team)
      known = { owners, since: now(), until: now() + day }
      return owners
    } catch (error) {
      log.warn({ fault: faultName(error) }, 'could not find out who owns the workspace')
      return []
    }
  }
}

type Found = { readonly user: UserId; readonly rank: number }

async function findOwners(web: WebApi, team: TeamId): Promise<readonly UserId[]> {
  const found: Found[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await web.users.list({ limit: pageSize, ...(cursor === undefined ? {} : { cursor }) })
    found.push(...list(answer.members).flatMap((member) => inCharge(team, member)))
    cursor = text(answer.response_metadata?.next_cursor)
    if (cursor === undefined) break
  }
  return found.toSorted((a, b) => a.rank - b.rank).slice(0, mostOwners).map(({ user }) => user)
}

/** Not people of other workspaces, who are in the list where a channel is shared. */
function inCharge(team: TeamId, member: unknown): readonly Found[] {
  const data = raw(member)
  const user = text(data['id'])
  if (user === undefined) return []
  const { asker, gone, bot } = readUser(team, user, member)
  const rank = ['is_primary_owner', 'is_owner', 'is_admin'].findIndex((flag) => data[flag] === true)
  return asker.admin && !gone && !bot ? [{ user, rank }] : []
}
