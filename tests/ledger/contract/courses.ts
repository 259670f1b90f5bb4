// Several courses in one ledger: each channel is asked from its own, and nothing of one is the other's, though all their ids are the same.
import { describe, expect, it } from 'vitest'
import { coursesOfLedger, idIn } from '../../../src/core/course-number.ts'
import type { QuestionBank } from '../../../src/core/due.ts'
import { joinedBank } from '../../../src/core/joined-bank.ts'
import { ada, bankOf, day, group, monday, open, place, short, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const elsewhere = 'slack:T1/C2'

/** The same questions, as those of another course. */
function ofCourse(course: number): QuestionBank {
  const { questions, weights, contents } = bankOf()
  return { questions: questions.map((each) => ({ ...each, id: idIn(course, each.id) })), weights, contents: new Map([...contents].map(([id, content]) => [idIn(course, id), content])) }
}
const both = joinedBank(new Map([[1, bankOf()], [2, ofCourse(2)]]))
const justFirst = joinedBank(new Map([[1, bankOf()]]))

export function coursesContract(openLedger: OpenLedger): void {
  describe('a ledger with several courses', () => {
    const newWorld = newWorlds(openLedger)

    async function posted({ ledger }: World, at: number, bank = both) {
      const claims = await ledger.delivery.claimDue(at, bank, 100)
      return Promise.all(claims.filter(({ round }) => round.state === 'claimed').map(({ round }) => open(ledger, round, at)))
    }

    it('knows them by number, and none takes another’s', async () => {
      const { ledger } = await newWorld()
      const take = (...configured: readonly string[]) => ledger.courses.takeUp((known) => coursesOfLedger(known, configured, { questions: [], has: () => false }))
      expect(await ledger.courses.known()).toEqual([])
      expect(await take('first')).toEqual(['first'])
      expect(await take('renamed')).toEqual(['renamed'])
      expect(await take('added', 'renamed')).toEqual(['renamed', 'added'])
      expect(await take('added')).toEqual(['renamed', 'added'])
      expect(await ledger.courses.known()).toEqual(['renamed', 'added'])
    })

    it('where it knows none yet, the first is the one whose questions were asked', async () => {
      const world = await newWorld()
      await world.setUp()
      await world.post()
      const rule = (known: readonly string[], questions: readonly string[]) => coursesOfLedger(known, ['new', 'old'], { questions, has: (course, question) => course === 'old' && question.startsWith('question-') })
      expect(await world.ledger.courses.takeUp(rule)).toEqual(['old', 'new'])
    })

    it('asks each channel from its own courses', async () => {
      const world = await newWorld()
      await world.setUp({ courses: [2] })
      await world.setUp({ place: elsewhere })
      const asked = (await posted(world, monday)).map((round) => [round.place, round.question.startsWith('2.'), round.course])
      expect(asked.toSorted()).toEqual([[place, true, 2], [elsewhere, false, undefined]])
    })

    it('asks a channel with two courses from both', async () => {
      const world = await newWorld()
      await world.setUp({ courses: [1, 2], days: [1, 2, 3, 4, 5, 6, 7] })
      const courses = new Set<number>()
      for (let date = 0; date < 10; date++) for (const round of await posted(world, monday + date * day)) courses.add(round.course ?? 1)
      expect([...courses].toSorted()).toEqual([1, 2])
    })

    it('asks nothing where the course is gone, and says so', async () => {
      const world = await newWorld()
      await world.setUp({ courses: [2] })
      expect(await posted(world, monday, justFirst)).toEqual([])
      const [round] = await world.ledger.rounds.latest(place, 1)
      expect(round).toMatchObject({ state: 'failed', reason: expect.stringMatching(/doesn’t have this channel’s course anymore/u) })
      expect(await world.ledger.news.toTell(monday, 9)).toHaveLength(1)
    })

    it('keeps the points of a group apart', async () => {
      const world = await newWorld()
      await world.setUp({ courses: [2] })
      await world.setUp({ place: elsewhere })
      for (const round of await posted(world, monday)) await world.answer(round, ada, 'b')
      for (const course of [1, 2]) expect(short(await world.board({ scope: 'group', course }))).toEqual([[1, 'Ada', 1]])
      expect(short(await world.board({ scope: 'group', course: 3 }))).toEqual([])
      expect((await world.ledger.boards.board({ group, place, scope: 'group', course: 2, span: 'week', by: 'days', day: '2026-01-05', page: 0, size: 9, asker: ada.id })).own).toMatchObject({ days: 1, answered: 1 })
    })

    it('lets a learner practice in both at once', async () => {
      const { ledger: { sessions } } = await newWorld()
      const session = (id: string, course: number) => ({ id, kind: 'practice' as const, about: null, tasks: [], zone: 'UTC', startedAt: monday, endsAt: null, course })
      expect(await sessions.start(ada.id, session('a', 1))).toMatchObject({ started: true })
      expect(await sessions.start(ada.id, session('b', 2))).toMatchObject({ started: true })
      expect(await sessions.start(ada.id, session('c', 2))).toMatchObject({ started: false, session: { id: 'b' } })
      expect([await sessions.running(ada.id, 'practice'), await sessions.running(ada.id, 'practice', 2)]).toMatchObject([{ id: 'a' }, { id: 'b', course: 2 }])
      await sessions.act(ada.id, 'b', { kind: 'end' }, monday)
      expect([(await sessions.past(ada.id, 'practice', 9)).length, (await sessions.past(ada.id, 'practice', 9, 2)).length]).toEqual([0, 1])
    })

    it('remembers which one somebody chose last', async () => {
      const { ledger } = await newWorld()
      expect(await ledger.courses.chosenBy('x')).toBeUndefined()
      await ledger.courses.saveChosen('x', 2)
      await ledger.courses.saveChosen('x', 1)
      expect([await ledger.courses.chosenBy('x'), await ledger.courses.chosenBy('y')]).toEqual([1, undefined])
    })
  })
}
