// How long managers are tried, and who hears in their place.
import { expect, it } from 'vitest'
import type { Quiz } from '../../src/core/quiz.ts'
import { hour, minute } from '../../src/core/time.ts'
import { createTeller } from '../../src/delivery/tell-managers.ts'
import type { Work } from '../../src/delivery/work.ts'
import { PostError } from '../../src/platforms/platform.ts'
import { sampleQuiz } from '../core/sample.ts'

type PostFailure = PostError['code']

/** A stopped quiz whose managers are to be told, on a platform that reaches `reachable`. */
function open(change: { readonly reachable?: string[]; readonly owners?: string[]; readonly gone?: readonly string[]; readonly away?: readonly string[]; readonly silent?: boolean; readonly says?: 'nothing'; readonly absent?: boolean; readonly faults?: Error[]; readonly managers?: readonly string[]; readonly channel?: PostFailure[] } = {}) {
  const clock = { now: 1_000_000 }
  const quiz: Quiz = { ...sampleQuiz, managers: change.managers ?? ['ada', 'bob'], paused: true, retired: 'deleted' }
  const news = { due: clock.now as number | null }
  const tried: string[] = []
  const errors: string[] = []
  const platform = {
    tell: async (person: string) => {
      tried.push(person)
      const fault = change.faults?.shift()
      if (fault !== undefined) throw fault
      return change.reachable?.includes(person) ?? false
    },
    presence: async (people: readonly string[]) => {
      if (change.silent === true) throw new Error('away')
      if (change.says === 'nothing') return new Map()
      return new Map(people.map((person) => [person, { gone: change.gone?.includes(person) ?? false, name: null }]))
    },
    owners: async () => change.owners ?? [],
    announce: async (place: string) => {
      tried.push(place)
      const fault = change.faults?.shift()
      if (fault !== undefined) throw fault
      const code = change.channel?.shift()
      if (code !== undefined) throw new PostError(code, 'No.')
      return '1'
    },
  }
  const work = {
    now: () => clock.now, platform: () => (change.absent === true ? undefined : platform),
    log: { warn: () => undefined, error: (_: object, message: string) => void errors.push(message) },
    ledger: {
      absences: { among: async (people: readonly string[]) => new Set(people.filter((person) => change.away?.includes(person))) },
      threads: { toTell: async () => [] },
      reports: { toTell: async () => [] },
      news: {
        toTell: async () => [],
        changed: async () => [],
        oldKeys: async () => [],
        retired: async (now: number) => (news.due !== null && news.due <= now ? [quiz] : []),
        markRetiredTold: async (_: readonly string[], again: number | null) => void (news.due = again),
      },
    },
  } as unknown as Work
  return { tell: createTeller(work), clock, news, tried, errors }
}

it('the first manager who can be reached hears, and nobody else', async () => {
  const { tell, tried, news } = open({ reachable: ['bob', 'owner'], owners: ['owner'] })
  await tell()
  await tell()
  expect([tried, news.due]).toEqual([['ada', 'bob'], null])
})

it('a manager who is away is left alone; where all are, an owner hears at once', async () => {
  const { tell, tried } = open({ reachable: ['ada', 'bob'], away: ['ada'] })
  await tell()
  expect(tried).toEqual(['bob'])
  const none = open({ reachable: ['ada', 'bob', 'owner'], away: ['ada', 'bob'], owners: ['owner'] })
  await none.tell()
  expect([none.tried, none.news.due]).toEqual([['owner'], null])
})

it('managers who cannot be reached are tried eight times in half a day, then an owner hears', async () => {
  const { tell, clock, news, tried } = open({ reachable: ['owner'], owners: ['ada', 'owner'] })
  const pauses: number[] = []
  for (let time = 0; time < 20 && news.due !== null; time++) {
    pauses.push(news.due - clock.now)
    clock.now = news.due
    await tell()
  }
  expect(pauses.map((pause) => pause / minute)).toEqual([0, 10, 20, 40, 80, 160, 240, 240])
  expect(tried.filter((person) => person === 'ada')).toHaveLength(8)
  expect([tried.filter((person) => person === 'owner'), news.due]).toEqual([['owner'], null])
})

it('an owner hears at once where every manager has left', async () => {
  const { tell, tried, news } = open({ reachable: ['owner'], owners: ['owner'], gone: ['ada', 'bob'] })
  await tell()
  expect([tried, news.due]).toEqual([['owner'], null])
})

