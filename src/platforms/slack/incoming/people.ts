// Who somebody is: name, zone, rights and presence from Slack's own user data, cached for an hour.
import { keepLatest } from '../../../core/keep-latest.ts'
import type { Log } from '../../../core/log.ts'
import { hour, isWithin, minute, type Instant, type Span } from '../../../core/time.ts'
import { faultName, readFault } from '../connection/fault.ts'
import { withTimeLimit } from '../connection/time-limit.ts'
import type { Presence } from '../../platform.ts'
import { personId, type TeamId, type UserId } from '../ids.ts'
import { presenceIn, readUser, unknownUser, type Known } from './read-user.ts'
import type { WebApi } from '../connection/web-clients.ts'

export type People = {
  /**
   * A cached user is returned at once and not as a promise; if the entry is over an hour old, Slack is asked for the next time. Rights
   * are never taken from an entry older than ten minutes: the event of somebody who is no longer an admin may be lost. If Slack does
   * not answer in time, the user has no rights and the name `shownAs`. Never fails.
   */
  who(user: UserId, shownAs: string, need: Need): Known | Promise<Known>
  /**
   * Forgets a user that Slack says has changed (`user_change`), so that Slack is asked again. What the event itself says is not
   * used: events may be old or out of order.
   */
  changed(user: UserId): void
  /** Undefined if Slack does not say. Never fails. */
  presence(user: UserId): Promise<Presence | undefined>
}

/** What the answer to a request depends on. */
type Need = 'name' | 'rights'

/** How long a request waits for Slack to say who is asking, in milliseconds. Rights are worth a longer wait than a name. */
const patience: Readonly<Record<Need, number>> = { name: 1_500, rights: 8_000 }

const freshFor = hour
const rightsFreshFor = 10 * minute
/** About 400 bytes each. */
const mostCached = 50_000

type Entry = Span & { readonly known: Known }

/** What is known of people, of several workspaces if they share it. Oldest first. */
export type PeopleCache = { readonly entries: Map<string, Entry>; readonly most: number }

type Lookups = {
  readonly web: WebApi
  readonly team: TeamId
  readonly log: Log
  readonly now: () => Instant
  readonly cache: PeopleCache
  /** Of a user, in the cache. */
  readonly keyOf: (user: UserId) => string
  /** Whose members are colleagues, if the app is installed in all of it. */
  readonly organization: string | null
  readonly underWay: Map<UserId, Promise<Known>>
  /** While Slack asks the bot to wait. */
  pause: Span
}

/** `cache`: one that workspaces share; absent: one of its own. */
type Of = { readonly web: WebApi; readonly team: TeamId; readonly organization?: string | null; readonly log: Log; readonly now: () => Instant; readonly cache?: PeopleCache | undefined }

export function createPeople({ web, team, organization = null, log, now, cache }: Of): People {
  const keyOf = cache === undefined ? (user: UserId) => user : (user: UserId) => personId(team, user)
  const lookups: Lookups = { web, team, organization, log, now, cache: cache ?? { entries: new Map(), most: mostCached }, keyOf, underWay: new Map(), pause: { since: 0, until: 0 } }
  return {
    who: (user, shownAs, need) => who(lookups, user, shownAs, need),
    changed: (user) => {
      lookups.cache.entries.delete(keyOf(user))
      // What was asked before may be answered with what was true before.
      lookups.underWay.delete(user)
    },
    presence: (user) => presence(lookups, user),
  }
}

function who(lookups: Lookups, user: UserId, shownAs: string, need: Need): Known | Promise<Known> {
  const { team, now, cache, keyOf } = lookups
  const entry = cache.entries.get(keyOf(user))
  const paused = isWithin(lookups.pause, now())
  if (entry !== undefined && (need === 'name' || isWithin({ since: entry.since, until: entry.since + rightsFreshFor }, now()))) {
    if (!isWithin(entry, now()) && !paused) ask(lookups, user).catch((error: unknown) => noteFailure(lookups, user, error))
    return entry.known
  }
  // When hundreds of people press at once, Slack asks the bot to wait. Then a name is not worth another call; rights are.
  if (paused && need === 'name') return unknownUser(team, user, { shownAs, maySetUp: false })
  const late = () => new Error(`no answer within ${patience[need]} ms`)
  return withTimeLimit(ask(lookups, user), patience[need], late).catch((error: unknown) => {
    noteFailure(lookups, user, error)
    const nameless = unknownUser(team, user, { shownAs, maySetUp: lacksScope(error) })
    if (entry === undefined) return nameless
    const { admin, maySetUp, barred } = nameless.asker
    return { ...entry.known, asker: { ...entry.known.asker, admin, maySetUp, barred } }
  })
}

async function presence(lookups: Lookups, user: UserId): Promise<Presence | undefined> {
  if (isWithin(lookups.pause, lookups.now())) return undefined
  try {
    const entry = lookups.cache.entries.get(lookups.keyOf(user))
    const known = entry !== undefined && isWithin(entry, lookups.now()) ? entry.known : await ask(lookups, user)
    return presenceIn(known)
  } catch (error) {
    noteFailure(lookups, user, error)
    const fault = readFault(error)
    return fault.kind === 'platform' && fault.error === 'user_not_found' ? { gone: true, name: null } : undefined
  }
}

/** Asks Slack; everybody who wants to know at the same time shares one call. */
function ask(lookups: Lookups, user: UserId): Promise<Known> {
  const { web, team, organization, underWay } = lookups
  const earlier = underWay.get(user)
  if (earlier !== undefined) return earlier
  const isLatest = () => underWay.get(user) === asked
  const asked: Promise<Known> = web.users
    .info({ user })
    .then((answer) => {
      const known = readUser(team, user, answer.user, organization)
      return isLatest() ? remember(lookups, user, known) : known
    })
    .finally(() => {
      if (isLatest()) underWay.delete(user)
    })
  underWay.set(user, asked)
  return asked
}

function remember({ cache, keyOf, now }: Lookups, user: UserId, known: Known): Known {
  keepLatest(cache.entries, keyOf(user), { known, since: now(), until: now() + freshFor }, cache.most)
  return known
}

function noteFailure(lookups: Lookups, user: UserId, error: unknown): void {
  const fault = readFault(error)
  if (fault.kind === 'rate-limited') lookups.pause = { since: lookups.now(), until: lookups.now() + fault.retryAfter }
  lookups.log.warn({ user, fault: faultName(error) }, 'could not look up a person on Slack')
}

/** Without users:read nobody could ever set up a quiz, so then everybody may, guests included. */
function lacksScope(error: unknown): boolean {
  const fault = readFault(error)
  return fault.kind === 'platform' && fault.error === 'missing_scope'
}
