// Jobs are run again from their beginning as answers come: to the same end as if each answer had been there at once.
import { expect, it } from 'vitest'
import { openKnown } from '../../src/ledger/postgres/known.ts'
import type { Answer, Question } from '../../src/ledger/postgres/question.ts'
import { createReplays } from '../../src/ledger/postgres/replay.ts'

const answerTo = ({ values }: Question): Answer => ({ command: 'SELECT', columns: ['value'], rows: [[Number(values[0]) * 2]], changes: 1 })

/** Whose questions are answered with twice the value. */
function setting() {
  const { asking, replay } = createReplays()
  const sent: string[] = []
  return {
    sent,
    each: asking.each,
    twice: (value: number) => Number(asking.ask({ text: `SELECT $1 FROM nothing`, values: [value] }).rows[0]?.[0]),
    note: (value: number) => void asking.tell({ text: 'INSERT INTO notes VALUES ($1)', values: [value] }),
    play<Value>(work: () => Value): Value {
      const played = replay(work)
      const oracle = { ...openKnown(), guess: () => undefined, early: () => undefined }
      for (;;) {
        const { asked, end } = played.step(oracle)
        sent.push(...asked.map(({ question: { text, values } }) => `${text.slice(0, 6)} ${values.join()}`))
        if (end !== undefined) return end.value
        for (const each of asked) each.answer = answerTo(each.question)
      }
    },
  }
}

it('asks for each thing once, in order', () => {
  const { play, twice, note, sent } = setting()
  expect(play(() => {
    note(0)
    const one = twice(1)
    note(one)
    return one + twice(2)
  })).toBe(6)
  expect(sent).toEqual(['INSERT 0', 'SELECT 1', 'INSERT 2', 'SELECT 2'])
})

it('does not go through what is done of a list again', () => {
  const { play, each, twice, note, sent } = setting()
  let lists = 0
  let runs = 0
  const many = Array.from({ length: 300 }, (_, index) => index + 1)
  const list = () => {
    lists += 1
    return many.slice(0, twice(150))
  }
  const results = play(() => each(list, (item) => {
    runs += 1
    const two = twice(1000 + item)
    note(item)
    return twice(two) - item
  }))
  expect(results).toEqual(many.map((item) => (1000 + item) * 4 - item))
  expect(sent.filter((each) => each.startsWith('INSERT'))).toEqual(many.map((item) => `INSERT ${item}`))
  // Each once without an answer, once with one, once with both.
  expect([lists, runs]).toEqual([2, 900])
})

it('keeps lists apart: one after the other, one within the other, and empty ones', () => {
  const { play, each, twice } = setting()
  const of = (...items: number[]) => () => items
  expect(play(() => {
    const none = each(of(), twice)
    const plain = each(of(1, 2), (item) => item)
    const first = each(of(1, 2), (item) => each(of(item, item + 1), (inner) => each(of(inner), twice)[0] ?? 0).concat(each(of(item * 10), twice)))
    const second = each(of(5), (item) => twice(item) + twice(6))
    return [none, plain, first, second, twice(7)]
  })).toEqual([[], [1, 2], [[2, 4, 20], [4, 6, 40]], [22], 14])
})

it('says that a job is not one that can be run again', () => {
  const { play, twice } = setting()
  let times = 0
  expect(() => play(() => twice((times += 1)) + twice(9))).toThrow('A job asked something else when it was run again')
})
