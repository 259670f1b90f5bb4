// Several platforms in one process: one that cannot be reached at the start keeps no other one down, and is tried again until it is there.
import type { Log } from '../core/log.ts'
import { PostError, StartError, type Handler, type Platform } from '../platforms/platform.ts'

/** All in milliseconds. */
export type Persistence = {
  /** Before the second try; twice as long before each that follows, up to `longestPause`. */
  readonly pause: number
  readonly longestPause: number
  /** How long a start waits for the first try of one platform when another is there. */
  readonly grace: number
}

const usual: Persistence = { pause: 5_000, longestPause: 60_000, grace: 10_000 }

/**
 * A platform that is alone starts or fails: its supervisor tries again. Of several the start fails where one is refused, or where
 * none can be reached; it is done when each is there or one is and the others are tried again.
 *
 * @param makers make a new platform for each try, since not every one can be started twice
 */
export function independentPlatforms(makers: readonly (() => Platform)[], log: Log, persistence: Partial<Persistence> = {}): readonly Platform[] {
  if (makers.length < 2) return makers.map((make) => make())
  const group = createGroup(makers.length)
  return makers.map((make) => persistent(createAttempt(make, log, { ...usual, ...persistence }), group))
}

type Group = {
  readonly arrived: () => void
  /** One cannot be reached at its first try. */
  readonly away: (fault: StartError) => void
  /** Fulfilled when one is there; fails where none can be. */
  readonly someone: Promise<void>
}

function createGroup(size: number): Group {
  const { promise: someone, resolve: arrived, reject } = Promise.withResolvers<void>()
  // Whoever starts waits for it; before that there is nobody to tell.
  someone.catch(() => undefined)
  let missing = 0
  return {
    arrived,
    away: (fault) => {
      missing += 1
      if (missing === size) reject(fault)
    },
    someone,
  }
}

/** The tries to start one platform. */
type Attempt = {
  readonly make: () => Platform
  readonly log: Log
  readonly persistence: Persistence
  readonly stopping: AbortController
  /** Is over when the first try is. */
  readonly first: PromiseWithResolvers<void>
  /** That of the try which is under way, or which got through. */
  platform: Platform
  connected: boolean
  /** A try was refused after the start of the bot, and no other follows. */
  refused: boolean
}

function createAttempt(make: () => Platform, log: Log, persistence: Persistence): Attempt {
  return { make, log, persistence, stopping: new AbortController(), first: Promise.withResolvers(), platform: make(), connected: false, refused: false }
}

async function startAttempt(attempt: Attempt, group: Group, handler: Handler): Promise<void> {
  const { log, persistence, stopping, first } = attempt
  let started = false
  const trying = keepTrying(attempt, group, handler)
  trying.catch((fault: unknown) => {
    if (!started || stopping.signal.aborted) return
    attempt.refused = true
    log.error({ platform: attempt.platform.name, why: whyOf(fault) }, 'a platform cannot be started as things are; the others go on. Mend that, and start the bot anew')
  })
  const enough = group.someone.then(() => Promise.race([first.promise, rest(persistence.grace, stopping.signal)]))
  await Promise.race([trying, enough])
  started = true
}

async function keepTrying(attempt: Attempt, group: Group, handler: Handler): Promise<void> {
  const { make, log, first } = attempt
  const { signal } = attempt.stopping
  let wait = attempt.persistence.pause
  for (let tries = 1; ; tries += 1) {
    const { platform } = attempt
    const fault = await tryOnce(platform, handler)
    if (signal.aborted) return platform.stop()
    if (fault === undefined) {
      attempt.connected = true
      group.arrived()
      if (tries > 1) log.info({ platform: platform.name, tries }, 'a platform that could not be reached is there now')
      return
    }
    log.warn({ platform: platform.name, why: fault.message, tries, wait }, 'a platform cannot be reached; it is tried again')
    if (tries === 1) group.away(fault)
    first.resolve()
    await platform.stop().catch(() => undefined)
    await rest(wait, signal)
    if (signal.aborted) return
    wait = Math.min(2 * wait, attempt.persistence.longestPause)
    attempt.platform = make()
  }
}

/** @returns why it cannot be reached, or undefined where it is there */
async function tryOnce(platform: Platform, handler: Handler): Promise<StartError | undefined> {
  try {
    await platform.start(handler)
    return undefined
  } catch (fault) {
    if (fault instanceof StartError && fault.code === 'unreachable') return fault
    throw fault
  }
}

const whyOf = (fault: unknown) => (fault instanceof Error ? fault.message : String(fault))

/** When a post is tried again that has no platform yet. */
const askedAgainAfter = 30_000

/** Until it is connected nothing is sent, and what is due waits as in any outage. */
function persistent(attempt: Attempt, group: Group): Platform {
  const { name, editsQuietly } = attempt.platform
  const reached = (): Platform => {
    if (attempt.connected) return attempt.platform
    throw new PostError('busy', 'The platform could not be reached since the bot was started. It is tried again.', { retryAfter: askedAgainAfter, scope: 'group' })
  }
  return {
    name,
    editsQuietly,
    start: (handler) => startAttempt(attempt, group, handler),
    post: async (...what) => reached().post(...what),
    find: async (...what) => reached().find(...what),
    redraw: async (...what) => reached().redraw(...what),
    tell: async (person, screen) => attempt.connected && attempt.platform.tell(person, screen),
    presence: async (people) => (attempt.connected ? attempt.platform.presence(people) : new Map()),
    healthy: () => attempt.connected && attempt.platform.healthy(),
    refused: () => attempt.refused || attempt.platform.refused?.() === true,
    stop: () => {
      attempt.stopping.abort()
      return attempt.platform.stop()
    },
  }
}

/** Ends early where it is told to. */
function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, milliseconds)
  const wake = () => resolve()
  signal.addEventListener('abort', wake, { once: true })
  if (signal.aborted) resolve()
  return promise.finally(() => {
    clearTimeout(timer)
    signal.removeEventListener('abort', wake)
  })
}
