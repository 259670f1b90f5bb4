// A channel that goes on under another id keeps everything, also if people played under the new id before the bot heard of it.
import { describe, expect, it } from 'vitest'
import type { Round } from '../../../src/core/round.ts'
import { ada, bankOf, ben, cleo, day, group, hour, minute, monday, open, place, short, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const there = 'slack:T1/C9'
const inNew = (message: string) => message.replace('message', 'new message')

export function movesContract(openLedger: OpenLedger): void {
  describe('a channel whose id changes', () => {
    const newWorld = newWorlds(openLedger)

    /** Two days: Ada was right on both, Ben on the second, which is still open. */
    async function played(): Promise<World & { readonly second: Round }> {
      const world = await newWorld()
      await world.setUp()
      const first = await world.post()
      await world.answer(first, ada, 'b')
      await world.answer(first, ben, 'a')
      await world.ledger.closing.closeDue(first.closesAt, 9)
      const second = await world.post(monday + day)
      await world.answer(second, ada, 'b', monday + day + minute)
      await world.answer(second, ben, 'b', monday + day + minute)
      return { ...world, second }
    }

    const move = ({ ledger }: World, at = monday + day + hour) => ledger.quizzes.move(place, there, inNew, at)

    it('keeps its quiz, board, streaks and open round', async () => {
      const world = await played()
      const { ledger, second } = world
      const quiz = await ledger.quizzes.at(place)
      const moved = { ...quiz, place: there }
      expect(await move(world)).toEqual({ kind: 'moved', quiz: moved })
      expect([await ledger.quizzes.at(place), await ledger.quizzes.at(there), await ledger.quizzes.of(group)]).toEqual([undefined, moved, [moved]])
      expect(short(await world.board({ place: there }))).toEqual([[1, 'Ada', 2], [2, 'Ben', 1]])
      expect((await world.board()).rows).toEqual([])
      expect(await ledger.people.placesOf(ada.id)).toEqual([there])
      expect((await ledger.boards.progress(ada, there, '2026-01-06')).streak).toMatchObject({ current: 2, alive: 2 })
      const round = await ledger.rounds.open(there, monday + day + hour)
      expect(round).toMatchObject({ id: second.id, place: there, message: `new message of ${second.id}` })
      expect(await ledger.rounds.latest(place, 9)).toEqual([])
      expect(await ledger.rounds.find(second.id)).toEqual(round)
    })

    it('goes on where it was: the open round takes answers and closes, and the next one follows', async () => {
      const world = await played()
      const { ledger, second } = world
      await move(world)
      expect(await world.answer(second, cleo, 'b', monday + day + hour)).toMatchObject({ verdict: { kind: 'counted' }, round: { place: there } })
      expect((await world.answer(second, ada, 'a', monday + day + hour))?.verdict.kind).toBe('stands')
      const [closed] = await ledger.closing.closeDue(second.closesAt, 9)
      expect(closed).toMatchObject({ answered: 3, round: { message: `new message of ${second.id}` } })
      expect((await ledger.closing.toRedraw(9)).at(-1)?.round.message).toBe(`new message of ${second.id}`)
      const third = await world.post(monday + 2 * day)
      expect((await world.answer(third, ada, 'b', monday + 2 * day))?.streak).toBe(3)
      expect(third.place).toBe(there)
    })

    it('moves once, however often it is told', async () => {
      const world = await played()
      await move(world)
      expect(await move(world)).toEqual({ kind: 'nothing' })
      expect(await world.ledger.quizzes.move('slack:T1/C7', 'slack:T1/C8', inNew, monday)).toEqual({ kind: 'nothing' })
      expect(await world.ledger.quizzes.move(there, there, inNew, monday)).toEqual({ kind: 'nothing' })
      expect(short(await world.board({ place: there }))).toEqual([[1, 'Ada', 2], [2, 'Ben', 1]])
    })

    it('leaves other channels alone', async () => {
      const world = await played()
      const other = await world.setUp({ place: 'slack:T1/C2', nextAt: monday + 30 * day, nextDate: '2026-02-04' })
      await move(world)
      expect(await world.ledger.quizzes.at(other.place)).toEqual(other)
    })

    it('takes a repeated command for a repeated one, also under the new id', async () => {
      const world = await played()
      const { ledger } = world
      const extra = await ledger.delivery.claimExtra(place, 'now', monday + day + hour, bankOf())
      await move(world)
      expect((await ledger.delivery.claimExtra(there, 'now', monday + day + hour, bankOf()))?.round.id).toBe(extra?.round.id)
    })

    it('adds what was played under the new id by then, with the settings and managers of both', async () => {
      const world = await played()
      const { ledger, second } = world
      await ledger.closing.closeDue(second.closesAt, 9)
      // Nobody could post under the old id on Wednesday, so Ben set the quiz up under the new one.
      const [lost] = await ledger.delivery.claimDue(monday + 2 * day, bankOf(), 1)
      await ledger.delivery.fail(lost?.round.id ?? '', 'The channel is gone.', monday + 2 * day, 'unreachable')
      await world.setUp({ place: there, time: '10:00', managers: [ben.id], nextDate: '2026-01-07', nextAt: monday + 2 * day + hour })
      const third = await world.post(monday + 2 * day + hour)
      await world.answer(third, ada, 'b', monday + 2 * day + hour)
      await world.answer(third, cleo, 'b', monday + 2 * day + hour)
      expect(await move(world, monday + 2 * day + 2 * hour)).toMatchObject({
        quiz: { place: there, time: '10:00', managers: ['slack:T1/Manager', ben.id], nextDate: '2026-01-08', lastDate: '2026-01-07' },
      })
      expect(short(await world.board({ place: there }))).toEqual([[1, 'Ada', 3], [2, 'Cleo', 1], [2, 'Ben', 1]])
      expect(short(await world.board({ place: there, scope: 'group' }))).toEqual([[1, 'Ada', 3], [2, 'Cleo', 1], [2, 'Ben', 1]])
      expect((await ledger.boards.progress(ada, there, '2026-01-07')).streak).toMatchObject({ current: 3, longest: 3 })
      expect((await ledger.rounds.open(there, monday + 2 * day + 2 * hour))?.id).toBe(third.id)
      expect((await ledger.rounds.latest(there, 9)).map(({ state }) => state)).toEqual(['open', 'failed', 'closed', 'closed'])
      const fourth = await world.post(monday + 3 * day + hour)
      expect((await world.answer(fourth, ada, 'b', monday + 3 * day + hour))?.streak).toBe(4)
    })

    it('keeps both rounds where both ids had one for the same date', async () => {
      const world = await played()
      const { ledger, second } = world
      await world.setUp({ place: there, nextDate: '2026-01-06', nextAt: monday + day })
      const again = await world.post(monday + day)
      await world.answer(again, cleo, 'b', monday + day + hour)
      await move(world)
      expect((await ledger.rounds.latest(there, 9)).map(({ id }) => id)).toEqual(expect.arrayContaining([second.id, again.id]))
      expect((await world.answer(again, ada, 'b', monday + day + hour))?.verdict).toMatchObject({ kind: 'counted' })
      expect((await world.answer(second, cleo, 'b', monday + day + hour))?.verdict).toMatchObject({ kind: 'counted' })
      expect(short(await world.board({ place: there }))).toEqual([[1, 'Ada', 3], [2, 'Cleo', 2], [3, 'Ben', 1]])
    })

    it('posts no second question for a date that had one', async () => {
      const world = await played()
      const { ledger } = world
      await world.setUp({ place: there, nextDate: '2026-01-06', nextAt: monday + day })
      const [claim] = await ledger.delivery.claimDue(monday + day, bankOf(), 9)
      await move(world)
      expect(await ledger.delivery.unsent(monday + day + hour, 9)).toEqual([])
      expect(await ledger.rounds.find(claim?.round.id ?? '')).toMatchObject({ state: 'skipped' })
    })

    it('posts a question after all that failed under the old id, while it is not too late', async () => {
      const failed = async (at: number) => {
        const world = await played()
        const [claim] = await world.ledger.delivery.claimDue(monday + 2 * day, bankOf(), 9)
        await world.ledger.delivery.fail(claim?.round.id ?? '', 'The channel is gone.', monday + 2 * day, 'unreachable')
        await move(world, at)
        return (await world.ledger.delivery.unsent(at, 9)).map(({ round }) => [round.id === claim?.round.id, round.place, round.state])
      }
      expect(await failed(monday + 2 * day + 5 * hour)).toEqual([[true, there, 'claimed']])
      expect(await failed(monday + 2 * day + 7 * hour)).toEqual([])
    })

    it('that retired its quiz goes on', async () => {
      const world = await played()
      const { ledger } = world
      await ledger.quizzes.change(place, 'lost', monday + 2 * day, (quiz) => (quiz === undefined ? { refusal: 'none' } : { quiz: { ...quiz, paused: true, retired: 'unreachable' } }))
      expect(await ledger.news.retired(monday + 2 * day, 9)).toHaveLength(1)
      expect(await move(world, monday + 2 * day + hour)).toMatchObject({ quiz: { paused: false, retired: null, nextDate: '2026-01-08' } })
      expect(await ledger.news.retired(monday + 2 * day + hour, 9)).toEqual([])
    })

    it('is followed by a post that was on its way', async () => {
      const world = await played()
      const { ledger, second } = world
      await ledger.closing.closeDue(second.closesAt, 9)
      const [claim] = await ledger.delivery.claimDue(monday + 2 * day, bankOf(), 9)
      await ledger.delivery.markSending(claim?.round.id ?? '', monday + 2 * day, null)
      await move(world, monday + 2 * day)
      expect((await ledger.delivery.unsent(monday + 2 * day, 9)).map(({ round }) => [round.place, round.state])).toEqual([[there, 'sending']])
      expect(await open(ledger, claim?.round ?? second, monday + 2 * day)).toMatchObject({ place: there, state: 'open' })
    })
  })
}
