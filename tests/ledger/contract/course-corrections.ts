// Corrections of the course: in all channels, in private sessions, and taken back.
import { describe, expect, it } from 'vitest'
import { correctedWords } from '../../../src/core/correction.ts'
import { itemId } from '../../../src/core/study-item.ts'
import type { ToCorrectInCourse } from '../../../src/ledger/course-corrections.ts'
import { ada, ben, day, monday, short, wordedBank, wordsOf, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const words = wordsOf('question-0?')
const question = 'question-0'
const item = itemId('question', question)
const asked = { key: ['b'], words, mark: 11 }
const to = (key: string | null, why = 'So it says.'): ToCorrectInCourse => {
  const after = { key: [key ?? 'b'], voided: key === null }
  return { question, asked, after: { ...after, words: correctedWords(words, ['b'], after, why), mark: key === null ? 11 : 22 }, why }
}
const later = monday + 3 * day
const session = 'a'.repeat(16)

/** Ada chose c in the channel, and in an exam; Ben chose b. */
async function played(world: World) {
  await world.setUp()
  const round = await world.post(monday, wordedBank('', 1))
  await world.answer(round, ada, 'c')
  await world.answer(round, ben, 'b')
  await world.ledger.closing.closeDue(monday + day, 9)
  const task = { item, order: ['a', 'b', 'c', 'd'], key: ['b'], content: 11 }
  await world.ledger.sessions.start(ada.id, { id: session, kind: 'exam', about: null, tasks: [{ ...task, content: 9 }, task], zone: 'UTC', startedAt: monday, endsAt: null })
  for (const position of [0, 1]) await world.ledger.sessions.act(ada.id, session, { kind: 'answer', position, chosen: ['c'] }, monday + day + position)
  await world.ledger.sessions.act(ada.id, session, { kind: 'end' }, monday + day + 9)
  return round
}

const keys = async ({ ledger }: World) => (await ledger.sessions.find(ada.id, session))?.tasks.map(({ key, content }) => [key[0], content])
const grades = async ({ ledger }: World) => (await ledger.memories.log(ada.id, '')).map(({ source, grade }) => `${source} ${grade}`).toSorted()

export function courseCorrectionsContract(openLedger: OpenLedger): void {
  describe('a correction of the course', () => {
    const newWorld = newWorlds(openLedger)

    it('judges rounds and sessions again, and leaves all as it was once it is taken back', async () => {
      const world = await newWorld()
      await played(world)
      const before = (await world.ledger.memories.of(ada.id)).memories
      const reach = { rounds: 1, answers: 2, gain: 1, lose: 1, sessions: 1, telling: 0 }
      expect(await world.ledger.courseCorrections.foresee(to('c'))).toEqual(reach)
      expect(await world.ledger.courseCorrections.correct(to('c'), later)).toEqual(reach)
      expect(short(await world.board())).toEqual([[1, 'Ada', 1], [2, 'Ben', 0]])
      expect(await keys(world)).toEqual([['b', 9], ['c', 22]])
      expect(await grades(world)).toEqual(['daily good', 'exam again', 'exam good'])
      expect((await world.ledger.memories.of(ada.id)).memories).not.toEqual(before)
      const [correction] = await world.ledger.courseCorrections.all()
      expect(correction).toMatchObject({ question, why: 'So it says.', undoneAt: null, asked: { key: ['b'] }, after: { key: ['c'], voided: false } })
      expect(await world.ledger.courseCorrections.undo(correction?.id ?? 0, later)).toEqual(reach)
      expect(await keys(world)).toEqual([['b', 9], ['b', 11]])
      expect(await grades(world)).toEqual(['daily again', 'exam again', 'exam again'])
      expect((await world.ledger.memories.of(ada.id)).memories).toEqual(before)
      expect(short(await world.board())).toEqual([[1, 'Ben', 1], [2, 'Ada', 0]])
      expect(await world.ledger.courseCorrections.undo(correction?.id ?? 0, later)).toBeUndefined()
    })

    it('that voids says nothing of what anybody remembers', async () => {
      const world = await newWorld()
      const round = await played(world)
      await world.ledger.courseCorrections.correct(to(null), later)
      expect(await grades(world)).toEqual(['exam again'])
      expect((await world.ledger.rounds.find(round.id))?.voided).toBe(true)
      await world.ledger.courseCorrections.undo(1, later)
      expect(await grades(world)).toEqual(['daily again', 'exam again', 'exam again'])
    })

    it('says no more why it was made if that names somebody who was forgotten, and can be taken back', async () => {
      const world = await newWorld()
      const round = await played(world)
      const named = to('c', 'Ada says so.')
      await world.ledger.courseCorrections.correct(named, later)
      await world.ledger.courseCorrections.correct({ ...to('d', 'Ben says so.'), asked: { key: ['c'], words: named.after.words, mark: 22 } }, later)
      await world.ledger.forgetting.forget(ada, 'here', later)
      const all = await world.ledger.courseCorrections.all()
      expect(all.map(({ why, asked: { words: before }, after }) => [why, before?.explanation, after.words?.explanation])).toEqual([
        ['', words.explanation, 'The answer to this question was corrected.'], ['Ben says so.', 'The answer to this question was corrected.', 'Corrected: Ben says so.'],
      ])
      for (const { id } of all.toReversed()) await world.ledger.courseCorrections.undo(id, later)
      expect(await world.ledger.rounds.find(round.id)).toMatchObject({ key: ['b'], words: { explanation: words.explanation } })
    })

    it('leaves rounds alone that asked something else, and what a manager corrected since', async () => {
      const world = await newWorld()
      const round = await played(world)
      const other = { ...to('c'), asked: { ...asked, words: wordsOf('Something else?') } }
      expect(await world.ledger.courseCorrections.foresee(other)).toMatchObject({ rounds: 0 })
      await world.ledger.courseCorrections.correct(to('c'), later)
      await world.ledger.corrections.correct(round.id, { change: { kind: 'void' }, why: '', version: 1, words }, { id: 'slack:T1/Manager', admin: false }, later)
      expect(await world.ledger.courseCorrections.undo(1, later)).toMatchObject({ rounds: 0 })
      expect((await world.ledger.rounds.find(round.id))?.voided).toBe(true)
    })
  })
}
