// Quizzes whose channel is lost.
import { describe, expect, it } from 'vitest'
import type { ChannelLoss } from '../../../src/core/quiz.ts'
import { bankOf, confirm, day, hour, monday, place, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

export function retiringContract(openLedger: OpenLedger): void {
  describe('a quiz whose channel is lost', () => {
    const newWorld = newWorlds(openLedger)
    const days = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].map((days) => monday + days * day)

    async function refuse({ ledger }: World, at: number, lost?: ChannelLoss): Promise<void> {
      const [claim] = await ledger.delivery.claimDue(at, bankOf(), 9)
      await ledger.delivery.fail(claim?.round.id ?? '', 'The channel is gone.', at, lost)
    }

    async function newQuiz(): Promise<World> {
      const world = await newWorld()
      await world.setUp()
      return world
    }

    const stateOf = async ({ ledger }: World) => {
      const quiz = await ledger.quizzes.at(place)
      return [quiz?.paused, quiz?.retired, (await ledger.news.retired(monday + 30 * day, 9)).length]
    }

    it('for certain is retired at once, and its managers hear one thing', async () => {
      const world = await newQuiz()
      await refuse(world, monday, 'deleted')
      expect(await stateOf(world)).toEqual([true, 'deleted', 1])
      expect(await world.ledger.news.toTell(monday + day, 9)).toEqual([])
      expect(await world.ledger.delivery.claimDue(monday + 3 * day, bankOf(), 9)).toEqual([])
    })

    it.each(['archived', 'unreachable'] as const)('as far as the platform says (%s) is retired after five due dates in a row', async (lost) => {
      const world = await newQuiz()
      for (const at of days.slice(0, 4)) await refuse(world, at, lost)
      expect(await stateOf(world)).toEqual([false, null, 0])
      await refuse(world, days[4] ?? 0, lost)
      expect(await stateOf(world)).toEqual([true, lost, 1])
    })

    it('by an event is told once, also where a post was on its way', async () => {
      const world = await newQuiz()
      const [claim] = await world.ledger.delivery.claimDue(monday, bankOf(), 9)
      await world.ledger.quizzes.change(place, 'gone', monday, (quiz) => (quiz === undefined ? { refusal: 'none' } : { quiz: { ...quiz, paused: true, retired: 'deleted' } }))
      await world.ledger.delivery.fail(claim?.round.id ?? '', 'The channel was deleted.', monday, 'deleted')
      expect(await stateOf(world)).toEqual([true, 'deleted', 1])
      expect(await world.ledger.news.toTell(monday + day, 9)).toEqual([])
    })

    it('starts to count again after a post, or when something else went wrong', async () => {
      const world = await newQuiz()
      for (const at of days.slice(0, 3)) await refuse(world, at, 'unreachable')
      const [claim] = await world.ledger.delivery.claimDue(days[3] ?? 0, bankOf(), 9)
      await confirm(world.ledger, [claim?.round.id ?? ''], days[3] ?? 0)
      await refuse(world, days[4] ?? 0, 'unreachable')
      await refuse(world, days[5] ?? 0)
      for (const at of days.slice(6, 10)) await refuse(world, at, 'unreachable')
      expect(await stateOf(world)).toEqual([false, null, 0])
    })

    it('does not count rounds that a manager asked for', async () => {
      const world = await newQuiz()
      for (let at = 0; at < 6; at++) {
        const claim = await world.ledger.delivery.claimExtra(place, `now ${at}`, monday - hour, bankOf())
        await world.ledger.delivery.fail(claim?.round.id ?? '', 'The channel is gone.', monday - hour, 'unreachable')
      }
      expect(await stateOf(world)).toEqual([false, null, 0])
    })

    it('is told to its managers once, or again at another time', async () => {
      const world = await newQuiz()
      await refuse(world, monday, 'deleted')
      const told = async (at: number) => (await world.ledger.news.retired(at, 9)).map((quiz) => quiz.place)
      await world.ledger.news.markRetiredTold([place], monday + hour)
      expect([await told(monday), await told(monday + hour)]).toEqual([[], [place]])
      await world.ledger.news.markRetiredTold([place], null)
      expect(await told(monday + 30 * day)).toEqual([])
    })

    it('is nobody’s news where it was paused, or was resumed before anybody was told', async () => {
      const world = await newWorld()
      const quiz = await world.setUp({ paused: true })
      await world.ledger.quizzes.change(place, 'lost', monday, () => ({ quiz: { ...quiz, retired: 'deleted' } }))
      expect(await stateOf(world)).toEqual([true, 'deleted', 0])
      await world.ledger.quizzes.change(place, 'resume', monday, () => ({ quiz: { ...quiz, paused: false } }))
      await world.ledger.quizzes.change(place, 'lost again', monday, () => ({ quiz: { ...quiz, paused: true, retired: 'archived' } }))
      expect(await stateOf(world)).toEqual([true, 'archived', 1])
      await world.ledger.quizzes.change(place, 'resume again', monday, () => ({ quiz: { ...quiz, paused: false } }))
      expect(await stateOf(world)).toEqual([false, null, 0])
    })
  })
}
