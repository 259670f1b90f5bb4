// Streaks through whatever happens to clocks and settings: whoever answers every round never loses one.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextDue } from '../../src/core/schedule.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { localTime, moment, zone } from '../core/zones.ts'
import { ada, bankOf, ben, day, hour, minute, open, place, worldOf, type World } from './world.ts'

type Change = { readonly zone: string; readonly time: string; readonly rolloverHour: number }
const anyChange: fc.Arbitrary<Change> = fc.record({ zone, time: localTime, rolloverHour: fc.nat(23) })
const daily = [1, 2, 3, 4, 5, 6, 7] as const

/** As the settings command: the next date is after the last one that was held. */
async function change({ ledger }: World, to: Partial<Change>, now: number, event: string): Promise<void> {
  await ledger.quizzes.change(place, event, now, (quiz) => {
    if (quiz === undefined) throw new Error('there is no quiz')
    const changed = { ...quiz, ...to }
    const next = nextDue(changed, now, quiz.lastDate ?? undefined)
    return { quiz: { ...changed, nextDate: next.date, nextAt: next.at } }
  })
}

async function postNext(world: World): Promise<{ readonly round: Awaited<ReturnType<typeof open>>; readonly at: number }> {
  const at = (await world.ledger.quizzes.at(place))?.nextAt ?? Number.NaN
  const [claim] = await world.ledger.delivery.claimDue(at, bankOf(), 10)
  if (claim?.round.state !== 'claimed') throw new Error(`no round at ${at}`)
  return { round: await open(world.ledger, claim.round, at), at }
}

async function newWorld(first: Change, at: number): Promise<World> {
  const world = worldOf(await openLedger(':memory:'))
  const schedule = { ...first, days: daily }
  const next = nextDue(schedule, at)
  await world.setUp({ ...schedule, nextDate: next.date, nextAt: next.at })
  return world
}

it('grows by a day with each study day that has a round, through every change of zone, time and rollover hour', async () => {
  await fc.assert(
    fc.asyncProperty(moment, anyChange, fc.array(fc.option(anyChange), { minLength: 6, maxLength: 12 }), fc.nat(90), async (start, first, changes, wait) => {
      const world = await newWorld(first, start)
      const studyDays: string[] = []
      const dates: string[] = []
      for (const [index, to] of changes.entries()) {
        const { round, at } = await postNext(world)
        studyDays.push(round.day)
        dates.push(round.occasion)
        const answered = await world.answer(round, ada, 'b', at + wait * minute)
        expect(answered?.streak).toBe(new Set(studyDays).size)
        if (to !== null) await change(world, to, at + 2 * hour, `change ${index}`)
      }
      expect(dates).toEqual([...new Set(dates)].sort())
      await world.ledger.close()
    }),
    { numRuns: 12 },
  )
})

it('goes on under a clock that is set back or forward by hours or days while a question is open', async () => {
  await fc.assert(
    fc.asyncProperty(moment, anyChange, fc.array(fc.integer({ min: -5 * 24, max: 5 * 24 }), { minLength: 4, maxLength: 10 }), async (start, first, jumps) => {
      const world = await newWorld(first, start)
      let days = 0
      for (const jump of jumps) {
        const { round, at } = await postNext(world)
        days += 1
        // A clock that is ahead is one at which the round is over, and takes no answers.
        const now = Math.min(at + jump * hour, round.closesAt - 1)
        expect((await world.answer(round, ada, 'b', now))?.streak).toBe(days)
      }
      await world.ledger.close()
    }),
    { numRuns: 12 },
  )
})

it('is broken by a day without an answer all the same', async () => {
  const world = await newWorld({ zone: 'Europe/Berlin', time: '09:00', rolloverHour: 4 }, Date.UTC(2026, 2, 2))
  const [first] = [await postNext(world)]
  await world.answer(first.round, ben, 'b', first.at)
  await change(world, { zone: 'America/Los_Angeles' }, first.at + hour, 'to the west')
  await postNext(world)
  await change(world, { zone: 'Pacific/Auckland' }, first.at + day + 12 * hour, 'to the east')
  const third = await postNext(world)
  expect((await world.answer(third.round, ben, 'b', third.at))?.streak).toBe(1)
  await world.ledger.close()
})
