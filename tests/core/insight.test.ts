// What a channel's closed rounds say about its topics and questions, and when they say nothing.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discrimination, isSuspicious, type Comparison } from '../../src/core/discrimination.ts'
import { insightOf, type ClosedRound } from '../../src/core/insight.ts'

const topics = new Map([['q1', 's3'], ['q2', 's3'], ['q3', 'rds'], ['q4', 'ec2']])
const topicOf = (question: string) => topics.get(question)

/** A round of 2026-01-`date`; the answer is b. */
function closed(question: string, votes: Readonly<Record<string, number>> | null, { date = 5, extra = false, answered = 0 } = {}): ClosedRound {
  const all = Object.entries(votes ?? {}).map(([chosen, people]) => ({ chosen: chosen.split('+'), people }))
  const people = votes === null ? answered : all.reduce((sum, each) => sum + each.people, 0)
  return { id: `${question} ${date}`, question, day: `2026-01-${String(date).padStart(2, '0')}`, extra, key: ['b'], answered: people, votes: votes === null ? null : all }
}

describe('insight', () => {
  it('puts topics in order of what the team knows, and leaves out those with fewer than five answers', () => {
    const found = insightOf([closed('q1', { b: 3, a: 9 }), closed('q2', { b: 6 }), closed('q3', { a: 4 }), closed('q4', { b: 1, a: 4 })], topicOf)
    expect(found.topics).toMatchObject([{ topic: 'ec2', answered: 5, right: 1 }, { topic: 's3', answered: 18, right: 9 }])
    expect(found.thinTopics).toBe(1)
    expect(found.topics[1]?.range).toEqual({ low: expect.closeTo(0.29, 2), high: expect.closeTo(0.71, 2) })
    expect(found.overall).toMatchObject({ answered: 27, right: 10 })
  })

  it('does not take one of five for weaker than ten of forty', () => {
    const found = insightOf([closed('q1', { b: 10, a: 30 }), closed('q3', { b: 1, a: 4 }), closed('q4', { b: 40 })], topicOf)
    expect(found.topics.map(({ topic }) => topic)).toEqual(['s3', 'rds', 'ec2'])
  })

  it('says nothing at all below five answers', () => {
    const found = insightOf([closed('q1', { b: 1, a: 3 })], topicOf)
    expect(found).toMatchObject({ rounds: 1, answers: 4, overall: null, topics: [], questions: [], thinTopics: 1, thinQuestions: 1 })
  })

  it('counts a round whose result is kept back for participation alone', () => {
    const found = insightOf([closed('q1', null, { answered: 4 }), closed('q2', { b: 5 }, { date: 6 })], topicOf)
    expect(found).toMatchObject({ rounds: 2, keptBack: 1, answers: 9, overall: { answered: 5, right: 5 }, questions: [{ question: 'q2' }] })
    expect(found.weekdays).toEqual([{ day: 1, rounds: 1, people: 4 }, { day: 2, rounds: 1, people: 5 }])
  })

  it('leaves extra questions out of the weekdays, and questions that have left the course out of results', () => {
    const found = insightOf([closed('q1', { b: 6 }), closed('q2', { b: 2 }, { extra: true }), closed('gone', { a: 20 }, { date: 12 })], topicOf)
    expect(found.weekdays).toEqual([{ day: 1, rounds: 2, people: 13 }])
    expect(found.overall).toMatchObject({ answered: 8, right: 8 })
    expect(found.answers).toBe(28)
  })

  it('adds up a question that was asked twice, and names the wrong choice that most people made from ten answers on', () => {
    const once = closed('q1', { b: 2, a: 3, c: 2 })
    const again = closed('q1', { b: 1, c: 2 }, { date: 19 })
    expect(insightOf([once], topicOf).questions).toMatchObject([{ lure: null }])
    expect(insightOf([again, once], topicOf).questions).toMatchObject([{ question: 'q1', answered: 10, right: 3, day: '2026-01-19', latest: 'q1 19', lure: { chosen: ['c'], people: 4 } }])
    expect(insightOf([closed('q1', { b: 9, a: 2 })], topicOf).questions).toMatchObject([{ lure: null }])
    expect(insightOf([closed('q1', { 'b+c': 7, b: 5 })], topicOf).questions).toMatchObject([{ right: 5, lure: { chosen: ['b', 'c'], people: 7 } }])
  })

  it('never counts more right answers than answers, whatever was chosen', () => {
    const votes = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'a+b'), fc.nat(30))
    fc.assert(fc.property(fc.array(fc.record({ question: fc.constantFrom('q1', 'q2', 'q3', 'gone'), votes: fc.option(votes), date: fc.integer({ min: 1, max: 28 }) })), (rounds) => {
      const found = insightOf(rounds.map((each) => closed(each.question, each.votes, { date: each.date })), topicOf)
      for (const { right, answered, range } of [...found.topics, ...found.questions]) {
        expect(answered).toBeGreaterThanOrEqual(5)
        expect(right).toBeLessThanOrEqual(answered)
        expect(range.low).toBeLessThanOrEqual(right / answered)
        expect(range.high).toBeGreaterThanOrEqual(right / answered)
      }
    }))
  })
})

describe('discrimination', () => {
  /** People in order of how much they know; `right` says of each whether they got this one. */
  const people = (count: number, right: (at: number) => boolean, wrong = 'a'): Comparison[] =>
    Array.from({ length: count }, (_, at) => ({ chosen: [right(at) ? 'b' : wrong], right: right(at), elsewhere: at / count }))

  it('needs thirty people', () => {
    expect(discrimination(people(29, (at) => at > 14))).toBeUndefined()
    expect(discrimination(people(30, (at) => at > 14))?.people).toBe(30)
  })

  it('is undefined where all did the same', () => {
    expect(discrimination(people(40, () => true))).toBeUndefined()
  })

  // Fisher's interval for r = 0.27: https://en.wikipedia.org/wiki/Fisher_transformation
  it('has the interval that so few people allow', () => {
    const found = discrimination(people(30, (at) => at % 3 === 0 || at > 20))
    expect(found?.r).toBeGreaterThan(0)
    expect(Math.atanh(found?.range.high ?? 0) - Math.atanh(found?.range.low ?? 0)).toBeCloseTo((2 * 1.96) / Math.sqrt(27), 3)
  })

  it('asks for a second look where those who know more are wrong more often, or prefer one wrong choice', () => {
    const reversed = discrimination(people(40, (at) => at < 20))
    expect(reversed).toMatchObject({ rival: ['a'] })
    expect(reversed === undefined || isSuspicious(reversed)).toBe(true)
    const good = discrimination(people(40, (at) => at >= 15))
    expect(good).toMatchObject({ rival: null })
    expect(good !== undefined && isSuspicious(good)).toBe(false)
    const flat = discrimination(people(200, (at) => at % 2 === 0))
    expect(flat?.r).toBeCloseTo(0, 1)
  })
})
