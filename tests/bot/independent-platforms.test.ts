// Several platforms at the start: what becomes of the others where one is refused, or cannot be reached.
import { expect, onTestFinished, test, vi } from 'vitest'
import { PostError, StartError, type Handler, type Platform, type PlatformName } from '../../src/platforms/platform.ts'
import { independentPlatforms } from '../../src/bot/independent-platforms.ts'

const handler = {} as Handler
const away = () => Promise.reject(new StartError('It cannot be reached.', { code: 'unreachable' }))
const refused = () => Promise.reject(new StartError('The token is refused.'))
const there = () => Promise.resolve()
const never = () => new Promise<void>(() => undefined)

type Start = () => Promise<void>

/** @param starts what becomes of each try; the last one holds for all that follow */
const actor = (name: PlatformName, ...starts: readonly Start[]) => actorWith({}, name, ...starts)

/** @param more what this platform can do besides, or does otherwise */
function actorWith(more: Partial<Platform>, name: PlatformName, ...starts: readonly Start[]) {
  const did = { made: 0, started: 0, stopped: 0 }
  const make = (): Platform => {
    did.made += 1
    return {
      name,
      editsQuietly: true,
      start: () => (starts[did.started++] ?? starts.at(-1) ?? there)(),
      post: async () => `a post of ${name}`,
      announce: async () => `an announcement of ${name}`,
      find: async () => undefined,
      redraw: async () => undefined,
      reply: async () => undefined,
      tell: async () => true,
      owners: async () => ['an owner'],
      havingRole: async (_, people) => ({ kind: 'known', people }),
      presence: async () => new Map([['slack:T1/U1', { gone: false, name: 'Ada' }]]),
      healthy: () => true,
      ...more,
      stop: async () => void (did.stopped += 1),
    }
  }
  return { did, make }
}

