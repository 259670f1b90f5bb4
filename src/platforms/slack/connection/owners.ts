// The people in charge of the workspace: whoever is told what no manager can be told.
import type { webApi } from '@slack/bolt'
import type { Log } from '../../../core/log.ts'
import { day, isWithin, type Instant, type Span } from '../../../core/time.ts'
import { list, raw, text } from '../raw.ts'
import type { UserId } from '../ids.ts'
import { faultName } from './fault.ts'

/** https://docs.slack.dev/reference/methods/users.list: 20 calls a minute, and at most 1,000 people in each. */
const pageSize = 1_000
const mostPages = 10
/** Enough that one of them reads direct messages. */
const mostOwners = 5

/** The function that it returns asks at most once a day. It never fails: nobody, if Slack does not say. */
export function createOwners(web: webApi.WebClient, now: () => Instant, log: Log): () => Promise<readonly UserId[]> {
  let known: (Span & { readonly owners: readonly UserId[] }) | undefined
  return async () => {
    if (known !== undefined && isWithin(known, now())) return known.owners
    try {
      const owners = await findOwners(web)
      known = { owners, since: now(), until: now() + day }
      return owners
    } catch (error) {
      log.warn({ fault: faultName(error) }, 'Slack did not say who owns the workspace')
      return []
    }
  }
}

type Found = { readonly user: UserId; readonly rank: number }

async function findOwners(web: webApi.WebClient): Promise<readonly UserId[]> {
  const found: Found[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await web.users.list({ limit: pageSize, ...(cursor === undefined ? {} : { cursor }) })
    found.push(...list(answer.members).flatMap(inCharge))
    cursor = text(answer.response_metadata?.next_cursor)
    if (cursor === undefined) break
  }
  return found.toSorted((a, b) => a.rank - b.rank).slice(0, mostOwners).map(({ user }) => user)
}

/** https://docs.slack.dev/reference/objects/user-object */
function inCharge(member: unknown): readonly Found[] {
  const data = raw(member)
  const user = text(data['id'])
  const rank = ['is_primary_owner', 'is_owner', 'is_admin'].findIndex((flag) => data[flag] === true)
  return user === undefined || rank < 0 || data['deleted'] === true || data['is_bot'] === true ? [] : [{ user, rank }]
}
