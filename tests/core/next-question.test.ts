// Which question comes next: nothing again until the bank is through, topics by weight, what was missed first.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { historyOf as addUp, pickQuestion, type Asked, type Bank } from '../../src/core/next-question.ts'
import { bankOf } from './sample.ts'

/** What a channel has had after these questions, the latest last, all answered with the same success. */
function historyOf(asked: readonly string[], answered = 0, right = 0): readonly Asked[] {
  return [...new Set(asked)].map((question) => ({
    question,
    times: asked.filter((other) => other === question).length,
    roundsAgo: asked.length - asked.lastIndexOf(question),
    answered,
    right,
  }))
}

function draw(bank: Bank, count: number, seed: string, topics: readonly string[] = []): readonly string[] {
  const asked: string[] = []
  for (let round = 0; round < count; round++) {
    const question = pickQuestion(bank, topics, historyOf(asked), `${seed} ${round}`)
    if (question !== undefined) asked.push(question)
  }
  return asked
}

const anyBank = fc
  .dictionary(fc.constantFrom('iam', 'kms', 's3', 'vpc'), fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 5 })), { minKeys: 1 })
  .map(bankOf)

describe('the next question', () => {
  it('is none where no question belongs to the topics', () => {
    expect(pickQuestion(bankOf({ iam: [1, 2] }), ['kms'], [], 'seed')).toBeUndefined()
    expect(pickQuestion(bankOf({}), [], [], 'seed')).toBeUndefined()
  })

  it('is of the chosen topics', () => {
    const bank = bankOf({ iam: [1, 3], kms: [9, 3], s3: [1, 3] })
    expect(draw(bank, 6, 'seed', ['iam', 's3']).toSorted()).toEqual(['iam-0', 'iam-1', 'iam-2', 's3-0', 's3-1', 's3-2'])
  })

  it('never comes again before all were asked', () => {
    fc.assert(
      fc.property(anyBank, fc.string(), (bank, seed) => {
        const size = bank.questions.length
        const asked = draw(bank, 3 * size, seed)
        for (let pass = 0; pass < 3; pass++) expect(new Set(asked.slice(pass * size, (pass + 1) * size)).size).toBe(size)
      }),
    )
  })

  it('is the same for the same history and seed', () => {
    fc.assert(
      fc.property(anyBank, fc.nat(30), fc.string(), (bank, count, seed) => {
        expect(draw(bank, count, seed)).toEqual(draw(bank, count, seed))
      }),
    )
  })

  it('is drawn by the weight of its topic, however many questions that has', () => {
    const bank = bankOf({ iam: [6, 1], kms: [3, 10], s3: [1, 4] })
    const draws = 20_000
    const share = (topic: string, picks: readonly string[]) => picks.filter((id) => id.startsWith(topic)).length / draws
    const picks = Array.from({ length: draws }, (_, seed) => pickQuestion(bank, [], [], `seed ${seed}`) ?? '')
    expect(share('iam', picks)).toBeCloseTo(0.6, 1)
    expect(share('kms', picks)).toBeCloseTo(0.3, 1)
    expect(share('s3', picks)).toBeCloseTo(0.1, 1)
  })

  it('may be any unseen one of its topic', () => {
    const bank = bankOf({ iam: [1, 5] })
    const picks = new Set(Array.from({ length: 200 }, (_, seed) => pickQuestion(bank, [], [], `seed ${seed}`)))
    expect(picks.size).toBe(5)
  })

  it('gives a topic without a weight that of one', () => {
    const bank = { ...bankOf({ iam: [1, 1], kms: [1, 1] }), weights: new Map([['iam', 1]]) }
    const picks = Array.from({ length: 2000 }, (_, seed) => pickQuestion(bank, [], [], `seed ${seed}`))
    expect(picks.filter((id) => id === 'kms-0').length / 2000).toBeCloseTo(0.5, 1)
  })

  it('is one that is new in the bank before any comes again', () => {
    const asked = draw(bankOf({ iam: [1, 4] }), 4, 'seed')
    expect(pickQuestion(bankOf({ iam: [1, 5] }), [], historyOf(asked), 'seed')).toBe('iam-4')
  })

  it('does not mind questions that have left the bank', () => {
    expect(pickQuestion(bankOf({ iam: [1, 1] }), [], historyOf(['gone-1', 'gone-2']), 'seed')).toBe('iam-0')
  })

  it('is, in the second pass, the one that was longest ago where all were answered alike', () => {
    const asked = ['iam-2', 'iam-0', 'iam-1']
    expect(pickQuestion(bankOf({ iam: [1, 3] }), [], historyOf(asked, 10, 5), 'seed')).toBe('iam-2')
  })

  it('is the one that was missed more among those of almost the same age', () => {
    const history: Asked[] = [
      { question: 'iam-0', times: 1, roundsAgo: 3, answered: 20, right: 19 },
      { question: 'iam-1', times: 1, roundsAgo: 2, answered: 20, right: 2 },
      { question: 'iam-2', times: 1, roundsAgo: 1, answered: 20, right: 0 },
    ]
    expect(pickQuestion(bankOf({ iam: [1, 3] }), [], history, 'seed')).toBe('iam-1')
  })
})

