// Which question comes next: the topics by their weights at first, then what the group needs, and nothing twice within 60 days.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupMemory, type AskedRound } from '../../src/core/group-memory.ts'
import { pickQuestion, type Occasion } from '../../src/core/next-question.ts'
import { pointsOf, type Bank } from '../../src/core/points.ts'
import { addDays, type LocalDate } from '../../src/core/time.ts'
import { bankOf } from './sample.ts'

const start: LocalDate = '2026-01-05'
const on = (day: number, seed = 'seed'): Occasion => ({ day: addDays(start, day), seed: `${seed} ${day}`, channel: seed })
const asked = (question: string, day: number, answered = 0, right = 0): AskedRound => ({ question, at: day * 86_400_000, day: addDays(start, day), answered, right })

/** Questions by id, each with its topic and its facts. */
function bankWith(questions: Readonly<Record<string, readonly [topic: string, ...facts: string[]]>>): Bank {
  return { questions: Object.entries(questions).map(([id, [topic, ...facts]]) => ({ id, topic, facts })), weights: new Map() }
}

/** What a channel is asked day after day. */
function draw(bank: Bank, count: number, seed: string, topics: readonly string[] = []): readonly AskedRound[] {
  const history: AskedRound[] = []
  for (let day = 0; day < count; day++) {
    const picked = pickQuestion(bank, topics, history, on(day, seed))
    if (picked !== undefined) history.push(asked(picked.question, day))
  }
  return history
}

const idsOf = (history: readonly AskedRound[]) => history.map(({ question }) => question)

const anyBank = fc
  .dictionary(fc.constantFrom('iam', 'kms', 's3', 'vpc'), fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 8 })), { minKeys: 1 })
  .chain((topics) => {
    const bank = bankOf(topics)
    const facts = fc.array(fc.subarray(['f1', 'f2', 'f3', 'f4', 'f5', 'f6']), { minLength: bank.questions.length, maxLength: bank.questions.length })
    return facts.map((lists) => ({ ...bank, questions: bank.questions.map((question, index) => ({ ...question, facts: lists[index] ?? [] })) }))
  })

const anyAsked = (days: fc.Arbitrary<number>) =>
  fc
    .tuple(fc.constantFrom('iam-0', 'iam-1', 'kms-0', 'kms-1', 's3-0', 's3-3', 'vpc-0', 'gone'), days, fc.nat(60), fc.nat(60), fc.boolean())
    .map(([question, day, answered, right, open]): AskedRound => ({ ...asked(question, day, answered, Math.min(right, answered)), ...(open ? { open } : {}) }))
const anyHistory = fc.array(anyAsked(fc.integer({ min: -100, max: 40 })), { maxLength: 40 })
const anyTopics = fc.subarray(['iam', 'kms', 's3'])

