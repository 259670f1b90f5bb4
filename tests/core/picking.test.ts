// What a private session brings up: what is due before what is new before what is remembered, and no point twice.
import { describe, expect, it } from 'vitest'
import { apart } from '../../src/core/apart.ts'
import { aboutFor, askedFor } from '../../src/core/asked-for.ts'
import { remember, type Memory } from '../../src/core/memory.ts'
import { needOf } from '../../src/core/need.ts'
import { pickEvenly, pickItems } from '../../src/core/pick-items.ts'
import { pickPractice, type PracticeQuestion } from '../../src/core/practice.ts'
import { addDays } from '../../src/core/time.ts'

const today = '2026-06-01'
const learned = (item: string, daysAgo: number, grade: 'again' | 'good' = 'good'): Memory => remember(item, null, addDays(today, -daysAgo), grade)
const memories = (entries: Readonly<Record<string, Memory>>) => new Map(Object.entries(entries))

/** Answered long ago, answered yesterday. */
const [due, fresh] = [learned('x', 60), learned('x', 0)]

describe('how much an item is needed', () => {
  it('is most where it is due, less where it is new, least where it is remembered', () => {
    expect(needOf(due, today)).toBeGreaterThan(needOf(undefined, today))
    expect(needOf(undefined, today)).toBeGreaterThan(needOf(fresh, today))
  })

  it('grows with what is forgotten, and stays within one step of its kind', () => {
    expect(needOf(learned('x', 200), today)).toBeGreaterThan(needOf(learned('x', 20), today))
    for (const memory of [due, learned('x', 9999)]) {
      expect(needOf(memory, today)).toBeGreaterThan(40)
      expect(needOf(memory, today)).toBeLessThanOrEqual(41)
    }
    expect(needOf(fresh, today)).toBeGreaterThanOrEqual(0)
    expect(needOf(fresh, today)).toBeLessThan(1)
  })
})

describe('cards and duties', () => {
  const items = ['card:new', 'card:due', 'card:overdue', 'card:fresh']
  const known = memories({ 'card:due': learned('card:due', 10), 'card:overdue': learned('card:overdue', 100), 'card:fresh': fresh })
  const from = { items, memories: known, day: today, seed: 's' }

  it('come due first, the most forgotten before the others, then new, then remembered', () => {
    expect(pickItems(from, 4)).toEqual(['card:overdue', 'card:due', 'card:new', 'card:fresh'])
    expect(pickItems(from, 2)).toEqual(['card:overdue', 'card:due'])
    expect(pickItems(from, 9)).toHaveLength(4)
  })

  it('that are new come in another order for another seed, and in the same for the same', () => {
    const many = { ...from, items: Array.from({ length: 12 }, (_, at) => `card:${at}`), memories: new Map() }
    expect(pickItems(many, 12)).toEqual(pickItems(many, 12))
    expect(pickItems(many, 12)).not.toEqual(pickItems({ ...many, seed: 'other' }, 12))
  })

  const groups = [['d:a1', 'd:a2', 'd:a3', 'd:a4'], ['d:b1', 'd:b2', 'd:b3', 'd:b4']]
  const kinds = (picked: readonly string[]) => picked.map((item) => item.charAt(2)).toSorted().join('')

  it('come from each group alike, so that the same answer is not always right', () => {
    for (const seed of ['1', '2', '3', '4']) expect(kinds(pickEvenly({ groups, memories: new Map(), day: today, seed }, 4))).toBe('aabb')
    expect(pickEvenly({ groups, memories: new Map(), day: today, seed: 's' }, 99)).toHaveLength(8)
  })

  it('that are due come before that, each once', () => {
    const dueOnes = memories({ 'd:a1': due, 'd:a2': due, 'd:a3': due, 'd:b1': fresh })
    for (const seed of ['1', '2', '3', '4']) {
      const picked = pickEvenly({ groups, memories: dueOnes, day: today, seed }, 4)
      expect(picked).toEqual(expect.arrayContaining(['d:a1', 'd:a2', 'd:a3']))
      expect(new Set(picked).size).toBe(4)
      expect(picked).not.toContain('d:b1')
      expect(new Set(pickEvenly({ groups, memories: dueOnes, day: today, seed }, 8)).size).toBe(8)
    }
  })
})