describe('what a channel was asked', () => {
  it('is added up by question, with the rounds since it was last asked', () => {
    const round = (question: string, answered: number, right: number) => ({ question, answered, right })
    expect(addUp([round('b', 0, 0), round('a', 4, 1), round('b', 3, 3), round('c', 1, 0), round('a', 2, 2)])).toEqual([
      { question: 'b', times: 2, roundsAgo: 1, answered: 3, right: 3 },
      { question: 'a', times: 2, roundsAgo: 2, answered: 6, right: 3 },
      { question: 'c', times: 1, roundsAgo: 4, answered: 1, right: 0 },
    ])
  })

  it('is nothing before the first round', () => {
    expect(addUp([])).toEqual([])
  })
})

describe('what a channel had of each question', () => {
  const once = { answered: 4, right: 3 }

  it('is added up over its rounds, the latest first', () => {
    expect(addUp([{ question: 'iam-0', ...once }, { question: 'iam-1', ...once }, { question: 'iam-0', answered: 2, right: 0 }])).toEqual([
      { question: 'iam-0', times: 2, roundsAgo: 1, answered: 6, right: 3 },
      { question: 'iam-1', times: 1, roundsAgo: 2, answered: 4, right: 3 },
    ])
  })

  it('is open as long as one of its rounds is, the latest or an earlier one', () => {
    const opened = { question: 'iam-0', ...once, open: true }
    const closed = { question: 'iam-0', ...once, open: false }
    expect(addUp([opened, closed])[0]?.open).toBe(true)
    expect(addUp([closed, opened])[0]?.open).toBe(true)
    expect(addUp([closed, closed])[0]).not.toHaveProperty('open')
  })
})

describe('of questions that were all asked equally often', () => {
  const bank = bankOf({ iam: [1, 4] })
  const seen = (number: number, roundsAgo: number, answered: number, right: number): Asked => ({ question: `iam-${number}`, times: 1, roundsAgo, answered, right })

  it('the one that was missed more often comes before one that is a little older', () => {
    const history = [seen(0, 1, 9, 9), seen(1, 10, 8, 0), seen(2, 11, 8, 8), seen(3, 9, 8, 0)]
    expect(pickQuestion(bank, [], history, 'any')).toBe('iam-1')
  })

  it('the one that is twice as old comes before one that everybody missed', () => {
    expect(pickQuestion(bank, [], [seen(0, 1, 9, 9), seen(1, 5, 1000, 0), seen(2, 10, 1000, 1000), seen(3, 4, 0, 0)], 'any')).toBe('iam-2')
  })

  it('one wrong answer of one weighs less than twenty of twenty', () => {
    expect(pickQuestion(bank, [], [seen(0, 1, 9, 9), seen(1, 10, 1, 0), seen(2, 10, 20, 0), seen(3, 4, 0, 0)], 'any')).toBe('iam-2')
  })

  it('one that nobody answered comes before one of the same age that everybody got right', () => {
    expect(pickQuestion(bank, [], [seen(0, 1, 9, 9), seen(1, 10, 9, 9), seen(2, 10, 0, 0), seen(3, 4, 0, 0)], 'any')).toBe('iam-2')
  })

  it('the first of the bank comes where nothing else decides', () => {
    expect(pickQuestion(bank, [], [seen(0, 1, 9, 9), seen(1, 10, 3, 1), seen(2, 10, 3, 1), seen(3, 10, 3, 1)], 'any')).toBe('iam-1')
  })
})

it('the order of the questions in a bank does not decide which topic comes', () => {
  const bank = bankOf({ iam: [3, 2], kms: [2, 2], s3: [1, 2] })
  const turned: Bank = { ...bank, questions: bank.questions.toReversed() }
  const topicOf = (id: string | undefined) => id?.split('-')[0]
  for (let seed = 0; seed < 50; seed++) {
    expect(topicOf(pickQuestion(turned, [], [], `seed ${seed}`))).toBe(topicOf(pickQuestion(bank, [], [], `seed ${seed}`)))
  }
})

describe('a question that was just asked, or that people can still answer', () => {
  const bank = bankOf({ iam: [1, 2] })
  const asked = (question: string, more: Partial<Asked>): Asked => ({ question, times: 1, roundsAgo: 2, answered: 0, right: 0, ...more })

  it('waits, even if the other one was asked more often', () => {
    expect(pickQuestion(bank, [], [asked('iam-0', { roundsAgo: 1 }), asked('iam-1', { times: 5 })], 'any')).toBe('iam-1')
    expect(pickQuestion(bank, [], [asked('iam-0', { roundsAgo: 9, open: true }), asked('iam-1', { times: 5 })], 'any')).toBe('iam-1')
  })

  it('comes again if there is no other', () => {
    expect(pickQuestion(bankOf({ iam: [1, 1] }), [], [asked('iam-0', { roundsAgo: 1, open: true })], 'any')).toBe('iam-0')
  })
})
