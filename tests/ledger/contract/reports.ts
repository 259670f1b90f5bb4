// Reports about questions: one open one of a person and kind about each, told to managers without a flood, and settled.
import { describe, expect, it } from 'vitest'
import { mostReports, type ReportKind } from '../../../src/core/report.ts'
import { ada, ben, day, group, hour, minute, monday, place, quizOf, someone, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const report = ({ ledger }: World, who = ada, question = 'q', at = monday, { kind = 'wrong', words = '', where = place }: { kind?: ReportKind; words?: string; where?: string | null } = {}) =>
  ledger.reports.add(who, { question, kind, words, group, place: where }, at)
const news = async ({ ledger }: World, now: number) => (await ledger.reports.toTell(now, 9)).map(({ quiz, reports, questions }) => [quiz.place, reports, questions])

export function reportsContract(openLedger: OpenLedger): void {
  describe('a report', () => {
    const newWorld = newWorlds(openLedger)

    it('is one for each person, question, and kind; a second takes its place', async () => {
      const world = await newWorld()
      await world.setUp()
      expect(await report(world)).toEqual({ kind: 'saved', words: '', again: false, others: [], heard: true })
      expect(await report(world, ada, 'q', monday + 1, { kind: 'typo', words: 'teh' })).toEqual({ kind: 'saved', words: 'teh', again: true, others: [{ kind: 'wrong', words: '' }], heard: true })
      expect(await report(world, ada, 'q', monday + 1, { kind: 'typo' })).toMatchObject({ words: 'teh', again: true })
      await report(world, ben, 'q', monday + 2, { kind: 'typo' })
      await report(world, ben, 'other', monday + 3)
      expect(await world.ledger.reports.open(place)).toEqual([
        { question: 'q', kinds: [{ kind: 'typo', people: 2 }, { kind: 'wrong', people: 1 }], words: ['teh'], since: monday },
        { question: 'other', kinds: [{ kind: 'wrong', people: 1 }], words: [], since: monday + 3 },
      ])
      await report(world, ada, 'q', monday + 4, { kind: 'wrong' })
      expect(await world.ledger.reports.latest(ada, monday + 3)).toEqual({ question: 'q', kind: 'wrong' })
      expect(await world.ledger.reports.latest(ben, monday)).toEqual({ question: 'other', kind: 'wrong' })
      expect(await world.ledger.reports.latest(ben, monday + 3)).toBeUndefined()
    })

    it('is open until it is settled, and may then be made again', async () => {
      const world = await newWorld()
      await world.setUp()
      for (const who of [ada, ben]) await report(world, who)
      expect(await world.ledger.reports.settle(place, 'q', 'done', monday + hour)).toBe(2)
      expect(await world.ledger.reports.settle(place, 'q', 'done', monday + hour)).toBe(0)
      expect(await world.ledger.reports.open(place)).toEqual([])
      expect(await report(world, ada, 'q', monday + day)).toMatchObject({ again: false })
    })

    it('is refused where somebody sends more than people do', async () => {
      const world = await newWorld()
      await world.setUp()
      for (let number = 0; number < mostReports; number++) await report(world, ada, `q${number}`)
      expect(await report(world, ada, 'one more')).toEqual({ kind: 'too-many' })
      expect((await report(world, ada, 'q1', monday, { kind: 'typo' })).kind).toBe('saved')
      expect((await report(world, ben, 'one more')).kind).toBe('saved')
      expect((await report(world, ada, 'one more', monday + day + 1)).kind).toBe('saved')
    })

    it('is told with the others after some minutes, and not again within half a day', async () => {
      const world = await newWorld()
      await world.setUp()
      await report(world)
      await report(world, ben, 'other', monday + 9 * minute)
      expect(await news(world, monday + 9 * minute)).toEqual([])
      expect(await news(world, monday + 10 * minute)).toEqual([[place, 2, 2]])
      await world.ledger.reports.markTold([place], monday + hour, monday + 11 * minute)
      expect(await news(world, monday + 11 * minute)).toEqual([])
      await world.ledger.reports.markTold([place], null, monday + hour)
      await report(world, someone('Eve'), 'q', monday + 2 * hour)
      expect(await news(world, monday + 12 * hour)).toEqual([])
      expect(await news(world, monday + 13 * hour)).toEqual([[place, 1, 1]])
      await world.ledger.reports.settle(place, 'q', 'dismissed', monday + 13 * hour)
      expect(await news(world, monday + 14 * hour)).toEqual([])
    })

    it('from outside of all channels reaches the managers of one of the group, if there is one', async () => {
      const world = await newWorld()
      expect(await report(world, ada, 'q', monday, { where: null })).toMatchObject({ heard: false })
      await world.setUp()
      expect(await report(world, ben, 'q', monday, { where: null })).toMatchObject({ heard: true })
      expect(await world.ledger.reports.open(place)).toMatchObject([{ kinds: [{ people: 1 }] }])
    })

    it('is the person’s own: exported to them, gone with them, and kept where a channel goes on under another id', async () => {
      const world = await newWorld()
      await world.setUp()
      const there = 'slack:T1/C2'
      await world.ledger.quizzes.change(there, 'there', monday, () => ({ quiz: quizOf({ place: there }) }))
      await report(world, ada, 'q', monday, { words: 'Ada was here', where: there })
      await report(world, ben)
      expect(await world.ledger.exporting.of(ada)).toMatchObject({ reports: [{ question: 'q', kind: 'wrong', words: 'Ada was here', settled: null }] })
      await world.ledger.quizzes.move(there, place, (message) => message, monday)
      expect(await world.ledger.reports.open(place)).toMatchObject([{ kinds: [{ people: 2 }] }])
      await world.ledger.forgetting.forget(ada, 'everywhere', monday)
      expect(await world.ledger.reports.open(place)).toMatchObject([{ kinds: [{ people: 1 }], words: [] }])
      expect(await world.ledger.exporting.of(ada)).toBeUndefined()
    })
  })
}
