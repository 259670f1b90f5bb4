// Closing rounds, and the posts that still have to show the answer.
import { describe, expect, it } from 'vitest'
import { ada, bankOf, ben, cleo, day, dora, hour, minute, monday, place } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

export function closingContract(openLedger: OpenLedger): void {
  describe('a close', () => {
    const newWorld = newWorlds(openLedger)

    it('closes a round once, when its time is over', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp()
      const round = await post()
      expect(await ledger.closing.closeDue(round.closesAt - 1, 10)).toEqual([])
      const closed = { ...round, state: 'closed', closedAt: round.closesAt + 7 }
      expect(await ledger.closing.closeDue(round.closesAt + 7, 10)).toMatchObject([{ round: closed, answered: 0, right: [] }])
      expect(await ledger.closing.closeDue(round.closesAt + 8, 10)).toEqual([])
      expect(await ledger.rounds.latest(place, 10)).toEqual([closed])
    })

    it('judges at the close what waited for it', async () => {
      const { ledger, setUp, post, answer, board } = await newWorld()
      await setUp({ feedback: 'at-close' })
      const round = await post()
      await answer(round, ada, 'a')
      await answer(round, ben, 'b')
      await answer(round, ada, 'b', monday + hour)
      await answer(round, cleo, 'd')
      const [view] = await ledger.closing.closeDue(round.closesAt, 1)
      expect(view?.right.map(({ name }) => name)).toEqual(['Ben', 'Ada'])
      expect((await board()).rows.map(({ person, points, answered }) => [person.name, points, answered])).toEqual([
        ['Ben', 1, 1],
        ['Ada', 1, 1],
        ['Cleo', 0, 1],
      ])
      expect((await ledger.rounds.view(round.id, round.group, ada.id))?.mine).toMatchObject({ chosen: ['b'], at: monday + hour })
    })

    it('judges what waits for a close a few answers at a time before it, each once, the first given first', async () => {
      const { ledger, setUp, post, answer, board } = await newWorld()
      await setUp({ feedback: 'at-close' })
      const round = await post()
      const people = [ada, ben, cleo, dora]
      for (const [index, person] of people.entries()) await answer(round, person, index === 3 ? 'd' : 'b', monday + minute + index)
      expect(await ledger.closing.judgeDue(round.closesAt - 1, 10)).toBe(0)
      expect(await ledger.closing.judgeDue(round.closesAt, 3)).toBe(3)
      expect((await board()).rows.map(({ person, points }) => [person.name, points])).toEqual([['Ada', 1], ['Ben', 1], ['Cleo', 1]])
      expect(await ledger.closing.judgeDue(round.closesAt, 3)).toBe(1)
      expect(await ledger.closing.judgeDue(round.closesAt, 3)).toBe(0)
      const [view] = await ledger.closing.closeDue(round.closesAt, 1)
      expect(view).toMatchObject({ answered: 4, right: [{ name: 'Ada' }, { name: 'Ben' }, { name: 'Cleo' }] })
      expect((await board()).rows.map(({ person, points, answered }) => [person.name, points, answered])).toEqual([['Ada', 1, 1], ['Ben', 1, 1], ['Cleo', 1, 1], ['Dora', 0, 1]])
    })

    it('takes no change of an answer that was judged, though the clock is set back', async () => {
      const { ledger, setUp, post, answer, board } = await newWorld()
      await setUp({ feedback: 'at-close' })
      const round = await post()
      await answer(round, ada, 'b')
      await ledger.closing.judgeDue(round.closesAt, 10)
      expect((await answer(round, ada, 'a', monday + hour))?.verdict.kind).toBe('closed')
      expect((await answer(round, ben, 'b', monday + hour))?.verdict.kind).toBe('counted')
      await ledger.closing.closeDue(round.closesAt, 10)
      expect((await board()).rows.map(({ person, points }) => [person.name, points])).toEqual([['Ada', 1], ['Ben', 1]])
    })

    it('names a closed round until its post shows the answer', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp()
      const [first, second] = [await post(), await post(monday + day)]
      expect(await ledger.closing.toRedraw(10)).toEqual([])
      const views = [...(await ledger.closing.closeDue(first.closesAt, 10)), ...(await ledger.closing.closeDue(second.closesAt, 10))]
      expect(await ledger.closing.toRedraw(10)).toEqual(views)
      expect(await ledger.closing.toRedraw(1)).toEqual(views.slice(0, 1))
      await ledger.closing.markRedrawn(first.id, null)
      await ledger.closing.markRedrawn(second.id, 'Somebody deleted the message.')
      expect(await ledger.closing.toRedraw(10)).toEqual([])
      expect((await ledger.rounds.latest(place, 2)).map(({ reason }) => reason)).toEqual(['Somebody deleted the message.', null])
    })

    it('names one closed round of each group before a second of any', async () => {
      const { ledger, setUp } = await newWorld()
      for (const [number, group] of ['slack:T1', 'slack:T1', 'slack:T2'].entries()) {
        await setUp({ group, place: `${group}/C${number}`, nextAt: monday + number, openMinutes: 60 })
      }
      const claims = await ledger.delivery.claimDue(monday + 10, bankOf(), 10)
      for (const { round } of claims) await ledger.delivery.confirmPosted(round.id, 'message', monday + 10)
      await ledger.closing.closeDue(monday + 2 * hour, 10)
      expect((await ledger.closing.toRedraw(2)).map(({ round }) => round.group).toSorted()).toEqual(['slack:T1', 'slack:T2'])
    })

    it('names what has just closed before old questions whose posts are drawn again', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp()
      const old = []
      for (const turn of [0, 1, 2, 3]) {
        const round = await post(monday + turn * day)
        await answer(round, ada, 'b', monday + turn * day + hour)
        await ledger.closing.closeDue(round.closesAt, 9)
        await ledger.closing.markRedrawn(round.id, null)
        old.push(round.id)
      }
      await ledger.people.setHidden(ada, true)
      const fresh = await post(monday + 7 * day)
      await ledger.closing.closeDue(fresh.closesAt, 9)
      expect((await ledger.closing.toRedraw(9)).map(({ round }) => round.id)).toEqual([fresh.id, ...old])
    })

    it('closes the rounds whose time was over first, up to the limit', async () => {
      const { ledger, setUp, post } = await newWorld()
      await setUp({ openMinutes: 90 })
      await setUp({ place: 'slack:T1/C2', openMinutes: 30, nextAt: monday + 1 })
      const [long, short] = [await post(), await post(monday + 1)]
      const closed = async () => (await ledger.closing.closeDue(long.closesAt, 1)).map(({ round }) => round.id)
      expect([await closed(), await closed(), await closed()]).toEqual([[short.id], [long.id], []])
    })

    it('judges the answers to a post that could not be confirmed when it is given up', async () => {
      const { ledger, setUp, answer, board } = await newWorld()
      await setUp({ feedback: 'at-close' })
      const [claim] = await ledger.delivery.claimDue(monday, bankOf(), 1)
      if (claim === undefined) throw new Error('nothing was claimed')
      await ledger.delivery.markSending(claim.round.id, monday, null)
      await answer(claim.round, ada, 'b')
      expect((await board()).own).toBeNull()
      await ledger.delivery.fail(claim.round.id, 'Nobody could find it.', monday + hour)
      expect((await board()).own).toMatchObject({ points: 1, answered: 1 })
    })
  })
}
