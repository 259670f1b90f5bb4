// What learners ticked themselves in the checklist.
import { describe, expect, it } from 'vitest'
import { day, monday, someone } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

export function ticksContract(openLedger: OpenLedger): void {
  describe('a tick', () => {
    const newWorld = newWorlds(openLedger)

    it('stays until it is taken back, and keeps its first moment', async () => {
      const { ledger } = await newWorld()
      expect(await ledger.ticks.of('x')).toEqual(new Map())
      await ledger.ticks.set('x', 'one', true, monday)
      await ledger.ticks.set('x', 'one', true, monday + day)
      await ledger.ticks.set('x', 'two', true, monday)
      expect(await ledger.ticks.of('x')).toEqual(new Map([['one', monday], ['two', monday]]))
      await ledger.ticks.set('x', 'one', false, monday)
      await ledger.ticks.set('x', 'one', false, monday)
      expect(await ledger.ticks.of('x')).toEqual(new Map([['two', monday]]))
    })

    it('is nobody else’s', async () => {
      const { ledger } = await newWorld()
      await ledger.ticks.set('x', 'one', true, monday)
      expect(await ledger.ticks.of('y')).toEqual(new Map())
      await ledger.ticks.set('y', 'one', false, monday)
      expect((await ledger.ticks.of('x')).size).toBe(1)
    })

    it('goes along when a platform says that two accounts are one', async () => {
      const world = await newWorld()
      await world.setUp()
      const round = await world.post()
      const [one, account] = [someone('Ada', round.group), 'slack:u:7']
      // Known before the bot knew of accounts.
      await world.answer(round, one, 'b')
      await world.ledger.ticks.set(one.id, 'one', true, monday)
      await world.ledger.ticks.set(one.id, 'two', true, monday)
      await world.ledger.ticks.set(account, 'two', true, monday + day)
      await world.ledger.people.noteSeen({ ...one, account })
      expect([...(await world.ledger.ticks.of(account)).keys()].toSorted()).toEqual(['one', 'two'])
    })
  })
}