it('a manager whose platform fails counts as not told', async () => {
  const { tell, tried, news } = open({ reachable: ['ada', 'bob'], faults: [new Error('away')] })
  await tell()
  expect([tried, news.due]).toEqual([['ada', 'bob'], null])
})

it('managers are tried again while one of them is still here', async () => {
  const { tell, tried, news, clock } = open({ reachable: ['owner'], owners: ['owner'], gone: ['ada'] })
  await tell()
  expect([tried, news.due]).toEqual([['bob'], clock.now + 10 * minute])
})

it('managers of whom the platform says nothing may still be here', async () => {
  const { tell, tried, news, clock } = open({ reachable: ['owner'], owners: ['owner'], says: 'nothing' })
  await tell()
  expect([tried, news.due]).toEqual([['ada', 'bob'], clock.now + 10 * minute])
})

it('news for a platform that does not run stays news, and nothing fails', async () => {
  const { tell, tried, news, clock, errors } = open({ absent: true })
  for (let time = 0; time < 8; time++) {
    await tell()
    clock.now = news.due ?? 0
  }
  expect([tried, news.due !== null, errors]).toEqual([[], true, ['could not tell anybody what went wrong; trying again in a few hours']])
})

it('a platform that does not say who has left is taken for nobody', async () => {
  const { tell, tried, news, clock } = open({ reachable: ['owner'], owners: ['owner'], silent: true })
  await tell()
  expect([tried, news.due]).toEqual([['ada', 'bob'], clock.now + 10 * minute])
})

const channel = sampleQuiz.place

it('the channel hears where no person can be told', async () => {
  const { tell, news, tried } = open({ gone: ['ada', 'bob'], owners: ['owner'] })
  await tell()
  expect([tried, news.due]).toEqual([['owner', channel], null])
})

it('where nobody at all can be told, it is tried again every four hours and on record', async () => {
  const { tell, news, clock, tried, errors } = open({ gone: ['ada', 'bob'], owners: ['owner'], channel: ['refused'] })
  await tell()
  expect([news.due, errors]).toEqual([clock.now + 4 * hour, ['could not tell anybody what went wrong; trying again in a few hours']])
  clock.now += 4 * hour
  await tell()
  expect([tried, news.due]).toEqual([['owner', channel, 'owner', channel], null])
})

it('a channel that may have been told is not told twice', async () => {
  const { tell, news, clock, tried } = open({ gone: ['ada', 'bob'], channel: ['unclear'] })
  for (let time = 0; time < 2; time++) {
    await tell()
    expect(news.due).toBe(clock.now + 4 * hour)
    clock.now += 4 * hour
  }
  expect(tried).toEqual([channel])
})

it('what is told to one is not told to another at the same time', async () => {
  const { tell, tried } = open({ reachable: ['ada'] })
  await Promise.all([tell(), tell()])
  expect(tried).toEqual(['ada'])
})

it('a quiz that is stopped again is news as the first time: managers and the channel are tried anew', async () => {
  const reachable: string[] = []
  const { tell, news, clock, tried } = open({ reachable, channel: ['unclear'] })
  const stopped = async (): Promise<number[]> => {
    news.due = clock.now
    const pauses: number[] = []
    for (let time = 0; time < 9 && news.due !== null; time++) {
      clock.now = news.due
      await tell()
      pauses.push(news.due === null ? 0 : (news.due - clock.now) / minute)
    }
    return pauses
  }
  const first = await stopped()
  expect(first).toEqual([10, 20, 40, 80, 160, 240, 240, 240, 240])
  expect(tried.filter((each) => each === channel)).toHaveLength(1)
  reachable.push('ada')
  clock.now = news.due ?? 0
  await tell()
  expect(news.due).toBe(null)
  reachable.pop()
  expect(await stopped()).toEqual([10, 20, 40, 80, 160, 240, 240, 0])
  expect(tried.filter((each) => each === channel)).toHaveLength(2)
})

it('a fault of the program is not taken for a channel that refuses, and the news is told the next time', async () => {
  const { tell, news, clock, tried } = open({ gone: ['ada', 'bob'], faults: [new TypeError('bug')] })
  await expect(tell()).rejects.toThrow('bug')
  expect(news.due).toBe(clock.now)
  await tell()
  expect([tried, news.due]).toEqual([[channel, channel], null])
})
