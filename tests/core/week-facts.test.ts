// What a weekly recap tells: nothing from small numbers, nothing of what is kept back, and nobody who did badly.
import { expect, it } from 'vitest'
import type { ClosedRound } from '../../src/core/insight.ts'
import { addDays } from '../../src/core/time.ts'
import { weekFacts, type WeekMaterial } from '../../src/core/week-facts.ts'

const week = '2026-01-05'

function round(later: number, right: number, wrong: number, change: Partial<ClosedRound> = {}): ClosedRound {
  const votes = [{ chosen: ['a'], people: right }, { chosen: ['b'], people: wrong }]
  return { id: `round ${later}`, question: `rds-${later}`, day: addDays(week, later), extra: false, key: ['a'], answered: right + wrong, votes, ...change }
}

const facts = (rounds: readonly ClosedRound[], change: Partial<WeekMaterial> = {}) =>
  weekFacts({ week, rounds, voided: [], askedBefore: new Set(), people: 12, peopleBefore: 12, everyDay: { names: ['Ada'], count: 1 }, ...change }, (question) => question.split('-')[0])

it('counts days, people and answers of daily questions', () => {
  expect(facts([round(-2, 9, 9), round(0, 8, 4), round(0, 1, 0, { extra: true }), round(2, 6, 5)])).toMatchObject({ days: 2, turnout: { people: 12, answers: 23 } })
})

it('below five people counts nobody where somebody hides', () => {
  const rounds = [round(0, 3, 1), round(1, 2, 1), round(2, 3, 1, { votes: null })]
  expect(facts(rounds, { people: 4, peopleBefore: 2 })).toMatchObject({ turnout: null, everyDay: null, well: { kind: 'all-answered' } })
  expect(facts([round(0, 4, 0, { votes: null })], { people: 4, peopleBefore: 0 })).toMatchObject({ hardest: null, well: { kind: 'took-part' } })
})

it('below five people, all of them shown, says what it says of more', () => {
  const rounds = [round(0, 3, 1), round(1, 1, 3), round(2, 4, 0)]
  expect(facts(rounds, { people: 4, peopleBefore: 4 })).toMatchObject({ turnout: { people: 4, answers: 12 }, everyDay: { names: ['Ada'], count: 1 }, hardest: { round: 'round 1' }, well: { kind: 'all-right', of: { round: 'round 2' } } })
})

it('names the hardest question from three answers on, if it was hard, and its result may be shown', () => {
  expect(facts([round(0, 0, 2), round(1, 6, 4), round(2, 8, 4)]).hardest).toMatchObject({ round: 'round 1', answered: 10, right: 6 })
  expect(facts([round(0, 9, 1)]).hardest).toBeNull()
  expect(facts([round(0, 1, 11, { votes: null })])).toMatchObject({ hardest: null, topic: null })
})

it('finds a topic from ten first answers to two questions in four weeks on, among others that went better', () => {
  const other = round(3, 30, 0, { question: 's3-1' })
  expect(facts([round(-14, 2, 3), round(-7, 2, 2), other]).topic).toBeNull()
  expect(facts([round(-14, 2, 3), round(-7, 2, 3), other]).topic).toEqual({ topic: 'rds', answered: 10, right: 4 })
  expect(facts([round(-14, 5, 10), round(-7, 5, 10, { question: 'rds--14' }), other]).topic).toBeNull()
  expect(facts([round(-14, 5, 10), round(-7, 5, 10), other], { askedBefore: new Set(['rds--7']) }).topic).toBeNull()
  expect(facts([round(-7, 20, 20)]).topic).toBeNull()
})

it('tells one thing that went well', () => {
  expect(facts([round(0, 3, 0), round(1, 9, 0)]).well).toMatchObject({ kind: 'all-right', of: { round: 'round 1' } })
  expect(facts([round(0, 5, 4)], { peopleBefore: 9 }).well).toEqual({ kind: 'more-people', more: 3 })
  expect(facts([round(0, 9, 1)]).well).toMatchObject({ kind: 'well-known', of: { answered: 10, right: 9 } })
})

it('names people who were here every day only from three days on', () => {
  expect(facts([round(0, 5, 4), round(1, 5, 4)]).everyDay).toBeNull()
  expect(facts([round(0, 5, 4), round(1, 5, 4), round(2, 5, 4)]).everyDay).toEqual({ names: ['Ada'], count: 1 })
})