describe('the next question', () => {
  it('is none where no question belongs to the topics', () => {
    expect(pickQuestion(bankOf({ iam: [1, 2] }), ['kms'], [], on(0))).toBeUndefined()
    expect(pickQuestion(bankOf({}), [], [], on(0))).toBeUndefined()
  })

  it('is of the chosen topics, whatever was asked before', () => {
    fc.assert(
      fc.property(anyBank, anyTopics, anyHistory, (bank, topics, history) => {
        const question = pickQuestion(bank, topics, history, on(50))?.question
        const wanted = bank.questions.filter(({ topic }) => topics.length === 0 || topics.includes(topic))
        expect(question === undefined ? wanted.length === 0 : wanted.some(({ id }) => id === question)).toBe(true)
      }),
    )
  })

  it('is none of the last 60 days, and none that is open, unless all are: then it is the longest ago', () => {
    fc.assert(
      fc.property(anyBank, anyTopics, anyHistory, (bank, topics, history) => {
        const today = on(50).day
        const picked = pickQuestion(bank, topics, history, on(50))
        if (picked === undefined) return
        const roundsOf = (id: string) => history.filter(({ question }) => question === id)
        const rests = (id: string) => roundsOf(id).every(({ day, open }) => open !== true && addDays(day, 60) <= today)
        const wanted = bank.questions.filter(({ topic }) => topics.length === 0 || topics.includes(topic)).map(({ id }) => id)
        const closed = wanted.filter((id) => roundsOf(id).every(({ open }) => open !== true))
        const last = (id: string) => Math.max(...roundsOf(id).map(({ at }) => at))
        const oldest = Math.min(...(closed.length > 0 ? closed : wanted).map(last))
        const isRight = wanted.some(rests) ? rests(picked.question) : last(picked.question) === oldest
        expect([isRight, picked.why.kind === 'longest-ago']).toEqual([true, !wanted.some(rests)])
      }),
    )
  })

  it('depends on nothing but what it is given, and not on the order of the history', () => {
    const shuffledToo = anyHistory.chain((history) => fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })))
    fc.assert(
      fc.property(anyBank, anyTopics, shuffledToo, fc.string(), (bank, topics, [history, shuffled], seed) => {
        const picked = pickQuestion(bank, topics, history, on(50, seed))
        expect(pickQuestion({ ...bank }, topics, shuffled, on(50, seed))).toEqual(picked)
      }),
    )
  })

  it('is there for any history: of dates to come, of counts that make no sense, and of days that are none', () => {
    const wild = fc.record({ question: fc.constantFrom('iam-0', 'kms-0', 'gone'), at: fc.double(), day: fc.oneof(fc.constantFrom('2099-12-31', '0001-01-01', ''), fc.string()), answered: fc.double(), right: fc.double() })
    fc.assert(
      fc.property(anyBank, fc.array(wild, { maxLength: 10 }), (bank, history) => {
        expect(bank.questions.map(({ id }) => id)).toContain(pickQuestion(bank, [], history, on(50))?.question)
      }),
    )
  })

  it('comes around where the course is too small for 60 days: each once before any again', () => {
    fc.assert(
      fc.property(anyBank, fc.string(), (bank, seed) => {
        const size = bank.questions.length
        const ids = idsOf(draw(bank, Math.min(60, 3 * size), seed))
        for (let pass = 0; (pass + 1) * size <= ids.length; pass++) expect(new Set(ids.slice(pass * size, (pass + 1) * size)).size).toBe(size)
      }),
    )
  })

  it('is not held up by a round under a clock that ran years ahead', () => {
    const bank = bankOf({ iam: [1, 3] })
    expect(pickQuestion(bank, [], [asked('iam-0', 2000), asked('iam-1', 1)], on(3))?.question).toBe('iam-2')
    expect(pickQuestion(bank, [], [asked('iam-0', 2000), asked('iam-1', 1), asked('iam-2', 2)], on(3))?.question).toBe('iam-1')
  })

  it('does not mind questions that have left the course, and knows those that are new in it', () => {
    expect(pickQuestion(bankOf({ iam: [1, 1] }), [], [asked('gone', 1), asked('gone-too', 2)], on(3))?.question).toBe('iam-0')
    expect(pickQuestion(bankOf({ iam: [1, 5] }), [], [0, 1, 2, 3].map((number) => asked(`iam-${number}`, number)), on(4))?.question).toBe('iam-4')
  })

  it('may be any of its topic at first', () => {
    const picks = new Set(Array.from({ length: 200 }, (_, seed) => pickQuestion(bankOf({ iam: [1, 5] }), [], [], on(0, `seed ${seed}`))?.question))
    expect(picks.size).toBe(5)
  })
})

describe('the first questions of a channel', () => {
  const weights = Array.from({ length: 20 }, (_, topic) => 1 + (topic % 5))
  const bank = bankOf(Object.fromEntries(weights.map((weight, topic) => [`topic${topic}`, [weight, 9] as const])))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const channels = Array.from({ length: 300 }, (_, channel) => idsOf(draw(bank, 10, `channel ${channel}`)))
  const counts = (ids: readonly string[]) => weights.map((_, topic) => ids.filter((id) => id.startsWith(`topic${topic}-`)).length)

  it('give no topic much more or less than its share', () => {
    for (const ids of channels) for (const [topic, count] of counts(ids).entries()) expect(Math.abs(count - (10 * (weights[topic] ?? 0)) / total)).toBeLessThan(1.2)
  })

  it('give each topic its share over many channels, small ones too', () => {
    for (const [topic, weight] of weights.entries()) {
      const mean = channels.reduce((sum, ids) => sum + (counts(ids)[topic] ?? 0), 0) / channels.length
      expect(Math.abs(mean - (10 * weight) / total)).toBeLessThan(0.15)
    }
  })

  it('say so', () => {
    expect(pickQuestion(bankOf({ iam: [3, 2], kms: [1, 2] }), ['iam'], [], on(0))?.why).toEqual({ kind: 'coverage', topic: 'iam', share: 1, asked: 0, rounds: 0 })
  })
})