function openCompany(...actors: readonly ReturnType<typeof actor>[]) {
  vi.useFakeTimers()
  const logged: string[] = []
  const line = (level: string) => (fields: object, message: string) => void logged.push(`${level} ${message} ${JSON.stringify(fields)}`)
  const log = { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') }
  const platforms = independentPlatforms(actors.map(({ make }) => make), log)
  onTestFinished(async () => {
    await Promise.all(platforms.map((platform) => platform.stop()))
    vi.useRealTimers()
  })
  const state = { start: 'under way' }
  return {
    platforms, logged, state,
    start: () => {
      Promise.all(platforms.map((platform) => platform.start(handler))).then(() => (state.start = 'done'), (fault: Error) => (state.start = fault.message))
    },
    pass: (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds),
    health: () => platforms.map((platform) => platform.healthy() && platform.refused?.() !== true),
  }
}

const post = (platform: Platform | undefined) => platform?.post('place', {} as never, 'round')

test('a platform that is alone starts or fails as it is', async () => {
  const [one] = independentPlatforms([actor('slack', away).make], {} as never)
  await expect(one?.start(handler)).rejects.toThrow('It cannot be reached.')
})

test('where one cannot be reached, the other works, and the one is tried again until it is there', async () => {
  const slack = actor('slack', away, away, there)
  const { platforms, start, pass, state, health, logged } = openCompany(slack, actor('discord', there))
  start()
  await pass(1)
  expect([state.start, health()]).toEqual(['done', [false, true]])
  expect(await post(platforms[1])).toBe('a post of discord')
  await pass(5_000)
  expect([slack.did, health()]).toEqual([{ made: 2, started: 2, stopped: 2 }, [false, true]])
  await pass(9_000)
  expect(slack.did.started).toBe(2)
  await pass(1_000)
  expect([slack.did, health()]).toEqual([{ made: 3, started: 3, stopped: 2 }, [true, true]])
  expect(await post(platforms[0])).toBe('a post of slack')
  expect(logged.map((line) => line.split(' {')[0])).toEqual([
    'warn cannot reach a platform; trying again', 'warn cannot reach a platform; trying again',
    'info connected to a platform that could not be reached before',
  ])
})

test('until it is there, nothing is sent by it and nobody is told', async () => {
  const { platforms: [slack], start, pass } = openCompany(actor('slack', away), actor('discord', there))
  start()
  await pass(1)
  const failure = await post(slack)?.catch((fault: unknown) => fault)
  expect(failure).toMatchObject({ code: 'busy', scope: 'group', retryAfter: 30_000 })
  await expect(slack?.find('place', 'round', 0)).rejects.toThrow(PostError)
  await expect(slack?.redraw('message', {} as never)).rejects.toThrow(PostError)
  await expect(slack?.announce('place', {} as never, 'event')).rejects.toThrow(PostError)
  await expect(slack?.reply('message', {} as never, 'round')).rejects.toThrow(PostError)
  await expect(slack?.shows?.('message')).rejects.toThrow(PostError)
  expect(await slack?.tell('person', {} as never)).toBe(false)
  expect((await slack?.presence(['slack:T1/U1']))?.size).toBe(0)
  expect((await slack?.havingRole('slack:T1/S1', ['slack:T1/U1']))?.kind).toBe('cannot-tell')
  expect([await slack?.owners('group'), await slack?.exists?.('place'), slack?.shared?.(), slack?.refused?.(), await slack?.unanswered?.()]).toEqual([[], undefined, false, false, 'not reached since the start'])
})

test('once it is there, all that is asked of it is asked of the platform itself', async () => {
  const can: Partial<Platform> = { shows: async () => ({ controls: ['a'], values: [] }), exists: async () => true, messageIn: (message, place) => `${message} in ${place}`, shared: () => true, refused: () => true, unanswered: async () => 'HTTP 503' }
  const { platforms: [slack, discord], start, pass } = openCompany(actorWith(can, 'slack', there), actor('discord', there))
  start()
  await pass(1)
  const asked = async (platform: Platform | undefined) => [
    await platform?.announce('place', {} as never, 'event'), await platform?.reply('message', {} as never, 'round'), await platform?.shows?.('message'), await platform?.tell('person', {} as never),
    await platform?.owners('group'), await platform?.exists?.('place'), platform?.messageIn?.('message', 'place'), platform?.shared?.(), platform?.refused?.(), await platform?.unanswered?.(),
  ]
  expect(await asked(slack)).toEqual(['an announcement of slack', undefined, { controls: ['a'], values: [] }, true, ['an owner'], true, 'message in place', true, true, 'HTTP 503'])
  expect(await asked(discord)).toEqual(['an announcement of discord', undefined, undefined, true, ['an owner'], undefined, 'message', false, false, undefined])
})

test('what messages are called in another channel can be told before it is there', async () => {
  const { platforms: [slack], start, pass } = openCompany(actorWith({ messageIn: (message, place) => `${message} in ${place}`, shared: () => true }, 'slack', away), actor('discord', there))
  start()
  await pass(1)
  expect([slack?.messageIn?.('message', 'place'), slack?.shared?.()]).toEqual(['message in place', false])
})

test('the pauses grow up to a minute, however long it takes', async () => {
  const slack = actor('slack', away)
  const { start, pass } = openCompany(slack, actor('discord', there))
  start()
  await pass(60 * 60_000)
  expect(slack.did.started).toBeGreaterThanOrEqual(60)
  expect(slack.did.started).toBeLessThan(66)
})

test('one that is refused ends the start at once, whatever the other does', async () => {
  const { start, pass, state } = openCompany(actor('slack', never), actor('discord', refused))
  start()
  await pass(1)
  expect(state.start).toBe('The token is refused.')
})

test('one that is refused at the start is no news for the log: the start itself says so', async () => {
  const { platforms, start, pass, state, logged } = openCompany(actor('slack', there), actor('discord', refused))
  start()
  await pass(60_000)
  expect([state.start, logged]).toEqual(['The token is refused.', []])
  expect(platforms.map((platform) => platform.refused?.())).toEqual([false, false])
})

test('where none can be reached, the start fails and a supervisor tries again', async () => {
  const { start, pass, state } = openCompany(actor('slack', away), actor('discord', away))
  start()
  await pass(1)
  expect(state.start).toBe('It cannot be reached.')
  await pass(60 * 60_000)
  expect(state.start).toBe('It cannot be reached.')
})

test('one that cannot be reached again and again counts once, so that the start still waits for the other', async () => {
  const slow = Promise.withResolvers<void>()
  const { start, pass, state, health } = openCompany(actor('slack', away), actor('discord', () => slow.promise))
  start()
  await pass(120_000)
  expect(state.start).toBe('under way')
  slow.resolve()
  await pass(1)
  expect([state.start, health()]).toEqual(['done', [false, true]])
})

test('a pause that ends leaves nothing behind that a stop would have to end', async () => {
  const listening = { now: 0 }
  const { addEventListener, removeEventListener } = AbortSignal.prototype
  vi.spyOn(AbortSignal.prototype, 'addEventListener').mockImplementation(function add(this: AbortSignal, ...what: Parameters<typeof addEventListener>) {
    listening.now += 1
    return addEventListener.apply(this, what)
  })
  vi.spyOn(AbortSignal.prototype, 'removeEventListener').mockImplementation(function remove(this: AbortSignal, ...what: Parameters<typeof removeEventListener>) {
    listening.now -= 1
    return removeEventListener.apply(this, what)
  })
  onTestFinished(() => void vi.restoreAllMocks())
  const { start, pass } = openCompany(actor('slack', away), actor('discord', there))
  start()
  await pass(60 * 60_000)
  expect(listening.now).toBeLessThanOrEqual(1)
})

test('one that says nothing holds the start up for ten seconds and no longer', async () => {
  const { start, pass, state, health } = openCompany(actor('slack', never), actor('discord', there))
  start()
  await pass(9_000)
  expect(state.start).toBe('under way')
  await pass(1_100)
  expect([state.start, health()]).toEqual(['done', [false, true]])
})

test('one that is refused later is not tried again, and the log says what to do', async () => {
  const slack = actor('slack', away, refused)
  const { platforms, start, pass, state, health, logged } = openCompany(slack, actor('discord', there))
  start()
  await pass(60_000)
  expect([state.start, slack.did.started, health()]).toEqual(['done', 2, [false, true]])
  expect(platforms.map((platform) => platform.refused?.())).toEqual([true, false])
  expect(logged.at(-1)).toMatch(/^error .*restart the bot.*The token is refused\./u)
})

test('a stop in a pause and a stop in a try end the tries', async () => {
  const slow = Promise.withResolvers<void>()
  const [slack, discord] = [actor('slack', away), actor('discord', () => slow.promise)]
  const { platforms, start, pass } = openCompany(slack, discord, actor('terminal', there))
  start()
  await pass(1)
  await Promise.all(platforms.map((platform) => platform.stop()))
  await pass(0)
  // Neither a pause nor the time that a start may take keeps the process.
  expect(vi.getTimerCount()).toBe(0)
  slow.resolve()
  await pass(60 * 60_000)
  expect([slack.did.started, discord.did.started]).toEqual([1, 1])
  expect(discord.did.stopped).toBe(2)
  expect(vi.getTimerCount()).toBe(0)
})
