// Threads under questions: wanted by the setting, claimed once, and what becomes of those that cannot be opened.
import { describe, expect, it } from 'vitest'
import type { Quiz } from '../../../src/core/quiz.ts'
import { ada, day, hour, minute, monday, place } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

export function threadsContract(openLedger: OpenLedger): void {
  describe('a thread', () => {
    const newWorld = newWorlds(openLedger)

    async function posted(change: Partial<Quiz> = {}) {
      const world = await newWorld()
      await world.setUp({ thread: true, ...change })
      const round = await world.post(monday)
      return { ...world, threads: world.ledger.threads, round, due: async (at: number) => (await world.ledger.threads.due(at, 9)).map((claim) => claim.round.id) }
    }

    it('is due with the post, once, and not where nobody wants one', async () => {
      const { threads, round, due } = await posted()
      expect(await due(monday)).toEqual([round.id])
      expect(await threads.claim(round.id, monday)).toBe(true)
      expect([await threads.claim(round.id, monday), await due(monday + day)]).toEqual([false, []])
      expect(await (await posted({ thread: false })).due(monday)).toEqual([])
    })

    it('is due at the close where answers wait for that', async () => {
      const { ledger, answer, round, due } = await posted({ feedback: 'at-close' })
      await answer(round, ada, 'b')
      expect(await due(monday + hour)).toEqual([])
      await ledger.closing.closeDue(round.closesAt, 9)
      expect(await due(round.closesAt)).toEqual([round.id])
      expect(await ledger.threads.claim(round.id, round.closesAt + 2 * day)).toBe(false)
    })

    it('is due again after it was certainly not opened, as long as it is wanted', async () => {
      const { ledger, threads, round, due } = await posted()
      await threads.claim(round.id, monday)
      await threads.release(round.id, monday + minute)
      expect([await due(monday), await due(monday + minute)]).toEqual([[], [round.id]])
      await ledger.quizzes.change(place, 'off', monday, (quiz) => (quiz === undefined ? { refusal: undefined } : { quiz: { ...quiz, thread: false } }))
      expect(await threads.claim(round.id, monday + minute)).toBe(false)
    })

    it('that is refused is news once for each reason, until one was opened or the setting was changed', async () => {
      const { ledger, threads, round } = await posted()
      const news = async () => (await threads.toTell(monday, 9)).map(({ quiz, reason }) => [quiz.place, reason])
      expect(await news()).toEqual([])
      await threads.note(round.id, 'Not allowed.', monday)
      expect(await news()).toEqual([[place, 'Not allowed.']])
      await threads.markTold([place], monday + minute)
      const unheard = async (group: string | null) => (await ledger.news.unheard(group)).threadless.map(({ quiz, reason }) => [quiz.place, reason])
      expect([await news(), await unheard('slack:T1'), await unheard(null), await unheard('slack:T2')]).toEqual([[], [[place, 'Not allowed.']], [[place, 'Not allowed.']], []])
      await threads.markTold([place], null)
      expect(await unheard(null)).toEqual([])
      await threads.note(round.id, 'Not allowed.', monday)
      expect(await news()).toEqual([])
      await threads.note(round.id, 'Too many threads.', monday)
      expect(await news()).toEqual([[place, 'Too many threads.']])
      await threads.note(round.id, null, monday)
      await threads.note(round.id, 'Not allowed.', monday)
      expect(await news()).toHaveLength(1)
      for (const thread of [false, true]) await ledger.quizzes.change(place, `thread ${thread}`, monday, (quiz) => (quiz === undefined ? { refusal: undefined } : { quiz: { ...quiz, thread } }))
      expect(await news()).toEqual([])
    })
  })
}
