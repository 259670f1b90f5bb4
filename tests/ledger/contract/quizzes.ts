// The quizzes of the channels, and the changes that managers make to them.
import { describe, expect, it } from 'vitest'
import type { Quiz } from '../../../src/core/quiz.ts'
import { introducedAs } from '../../../src/ledger/quizzes.ts'
import { group, monday, place, quizOf } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

export function quizzesContract(openLedger: OpenLedger): void {
  describe('a quiz', () => {
    const newWorld = newWorlds(openLedger)

    it('keeps every setting of a quiz', async () => {
      const { ledger } = await newWorld()
      const quiz: Quiz = {
        ...quizOf({ time: '23:59', zone: 'Australia/Lord_Howe', days: [1, 3, 7], openMinutes: 90, topics: ['iam', 'kms'] }),
        feedback: 'at-close',
        rolloverHour: 0,
        catchUpMinutes: 15,
        recap: 'thread',
        mention: 'slack:T1/S1',
        managers: ['slack:T1/Zoë', 'slack:T1/👩‍🚒'],
        paused: true,
        retired: 'archived',
        skipDate: '2026-01-07',
        lastDate: '2026-01-02',
      }
      await ledger.quizzes.change(place, 'event', monday, () => ({ quiz }))
      expect(await ledger.quizzes.at(place)).toEqual(quiz)
    })

    it('has no quiz where none was set up', async () => {
      const { ledger } = await newWorld()
      expect(await ledger.quizzes.at(place)).toBeUndefined()
    })

    it('knows the post that introduced a quiz, the latest of several', async () => {
      const { ledger, setUp } = await newWorld()
      const quiz = await setUp()
      expect(await ledger.quizzes.introduction(place)).toBeUndefined()
      for (const [at, message] of ['slack:T1/C1/9.1', 'slack:T1/C1/1.2'].entries()) {
        await ledger.quizzes.change(place, `${introducedAs}${message}`, monday + at, () => ({ quiz }))
      }
      expect(await ledger.quizzes.introduction(place)).toBe('slack:T1/C1/1.2')
      expect(await ledger.quizzes.introduction('slack:T9/C9')).toBeUndefined()
    })

    it('lists the quizzes of a group and no others', async () => {
      const { ledger, setUp } = await newWorld()
      const quizzes = [await setUp(), await setUp({ place: 'slack:T1/C2', paused: true })]
      await setUp({ group: 'slack:T2', place: 'slack:T2/C1' })
      expect(await ledger.quizzes.of(group)).toEqual(quizzes)
      expect(await ledger.quizzes.of('slack:T9')).toEqual([])
    })

    it('gives the rule the quiz as it stands', async () => {
      const { ledger, setUp } = await newWorld()
      // A rule may be asked more than once.
      const seen = new Map<string, Quiz | undefined>()
      await ledger.quizzes.change(place, 'first', monday, (quiz) => {
        seen.set('first', quiz)
        return { quiz: quizOf() }
      })
      await setUp({ time: '10:00' })
      await ledger.quizzes.change(place, 'third', monday, (quiz) => {
        seen.set('third', quiz)
        return { refusal: 'no' }
      })
      expect([...seen]).toEqual([['first', undefined], ['third', quizOf({ time: '10:00' })]])
    })

    it('changes a quiz once for a repeated event', async () => {
      const { ledger } = await newWorld()
      const later = quizOf({ time: '10:00' })
      expect(await ledger.quizzes.change(place, 'event', monday, () => ({ quiz: quizOf() }))).toEqual({ kind: 'saved', quiz: quizOf() })
      expect(await ledger.quizzes.change(place, 'event', monday, () => ({ quiz: later }))).toEqual({ kind: 'repeated', quiz: quizOf() })
      expect(await ledger.quizzes.at(place)).toEqual(quizOf())
    })

    it('takes an event of the same name in another channel', async () => {
      const { ledger } = await newWorld()
      const other = quizOf({ place: 'slack:T1/C2' })
      await ledger.quizzes.change(place, 'event', monday, () => ({ quiz: quizOf() }))
      expect(await ledger.quizzes.change(other.place, 'event', monday, () => ({ quiz: other }))).toMatchObject({ kind: 'saved' })
    })

    it('keeps nothing of a refused change, and asks again when its event comes again', async () => {
      const { ledger } = await newWorld()
      const refused = await ledger.quizzes.change(place, 'event', monday, () => ({ refusal: 'not yet' }))
      expect(refused).toEqual({ kind: 'refused', refusal: 'not yet' })
      expect(await ledger.quizzes.at(place)).toBeUndefined()
      expect(await ledger.quizzes.change(place, 'event', monday, () => ({ quiz: quizOf() }))).toMatchObject({ kind: 'saved' })
    })

    it('keeps nothing of a change whose rule fails, and hands the failure on', async () => {
      const { ledger } = await newWorld()
      const fault = new Error('a fault in the rule')
      const failing = ledger.quizzes.change(place, 'event', monday, () => {
        throw fault
      })
      await expect(failing).rejects.toBe(fault)
      expect(await ledger.quizzes.at(place)).toBeUndefined()
    })

    it('applies changes that arrive together one after the other, and loses none', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp({ managers: [] })
      const names = Array.from({ length: 20 }, (_, index) => `slack:T1/${index}`)
      const add = (name: string) => (quiz: Quiz | undefined) => ({ quiz: { ...quizOf(), managers: [...(quiz?.managers ?? []), name] } })
      await Promise.all(names.map((name) => ledger.quizzes.change(place, name, monday, add(name))))
      expect((await ledger.quizzes.at(place))?.managers.toSorted()).toEqual(names.toSorted())
    })
  })
}
