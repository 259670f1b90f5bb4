// Study days and streaks as answers move them.
import { describe, expect, it } from 'vitest'
import { ada, bankOf, day, group, hour, minute, monday, open, place, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const daily = [1, 2, 3, 4, 5, 6, 7] as const
const alive = async ({ ledger }: World) => (await ledger.boards.progress(ada, place, '2026-01-05')).streak.alive

export function streaksContract(openLedger: OpenLedger): void {
  describe('a streak', () => {
    const newWorld = newWorlds(openLedger)

    it('grows by a day with each day that has a round and an answer', async () => {
      const world = await newWorld()
      await world.setUp({ days: daily })
      const streaks: (number | undefined)[] = []
      for (let date = 0; date < 4; date++) {
        const round = await world.post(monday + date * day)
        streaks.push((await world.answer(round, ada, 'a', monday + date * day + minute))?.streak)
      }
      expect(streaks).toEqual([1, 2, 3, 4])
    })

    it('is not broken by a weekend without a round', async () => {
      const world = await newWorld()
      await world.setUp({ days: [1, 5] })
      await world.answer(await world.post(), ada, 'b')
      await world.answer(await world.post(monday + 4 * day), ada, 'b', monday + 4 * day)
      expect((await world.answer(await world.post(monday + 7 * day), ada, 'b', monday + 7 * day))?.streak).toBe(3)
    })

    it('is broken by a day with a round and no answer', async () => {
      const world = await newWorld()
      await world.setUp()
      await world.answer(await world.post(), ada, 'b')
      await world.post(monday + day)
      const third = await world.post(monday + 2 * day)
      expect(await alive(world)).toBe(0)
      expect((await world.answer(third, ada, 'b', monday + 2 * day))?.streak).toBe(1)
      expect((await world.ledger.boards.progress(ada, place, '2026-01-07')).streak).toMatchObject({ current: 1, longest: 1, lastDay: '2026-01-07' })
    })

    it('stays alive until the open round of the day is over', async () => {
      const world = await newWorld()
      await world.setUp()
      await world.answer(await world.post(), ada, 'b')
      const second = await world.post(monday + day)
      expect(await alive(world)).toBe(1)
      await world.ledger.closing.closeDue(second.closesAt, 10)
      expect(await alive(world)).toBe(0)
    })

    it('counts only days with a round that was really posted', async () => {
      const world = await newWorld()
      await world.setUp()
      await world.answer(await world.post(), ada, 'b')
      const [claim] = await world.ledger.delivery.claimDue(monday + day, bankOf(), 1)
      await world.ledger.delivery.fail(claim?.round.id ?? '', 'The channel is archived.', monday + day)
      expect((await world.answer(await world.post(monday + 2 * day), ada, 'b', monday + 2 * day))?.streak).toBe(2)
    })

    it('keeps the longest streak', async () => {
      const world = await newWorld()
      await world.setUp({ days: daily })
      for (const date of [0, 1, 2, 4]) {
        if (date === 4) await world.post(monday + 3 * day)
        await world.answer(await world.post(monday + date * day), ada, 'b', monday + date * day)
      }
      expect((await world.ledger.boards.progress(ada, place, '2026-01-09')).streak).toMatchObject({ current: 1, longest: 3, lastDay: '2026-01-09', alive: 1 })
    })

    it('grows once on a day with two rounds', async () => {
      const world = await newWorld()
      await world.setUp()
      await world.answer(await world.post(), ada, 'b')
      const extra = await world.ledger.delivery.claimExtra(place, 'event', monday + hour, bankOf())
      if (extra === undefined) throw new Error('there is no extra round')
      const round = await open(world.ledger, extra.round, monday + hour)
      expect((await world.answer(round, ada, 'b', monday + hour))?.streak).toBe(1)
    })

    it('is not broken by a day with extra rounds alone, and may grow on it', async () => {
      const world = await newWorld()
      await world.setUp({ days: [1, 5] })
      await world.answer(await world.post(), ada, 'b')
      const streaks: (number | undefined)[] = []
      for (const [date, event, answers] of [[1, 'ignored', false], [2, 'answered', true], [3, 'ignored as well', false]] as const) {
        const at = monday + date * day
        const extra = await world.ledger.delivery.claimExtra(place, event, at, bankOf())
        if (extra === undefined) throw new Error('there is no extra round')
        const round = await open(world.ledger, extra.round, at)
        if (answers) streaks.push((await world.answer(round, ada, 'b', at + minute))?.streak)
        await world.ledger.closing.closeDue(round.closesAt, 10)
        streaks.push(await alive(world), (await world.board()).own?.streak)
      }
      expect(streaks).toEqual([1, 1, 2, 2, 2, 2, 2])
      const friday = await world.post(monday + 4 * day)
      expect((await world.answer(friday, ada, 'b', monday + 4 * day + minute))?.streak).toBe(3)
    })

    it('keeps the streak for an answer one minute before rollover', async () => {
      const world = await newWorld()
      await world.setUp({ openMinutes: 23 * 60 })
      await world.answer(await world.post(), ada, 'b')
      const second = await world.post(monday + day)
      const beforeRollover = Date.UTC(2026, 0, 7, 3, 59)
      expect((await world.answer(second, ada, 'b', beforeRollover))?.streak).toBe(2)
      expect((await world.ledger.rounds.view(second.id, group, ada.id))?.mine?.day).toBe('2026-01-06')
    })

    it.each([2, 3, 4])('goes on from the day before, also for an answer that arrives when rounds up to day %i are out', async (last) => {
      const world = await newWorld()
      await world.setUp({ days: daily, openMinutes: 7 * 24 * 60 })
      await world.answer(await world.post(), ada, 'b', monday + minute)
      const second = await world.post(monday + day)
      for (let date = 2; date <= last; date++) await world.post(monday + date * day)
      await world.answer(second, ada, 'b', monday + day + minute)
      expect((await world.ledger.boards.progress(ada, place, '2026-01-06')).streak).toMatchObject({ current: 2, lastDay: '2026-01-06' })
    })

    it('counts Friday’s question for Friday when it is answered on Sunday', async () => {
      const world = await newWorld()
      await world.setUp({ days: [5] })
      const friday = await world.post(monday + 4 * day)
      await world.answer(friday, ada, 'b', monday + 6 * day)
      expect((await world.ledger.rounds.view(friday.id, group, ada.id))?.mine?.day).toBe('2026-01-09')
    })

    it('counts at once in a round that is judged at its close', async () => {
      const world = await newWorld()
      await world.setUp({ feedback: 'at-close' })
      expect((await world.answer(await world.post(), ada, 'a'))?.streak).toBe(1)
    })

    it('is one for each channel, and the best of them on the board of the group', async () => {
      const world = await newWorld()
      await world.setUp({ days: daily })
      for (let date = 0; date < 2; date++) await world.answer(await world.post(monday + date * day), ada, 'b', monday + date * day)
      await world.setUp({ place: 'slack:T1/C2', nextDate: '2026-01-06', nextAt: monday + day + hour })
      const other = await world.post(monday + day + hour)
      expect((await world.answer(other, ada, 'b', monday + day + hour))?.streak).toBe(1)
      expect((await world.board({ place: other.place })).own?.streak).toBe(1)
      expect((await world.board({ place: other.place, scope: 'group' })).own?.streak).toBe(2)
    })
  })
}
