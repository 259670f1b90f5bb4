// Answers that were pressed in time and arrive after the close: they count, and everything that was told of the round follows.
import { describe, expect, it } from 'vitest'
import { ada, ben, cleo, group, monday, short, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

export function lateAnswersContract(openLedger: OpenLedger): void {
  describe('an answer that arrives after the close', () => {
    const newWorld = newWorlds(openLedger)

    /** Ada was wrong and Ben was right, the round is closed, and its post shows that. */
    async function closed(feedback: 'instant' | 'at-close') {
      const world = await newWorld()
      await world.setUp({ feedback, recap: 'thread' })
      const round = await world.post()
      await world.answer(round, ada, 'a')
      await world.answer(round, ben, 'b', monday + 2)
      const [view] = await world.ledger.closing.closeDue(round.closesAt, 9)
      await redrawn(world, round.id)
      return { ...world, round, view, late: (person: typeof ada, chosen: string) => world.ledger.answers.take(round.id, person, [chosen], round.closesAt - 1, round.closesAt + 1) }
    }

    /** The beat is a write that is not put off, so the other is committed with it. */
    async function redrawn({ ledger }: World, round: string, drawn?: Parameters<typeof ledger.closing.markRedrawn>[2]): Promise<void> {
      await Promise.all([ledger.closing.markRedrawn(round, null, drawn), ledger.upkeep.noteBeat(monday)])
    }

    const toRedraw = async ({ ledger }: World) => (await ledger.closing.toRedraw(9)).map(({ round }) => round.id)

    it('counts as a first one, on the board, in the numbers and in the post', async () => {
      const world = await closed('instant')
      const { ledger, round, late } = world
      expect(await toRedraw(world)).toEqual([])
      expect(await late(cleo, 'b')).toMatchObject({ first: true, verdict: { kind: 'counted', right: true } })
      expect(short(await world.board())).toEqual([[1, 'Ben', 1], [1, 'Cleo', 1], [3, 'Ada', 0]])
      expect(await toRedraw(world)).toEqual([round.id])
      expect(await ledger.recaps.claimReply(round.id, round.closesAt)).toMatchObject({ answered: 3, right: 2 })
    })

    it('as a change takes the place of the earlier one: a point more', async () => {
      const world = await closed('at-close')
      const { ledger, round, late } = world
      expect(await late(ada, 'b')).toMatchObject({ first: false, verdict: { kind: 'counted', changed: true }, chosen: ['b'] })
      expect(short(await world.board())).toEqual([[1, 'Ben', 1], [1, 'Ada', 1]])
      expect((await world.board()).rows.map(({ answered, right }) => [answered, right])).toEqual([[1, 1], [1, 1]])
      expect(await ledger.rounds.view(round.id, group, ada.id)).toMatchObject({ answered: 2, votes: new Map([['b', 2]]), right: [{ name: 'Ben' }, { name: 'Ada' }] })
      expect(await toRedraw(world)).toEqual([round.id])
      expect(await ledger.recaps.claimReply(round.id, round.closesAt)).toMatchObject({ answered: 2, right: 2 })
    })

    it('as a change takes the place of the earlier one: a point less', async () => {
      const world = await closed('at-close')
      await world.late(ben, 'c')
      expect((await world.board()).rows.map(({ rank, points, answered, right }) => [rank, points, answered, right])).toEqual([[1, 0, 1, 0], [1, 0, 1, 0]])
    })

    it('as a change from one wrong option to another leaves the board as it is', async () => {
      const world = await closed('at-close')
      await world.late(ada, 'd')
      expect((await world.board()).rows.map(({ person, points, answered, right }) => [person.name, points, answered, right])).toEqual([['Ben', 1, 1, 1], ['Ada', 0, 1, 0]])
      expect((await world.ledger.rounds.view(world.round.id, group, null))?.votes).toEqual(new Map([['d', 1], ['b', 1]]))
    })

    it('that changes nothing lets the post be as it is', async () => {
      const world = await closed('at-close')
      expect((await world.late(ada, 'a'))?.verdict).toMatchObject({ changed: false })
      expect(await toRedraw(world)).toEqual([])
    })

    it('while its post is being redrawn has it redrawn once more', async () => {
      const world = await closed('instant')
      const { ledger, round, late } = world
      await late(cleo, 'b')
      const [drawn] = await ledger.closing.toRedraw(9)
      await late({ ...cleo, id: `${cleo.id}2`, name: 'Cleo 2' }, 'b')
      await redrawn(world, round.id, drawn)
      expect(await toRedraw(world)).toEqual([round.id])
      const [again] = await ledger.closing.toRedraw(9)
      await redrawn(world, round.id, again)
      expect(await toRedraw(world)).toEqual([])
    })
  })

  describe('a post that was redrawn', () => {
    const newWorld = newWorlds(openLedger)

    it.each([
      ['what there is', { answered: 2, votes: new Map([['a', 1], ['b', 1]]) }, true],
      ['a vote too few', { answered: 1, votes: new Map([['b', 1]]) }, false],
      ['a vote too many', { answered: 3, votes: new Map([['a', 1], ['b', 1], ['c', 1]]) }, false],
      ['other votes', { answered: 2, votes: new Map([['a', 2], ['b', 1]]) }, false],
      ['a vote for another option', { answered: 2, votes: new Map([['c', 1], ['b', 1]]) }, false],
      ['no votes where there are some', { answered: 2, votes: null }, false],
    ])('and shows %s (%j) is done with: %j', async (_, drawn, done) => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp()
      const round = await post()
      await answer(round, ada, 'a')
      await answer(round, ben, 'b')
      await ledger.closing.closeDue(round.closesAt, 9)
      await Promise.all([ledger.closing.markRedrawn(round.id, null, { ...drawn, round }), ledger.upkeep.noteBeat(monday)])
      expect(await ledger.closing.toRedraw(9)).toHaveLength(done ? 0 : 1)
    })

    it('and may show no votes is done with if it says how many answered', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp()
      const round = await post()
      await ledger.people.setHidden(ada, true)
      for (const person of [ada, ben]) await answer(round, person, 'b')
      await ledger.closing.closeDue(round.closesAt, 9)
      for (const [drawn, left] of [[{ answered: 1, votes: null }, 1], [{ answered: 2, votes: new Map([['b', 2]]) }, 1], [{ answered: 2, votes: null }, 0]] as const) {
        await Promise.all([ledger.closing.markRedrawn(round.id, null, { ...drawn, round }), ledger.upkeep.noteBeat(monday)])
        expect(await ledger.closing.toRedraw(9)).toHaveLength(left)
      }
    })
  })
}
