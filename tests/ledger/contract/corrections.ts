// Corrections of rounds: answers are judged again, people are told once, and it can be taken back.
import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/core/correction.ts'
import { toldAfter } from '../../../src/core/correction.ts'
import type { Round } from '../../../src/core/round.ts'
import { itemId } from '../../../src/core/study-item.ts'
import { ada, ben, cleo, dora, day, group, minute, monday, place, short, someone, wordedBank, wordsOf, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const manager = { id: 'slack:T1/Manager', admin: false }
const regrade = (...key: string[]): Change => ({ kind: 'regrade', key })
const later = monday + 2 * day

async function versionOf({ ledger }: World, { id }: Round): Promise<number> {
  return (await ledger.corrections.find(id))?.version ?? -1
}

async function correct(world: World, round: Round, change: Change, at = later, why = '') {
  return world.ledger.corrections.correct(round.id, { change, why, version: await versionOf(world, round), words: wordsOf('?') }, manager, at)
}

const undo = async (world: World, round: Round, at = later) => world.ledger.corrections.undo(round.id, await versionOf(world, round), manager, at)

async function played(world: World, feedback: 'instant' | 'at-close' = 'instant'): Promise<Round> {
  await world.setUp({ feedback })
  const round = await world.post(monday, wordedBank())
  for (const [person, chosen] of [[ada, 'b'], [ben, 'c'], [cleo, 'c'], [dora, 'd']] as const) await world.answer(round, person, chosen)
  await world.ledger.closing.closeDue(monday + day, 9)
  return round
}

const drawn = async ({ ledger }: World, round: Round) => {
  const view = await ledger.rounds.view(round.id, group, null)
  if (view === undefined) throw new Error('the round is gone')
  await Promise.all([ledger.closing.markRedrawn(round.id, null, view), ledger.upkeep.noteBeat(later)])
}

export function correctionsContract(openLedger: OpenLedger): void {
  describe('a correction', () => {
    const newWorld = newWorlds(openLedger)

    it('by another key gives and takes points, and says beforehand how many', async () => {
      const world = await newWorld()
      const round = await played(world)
      expect(await world.ledger.corrections.foresee(round.id, regrade('c'))).toMatchObject({ answered: 4, shift: { gain: 2, lose: 1 } })
      expect(short(await world.board())).toEqual([[1, 'Ada', 1], [2, 'Ben', 0], [2, 'Cleo', 0], [2, 'Dora', 0]])
      expect(await correct(world, round, regrade('c'), later, 'It says so in the guide.')).toMatchObject({ kind: 'done', shift: { gain: 2, lose: 1 } })
      expect(short(await world.board())).toEqual([[1, 'Ben', 1], [1, 'Cleo', 1], [3, 'Ada', 0], [3, 'Dora', 0]])
      const view = await world.ledger.rounds.view(round.id, group, null)
      expect(view).toMatchObject({ right: [{ name: 'Ben' }, { name: 'Cleo' }], round: { key: ['c'], words: { explanation: 'Corrected: It says so in the guide.', keyPoint: '' } } })
      expect(view?.round.words?.whyNot).toEqual({ a: 'No.', b: 'This counted as right until it was corrected.' })
      expect((await world.ledger.memories.log(ben.id, '')).map(({ item, grade }) => [item, grade])).toEqual([[itemId('question', round.question), 'good']])
    })

    it('leaves streaks alone, and changes what people remember', async () => {
      const world = await newWorld()
      const round = await played(world)
      const before = await world.ledger.memories.of(ada.id)
      await correct(world, round, regrade('c'))
      expect((await world.ledger.boards.progress(ada, place, '2026-01-05')).streak).toMatchObject({ current: 1 })
      expect((await world.ledger.memories.of(ada.id)).memories).not.toEqual(before.memories)
      await correct(world, round, { kind: 'void' })
      expect((await world.ledger.memories.of(ada.id)).memories.size).toBe(0)
      await undo(world, round)
      await undo(world, round)
      expect((await world.ledger.memories.of(ada.id)).memories).toEqual(before.memories)
    })

    it('that voids leaves nobody on the board for it, but the round and who answered it', async () => {
      const world = await newWorld()
      const round = await played(world)
      await correct(world, round, { kind: 'void' }, later, 'Two answers are right.')
      expect(await world.board()).toMatchObject({ rows: [], people: 0, own: null })
      expect(await world.ledger.rounds.view(round.id, group, ada.id)).toMatchObject({ answered: 4, votes: null, right: [], mine: { chosen: ['b'] }, round: { voided: true, words: { explanation: 'Two answers are right.' } } })
      const next = await world.post(monday + day, wordedBank())
      await world.answer(next, ben, 'b', monday + day + minute)
      expect(short(await world.board())).toEqual([[1, 'Ben', 1]])
      await undo(world, round)
      expect(short(await world.board())).toEqual([[1, 'Ada', 1], [1, 'Ben', 1], [3, 'Cleo', 0], [3, 'Dora', 0]])
    })

    it('of an open question is what the next answers are judged by; what is voided counts for streaks alone, and can’t be changed', async () => {
      const world = await newWorld()
      await world.setUp()
      const round = await world.post(monday, wordedBank())
      await world.answer(round, ada, 'b')
      await correct(world, round, regrade('c'), monday + minute)
      expect((await world.answer(round, ben, 'c'))?.verdict).toEqual({ kind: 'counted', right: true, changed: false })
      await correct(world, round, { kind: 'void' }, monday + minute)
      expect(await world.answer(round, cleo, 'b')).toMatchObject({ verdict: { kind: 'counted', right: null }, first: true, streak: 1 })
      expect(await world.answer(round, cleo, 'c')).toMatchObject({ verdict: { kind: 'counted', right: null, changed: false }, chosen: ['b'] })
      await undo(world, round)
      await undo(world, round)
      expect(short(await world.board())).toEqual([[1, 'Ada', 1], [1, 'Cleo', 1], [3, 'Ben', 0]])
    })

    it('of an open question that is judged at the close judges nothing before it', async () => {
      const world = await newWorld()
      await world.setUp({ feedback: 'at-close' })
      const round = await world.post(monday, wordedBank())
      await world.answer(round, ada, 'c')
      expect(await world.ledger.corrections.foresee(round.id, regrade('c'))).toBe('not-yet')
      for (const key of ['b', 'c']) expect(await correct(world, round, regrade(key), monday + minute)).toEqual({ kind: 'not-yet' })
      expect(await world.ledger.corrections.correct(round.id, { change: regrade('c'), why: '', version: 0, words: wordsOf('?') }, 'operator', monday + minute)).toMatchObject({ kind: 'done', shift: { gain: 0, lose: 0 } })
      expect((await world.board()).people).toBe(0)
      await world.ledger.closing.closeDue(round.closesAt, 9)
      expect(short(await world.board())).toEqual([[1, 'Ada', 1]])
    })

    it('of thousands of answers is done a few at a time; nobody is told before all are', async () => {
      const world = await newWorld()
      await world.setUp()
      const round = await world.post(monday, wordedBank())
      const people = Array.from({ length: 370 }, (_, number) => someone(`Person ${number}`))
      await Promise.all(people.map((person) => world.answer(round, person, 'c')))
      await world.ledger.closing.closeDue(round.closesAt, 9)
      await drawn(world, round)
      await correct(world, round, regrade('c'))
      const points = async () => (await world.board({ size: 1000 })).rows.filter((row) => row.points > 0).length
      expect(await points()).toBe(250)
      expect(await world.ledger.closing.toRedraw(9)).toEqual([])
      expect(await world.ledger.corrections.takeTouched(later + toldAfter, 5)).toEqual([])
      expect(await world.ledger.corrections.rejudge(100)).toBe(100)
      expect(await world.ledger.corrections.rejudge(100)).toBe(20)
      expect(await world.ledger.corrections.rejudge(100)).toBe(0)
      expect(await points()).toBe(370)
      expect(await world.ledger.closing.toRedraw(9)).toHaveLength(1)
      expect(await world.ledger.corrections.takeTouched(later + toldAfter, 5)).toHaveLength(5)
    })

    it('has its post drawn again, also if one from before is drawn just then', async () => {
      const world = await newWorld()
      const round = await played(world)
      const view = await world.ledger.rounds.view(round.id, group, null)
      await correct(world, round, regrade('c'))
      await Promise.all([world.ledger.closing.markRedrawn(round.id, null, view), world.ledger.upkeep.noteBeat(later)])
      expect(await world.ledger.closing.toRedraw(9)).toHaveLength(1)
      await drawn(world, round)
      expect(await world.ledger.closing.toRedraw(9)).toEqual([])
    })

    it('is told once to those whose points it changed and who are still there, after some minutes', async () => {
      const world = await newWorld()
      const round = await played(world)
      await correct(world, round, regrade('c'))
      await world.ledger.people.setPresence([{ person: cleo.id, gone: true }], later)
      expect(await world.ledger.corrections.takeTouched(later + toldAfter - 1, 9)).toEqual([])
      const told = await world.ledger.corrections.takeTouched(later + toldAfter, 9)
      expect(told.map(({ person, chosen, points }) => [person, chosen, points])).toEqual([[ada.id, ['b'], -1], [ben.id, ['c'], 1]])
      expect(await world.ledger.corrections.takeTouched(later + day, 9)).toEqual([])
      await undo(world, round, later + day)
      expect((await world.ledger.corrections.takeTouched(later + 2 * day, 9)).map(({ person, points }) => [person, points])).toEqual([[ada.id, 1], [ben.id, -1]])
    })

    it('that is taken back in time is told to nobody', async () => {
      const world = await newWorld()
      const round = await played(world)
      await correct(world, round, regrade('c'))
      await undo(world, round, later + minute)
      expect(await world.ledger.corrections.takeTouched(later + day, 9)).toEqual([])
    })

    it('is on record with who, when and why; a press that knows another state changes nothing', async () => {
      const world = await newWorld()
      const round = await played(world)
      await correct(world, round, regrade('c'), later, 'Typo.')
      const again = await world.ledger.corrections.correct(round.id, { change: { kind: 'void' }, why: '', version: 0, words: wordsOf('?') }, manager, later)
      expect(again.kind).toBe('stale')
      expect((await world.ledger.corrections.undo(round.id, 0, manager, later)).kind).toBe('stale')
      await undo(world, round, later + minute)
      expect((await world.ledger.corrections.find(round.id))?.record).toEqual([
        { id: expect.any(Number), at: later, by: manager.id, byOperator: false, why: 'Typo.', voided: false, key: ['c'], before: { voided: false, key: ['b'] }, undone: { at: later + minute, by: manager.id } },
      ])
      expect((await undo(world, round)).kind).toBe('no-change')
    })

    it('is refused to others than managers, without a change, and with an answer that nobody could give', async () => {
      const world = await newWorld()
      const round = await played(world)
      const what = { change: regrade('c'), why: '', version: 0, words: wordsOf('?') }
      expect((await world.ledger.corrections.correct(round.id, what, { id: ada.id, admin: false }, later)).kind).toBe('not-yours')
      expect((await world.ledger.corrections.correct('0000000000000000', what, manager, later)).kind).toBe('unknown')
      for (const [change, kind] of [[regrade('b'), 'no-change'], [regrade('b', 'c'), 'bad-key'], [regrade('e'), 'bad-key']] as const) {
        expect((await correct(world, round, change)).kind).toBe(kind)
        expect(await world.ledger.corrections.foresee(round.id, change)).toBe(kind)
      }
    })

    it('does not say how many gain or lose where that tells on somebody who hides', async () => {
      const world = await newWorld()
      const round = await played(world)
      await world.ledger.people.setHidden(dora, true)
      expect(await world.ledger.corrections.foresee(round.id, regrade('c'))).toBe('would-tell')
      expect(await correct(world, round, regrade('c'))).toEqual({ kind: 'would-tell' })
      expect(await world.ledger.rounds.view(round.id, group, null)).toMatchObject({ votes: null, right: [] })
      expect(short(await world.board())).toEqual([[1, 'Ada', 1], [2, 'Ben', 0], [2, 'Cleo', 0]])
      expect(await world.ledger.corrections.foresee(round.id, { kind: 'void' })).toMatchObject({ answered: 4, shift: null })
      await correct(world, round, { kind: 'void' })
      await world.ledger.people.setHidden(dora, false)
      expect((await world.board()).people).toBe(0)
    })

    it('by somebody who was forgotten stays, without their name, also where they wrote it themselves', async () => {
      const world = await newWorld()
      const round = await played(world)
      await world.ledger.corrections.correct(round.id, { change: regrade('c'), why: 'Ada says so.', version: 0, words: wordsOf('?') }, { id: ada.id, admin: true }, later)
      await world.ledger.corrections.correct(round.id, { change: { kind: 'void' }, why: 'ada again', version: 1, words: wordsOf('?') }, { id: ada.id, admin: true }, later)
      expect(await world.ledger.forgetting.known(ada)).toMatchObject({ here: true })
      await world.ledger.forgetting.forget(ada, 'here', later)
      expect((await world.ledger.corrections.find(round.id))?.record.map(({ by, why }) => [by, why])).toEqual([[null, ''], [null, '']])
      expect((await world.ledger.rounds.find(round.id))?.words?.explanation).toBe('')
      await undo(world, round)
      expect((await world.ledger.rounds.find(round.id))?.words?.explanation).toBe('The answer to this question was corrected.')
      expect(await world.ledger.forgetting.known(ada)).toMatchObject({ here: false })
    })

    it('holds the next time the question is asked in the channel, until it is taken back', async () => {
      const world = await newWorld()
      await world.setUp()
      const bank = wordedBank('', 1)
      const round = await world.post(monday, bank)
      await correct(world, round, regrade('c'), monday + minute)
      expect((await world.post(monday + day, bank)).key).toEqual(['c'])
      await undo(world, round, monday + day)
      expect((await world.post(monday + 2 * day, bank)).key).toEqual(['b'])
      await correct(world, round, { kind: 'void' }, monday + 2 * day)
      const claims = await world.ledger.delivery.claimDue(monday + 3 * day, bank, 9)
      expect(claims.map(({ round: { state } }) => state)).toEqual(['failed'])
    })

    it('is not told to somebody who was forgotten, and is taken back without them', async () => {
      const world = await newWorld()
      const round = await played(world)
      await correct(world, round, regrade('c'))
      await world.ledger.forgetting.forget(ben, 'here', later)
      expect((await world.ledger.corrections.takeTouched(later + day, 9)).map(({ person }) => person)).toEqual([ada.id, cleo.id])
      await undo(world, round)
      expect(short(await world.board())).toEqual([[1, 'Ada', 1], [2, 'Cleo', 0], [2, 'Dora', 0]])
    })
  })
}
