// The rounds that managers are to be told of.
import { describe, expect, it } from 'vitest'
import { bankOf, day, hour, minute, monday, place } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const bank = bankOf()

export function newsContract(openLedger: OpenLedger): void {
  describe('the news', () => {
    const newWorld = newWorlds(openLedger)

    it('names a round that was not held until a manager was told, and of a series the first', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp({ days: [1, 2, 3, 4, 5, 6, 7] })
      const at = monday + 3 * day + hour
      const [missed, claimed] = await ledger.delivery.claimDue(at, bank, 10)
      const [one, other] = [missed?.round.id ?? '', claimed?.round.id ?? '']
      const named = async (now: number) => (await ledger.news.toTell(now, 10)).map(({ round }) => [round.id, round.state, round.reason])
      expect(await named(at)).toEqual([[one, 'missed', missed?.round.reason]])
      await ledger.delivery.fail(other, 'The channel is archived.', at)
      await ledger.delivery.fail(other, 'Too late.', at + minute)
      expect(await named(at)).toEqual([[one, 'missed', missed?.round.reason], [other, 'failed', 'The channel is archived.']])
      expect(await ledger.news.toTell(at, 1)).toHaveLength(1)
      await ledger.news.markTold([one], null)
      await ledger.news.markTold([other], at + hour)
      expect(await named(at + hour - 1)).toEqual([])
      expect(await named(at + hour)).toEqual([[other, 'failed', 'The channel is archived.']])
      await ledger.news.markTold([one, other], null)
      expect(await named(at + day)).toEqual([])
      expect((await ledger.rounds.latest(place, 1))[0]).toMatchObject({ state: 'failed', reason: 'The channel is archived.' })
    })

    it('names no round that is skipped, or that fails for the same reason as the one before', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp({ skipDate: '2026-01-05' })
      await ledger.delivery.claimDue(monday, bank, 10)
      expect(await ledger.news.toTell(monday, 10)).toEqual([])
      for (const at of [monday + day, monday + 2 * day]) {
        const [claim] = await ledger.delivery.claimDue(at, bank, 10)
        await ledger.delivery.fail(claim?.round.id ?? '', 'The channel is archived.', at)
      }
      expect((await ledger.news.toTell(monday + 9 * day, 10)).map(({ round }) => round.occasion)).toEqual(['2026-01-06'])
      const round = await post(monday + 3 * day)
      await ledger.news.markTold([round.id], monday)
      expect(await ledger.news.toTell(monday + 9 * day, 10)).toHaveLength(1)
    })
  })
}
