// Why a question was chosen: the one reason that counted most, as a manager reads it.
import { describe, expect, it } from 'vitest'
import type { AskedPoint } from '../../src/core/group-memory.ts'
import { pointsOf } from '../../src/core/points.ts'
import { comebacks, dayNumber, daysSince, isMissed, outlookOf, questionWorth, type Outlook } from '../../src/core/question-worth.ts'
import { addDays } from '../../src/core/time.ts'
import { whyQuestion } from '../../src/core/why-question.ts'

const today = '2026-06-01'
const question = { id: 'q', topic: 't', facts: ['one', 'two', 'three'] }
const other = { id: 'other', topic: 't', facts: ['one'] }
const points = pointsOf({ questions: [question, other], weights: new Map([['t', 1]]) })

/** A point that was asked so many days ago in another question. */
const asked = (daysAgo: number, answered: number, right: number, more: Partial<AskedPoint> = {}): AskedPoint => ({
  times: 1, known: 0.5, absent: 0, last: { question: 'other', at: 0, day: addDays(today, -daysAgo), answered, right }, ...more,
})

function outlook(known: Readonly<Record<string, AskedPoint>>, worth: readonly number[], topic: readonly [answered: number, right: number] = [10, 5], all: readonly [number, number] = [10, 5]): Outlook {
  const tally = ([answered, right]: readonly [number, number]) => ({ answered, right })
  return {
    points, today: dayNumber(today), worthOf: new Map(worth.map((each, at) => [question.facts[at] ?? '', each])),
    memory: { points: new Map(Object.entries(known)), knownOf: () => 0.5, topics: new Map([['t', tally(topic)]]), all: tally(all) },
  }
}

const before = (daysAgo: number, answered: number, right: number) => ({ question: 'other', day: addDays(today, -daysAgo), answered, right })

describe('the reason', () => {
  it('is the topic’s turn, if the question was chosen for that', () => {
    const coverage = { topic: 't', asked: 1, of: 4, share: 0.5 } as never
    expect(whyQuestion(question, outlook({ one: asked(7, 4, 0) }, [9, 0, 0]), coverage)).toEqual({ kind: 'coverage', topic: 't', asked: 1, of: 4, share: 0.5 })
  })

  it('is a point that most missed and that comes back, however little it is worth', () => {
    expect(whyQuestion(question, outlook({ one: asked(7, 4, 1) }, [0.1, 5, 5]), undefined)).toEqual({ kind: 'missed', before: before(7, 4, 1) })
  })

  it('is a point that most missed long ago, if what was asked before is worth at least as much as what is new', () => {
    const long = { one: asked(100, 4, 1), two: asked(90, 4, 4) }
    expect(whyQuestion(question, outlook(long, [3, 1, 4]), undefined)).toEqual({ kind: 'missed', before: before(100, 4, 1) })
    expect(whyQuestion(question, outlook(long, [3, 0, 4]), undefined).kind).toBe('new')
    expect(whyQuestion(question, outlook({ one: asked(100, 4, 1), two: asked(90, 4, 4) }, [0, 5, 4]), undefined)).toEqual({ kind: 'again', before: before(90, 4, 4) })
  })

  it('is the point worth most among those that were asked before, if they are worth more than what is new', () => {
    const known = { one: asked(80, 4, 3), two: asked(70, 4, 4) }
    expect(whyQuestion(question, outlook(known, [1, 2, 2]), undefined)).toEqual({ kind: 'again', before: before(70, 4, 4) })
    expect(whyQuestion(question, outlook(known, [2, 1, 2]), undefined)).toEqual({ kind: 'again', before: before(80, 4, 3) })
    expect(whyQuestion(question, outlook(known, [1, 1, 2]), undefined)).toEqual({ kind: 'new', points: 1 })
  })

  it('is a topic that goes worse than the others, and how many points are new where none of these holds', () => {
    expect(whyQuestion(question, outlook({}, [1, 1, 1], [10, 3]), undefined)).toEqual({ kind: 'weak-topic', topic: { answered: 10, right: 3 }, all: { answered: 10, right: 5 } })
    expect(whyQuestion(question, outlook({}, [1, 1, 1], [20, 10]), undefined)).toEqual({ kind: 'new', points: 3 })
    expect(whyQuestion(question, outlook({}, [1, 1, 1], [0, 0]), undefined)).toEqual({ kind: 'new', points: 3 })
    expect(whyQuestion({ ...question, id: 'gone' }, outlook({}, []), undefined)).toEqual({ kind: 'new', points: 0 })
  })
})

describe('what a question is worth', () => {
  const worthOf = (known: Readonly<Record<string, AskedPoint>>, knows = 0.5) => questionWorth(question, outlookOf({ points, today: dayNumber(today), memory: { ...outlook(known, []).memory, knownOf: () => knows } }))

  it('is more to a group that doesn’t know its topic, and less for a point that was just asked', () => {
    expect(worthOf({}, 0)).toBeGreaterThan(worthOf({}, 1))
    expect(worthOf({ one: asked(2, 4, 4) })).toBeLessThan(worthOf({ one: asked(3, 4, 4) }))
    expect(worthOf({ one: asked(10, 4, 4) })).toBeLessThan(worthOf({ one: asked(60, 4, 4) }))
  })

  it('is less the oftener a point was asked, and more where people were absent', () => {
    expect(worthOf({ one: asked(60, 4, 4, { times: 4 }) })).toBeLessThan(worthOf({ one: asked(60, 4, 4) }))
    expect(worthOf({ one: asked(10, 4, 4, { absent: 0.5 }) })).toBeGreaterThan(worthOf({ one: asked(10, 4, 4) }))
  })

  it('rises for a point that most missed, from the fifth to the twenty-first day', () => {
    const rise = (days: number) => worthOf({ one: asked(days, 4, 0, { known: 0 }) }) > worthOf({ one: asked(days, 4, 4, { known: 0 }) })
    expect([4, 5, 21, 22].map(rise)).toEqual([false, true, true, false])
  })

  it('counts no day that is still to come', () => {
    expect([daysSince('2026-06-05', dayNumber(today)), daysSince('2026-05-30', dayNumber(today))]).toEqual([0, 2])
  })
})

it('a point is missed if fewer than half of those who answered were right', () => {
  expect([isMissed({ answered: 4, right: 1 }), isMissed({ answered: 4, right: 2 }), isMissed({ answered: 0, right: 0 })]).toEqual([true, false, false])
})

it('a question comes back that is worth enough, and not for what it asked itself', () => {
  const questions = { wanted: [question, other], rested: [question, other] }
  const rich = { ...outlook({ one: asked(7, 4, 0) }, [1, 0, 0]), worthOf: new Map([['one', 100]]) }
  expect(comebacks(questions, rich)).toEqual([question])
  expect(comebacks(questions, { ...rich, worthOf: new Map([['one', 0.0001]]) })).toEqual([])
})
