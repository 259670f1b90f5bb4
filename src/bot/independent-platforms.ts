// Several platforms in one process: one that cannot be reached at the start does not stop the others, and is tried again.
import type { Log } from '../core/log.ts'
import { PostError, StartError, type Handler, type Platform } from '../platforms/platform.ts'

/** In milliseconds. */
export type RetryTiming = {
  /** Before the second try; doubled before each that follows, up to `longestPause`. */
  readonly pause: number
  readonly longestPause: number
  /** How long a start waits for the first try of one platform when another is there. */
  readonly grace: number
}

const usual: RetryTiming = { pause: 5_000, longestPause: 60_000, grace: 10_000 }

/**
 * A single platform starts or fails, and its supervisor tries again. With several, the start fails if one is refused or none can be
 * reached; it is done when all are connected, or one is and the others are being retried.
 *
 * @param makers make a new platform for each try, since not every platform can be started twice
 */
export function independentPlatforms(makers: readonly (() => Platform)[], log: Log, timing: Partial<RetryTiming> = {}): readonly Platform[] {
  if (makers.length < 2) return makers.map((make) => make())
  const startup = createStartup(makers.length)
  return makers.map((make) => persistent(createAttempt(make, log, { ...usual, ...timing }), startup))
}

/** What the platforms of one start tell each other. */
type Startup = {
  readonly connected: () => void
  /** One cannot be reached at its first try. */
  readonly unreachable: (fault: StartError) => void
  /** Fulfilled when one is connected; fails if none can be reached. */
  readonly anyConnected: Promise<void>
}

function createStartup(size: number): Startup {
  const { promise: anyConnected, resolve: connected, reject } = Promise.withResolvers<void>()
  // It may fail before anybody waits for it.
  anyConnected.catch(() => undefined)
  let missing = 0
  return {
    connected,
    unreachable: (fault) => {
      missing += 1
      if (missing === size) reject(fault)
    },
    anyConnected,
  }
}

/** The attempts to start one platform. */
type Attempt = {
  readonly make: () => Platform
  readonly log: Log
  readonly timing: RetryTiming
  readonly stopping: AbortController
  /** Fulfilled when the first try is over. */
  readonly first: PromiseWithResolvers<void>
  /** The one being tried, or the one that connected. */
  platform: Platform
  connected: boolean
  /** A try was refused after the start of the bot; there is no other. */
  refused: boolean
}

function createAttempt(make: () => Platform, log: Log, timing: RetryTiming): Attempt {
  return { make, log, timing, stopping: new AbortController(), first: Promise.withResolvers(), platform: make(), connected: false, refused: false }
}

async function startAttempt(attempt: Attempt, startup: Startup, handler: Handler): Promise<void> {
  const { log, timing, stopping, first } = attempt
  let started = false
  const trying = keepTrying(attempt, startup, handler)
  trying.catch((fault: unknown) => {
    if (!started || stopping.signal.aborted) return
    attempt.refused = true
    const what = 'a platform refused to start; the others keep running. Fix the cause and restart the bot'
    log.error({ platform: attempt.platform.name, why: whyOf(fault) }, what)
  })
  const enough = startup.anyConnected.then(() => Promise.race([first.promise, rest(timing.grace, stopping.signal)]))
  await Promise.race([trying, enough])
  started = true
}

async function keepTrying(attempt: Attempt, startup: Startup, handler: Handler): Promise<void> {
  const { make, log, first } = attempt
  const { signal } = attempt.stopping
  let wait = attempt.timing.pause
  for (let tries = 1; ; tries += 1) {
    const { platform } = attempt
    const fault = await tryOnce(platform, handler)
    if (signal.aborted) return platform.stop()
    if (fault === undefined) {
      attempt.connected = true
      startup.connected()
      if (tries > 1) log.info({ platform: platform.name, tries }, 'connected to a platform that could not be reached before')
      return
    }
    log.warn({ platform: platform.name, why: fault.message, tries, wait }, 'cannot reach a platform; trying again')
    if (tries === 1) startup.unreachable(fault)
    first.resolve()
    await platform.stop().catch(() => undefined)
    await rest(wait, signal)
    if (signal.aborted) return
    wait = Math.min(2 * wait, attempt.timing.longestPause)
    attempt.platform = make()
  }
}

/** @returns why it cannot be reached; undefined if it is connected */
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

const notReached = 'The bot hasn’t reached this platform since it started. It keeps trying.'

/** For a post whose platform is not connected yet, in milliseconds. */
const retryPostAfter = 30_000

/** Until it is connected nothing is sent; what is due waits as in any outage. */
function persistent(attempt: Attempt, startup: Startup): Platform {
  const { name, editsQuietly } = attempt.platform
  const reached = (): Platform => {
    if (attempt.connected) return attempt.platform
    throw new PostError('busy', notReached, { retryAfter: retryPostAfter, scope: 'group' })
  }
  return {
    name,
    editsQuietly,
    start: (handler) => startAttempt(attempt, startup, handler),
    post: async (...what) => reached().post(...what),
    announce: async (...what) => reached().announce(...what),
    find: async (...what) => reached().find(...what),
    shows: async (message) => reached().shows?.(message),
    redraw: async (...what) => reached().redraw(...what),
    reply: async (...what) => reached().reply(...what),
    discuss: async (...what) => reached().discuss?.(...what),
    tell: async (person, ...what) => {
      if (attempt.connected) return attempt.platform.tell(person, ...what)
      attempt.log.warn({ person }, 'could not send a direct message: the bot hasn’t reached this platform since it started')
      return false
    },
    hearsMessages: () => attempt.platform.hearsMessages?.() !== false,
    groupName: (group) => (attempt.connected ? attempt.platform.groupName?.(group) : undefined),
    owners: async (group) => (attempt.connected ? attempt.platform.owners(group) : []),
    exists: async (place) => (attempt.connected ? attempt.platform.exists?.(place) : undefined),
    messageIn: (message, place) => attempt.platform.messageIn?.(message, place) ?? message,
    presence: async (people) => (attempt.connected ? attempt.platform.presence(people) : new Map()),
    havingRole: async (role, people) => (attempt.connected ? attempt.platform.havingRole(role, people) : { kind: 'cannot-tell', reason: notReached }),
    healthy: () => attempt.connected && attempt.platform.healthy(),
    unanswered: async () => (attempt.connected ? attempt.platform.unanswered?.() : attempt.refused ? undefined : 'not reached since the start'),
    refused: () => attempt.refused || attempt.platform.refused?.() === true,
    away: () => attempt.platform.away?.() ?? [],
    tend: async () => (attempt.connected ? attempt.platform.tend?.() : undefined),
    forgotten: (group) => attempt.platform.forgotten?.(group),
    shared: () => attempt.connected && attempt.platform.shared?.() === true,
    stop: () => {
      attempt.stopping.abort()
      return attempt.platform.stop()
    },
  }
}

/** Ends early when the signal says so. */
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