describe('practice', () => {
  const question = (id: string, topic: string, ...facts: string[]): PracticeQuestion => ({ id, topic, facts })
  const questions = [question('due', 't', 'f1'), question('new', 't', 'f2'), question('fresh', 't', 'f3'), question('twin', 't', 'f1')]
  const from = { questions, weights: new Map([['t', 1]]), memories: memories({ 'question:due': due, 'question:fresh': fresh }), day: today, seed: 's' }

  it('asks what is due, then what is new, then what is remembered, and no point twice', () => {
    expect(pickPractice(from, 9)).toEqual(['due', 'new', 'fresh'])
    expect(pickPractice(from, 1)).toEqual(['due'])
  })

  /** How many of the new questions that come first are from the topic. */
  function firstFrom(topic: string, weights: ReadonlyMap<string, number>, known: ReadonlyMap<string, Memory>): number {
    const all = Array.from({ length: 40 }, (_, at) => question(`n${at}`, at % 2 === 0 ? 'even' : 'odd', `n${at}`))
    const seen = [...known.keys()].map((item) => question(item.slice(9), item.includes('even') ? 'even' : 'odd', item))
    const picked = Array.from({ length: 30 }, (_, seed) => pickPractice({ questions: [...all, ...seen], weights, memories: known, day: today, seed: String(seed) }, 10)).flat()
    return picked.filter((id) => all.find((each) => each.id === id)?.topic === topic).length / picked.length
  }

  it('takes new questions mostly from the topic that goes worst, and else from both alike', () => {
    const equal = new Map([['even', 1], ['odd', 1]])
    // Missed in “even” and known in “odd”, and none of them due, so that new questions come first.
    const weak = learned('x', 0, 'again')
    const worse = memories(Object.fromEntries([1, 2, 3, 4, 5, 6].flatMap((at) => [[`question:even${at}`, { ...weak, due: '2099-01-01', stability: 0.01, last: '2026-05-01' }], [`question:odd${at}`, { ...fresh, stability: 5_000 }]])))
    expect(firstFrom('even', equal, worse)).toBeGreaterThan(0.8)
    expect(firstFrom('even', equal, new Map())).toBeGreaterThan(0.35)
    expect(firstFrom('even', equal, new Map())).toBeLessThan(0.65)
  })

  it('takes more of them from the topic with more weight', () => {
    expect(firstFrom('even', new Map([['even', 4], ['odd', 1]]), new Map())).toBeGreaterThan(0.8)
    expect(firstFrom('odd', new Map(), new Map())).toBeLessThan(0.65)
  })
})

it('what shares a fact with something before it is left out, and so is what shares one with what is taken', () => {
  const item = (name: string, ...facts: string[]) => ({ name, facts })
  const items = [item('a', '1'), item('b', '1', '2'), item('c', '2'), item('d', '3')]
  expect(apart(items, 9).map(({ name }) => name)).toEqual(['a', 'c', 'd'])
  expect(apart(items, 2).map(({ name }) => name)).toEqual(['a', 'c'])
  expect(apart(items, 9, ['1']).map(({ name }) => name)).toEqual(['c', 'd'])
  expect(apart([item('free'), item('also free')], 9)).toHaveLength(2)
})

describe('what a session was asked for', () => {
  const tasks = [1, 2, 3].map((at) => ({ item: `question:${at}`, order: [], key: [], content: at }))

  it('keeps the number only where fewer were drawn', () => {
    expect([aboutFor('iam', 30, 3), aboutFor(null, 30, 3), aboutFor('iam', 3, 3), aboutFor('iam', undefined, 3), aboutFor(null, 2, 3)]).toEqual(['iam 30', ' 30', 'iam', 'iam', null])
  })

  it('reads it back', () => {
    expect(askedFor({ about: 'iam,s3 30', tasks })).toEqual({ subject: 'iam,s3', count: 30 })
    expect(askedFor({ about: ' 30', tasks })).toEqual({ subject: null, count: 30 })
    expect(askedFor({ about: 'iam', tasks })).toEqual({ subject: 'iam', count: 3 })
    expect(askedFor({ about: null, tasks })).toEqual({ subject: null, count: 3 })
  })
})
