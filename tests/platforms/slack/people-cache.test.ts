// How often Slack is asked who somebody is, how long the answer holds, and what goes without one.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { hour, minute } from '../../../src/core/time.ts'
import { createPeople } from '../../../src/platforms/slack/incoming/people.ts'
import type { Known } from '../../../src/platforms/slack/incoming/read-user.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const ada = { name: 'ada', profile: { display_name: 'Ada' }, is_admin: true }
const platformError = (error: string) => Object.assign(new Error(error), { code: 'slack_webapi_platform_error', data: { ok: false, error } })
const rateLimited = Object.assign(new Error('slow down'), { code: 'slack_webapi_rate_limited_error', retryAfter: 30 })

/** @param answers one for each call to Slack, then the last one again; a function throws, `never` says nothing */
function open(...answers: readonly (object | Error | 'never')[]) {
  const asked: string[] = []
  const warned: object[] = []
  const clock = { now: 1_000_000 }
  const info = ({ user }: { readonly user: string }) => {
    const answer = answers[asked.length] ?? answers.at(-1)
    asked.push(user)
    if (answer === 'never') return new Promise(() => undefined)
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ ok: true, user: answer })
  }
  const quiet = () => undefined
  const log = { debug: quiet, info: quiet, error: quiet, warn: (fields: object) => void warned.push(fields) }
  const people = createPeople({ web: { users: { info } } as never, team: 'T0STUDY', log, now: () => clock.now })
  const who = (need: 'name' | 'rights' = 'name', user = 'U0ADA'): Known | Promise<Known> => people.who(user, 'ada.handle', need)
  return { people, who, asked, warned, clock }
}

const nameAndRights = ({ asker: { name, admin, maySetUp, standIn } }: Known) => ({ name, admin, maySetUp, ...(standIn === true ? { standIn } : {}) })
const whole = { name: 'Ada', admin: true, maySetUp: true }
const nobody = { name: 'ada.handle', admin: false, maySetUp: false, standIn: true }

describe('a name', () => {
  test('is asked for once an hour, and known without a wait meanwhile', async () => {
    const { who, asked, clock } = open(ada)
    expect(nameAndRights(await who())).toEqual(whole)
    clock.now += hour - 1
    const again = who()
    expect(again).not.toBeInstanceOf(Promise)
    expect([nameAndRights(again as Known), asked.length]).toEqual([whole, 1])
  })

  test('that is an hour old is good for one more answer, and asked for again in the background', async () => {
    const { who, asked, clock } = open(ada, { ...ada, profile: { display_name: 'Countess' } })
    await who()
    clock.now += hour
    expect(nameAndRights(who() as Known).name).toBe('Ada')
    await vi.advanceTimersByTimeAsync(0)
    expect([nameAndRights(await who()).name, asked.length]).toEqual(['Countess', 2])
  })

  test('that cannot be asked for again stays, with a line in the log', async () => {
    const { who, warned, clock } = open(ada, platformError('fatal_error'))
    await who()
    clock.now += hour
    expect(nameAndRights(who() as Known).name).toBe('Ada')
    await vi.advanceTimersByTimeAsync(0)
    expect(warned).toEqual([{ user: 'U0ADA', fault: 'fatal_error' }])
  })

  test('is waited for a second and a half, and then goes without', async () => {
    const { who, warned } = open('never')
    const waiting = Promise.resolve(who())
    let known: Known | undefined
    void waiting.then((found) => (known = found))
    await vi.advanceTimersByTimeAsync(1_499)
    expect(known).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    expect(nameAndRights(await waiting)).toEqual(nobody)
    expect(warned).toEqual([{ user: 'U0ADA', fault: 'no answer within 1500 ms' }])
  })

  test('is asked for once, however many want to know at the same time', async () => {
    const { who, asked } = open(ada)
    expect((await Promise.all([who(), who(), who('rights')])).map(nameAndRights)).toEqual([whole, whole, whole])
    expect(asked).toEqual(['U0ADA'])
  })

  test('of each person is their own', async () => {
    const { who, asked } = open(ada, { name: 'bob' })
    await who()
    expect(nameAndRights(await who('name', 'U0BOB'))).toEqual({ name: 'bob', admin: false, maySetUp: true })
    expect(asked).toEqual(['U0ADA', 'U0BOB'])
  })
})

