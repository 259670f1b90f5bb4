// The rounds that managers are to be told of.
import { describe, expect, it } from 'vitest'
import { bankOf, day, hour, minute, monday, open, place, wordedBank } from '../world.ts'
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

    it('names no round that is skipped, or that fails for the same reason as one before of which somebody has heard', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp({ skipDate: '2026-01-05' })
      await ledger.delivery.claimDue(monday, bank, 10)
      expect(await ledger.news.toTell(monday, 10)).toEqual([])
      for (const at of [monday + day, monday + 2 * day]) {
        const [claim] = await ledger.delivery.claimDue(at, bank, 10)
        await ledger.delivery.fail(claim?.round.id ?? '', 'The channel is archived.', at)
        if (at === monday + day) await ledger.news.markTold([claim?.round.id ?? ''], null)
      }
      expect(await ledger.news.toTell(monday + 9 * day, 10)).toEqual([])
    })

    it('names all rounds of a channel that nobody has heard of, once one of them is to be told', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp({ days: [1, 2, 3, 4, 5, 6, 7] })
      for (const at of [monday, monday + day]) {
        const [claim] = await ledger.delivery.claimDue(at, bank, 10)
        await ledger.delivery.fail(claim?.round.id ?? '', 'The channel is archived.', at)
        await ledger.news.markTold([claim?.round.id ?? ''], at + 2 * day)
      }
      expect(await ledger.news.toTell(monday + 2 * day - 1, 10)).toEqual([])
      expect((await ledger.news.toTell(monday + 9 * day, 10)).map(({ round }) => round.occasion)).toEqual(['2026-01-05', '2026-01-06'])
      expect(await ledger.news.toTell(monday + 2 * day, 10)).toHaveLength(2)
      const round = await post(monday + 2 * day)
      await ledger.news.markTold([round.id], monday)
      expect(await ledger.news.toTell(monday + 9 * day, 10)).toHaveLength(2)
    })

    it('names a posted round whose question has changed in the course, once', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp()
      const { id } = await post(monday, wordedBank())
      const named = async (now: number) => (await ledger.news.changed(now, 10)).map(({ round, quiz }) => [round.id, quiz.place])
      await ledger.news.noteChanges(wordedBank(), monday)
      expect(await named(monday)).toEqual([])
      await ledger.news.noteChanges(wordedBank(' Anew?'), monday + hour)
      await ledger.news.noteChanges(wordedBank(' Again?'), monday + 2 * hour)
      expect(await named(monday + hour - 1)).toEqual([])
      expect(await named(monday + hour)).toEqual([[id, place]])
      await ledger.news.markChangeTold([id], monday + 3 * hour)
      expect(await named(monday + 3 * hour - 1)).toEqual([])
      expect(await named(monday + 3 * hour)).toEqual([[id, place]])
      await ledger.news.markChangeTold([id], null)
      await ledger.news.noteChanges(wordedBank(' Once more?'), monday + 4 * hour)
      expect(await named(monday + day)).toEqual([])
      expect(await ledger.news.toTell(monday + day, 10)).toEqual([])
    })

    it('names no round any more whose question is as it was again, also after its close', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp()
      const { closesAt } = await post(monday, wordedBank())
      await ledger.news.noteChanges({ contents: new Map() }, monday)
      await ledger.closing.closeDue(closesAt, 10)
      expect(await ledger.news.changed(closesAt, 10)).toHaveLength(1)
      await ledger.news.noteChanges(wordedBank(), closesAt)
      expect(await ledger.news.changed(closesAt, 10)).toEqual([])
    })

    it('names no round whose question changed after its close, none that kept no words, and none before it is posted', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp()
      const first = await post(monday, wordedBank())
      await ledger.closing.closeDue(first.closesAt, 10)
      const second = await post(monday + day)
      await ledger.closing.closeDue(second.closesAt, 10)
      const at = monday + 2 * day
      const [claim] = await ledger.delivery.claimDue(at, wordedBank(), 10)
      await ledger.news.noteChanges(wordedBank('', 5, ['c']), at)
      expect(await ledger.news.changed(at, 10)).toEqual([])
      if (claim !== undefined) await open(ledger, claim.round, at)
      expect((await ledger.news.changed(at, 10)).map(({ round }) => round.id)).toEqual([claim?.round.id])
    })

    it('of changed questions are those that wait longest first, and no more than asked for', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp({ openMinutes: 5 * 24 * 60 })
      const first = await post(monday, wordedBank())
      await ledger.news.noteChanges(wordedBank('!'), monday)
      const second = await post(monday + day, wordedBank())
      await ledger.news.noteChanges(wordedBank('!'), monday + day)
      expect((await ledger.news.changed(monday + day, 10)).map(({ round }) => round.id)).toEqual([first.id, second.id])
      expect((await ledger.news.changed(monday + day, 1)).map(({ round }) => round.id)).toEqual([first.id])
    })

    it('keeps for a group all that nobody has heard, whenever it is told again, and nothing of another group', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp({ topics: ['nothing'] })
      await setUp({ place: `${place}2`, nextAt: monday + minute, topics: ['nothing'] })
      await setUp({ group: 'slack:T2', place: 'slack:T2/C1', topics: ['nothing'] })
      const failed = (await ledger.delivery.claimDue(monday + minute, bank, 9)).map(({ round }) => round.id)
      const unheard = async (where = 'slack:T1') => {
        const { rounds, stopped } = await ledger.news.unheard(where)
        return [rounds.map(({ round }) => round.place), stopped.map((quiz) => quiz.place)]
      }
      expect(await unheard()).toEqual([[place, `${place}2`], []])
      await ledger.news.markTold(failed, monday + day)
      expect(await unheard()).toEqual([[place, `${place}2`], []])
      await ledger.quizzes.change(place, 'lost', monday, (quiz) => (quiz === undefined ? { refusal: 'none' } : { quiz: { ...quiz, paused: true, retired: 'unreachable' } }))
      expect(await unheard()).toEqual([[place, `${place}2`], [place]])
      expect(await unheard('slack:T2')).toEqual([['slack:T2/C1'], []])
      await ledger.news.markRetiredTold([place], monday + day)
      expect((await unheard())[1]).toEqual([place])
      await ledger.news.markRetiredTold([place], null)
      await ledger.news.markTold(failed, null)
      expect([await unheard(), await unheard('slack:T2')]).toEqual([[[], []], [[], []]])
    })

    it('has no news of a quiz that a manager set up again, though nobody heard that it was stopped', async () => {
      const { ledger, setUp } = await newWorld()
      const quiz = await setUp()
      await ledger.quizzes.change(place, 'lost', monday, () => ({ quiz: { ...quiz, paused: true, retired: 'archived' } }))
      expect((await ledger.news.retired(monday, 9)).map((each) => each.place)).toEqual([place])
      await setUp()
      expect(await ledger.news.retired(monday + day, 9)).toEqual([])
    })
  })
}
