// Answers: what counts, what stands, and who is kept out.
import { describe, expect, it } from 'vitest'
import { modelContract } from './answers-model.ts'
import { streaksContract } from './answers-streaks.ts'
import { ada, bankOf, ben, day, group, hour, minute, monday, someone } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const stranger = someone('Ada', 'slack:T2')

export function answersContract(openLedger: OpenLedger): void {
  describe('an answer', () => {
    const newWorld = newWorlds(openLedger)

    it('counts the first answer and explains it at once', async () => {
      const { setUp, post, answer } = await newWorld()
      await setUp()
      const round = await post()
      expect(await answer(round, ada, 'b')).toEqual({ round, first: true, verdict: { kind: 'counted', right: true, changed: false }, chosen: ['b'], streak: 1 })
      expect(await answer(round, ben, 'a')).toMatchObject({ verdict: { kind: 'counted', right: false }, chosen: ['a'], streak: 1 })
    })

    it('counts a repeated press once', async () => {
      const { setUp, post, answer, board } = await newWorld()
      await setUp()
      const round = await post()
      const presses = await Promise.all([answer(round, ada, 'b'), answer(round, ada, 'b'), answer(round, ada, 'b')])
      expect(presses.map((press) => press?.verdict.kind).toSorted()).toEqual(['counted', 'stands', 'stands'])
      expect((await board()).own).toMatchObject({ points: 1, answered: 1, right: 1 })
    })

    it('lets the first answer stand', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp()
      const round = await post()
      await answer(round, ada, 'a')
      const second = await answer(round, ada, 'b', monday + hour)
      expect(second).toMatchObject({ verdict: { kind: 'stands', earlier: ['a'], right: false }, chosen: ['a'], streak: 1 })
      const view = await ledger.rounds.view(round.id, group, ada.id)
      expect(view?.mine).toEqual({ person: ada.id, chosen: ['a'], at: monday + minute, day: '2026-01-05' })
    })

    it('keeps people of another workspace out', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp()
      await setUp({ group: 'slack:T2', place: 'slack:T2/C1', nextAt: monday + 30 * day })
      const round = await post()
      expect(await answer(round, stranger, 'b')).toBeUndefined()
      expect(await ledger.rounds.view(round.id, 'slack:T2', stranger.id)).toBeUndefined()
      expect(await ledger.rounds.view(round.id, group, null)).toMatchObject({ answered: 0 })
      expect(await ledger.people.placesOf(stranger.id)).toEqual([])
    })

    it('knows no round of an invented id', async () => {
      const { ledger } = await newWorld()
      expect(await ledger.answers.take('0123456789abcdef', ada, ['a'], monday)).toBeUndefined()
      expect(await ledger.rounds.view('0123456789abcdef', group, ada.id)).toBeUndefined()
    })

    it('takes an answer while the post is still being confirmed, and none before', async () => {
      const { ledger, setUp, answer } = await newWorld()
      await setUp()
      const [claim] = await ledger.delivery.claimDue(monday, bankOf(), 1)
      if (claim === undefined) throw new Error('nothing was claimed')
      expect(await answer(claim.round, ada, 'b')).toMatchObject({ verdict: { kind: 'not-open' }, chosen: null, streak: 0 })
      await ledger.delivery.markSending(claim.round.id, monday, null)
      expect(await answer(claim.round, ada, 'b')).toMatchObject({ verdict: { kind: 'counted' }, streak: 1 })
    })

    it('takes no answer after the close', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp()
      const round = await post()
      await answer(round, ada, 'a')
      expect(await answer(round, ben, 'b', round.closesAt)).toMatchObject({ verdict: { kind: 'closed' }, chosen: null, streak: 0 })
      await ledger.closing.closeDue(round.closesAt, 1)
      expect(await answer(round, ada, 'b', monday)).toMatchObject({ verdict: { kind: 'closed' }, chosen: ['a'], streak: 1 })
    })

    it.each([['e'], ['ab'], ['']])('refuses the choice "%s" where one of four options is asked for', async (chosen) => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp()
      const round = await post()
      expect(await answer(round, ada, chosen)).toMatchObject({ verdict: { kind: 'bad-choice', pick: 1 }, chosen: null })
      expect(await ledger.rounds.view(round.id, group, ada.id)).toMatchObject({ answered: 0, mine: null })
    })

    it('gives two of two options their point in any order, and half of them none', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp()
      const round = await post(monday, bankOf(1, ['a', 'c']))
      expect((await answer(round, ada, 'ca'))?.verdict).toMatchObject({ right: true })
      expect((await answer(round, ben, 'ab'))?.verdict).toMatchObject({ right: false })
      const view = await ledger.rounds.view(round.id, group, null)
      expect(view?.answered).toBe(2)
      expect(view?.votes).toEqual(new Map([['a', 2], ['b', 1], ['c', 1]]))
    })

    it('lets an answer be changed until the close and says nothing before', async () => {
      const { ledger, setUp, post, answer, board } = await newWorld()
      await setUp({ feedback: 'at-close' })
      const round = await post()
      expect((await answer(round, ada, 'a'))?.verdict).toEqual({ kind: 'counted', right: null, changed: false })
      expect(await answer(round, ada, 'b', monday + hour)).toMatchObject({ verdict: { kind: 'counted', right: null, changed: true }, chosen: ['b'] })
      expect((await answer(round, ada, 'b', monday + 2 * hour))?.verdict).toMatchObject({ changed: false })
      await answer(round, ben, 'a')
      const before = await ledger.rounds.view(round.id, group, ada.id)
      expect(before).toMatchObject({ answered: 2, right: [], mine: { chosen: ['b'], at: monday + hour } })
      expect(before?.votes).toEqual(new Map([['a', 1], ['b', 1]]))
      expect(await board()).toMatchObject({ rows: [], own: null, people: 0 })
    })

    it('keeps the study day of the first choice when it is changed a day later', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp({ feedback: 'at-close', openMinutes: 3 * 24 * 60 })
      const round = await post()
      await post(monday + day)
      await answer(round, ada, 'a', monday + hour)
      await answer(round, ada, 'b', monday + day + hour)
      expect((await ledger.rounds.view(round.id, group, ada.id))?.mine?.day).toBe('2026-01-05')
    })
  })
  streaksContract(openLedger)
  modelContract(openLedger)
}
