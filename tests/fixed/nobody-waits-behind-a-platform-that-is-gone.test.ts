// People of a platform that the bot no longer runs, or that could not be asked, stayed first in line to be looked up: nobody else ever
// was. And rounds of such a platform waited for ever.
import { expect, it, onTestFinished } from 'vitest'
import { refreshRoster } from '../../src/bot/roster.ts'
import type { Platform, Presence } from '../../src/platforms/platform.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { openStage } from '../bot/stage.ts'
import { bankOf, day, monday, quizOf, worldOf } from '../ledger/world.ts'

async function crowd() {
  const ledger = await openLedger(':memory:')
  onTestFinished(() => ledger.close())
  const world = worldOf(ledger)
  for (const [group, place] of [['discord:G1', 'discord:G1:C1'], ['slack:T1', 'slack:T1/C1']] as const) {
    await world.setUp({ group, place })
    const [claim] = await ledger.delivery.claimDue(monday, bankOf(), 5)
    if (claim === undefined) throw new Error('nothing was due')
    const { round } = claim
    await ledger.delivery.confirmPosted(round.id, 'message', monday)
    const people = Array.from({ length: group === 'discord:G1' ? 60 : 3 }, (_, number) => ({ id: `${group}/p${number}`, group, name: `P${number}`, standIn: false }))
    for (const person of people) await ledger.answers.take(round.id, person, round.key, monday + (group === 'discord:G1' ? 1 : 2))
  }
  return ledger
}

const slack = (presence: (people: readonly string[]) => Promise<ReadonlyMap<string, Presence>>) => ({ name: 'slack', presence }) as unknown as Platform

it('people of a platform that no longer runs hold up nobody', async () => {
  const ledger = await crowd()
  const asked: string[] = []
  const platform = slack(async (people) => {
    asked.push(...people)
    return new Map(people.map((id) => [id, { gone: false, name: 'New name' }]))
  })
  for (let minute = 0; minute < 5; minute += 1) await refreshRoster(ledger, [platform], monday + 2 * day + minute * 60_000)
  expect(asked.toSorted()).toEqual(['slack:T1/p0', 'slack:T1/p1', 'slack:T1/p2'])
})

it('a platform that can’t be asked costs the others nothing, and marks nobody as gone', async () => {
  const ledger = await crowd()
  const discord = { name: 'discord', presence: () => Promise.reject(new Error('away')) } as unknown as Platform
  const asked: string[] = []
  const platform = slack(async (people) => {
    asked.push(...people)
    return new Map()
  })
  for (let minute = 0; minute < 5; minute += 1) await refreshRoster(ledger, [discord, platform], monday + 2 * day + minute * 60_000)
  expect(asked).toHaveLength(3)
  expect((await worldOf(ledger).board({ group: 'discord:G1', place: 'discord:G1:C1' })).people).toBe(60)
})

it('a round of a platform that no longer runs is given up after its window, with the reason', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  onTestFinished(() => stage.close())
  await stage.ledger.quizzes.change('slack:T1/C1', 'set up', stage.clock.now, () => ({
    quiz: quizOf({ nextDate: '2026-03-02', nextAt: Date.parse('2026-03-02T08:00Z') }),
  }))
  await stage.until('2026-03-02T08:00Z')
  expect((await stage.ledger.rounds.latest('slack:T1/C1', 1))[0]?.state).toBe('claimed')
  await stage.until('2026-03-02T14:02Z')
  expect((await stage.ledger.rounds.latest('slack:T1/C1', 1))[0]).toMatchObject({ state: 'failed', reason: expect.stringContaining('without this platform') })
})
