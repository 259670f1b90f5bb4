// Rounds on their way to a post: how long they wait, what a post that is found asks, and dates of a clock that ran ahead.
import { describe, expect, it } from 'vitest'
import { ada, bankOf, day, group, hour, minute, monday, place, wordsOf } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const bank = bankOf()

export function foundPostsContract(openLedger: OpenLedger): void {
  describe('a round that is not posted yet', () => {
    const newWorld = newWorlds(openLedger)

    it('waits since it was due, whenever it is tried again, and no longer once it is posted or given up', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp()
      await setUp({ place: `${place}2`, nextAt: monday + hour })
      expect(await ledger.delivery.waiting()).toBeNull()
      const [first] = await ledger.delivery.claimDue(monday, bank, 9)
      const [second] = await ledger.delivery.claimDue(monday + hour, bank, 9)
      await ledger.delivery.defer(first?.round.id ?? '', monday + 2 * hour, 'Slack is away.')
      expect(await ledger.delivery.waiting()).toEqual({ since: monday, why: 'Slack is away.' })
      await ledger.delivery.fail(first?.round.id ?? '', 'Too late.', monday + 2 * hour)
      expect(await ledger.delivery.waiting()).toEqual({ since: monday + hour, why: null })
      await ledger.delivery.markSending(second?.round.id ?? '', monday + hour, null)
      expect(await ledger.delivery.waiting()).toEqual({ since: monday + hour, why: null })
      await ledger.delivery.skip(second?.round.id ?? '', 'Nobody wants it.', null)
      expect(await ledger.delivery.waiting()).toBeNull()
      await post(monday + day).catch(() => undefined)
    })

    it('is taken by one of two that send it, and again by who knows since when it is sent', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp()
      const [claim] = await ledger.delivery.claimDue(monday, bank, 1)
      const send = (at: number, before: number | null) => ledger.delivery.markSending(claim?.round.id ?? '', at, before)
      expect([await send(monday, null), await send(monday + 1, null)]).toEqual([true, false])
      expect([await send(monday + minute, monday + 1), await send(monday + minute, monday), await send(monday + minute, monday)]).toEqual([false, true, false])
      expect(await ledger.delivery.markSending('0123456789abcdef', monday, null)).toBe(false)
    })

    it('asks what its post asks, where that was found and is not what was drawn', async () => {
      const { ledger, setUp, answer } = await newWorld()
      await setUp()
      const [claim] = await ledger.delivery.claimDue(monday, bank, 1)
      if (claim === undefined) throw new Error('nothing is due')
      const { id } = claim.round
      await ledger.delivery.markSending(id, monday, null)
      expect((await ledger.rounds.find(id))?.question).toBe(claim.round.question)
      const asked = { question: 'another', order: ['c', 'a', 'b'], key: ['a'], words: wordsOf('Another?') }
      await Promise.all([ledger.delivery.confirmPosted(id, 'message', monday, asked), ledger.upkeep.noteBeat(monday)])
      expect(await ledger.rounds.find(id)).toMatchObject({ ...asked, state: 'open', message: 'message' })
      expect((await answer(claim.round, ada, 'a'))?.verdict).toMatchObject({ kind: 'counted', right: true })
    })

    it('asks it also without words', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp()
      const [claim] = await ledger.delivery.claimDue(monday, bank, 1)
      const id = claim?.round.id ?? ''
      const asked = { question: 'another', order: ['a', 'b'], key: ['a'], words: null }
      await Promise.all([ledger.delivery.confirmPosted(id, 'message', monday, asked), ledger.upkeep.noteBeat(monday)])
      expect(await ledger.rounds.view(id, group, null)).toMatchObject({ round: asked })
    })

    it('asks something else no more once it is posted', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp()
      const round = await post()
      const asked = { question: 'another', order: ['a', 'b'], key: ['a'], words: null }
      await Promise.all([ledger.delivery.confirmPosted(round.id, 'another message', monday + hour, asked), ledger.upkeep.noteBeat(monday)])
      expect(await ledger.rounds.find(round.id)).toEqual(round)
    })
  })

  describe('a date that was missed under a clock that ran ahead', () => {
    const newWorld = newWorlds(openLedger)

    it('is taken back, and its question is posted when it is due', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp({ days: [1, 2, 3, 4, 5, 6, 7] })
      // A clock that is days ahead for a moment: three dates are missed, and the last one is posted.
      const ahead = await ledger.delivery.claimDue(monday + 3 * day + hour, bank, 9)
      expect(ahead.map(({ round }) => [round.occasion, round.state])).toEqual([['2026-01-05', 'missed'], ['2026-01-08', 'claimed']])
      const back = await ledger.delivery.claimDue(monday, bank, 9)
      expect(back.map(({ round }) => [round.occasion, round.state])).toEqual([['2026-01-05', 'claimed']])
      expect((await ledger.rounds.find(back[0]?.round.id ?? ''))?.state).toBe('claimed')
      expect((await ledger.quizzes.at(place))?.nextDate).toBe('2026-01-06')
      expect((await ledger.rounds.latest(place, 9)).map(({ occasion, state }) => [occasion, state])).toEqual([['2026-01-08', 'claimed'], ['2026-01-05', 'claimed']])
    })

    it('stays missed once it was due, whatever the clock says', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp({ days: [1, 2, 3, 4, 5, 6, 7] })
      await ledger.delivery.claimDue(monday + 3 * day + hour, bank, 9)
      expect(await ledger.delivery.claimDue(monday + 2 * day, bank, 9)).toEqual([])
      expect((await ledger.rounds.latest(place, 9)).map(({ state }) => state)).toEqual(['claimed', 'missed'])
    })

    it('of a quiz that was removed meanwhile is taken back as well, and nothing is posted', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp({ days: [1, 2, 3, 4, 5, 6, 7] })
      await ledger.delivery.claimDue(monday + 3 * day + hour, bank, 9)
      await ledger.quizzes.remove(place, () => undefined)
      expect(await ledger.delivery.claimDue(monday, bank, 9)).toEqual([])
      expect((await ledger.rounds.latest(place, 9)).map(({ state }) => state)).toEqual(['failed'])
    })
  })
}
