// How many answers posts say there are, and which of them say it wrong.
import { describe, expect, it } from 'vitest'
import { ada, ben, cleo, monday, place } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

export function countsContract(openLedger: OpenLedger): void {
  describe('the number of answers that a post says', () => {
    const newWorld = newWorlds(openLedger)

    it('is wrong from the first answer until it is saved, and again from the next', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp()
      const round = await post()
      const stale = async () => (await ledger.counts.stale()).map(({ id }) => id)
      expect(await stale()).toEqual([])
      for (const person of [ada, ben]) await answer(round, person, 'b')
      expect(await ledger.counts.stale()).toEqual([round])
      await saveShown(1)
      expect(await stale()).toEqual([round.id])
      await saveShown(2)
      expect(await stale()).toEqual([])
      await answer(round, ben, 'b')
      expect(await stale()).toEqual([])
      await answer(round, cleo, 'c')
      expect(await stale()).toEqual([round.id])

      // The beat is a write that is not put off, so the other is committed with it.
      async function saveShown(answered: number): Promise<void> {
        await Promise.all([ledger.counts.saveShown(round.id, answered), ledger.upkeep.noteBeat(monday)])
      }
    })

    it('is that of one post and no other, and of no round that is closed', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp()
      const first = await post()
      await setUp({ place: `${place}2` })
      const other = await post()
      for (const round of [first, other]) await answer(round, ada, 'b')
      await Promise.all([ledger.counts.saveShown(other.id, 1), ledger.counts.saveShown('0123456789abcdef', 5), ledger.upkeep.noteBeat(monday)])
      expect((await ledger.counts.stale()).map(({ id }) => id)).toEqual([first.id])
      await ledger.closing.closeDue(first.closesAt, 10)
      expect(await ledger.counts.stale()).toEqual([])
    })
  })
}
