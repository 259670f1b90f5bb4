// What keeps the ledger in order while the bot runs.
import { describe, expect, it } from 'vitest'
import { bankOf, day, minute, monday, place, quizOf } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

export function upkeepContract(openLedger: OpenLedger): void {
  describe('upkeep', () => {
    const newWorld = newWorlds(openLedger)

    it('forgets old events and keeps young ones', async () => {
      const { ledger } = await newWorld()
      await ledger.quizzes.change(place, 'old', monday, () => ({ quiz: quizOf() }))
      await ledger.quizzes.change(place, 'young', monday + 1, () => ({ quiz: quizOf() }))
      expect(await ledger.upkeep.forgetEvents(monday + 1)).toBe(1)
      expect(await ledger.quizzes.change(place, 'young', monday, () => ({ quiz: quizOf() }))).toMatchObject({ kind: 'repeated' })
      expect(await ledger.quizzes.change(place, 'old', monday, () => ({ quiz: quizOf() }))).toMatchObject({ kind: 'saved' })
    })

    it('takes a beat each minute, also under a clock that was set back', async () => {
      const { ledger } = await newWorld()
      expect(await ledger.upkeep.lastBeat()).toBeNull()
      for (const at of [monday, monday + minute, monday - day]) {
        await ledger.upkeep.noteBeat(at)
        expect(await ledger.upkeep.lastBeat()).toBe(at)
      }
    })

    it('says since when the oldest question has been due that is not out, and how many channels there are', async () => {
      const { ledger, setUp } = await newWorld()
      expect(await ledger.upkeep.overview(monday)).toEqual({ oldestDue: null, quizzes: { active: 0, paused: 0, stopped: 0 } })
      await setUp()
      await setUp({ place: 'slack:T1/C2', paused: true })
      await setUp({ place: 'slack:T1/C3', paused: true, retired: 'deleted' })
      const due = (await ledger.quizzes.at(place))?.nextAt ?? 0
      expect(await ledger.upkeep.overview(due - 1)).toEqual({ oldestDue: null, quizzes: { active: 1, paused: 1, stopped: 1 } })
      expect((await ledger.upkeep.overview(due)).oldestDue).toBe(due)
      const [claim] = await ledger.delivery.claimDue(due, bankOf(), 9)
      expect((await ledger.upkeep.overview(due + minute)).oldestDue).toBe(due)
      await ledger.delivery.confirmPosted(claim?.round.id ?? '', 'message 1', due + minute)
      await ledger.upkeep.noteBeat(due + minute)
      expect((await ledger.upkeep.overview(due + minute)).oldestDue).toBeNull()
    })

    it('forgets old requests for a round as well, and keeps the round', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp()
      await ledger.upkeep.forgetEvents(monday)
      const claim = await ledger.delivery.claimExtra(place, 'event', monday, bankOf())
      expect([await ledger.upkeep.forgetEvents(monday), await ledger.upkeep.forgetEvents(monday + 1)]).toEqual([0, 1])
      expect(await ledger.rounds.latest(place, 10)).toEqual([claim?.round])
    })
  })
}
