// How somebody's learning goes: readiness, topics and mistakes from the log alone.
import { describe, expect, it } from 'vitest'
import { firstTries, type Tries } from '../../src/core/first-tries.ts'
import { mistakesIn } from '../../src/core/mistakes.ts'
import { overviewOf } from '../../src/core/overview.ts'
import { examOf, readinessFrom, readinessOf } from '../../src/core/readiness.ts'
import type { Grade, StudyEntry, StudySource } from '../../src/core/study-item.ts'

const entry = (item: string, day: string, grade: Grade, source: StudySource = 'practice', hour = 12): StudyEntry => ({ item, day, at: Date.parse(`${day}T${hour}:00Z`), source, grade })
const tries = (right: number, of: number): Tries => ({ right, of })

describe('readiness', () => {
  const weights = new Map([['a', 24], ['b', 30], ['c', 34], ['d', 12]])
  const few = new Map([['a', tries(5, 6)], ['b', tries(6, 8)], ['c', tries(4, 7)], ['d', tries(2, 3)]])

  it('is the weighted mean of the topics, with the spread that few answers leave', () => {
    const topics = [...weights].map(([topic, weight]) => ({ weight: weight / 100, ...(few.get(topic) ?? tries(0, 0)) }))
    const [mean, deviation] = examOf(topics)
    expect([mean.toFixed(4), deviation.toFixed(4)]).toEqual(['0.6509', '0.0797'])
    expect([mean - 1.2816 * deviation, mean + 1.2816 * deviation].map((each) => each.toFixed(3))).toEqual(['0.549', '0.753'])
  })

  it('is not told from too few answers, but what is missing is', () => {
    expect(readinessOf(weights, few)).toEqual({ kind: 'unknown', tries: 6, topics: 0 })
    const narrow = readinessOf(weights, new Map([['a', tries(20, 30)], ['c', tries(20, 30)]]))
    expect(narrow).toEqual({ kind: 'unknown', tries: 0, topics: 1 })
    expect(readinessOf(weights, new Map())).toEqual({ kind: 'unknown', tries: 30, topics: 2 })
    expect(readinessOf(weights, new Map([['d', tries(1, 1)]]))).toEqual({ kind: 'unknown', tries: 29, topics: 2 })
  })

  it('counts a topic without answers as half-and-half, and stays within 0 and 1', () => {
    const known = readinessOf(weights, new Map([['a', tries(40, 40)], ['b', tries(40, 40)], ['c', tries(40, 40)]]))
    expect(known).toMatchObject({ kind: 'known' })
    expect(known.kind === 'known' && [known.mean < 0.93, known.high <= 1]).toEqual([true, true])
  })

  it('looks back 90 days', () => {
    expect(readinessFrom('2026-03-02')).toBe('2025-12-02')
  })
})

it('a first try is the earliest answer, in whatever order the log is', () => {
  const log = [entry('question:x', '2026-03-02', 'good'), entry('question:x', '2026-03-01', 'again'), entry('question:x', '2026-03-01', 'good', 'daily', 13)]
  for (const each of [log, log.toReversed()]) expect(firstTries(each).get('question:x')?.grade).toBe('again')
})

it('mistakes are questions, duties, controls and findings whose last answer was wrong, the latest first', () => {
  const log = [
    entry('question:mended', '2026-03-01', 'again'), entry('question:mended', '2026-03-02', 'good'), entry('question:old', '2026-02-01', 'again'),
    entry('question:lost', '2026-03-01', 'hard'), entry('question:lost', '2026-03-03', 'again'), entry('card:one', '2026-03-03', 'again'),
    entry('duty:roof', '2026-02-02', 'again', 'drill'), entry('finding:web-shop/images', '2026-02-03', 'again', 'case'), entry('control:power', '2026-02-04', 'good', 'drill'),
  ]
  for (const each of [log, log.toReversed()]) expect(mistakesIn(each).map(({ item }) => item)).toEqual(['question:lost', 'finding:web-shop/images', 'duty:roof', 'question:old'])
})

describe('the overview', () => {
  const topics = new Map([['x1', 'x'], ['x2', 'x'], ['y1', 'y'], ['old', 'y']])
  const overview = overviewOf({
    log: [
      entry('question:x1', '2026-03-02', 'again', 'daily'), entry('question:x1', '2026-03-02', 'good', 'practice', 13), entry('question:y1', '2026-03-01', 'good', 'exam'),
      entry('question:old', '2025-11-01', 'again'), entry('question:gone', '2026-03-01', 'again'), entry('duty:d', '2026-03-02', 'good', 'drill'),
    ],
    day: '2026-03-02',
    weights: new Map([['x', 1], ['y', 1], ['z', 1]]),
    topicOf: (id) => topics.get(id),
    isKnown: (item) => item !== 'question:gone',
  })

  it('counts today and what was done alone', () => {
    expect([overview.today, overview.alone]).toEqual([tries(2, 3), tries(3, 5)])
  })

  it('puts the weakest topic first and those without an answer last, by first tries', () => {
    expect(overview.topics).toEqual([{ topic: 'x', right: 0, of: 1 }, { topic: 'y', right: 1, of: 2 }, { topic: 'z', right: 0, of: 0 }])
  })

  it('leaves out of the readiness what is long ago, and of the mistakes what is gone', () => {
    expect(overview.readiness).toMatchObject({ kind: 'unknown', tries: 28 })
    expect(overview.mistakes.map(({ item }) => item)).toEqual(['question:old'])
  })
})
