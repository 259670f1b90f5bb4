// Exams: drawn by the blueprint, with nothing asked twice.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawExam, timeFor, type ExamQuestion } from '../../src/core/exam.ts'
import { minute } from '../../src/core/time.ts'

/** Topics with so many questions each. */
const bank = (sizes: readonly number[]): readonly ExamQuestion[] =>
  sizes.flatMap((size, topic) => Array.from({ length: size }, (_, at) => ({ id: `q${topic}-${at}`, topic: `t${topic}`, facts: [`f${topic}-${at}`] })))
const none: ReadonlyMap<string, number> = new Map()
const topicOf = (id: string) => `t${id.slice(1).split('-')[0] ?? ''}`
const countsOf = (ids: readonly string[]) => new Map([...Map.groupBy(ids, topicOf)].map(([topic, all]) => [topic, all.length]))
const weightsOf = (weights: readonly number[]) => new Map(weights.map((weight, topic) => [`t${topic}`, weight]))

describe('an exam', () => {
  it('asks as many questions as it should while there are enough, and none twice', () => {
    const topics = fc.array(fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 40 })
    fc.assert(fc.property(topics, fc.integer({ min: 1, max: 65 }), fc.string(), (all, count, seed) => {
      const questions = bank(all.map(([size]) => size))
      const drawn = drawExam({ questions, weights: weightsOf(all.map(([, weight]) => weight / 2)), lastInExam: none, seed }, count)
      expect(drawn).toHaveLength(Math.min(count, questions.length))
      expect(new Set(drawn).size).toBe(drawn.length)
    }))
  })

  it('gives each topic its share, rounded up or down', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 65 }), fc.string(), (weights, count, seed) => {
      const drawn = countsOf(drawExam({ questions: bank(weights.map(() => 65)), weights: weightsOf(weights), lastInExam: none, seed }, count))
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      for (const [topic, weight] of weights.entries()) {
        const share = (count * weight) / total
        expect(drawn.get(`t${topic}`) ?? 0).toBeGreaterThanOrEqual(Math.floor(share + 1e-9))
        expect(drawn.get(`t${topic}`) ?? 0).toBeLessThanOrEqual(Math.ceil(share - 1e-9))
      }
    }))
  })

  it('gives each topic its share on average, also the small ones', () => {
    const weights = [4.5, 3, 2, 1, 1, 1]
    const questions = bank(weights.map(() => 10))
    const draws = 4000
    const sums = new Map<string, number>()
    for (let draw = 0; draw < draws; draw += 1) {
      for (const [topic, count] of countsOf(drawExam({ questions, weights: weightsOf(weights), lastInExam: none, seed: `draw ${draw}` }, 5))) sums.set(topic, (sums.get(topic) ?? 0) + count)
    }
    for (const [topic, weight] of weights.entries()) expect(Math.abs((sums.get(`t${topic}`) ?? 0) / draws - (5 * weight) / 12.5)).toBeLessThan(0.04)
  })

  it('asks no two questions about one point, and fills up from elsewhere', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.nat(12), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 40 }), fc.string(), (all, seed) => {
      const questions = all.map((facts, at) => ({ id: `q${at % 5}-${at}`, topic: `t${at % 5}`, facts: facts.map(String) }))
      const drawn = drawExam({ questions, weights: none, lastInExam: none, seed }, 10)
      const facts = drawn.flatMap((id) => [...new Set(questions.find((question) => question.id === id)?.facts)])
      expect(new Set(facts).size).toBe(facts.length)
      const couldBeAdded = questions.filter((question) => !drawn.includes(question.id) && !question.facts.some((fact) => facts.includes(fact)))
      expect(drawn.length === 10 || couldBeAdded.length === 0).toBe(true)
    }))
  })

  it('asks first what was in no exam yet, then what was in one the longest ago', () => {
    const lastInExam = new Map(Array.from({ length: 8 }, (_, at) => [`q0-${at}`, 1000 - at]))
    const drawn = drawExam({ questions: bank([10]), weights: none, lastInExam, seed: 'exam' }, 4)
    expect(drawn.toSorted()).toEqual(['q0-6', 'q0-7', 'q0-8', 'q0-9'])
  })

  it('is the same for the same seed, and another for another', () => {
    const draw = (seed: string) => drawExam({ questions: bank([20, 20, 20]), weights: none, lastInExam: none, seed }, 20)
    expect(draw('one')).toEqual(draw('one'))
    expect(draw('one')).not.toEqual(draw('other'))
  })

  it('gives as much time for a question as the real one', () => {
    expect([1, 5, 20, 65].map((count) => timeFor(count) / minute)).toEqual([5, 7, 28, 90])
  })
})
