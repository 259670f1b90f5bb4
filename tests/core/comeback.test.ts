// A point that most people missed comes again within three weeks, in another question, if that question is worth enough.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AskedRound } from '../../src/core/group-memory.ts'
import { pickQuestion } from '../../src/core/next-question.ts'
import { pointsOf, type Bank } from '../../src/core/points.ts'
import { addDays } from '../../src/core/time.ts'

const start = '2026-01-05'

/** Each fact has so many questions, and each question one fact. */
const bankOf = (facts: number, questions: number): Bank => ({
  questions: Array.from({ length: facts * questions }, (_, index) => ({ id: `f${index % facts}-${Math.floor(index / facts)}`, topic: `topic${index % 3}`, facts: [`f${index % facts}`] })),
  weights: new Map(),
})
const factOf = (question: string) => question.split('-')[0]

/** What a channel is asked on `days` days if of 12 people `right` answer right. */
function draw(bank: Bank, days: number, seed: string, right: (question: string, day: number) => number): readonly AskedRound[] {
  const rounds: AskedRound[] = []
  for (let turn = 0; turn < days; turn++) {
    const day = addDays(start, turn)
    const question = pickQuestion(bank, [], rounds, { day, seed: `${seed} ${turn}`, channel: seed })?.question
    if (question !== undefined) rounds.push({ question, at: turn * 86_400_000, day, answered: 12, right: right(question, turn) })
  }
  return rounds
}

it('a fact that everybody missed comes again 5 to 21 days later in another question, where it is worth enough', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 9, max: 24 }), fc.nat(11), (seed, facts, missedDay) => {
      const rounds = draw(bankOf(facts, 6), missedDay + 22, seed, (_, day) => (day === missedDay ? 0 : 9))
      const missed = rounds[missedDay]
      if (missed === undefined) throw new Error('no question was asked')
      const next = rounds.findIndex(({ question }, day) => day > missedDay && factOf(question) === factOf(missed.question))
      expect(rounds[next]?.question).not.toBe(missed.question)
      expect(next - missedDay).toBeGreaterThanOrEqual(5)
      expect(next - missedDay).toBeLessThanOrEqual(21)
    }),
    { numRuns: 40 },
  )
})

it('says which round was missed, even among the first questions of a channel', () => {
  const bank = bankOf(12, 4)
  const rounds: AskedRound[] = [{ question: 'f0-0', at: 0, day: start, answered: 12, right: 2 }]
  const picked = pickQuestion(bank, [], rounds, { day: addDays(start, 5), seed: 'seed', channel: 'seed' })
  expect(picked).toEqual({ question: expect.stringMatching(/^f0-[123]$/u), why: { kind: 'missed', before: { question: 'f0-0', day: start, answered: 12, right: 2 } } })
})

it.each([['too early', 4, 2], ['too late', 22, 2], ['known by most', 5, 6]])('does not come first when it is %s', (_, days, right) => {
  const bank = bankOf(12, 4)
  const rounds: AskedRound[] = [{ question: 'f0-0', at: 0, day: start, answered: 12, right }]
  const picked = pickQuestion(bank, [], rounds, { day: addDays(start, days), seed: 'seed', channel: 'seed' })
  expect(picked?.question).not.toMatch(/^f0-/u)
})

it('a fact that is a small part of the course does not push out what is worth more', () => {
  const large = bankOf(12, 4)
  const bank: Bank = { ...large, questions: [...large.questions, ...['x-0', 'x-1'].map((id) => ({ id, topic: 'small', facts: ['x'] }))], weights: new Map([['small', 0.05]]) }
  const rounds: AskedRound[] = [{ question: 'x-0', at: 0, day: start, answered: 12, right: 0 }]
  expect(pickQuestion(bank, [], rounds, { day: addDays(start, 7), seed: 'seed', channel: 'seed' })?.question).not.toBe('x-1')
})

it('no question comes twice within 60 days for it, and every choice can be made again', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const rounds = draw(bankOf(30, 3), 80, seed, (question) => question.length % 2 === 0 ? 2 : 10)
      for (const [day, { question }] of rounds.entries()) expect(rounds.slice(Math.max(0, day - 59), day).map((round) => round.question)).not.toContain(question)
      expect(draw(bankOf(30, 3), 80, seed, (question) => question.length % 2 === 0 ? 2 : 10)).toEqual(rounds)
    }),
    { numRuns: 5 },
  )
})

it('a question that is hard to guess is a larger part of what an exam tells', () => {
  const points = pointsOf({ questions: [{ id: 'one of four', topic: 'iam' }, { id: 'two of five', topic: 'iam', guess: 0.1 }], weights: new Map() })
  expect([points.valueOf.get('one of four'), points.valueOf.get('two of five')]).toEqual([0.375, 0.45])
})
