// Whom the bot asks the platforms about, and what it makes of the answers.
import { describe, expect, it } from 'vitest'
import { createChanges, refreshChanged, refreshRoster } from '../../src/bot/roster.ts'
import { day } from '../../src/core/time.ts'
import type { LookUpBefore, PresenceFound } from '../../src/ledger/people.ts'
import type { Platform, Presence } from '../../src/platforms/platform.ts'

const now = 30 * day

function ledgerOf(ids: readonly string[]) {
  const found: PresenceFound[] = []
  const asked: [LookUpBefore, number][] = []
  const people = {
    toLookUp: async (before: LookUpBefore, limit: number) => {
      asked.push([before, limit])
      return ids.slice(0, limit).map((id) => ({ id }))
    },
    setPresence: async (those: readonly PresenceFound[]) => void found.push(...those),
  }
  return { ledger: { people } as never, found, asked }
}

const platformOf = (name: string, presence: () => Promise<ReadonlyMap<string, Presence>>) => ({ name, presence }) as unknown as Platform

describe('people on the leaderboards', () => {
  it('are gone or here as their platform says', async () => {
    const { ledger, found } = ledgerOf(['slack:T1/A', 'slack:T1/B'])
    const slack = platformOf('slack', async () => new Map([['slack:T1/A', { gone: true, name: null }], ['slack:T1/B', { gone: false, name: 'Ben' }]] as never))
    await refreshRoster(ledger, [slack], now)
    expect(found).toEqual([{ person: 'slack:T1/A', gone: true, name: null }, { person: 'slack:T1/B', gone: false, name: 'Ben' }])
  })

  it.each<[string, readonly Platform[]]>([
    ['says nothing of them', [platformOf('slack', async () => new Map())]],
    ['cannot be asked', [platformOf('slack', async () => Promise.reject(new Error('outage')))]],
    ['does not run', [platformOf('discord', async () => new Map())]],
  ])('stay as they are where their platform %s, and count as asked about', async (_, platforms) => {
    const { ledger, found } = ledgerOf(['slack:T1/A'])
    await refreshRoster(ledger, platforms, now)
    expect(found).toEqual([{ person: 'slack:T1/A', gone: null, name: null }])
  })

  it('are asked about on their own platform, and on no other', async () => {
    const { ledger, found } = ledgerOf(['slack:T1/A', 'discord:1:u:2'])
    const platform = (name: string) => ({ name, presence: async (people: readonly string[]) => new Map(people.map((person) => [person, { gone: false, name: `${person} on ${name}` }])) }) as unknown as Platform
    await refreshRoster(ledger, [platform('discord'), platform('slack')], now)
    expect(found.map(({ name }) => name)).toEqual(['slack:T1/A on slack', 'discord:1:u:2 on discord'])
  })

  it('are asked about once a day, those who left once a week, twenty at a time', async () => {
    const { ledger, asked } = ledgerOf([])
    await refreshRoster(ledger, [], now)
    expect(asked).toEqual([[{ here: 29 * day, gone: 23 * day }, 20]])
  })

  it('who have changed are asked about at once, and there may be more after twenty', async () => {
    const many = Array.from({ length: 25 }, (_, number) => `slack:T1/${number}`)
    for (const [ids, more] of [[many, true], [many.slice(0, 20), true], [many.slice(0, 19), false]] as const) {
      const { ledger, asked } = ledgerOf(ids)
      expect(await refreshChanged(ledger, [], now)).toBe(more)
      expect(asked[0]?.[0]).toEqual({ here: 1, gone: 1 })
    }
  })
})

describe('a change', () => {
  function open(more: boolean[] = []) {
    const timers: { readonly after: number; readonly run: () => void; cancelled: boolean }[] = []
    let looks = 0
    const changes = createChanges(
      async () => {
        looks += 1
        return more.shift() ?? false
      },
      (after, run) => {
        const timer = { after, run, cancelled: false }
        timers.push(timer)
        return () => void (timer.cancelled = true)
      },
    )
    return { changes, timers, looks: () => looks }
  }

  it('is looked up in a second, together with those that come meanwhile, and the next ones at a pace that Slack allows', async () => {
    const { changes, timers, looks } = open()
    changes.lookSoon()
    changes.lookSoon()
    expect([timers.map(({ after }) => after), looks()]).toEqual([[1_000], 0])
    timers[0]?.run()
    expect([timers.map(({ after }) => after), looks()]).toEqual([[1_000, 15_000], 1])
    changes.lookSoon()
    expect(timers).toHaveLength(2)
    timers[1]?.run()
    expect(looks()).toBe(2)
    await new Promise(setImmediate)
    timers[2]?.run()
    expect([looks(), timers.length]).toEqual([2, 3])
    changes.lookSoon()
    expect(timers[3]?.after).toBe(1_000)
  })

  it('is followed by another look where more are waiting', async () => {
    const { changes, timers, looks } = open([true, false])
    changes.lookSoon()
    timers[0]?.run()
    await new Promise(setImmediate)
    timers[1]?.run()
    await new Promise(setImmediate)
    timers[2]?.run()
    expect(looks()).toBe(2)
  })

  it('is not looked up after a stop', () => {
    const { changes, timers, looks } = open()
    changes.lookSoon()
    changes.stop()
    expect(timers[0]?.cancelled).toBe(true)
    timers[0]?.run()
    changes.lookSoon()
    expect([looks(), timers.length]).toEqual([0, 1])
  })
})