describe('after the first questions', () => {
  const bank = bankWith({
    ports: ['vpc', 'f1'], gates: ['vpc', 'f1'], routes: ['vpc', 'f2'], keys: ['kms', 'f3'], grants: ['kms', 'f4'], aliases: ['kms', 'f5'],
  })

  it('a point that most people missed comes again after days, in another question', () => {
    const history = [asked('keys', 0, 12, 11), asked('ports', 1, 12, 5)]
    expect(pickQuestion(bank, ['vpc'], history, on(3))?.question).toBe('routes')
    expect(pickQuestion(bank, [], [...history, asked('routes', 2, 12, 11), asked('grants', 3, 12, 11), asked('aliases', 4, 12, 11)], on(8))).toEqual({
      question: 'gates',
      why: { kind: 'missed', before: { question: 'ports', day: '2026-01-06', answered: 12, right: 5 } },
    })
  })

  it('a topic that the group is bad at comes before one that it knows', () => {
    const history = [asked('keys', 0, 12, 12), asked('ports', 1, 12, 5)]
    const picks = Array.from({ length: 50 }, (_, seed) => pickQuestion(bank, [], history, on(2, `seed ${seed}`)))
    for (const picked of picks) expect(picked).toEqual({ question: 'routes', why: { kind: 'weak-topic', topic: { answered: 12, right: 5 }, all: { answered: 24, right: 17 } } })
  })

  it('a topic of much weight comes before one of little', () => {
    const heavy = { ...bank, weights: new Map([['kms', 9], ['vpc', 1]]) }
    const picks = Array.from({ length: 50 }, (_, seed) => pickQuestion(heavy, [], [asked('keys', 0), asked('ports', 1)], on(2, `seed ${seed}`))?.question)
    for (const picked of picks) expect(['grants', 'aliases']).toContain(picked)
  })

  it('a question comes again after 60 days, and says that it was asked before', () => {
    const history = [asked('keys', 0, 10, 8), asked('grants', 30, 10, 9)]
    expect(pickQuestion({ ...bank, questions: bank.questions.filter(({ id }) => id === 'keys' || id === 'grants') }, [], history, on(60))).toEqual({
      question: 'keys',
      why: { kind: 'again', before: { question: 'keys', day: '2026-01-05', answered: 10, right: 8 } },
    })
  })
})

describe('what a group seems to know', () => {
  const points = pointsOf(bankOf({ iam: [1, 5], kms: [1, 5] }))
  const knownAfter = (answered: number, right: number) => groupMemory(points, [asked('iam-0', 0, answered, right)]).knownOf('iam')

  it('follows few answers less than many, and a crowd hardly more than a group', () => {
    const [nobody, two, twelve, sixty] = [knownAfter(0, 0), knownAfter(2, 1), knownAfter(12, 6), knownAfter(60, 30)]
    expect([nobody > two, two > twelve, twelve > sixty]).toEqual([true, true, true])
    expect(twelve - sixty).toBeLessThan(two - twelve)
  })

  it('is nothing where people are right as often as by chance', () => {
    expect(groupMemory(points, [0, 1, 2, 3, 4].map((number) => asked(`iam-${number}`, number, 400, 100))).knownOf('iam')).toBeLessThan(0.2)
  })

  it('is more of a topic than of the others if its answers were better', () => {
    const memory = groupMemory(points, [asked('iam-0', 0, 12, 11), asked('kms-0', 1, 12, 4)])
    expect(memory.knownOf('iam')).toBeGreaterThan(memory.knownOf('kms'))
  })
})

it('is not one of which any round is open, the latest or an earlier one', () => {
  const bank = bankOf({ iam: [1, 2] })
  const rounds = (first: boolean, second: boolean) => [{ ...asked('iam-0', 0, 4, 3), open: first }, { ...asked('iam-0', 1, 4, 3), open: second }, asked('iam-1', 99)]
  expect([rounds(true, false), rounds(false, true), rounds(false, false)].map((history) => pickQuestion(bank, [], history, on(100))?.question)).toEqual(['iam-1', 'iam-1', 'iam-0'])
})

it('the order of the questions in a bank does not decide which topic comes first', () => {
  const bank = bankOf({ iam: [3, 2], kms: [2, 2], s3: [1, 2] })
  const turned: Bank = { ...bank, questions: bank.questions.toReversed() }
  const topicOf = (id: string | undefined) => id?.split('-')[0]
  for (let seed = 0; seed < 50; seed++) {
    expect(topicOf(pickQuestion(turned, [], [], on(0, `seed ${seed}`))?.question)).toBe(topicOf(pickQuestion(bank, [], [], on(0, `seed ${seed}`))?.question))
  }
})