describe('rights', () => {
  test('are taken from an answer of the last ten minutes', async () => {
    const { who, asked, clock } = open(ada)
    await who('rights')
    clock.now += 10 * minute - 1
    expect([nameAndRights(await who('rights')), asked.length]).toEqual([whole, 1])
    clock.now += 1
    await who('rights')
    expect(asked).toHaveLength(2)
  })

  test('are waited for eight seconds', async () => {
    const { who } = open('never')
    const waiting = Promise.resolve(who('rights'))
    let known: Known | undefined
    void waiting.then((found) => (known = found))
    await vi.advanceTimersByTimeAsync(7_999)
    expect(known).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    expect(nameAndRights(await waiting)).toEqual(nobody)
  })

  test('that Slack does not confirm are none, and the name stays', async () => {
    const { who, clock } = open(ada, platformError('fatal_error'))
    await who('rights')
    clock.now += 10 * minute
    expect(nameAndRights(await who('rights'))).toEqual({ name: 'Ada', admin: false, maySetUp: false })
  })

  test('to set up a quiz has everybody where the app may read nobody’s data', async () => {
    const { who } = open(platformError('missing_scope'))
    expect(nameAndRights(await who('rights'))).toEqual({ ...nobody, maySetUp: true })
    const other = open(platformError('user_not_found'))
    expect(nameAndRights(await other.who('rights'))).toEqual(nobody)
  })
})

describe('while Slack asks the bot to wait', () => {
  test('a name is not worth another call; rights are', async () => {
    const { who, asked, clock } = open(rateLimited, ada)
    expect(nameAndRights(await who())).toEqual(nobody)
    clock.now += 29_999
    const known = who('name', 'U0BOB')
    expect([nameAndRights(known as Known), asked.length]).toEqual([nobody, 1])
    expect([nameAndRights(await who('rights')), asked.length]).toEqual([whole, 2])
  })

  test('another failure does not end the wait', async () => {
    const { who, asked } = open(rateLimited, platformError('fatal_error'), ada)
    await who()
    await who('rights', 'U0BOB')
    expect([nameAndRights(who('name', 'U0EVE') as Known), asked.length]).toEqual([nobody, 2])
  })

  test('a name that is an hour old is not asked for again', async () => {
    const { who, asked, clock } = open(ada, rateLimited, ada)
    await who()
    clock.now += hour
    await who('rights')
    expect(nameAndRights(await who()).name).toBe('Ada')
    await vi.advanceTimersByTimeAsync(0)
    expect(asked).toHaveLength(2)
  })

  test('nothing is said of who is here, until the wait is over', async () => {
    const { people, who, asked, clock } = open(rateLimited, ada)
    await who()
    clock.now += 29_999
    expect([await people.presence('U0ADA'), asked.length]).toEqual([undefined, 1])
    clock.now += 1
    expect(await people.presence('U0ADA')).toEqual({ gone: false, name: 'Ada' })
  })
})

describe('who is here', () => {
  test('is known for an hour from any answer', async () => {
    const { people, who, asked, clock } = open(ada, { ...ada, deleted: true })
    await who()
    clock.now += hour - 1
    expect([await people.presence('U0ADA'), asked.length]).toEqual([{ gone: false, name: 'Ada' }, 1])
    clock.now += 1
    expect([await people.presence('U0ADA'), asked.length]).toEqual([{ gone: true, name: 'Ada' }, 2])
  })

  test('is not somebody whom Slack does not know; of others it says nothing then', async () => {
    const { people, warned } = open(platformError('user_not_found'), platformError('fatal_error'), new Error('reset'))
    expect(await people.presence('U0ADA')).toEqual({ gone: true, name: null })
    expect(await people.presence('U0ADA')).toBeUndefined()
    expect(await people.presence('U0ADA')).toBeUndefined()
    expect(warned).toHaveLength(3)
  })
})

describe('somebody who has changed', () => {
  test('is asked about again', async () => {
    const { people, who, asked } = open(ada, { ...ada, profile: { display_name: 'Countess' } })
    await who()
    people.changed('U0BOB')
    await who()
    expect(asked).toHaveLength(1)
    people.changed('U0ADA')
    expect([nameAndRights(await who()).name, asked.length]).toEqual(['Countess', 2])
  })

  test('while Slack is asked is asked about anew', async () => {
    const { people, who, asked } = open(ada)
    const before = who()
    people.changed('U0ADA')
    const after = who()
    await Promise.all([before, after])
    expect(asked).toHaveLength(2)
  })
})

test('a failed question is asked again the next time', async () => {
  const { who, asked } = open(platformError('fatal_error'), ada)
  expect(nameAndRights(await who())).toEqual(nobody)
  expect([nameAndRights(await who()), asked.length]).toEqual([whole, 2])
})
