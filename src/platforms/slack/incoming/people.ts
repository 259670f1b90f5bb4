// Who somebody is: name, zone, rights and presence from Slack's own user data, kept for an hour.
import type { webApi } from '@slack/bolt'
import type { Requester } from '../../../screens/request.ts'
import { hour, knownZone, isWithin, type Instant, type Span } from '../../../core/time.ts'
import { faultName, readFault } from '../connection/post-errors.ts'
import { personId, type TeamId, type UserId } from '../ids.ts'
import type { Log } from '../../../core/log.ts'
import { oneLine } from '../sanitize.ts'

/** Somebody, and whether they have left the workspace. */
export type Known = { readonly asker: Requester; readonly gone: boolean }

export type People = {
  /** Whoever is known is answered at once, also when that is old: then it is asked again for the next time. */
  who(user: UserId, shownAs: string, need: Need): Known | Promise<Known>
  /** Somebody has changed (`user_change`): they are asked about anew. Events can be old or come in any order; answers are of now. */
  changed(user: UserId): void
  /** Undefined where Slack does not say. */
  presence(user: UserId): Promise<'here' | 'gone' | undefined>
}

/** What a request depends on. */
export type Need = 'name' | 'rights'

/** How long a request waits for Slack to say who is asking, in milliseconds. Rights are worth more patience than a name. */
const patience: Readonly<Record<Need, number>> = { name: 1_500, rights: 8_000 }

const fresh = hour
/** About 400 bytes each. */
const mostKept = 50_000

type Entry = Span & { readonly known: Known }

/** What is known of people, oldest first, and what is being asked. */
type Register = {
  readonly web: webApi.WebClient
  readonly team: TeamId
  readonly log: Log
  readonly now: () => Instant
  readonly kept: Map<UserId, Entry>
  readonly asking: Map<UserId, Promise<Known>>
  /** Slack has asked to wait. */
  pause: Span
}

export function createPeople(web: webApi.WebClient, team: TeamId, log: Log, now: () => Instant): People {
  const register: Register = { web, team, log, now, kept: new Map(), asking: new Map(), pause: { since: 0, until: 0 } }
  return {
    who: (user, shownAs, need) => who(register, user, shownAs, need),
    changed: (user) => void register.kept.delete(user),
    presence: (user) => presence(register, user),
  }
}

function keep({ kept, now }: Register, user: UserId, known: Known): Known {
  kept.delete(user)
  kept.set(user, { known, since: now(), until: now() + fresh })
  const oldest = kept.size > mostKept ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
  return known
}

/** Asks Slack, once for all who want to know at the same time. */
function ask(register: Register, user: UserId): Promise<Known> {
  const { web, team, asking } = register
  const underWay = asking.get(user)
  if (underWay !== undefined) return underWay
  const asked = web.users
    .info({ user })
    .then((answer) => keep(register, user, readUser(team, user, answer.user)))
    .finally(() => asking.delete(user))
  asking.set(user, asked)
  return asked
}

function who(register: Register, user: UserId, shownAs: string, need: Need): Known | Promise<Known> {
  const { team, now, kept } = register
  const entry = kept.get(user)
  const paused = isWithin(register.pause, now())
  if (entry !== undefined) {
    if (!isWithin(entry, now()) && !paused) ask(register, user).catch((error: unknown) => unanswered(register, user, error))
    return entry.known
  }
  // When hundreds of people press at once, Slack asks to wait; then a name is not worth another question, a right is.
  if (paused && need === 'name') return stranger(team, user, shownAs, false)
  return withPatience(ask(register, user), patience[need]).catch((error: unknown) => {
    unanswered(register, user, error)
    return stranger(team, user, shownAs, lacksScope(error))
  })
}

function unanswered(register: Register, user: UserId, error: unknown): void {
  const fault = readFault(error)
  if (fault.kind === 'rate-limited') register.pause = { since: register.now(), until: register.now() + fault.retryAfter }
  register.log.warn({ user, fault: faultName(error) }, 'Slack did not say who somebody is')
}

async function presence(register: Register, user: UserId): Promise<'here' | 'gone' | undefined> {
  if (isWithin(register.pause, register.now())) return undefined
  try {
    const entry = register.kept.get(user)
    const known = entry !== undefined && isWithin(entry, register.now()) ? entry.known : await ask(register, user)
    return known.gone ? 'gone' : 'here'
  } catch (error) {
    unanswered(register, user, error)
    const fault = readFault(error)
    return fault.kind === 'platform' && fault.error === 'user_not_found' ? 'gone' : undefined
  }
}

/** Somebody of whom Slack says nothing in time: no rights, and the name that came with the request. */
function stranger(team: TeamId, user: UserId, shownAs: string, maySetUp: boolean): Known {
  return { asker: { id: personId(team, user), name: oneLine(shownAs) || 'somebody', zone: null, admin: false, maySetUp }, gone: false }
}

/** Without users:read nobody could ever set up a quiz; then guests may as well. */
function lacksScope(error: unknown): boolean {
  const fault = readFault(error)
  return fault.kind === 'platform' && fault.error === 'missing_scope'
}

function readUser(team: TeamId, user: UserId, raw: unknown): Known {
  const data = read(raw)
  const profile = read(data['profile'])
  const names = [profile['display_name'], profile['real_name'], data['real_name'], data['name']]
  const name = names.map((text) => (typeof text === 'string' ? oneLine(text).trim() : '')).find((text) => text !== '')
  const is = (mark: string) => data[mark] === true
  return {
    asker: {
      id: personId(team, user),
      name: name ?? 'somebody',
      zone: typeof data['tz'] === 'string' ? (knownZone(data['tz']) ?? null) : null,
      admin: is('is_admin') || is('is_owner') || is('is_primary_owner'),
      maySetUp: !is('is_restricted') && !is('is_ultra_restricted') && !is('is_bot'),
    },
    gone: is('deleted'),
  }
}

const read = (raw: unknown): Record<string, unknown> => (typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {})

function withPatience<T>(wanted: Promise<T>, most: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${most} ms`)), most)
  })
  return Promise.race([wanted, late]).finally(() => clearTimeout(timer))
}
