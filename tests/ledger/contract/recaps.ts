// How the close of a round is told: on top of the next question, or by a reply that is claimed once.
import { describe, expect, it } from 'vitest'
import type { Round } from '../../../src/core/round.ts'
import { ada, ben, bankOf, cleo, day, dora, minute, monday, open, place, someone, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

export function recapsContract(openLedger: OpenLedger): void {
  describe('a recap', () => {
    const newWorld = newWorlds(openLedger)

    /** Closes the round and posts the one of `at`. */
    async function next({ ledger, post }: World, round: Round, at: number): Promise<Round> {
      await ledger.closing.closeDue(round.closesAt, 10)
      return post(at)
    }

    it('tells of the question that closed, who leads the week, and whose streak is the longest', async () => {
      const world = await newWorld()
      await world.setUp()
      const first = await world.post()
      for (const [person, option] of [[ada, 'b'], [ben, 'a'], [cleo, 'b']] as const) await world.answer(first, person, option)
      const second = await next(world, first, monday + day)
      expect(await world.ledger.recaps.fixExtras(second.id)).toMatchObject({
        recap: {
          round: { id: first.id, state: 'closed' }, ago: 'yesterday', answered: 3, right: 2,
          leaders: { names: ['Ada', 'Cleo'], count: 2, points: 1, over: false }, streak: null,
        },
        mention: null,
      })
      for (const person of [ada, ben]) await world.answer(second, person, 'b', monday + day + minute)
      const third = await next(world, second, monday + 2 * day)
      expect((await world.ledger.recaps.fixExtras(third.id)).recap).toMatchObject({
        round: { id: second.id }, leaders: { names: ['Ada'], count: 1, points: 2 }, streak: { names: ['Ada', 'Ben'], count: 2, days: 2 },
      })
    })

    it('is the same ever after, but for people who hide', async () => {
      const world = await newWorld()
      await world.setUp()
      const first = await world.post()
      for (const person of [ada, ben, cleo, dora]) await world.answer(first, person, 'b')
      const second = await next(world, first, monday + day)
      expect((await world.ledger.recaps.extrasOf(second.id)).recap).toBeNull()
      const fixed = await world.ledger.recaps.fixExtras(second.id)
      expect(fixed.recap?.leaders).toEqual({ names: ['Ada', 'Ben'], count: 4, points: 1, over: false })
      await world.answer(second, dora, 'b', monday + day + minute)
      await world.setUp({ recap: 'off', mention: 'slack:T1/S1' })
      expect(await world.ledger.recaps.extrasOf(second.id)).toEqual(fixed)
      expect(await world.ledger.recaps.fixExtras(second.id)).toEqual(fixed)
      await world.ledger.people.setHidden(ada, true)
      expect((await world.ledger.recaps.extrasOf(second.id)).recap?.leaders).toEqual({ names: ['Ben'], count: 3, points: 1, over: false })
    })

    it('never names somebody who is hidden, and has nobody to name where all are', async () => {
      const world = await newWorld()
      await world.setUp()
      const first = await world.post()
      await world.ledger.people.setHidden(ada, true)
      await world.answer(first, ada, 'b')
      const second = await next(world, first, monday + day)
      expect((await world.ledger.recaps.fixExtras(second.id)).recap).toMatchObject({ answered: 1, right: null, leaders: null, streak: null })
    })

    it('is told once: not again by the question after the next, and not by an extra one', async () => {
      const world = await newWorld()
      await world.setUp({ openMinutes: 3 * 24 * 60 })
      const first = await world.post()
      const second = await world.post(monday + day)
      expect((await world.ledger.recaps.fixExtras(second.id)).recap).toBeNull()
      await world.ledger.closing.closeDue(first.closesAt, 10)
      const extra = await world.ledger.delivery.claimExtra(place, 'now', monday + 3 * day - minute, bankOf())
      expect(await world.ledger.recaps.fixExtras(extra?.round.id ?? '')).toEqual({ recap: null, mention: null })
      await open(world.ledger, await due(world, monday + 2 * day), monday + 2 * day)
      const fourth = await open(world.ledger, await due(world, monday + 3 * day), monday + 3 * day)
      expect((await world.ledger.recaps.fixExtras(fourth.id)).recap?.round.id).toBe(first.id)
      const fifth = await open(world.ledger, await due(world, monday + 4 * day), monday + 4 * day)
      expect((await world.ledger.recaps.fixExtras(fifth.id)).recap).toBeNull()
    })

    /** The one daily round that is due. */
    async function due({ ledger }: World, at: number): Promise<Round> {
      const [claim] = await ledger.delivery.claimDue(at, bankOf(), 10)
      if (claim === undefined) throw new Error('no round is due')
      return claim.round
    }

    it('says whom the post is for, and has no recap where it is off', async () => {
      const world = await newWorld()
      await world.setUp({ recap: 'off', mention: 'slack:T1/S1' })
      const first = await world.post()
      await world.answer(first, ada, 'b')
      const second = await next(world, first, monday + day)
      expect(await world.ledger.recaps.fixExtras(second.id)).toEqual({ recap: null, mention: 'slack:T1/S1' })
    })

    it('knows that a week is over, and how long ago the question was', async () => {
      const world = await newWorld()
      await world.setUp({ days: [5, 1] })
      const friday = await world.post(monday)
      await world.answer(friday, ada, 'b')
      const other = await next(world, friday, monday + 4 * day)
      await world.answer(other, ada, 'b', monday + 4 * day + minute)
      const after = await next(world, other, monday + 7 * day)
      expect((await world.ledger.recaps.fixExtras(after.id)).recap).toMatchObject({ ago: 'this-week', leaders: { names: ['Ada'], points: 2, over: true } })
    })
  })

  describe('a reply that tells a close', () => {
    const newWorld = newWorlds(openLedger)

    it('is claimed once, and again only after it was released', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp({ recap: 'thread' })
      const round = await post()
      await answer(round, someone('Eve'), 'b')
      expect(await ledger.recaps.claimReply(round.id, monday)).toBeUndefined()
      await ledger.closing.closeDue(round.closesAt, 10)
      expect(await ledger.recaps.claimReply(round.id, round.closesAt)).toMatchObject({ answered: 1, right: 1, leaders: { names: ['Eve'] } })
      expect(await ledger.recaps.claimReply(round.id, round.closesAt)).toBeUndefined()
      await ledger.recaps.releaseReply(round.id)
      expect(await ledger.recaps.claimReply(round.id, round.closesAt)).toBeDefined()
    })

    it('is not claimed where the quiz wants none, and not a day after the close', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp()
      const round = await post()
      await ledger.closing.closeDue(round.closesAt, 10)
      expect(await ledger.recaps.claimReply(round.id, round.closesAt)).toBeUndefined()
      await setUp({ recap: 'thread' })
      expect(await ledger.recaps.claimReply(round.id, round.closesAt + 2 * day)).toBeUndefined()
      expect(await ledger.recaps.claimReply('0123456789abcdef', round.closesAt)).toBeUndefined()
    })
  })
}
