// A private session is read from its row only if everything in it is as the bot wrote it: half a session would judge a wrong question.
import { expect, it } from 'vitest'
import type { Step, Task } from '../../src/core/session.ts'
import { storedSession, type SessionRow } from '../../src/ledger/tables/session-row.ts'

const task: Task = { item: 'question:one', order: ['b', 'a'], key: ['a'], content: 1 }
const step: Step = { chosen: ['a'], at: 5, guess: false, flag: true }
const row: SessionRow = {
  id: 1, name: 'a1', account_id: 3, kind: 'exam', about: 'iam', tasks: JSON.stringify([task, task]), steps: JSON.stringify([[1, step]]),
  position: 2, zone: 'UTC', started_at: 4, ends_at: 9, ended_at: 8, abandoned: 0, given_back: 7, course: 1,
}

it('a session is read as it was saved', () => {
  const session = {
    id: 'a1', kind: 'exam', about: 'iam', tasks: [task, task], steps: new Map([[1, step]]), position: 2, zone: 'UTC',
    startedAt: 4, endsAt: 9, endedAt: 8, abandoned: false, givenBack: 7,
  }
  expect(storedSession(row)).toEqual({ id: 1, accountId: 3, session })
  expect(storedSession({ ...row, abandoned: 1 })?.session.abandoned).toBe(true)
  expect(storedSession({ ...row, position: 0 })?.session.position).toBe(0)
})

it.each([
  ['no item', { item: undefined }],
  ['an order that is no list', { order: 'ab' }],
  ['an order of numbers', { order: [1, 'a'] }],
  ['a key that is no list', { key: 'a' }],
  ['a key of numbers', { key: ['a', 1] }],
  ['a content that is no number', { content: '1' }],
])('a session with a task of %s is not read', (_, damage) => {
  expect(storedSession({ ...row, tasks: JSON.stringify([task, { ...task, ...damage }]) })).toBeUndefined()
})

it.each([
  ['a choice that is no list', { chosen: 'a' }],
  ['a choice of numbers', { chosen: ['a', 1] }],
  ['a moment that is no number', { at: '5' }],
  ['a guess that is neither true nor false', { guess: 0 }],
  ['a mark that is neither true nor false', { flag: null }],
])('a session with a step of %s is not read', (_, damage) => {
  expect(storedSession({ ...row, steps: JSON.stringify([[0, { ...step, ...damage }]]) })).toBeUndefined()
})

it.each([
  ['tasks that are null', { tasks: '[null]' }],
  ['tasks that are text', { tasks: '["question:one"]' }],
  ['steps that are no pairs', { steps: `[${JSON.stringify(step)}]` }],
  ['a step at a place that is no number', { steps: JSON.stringify([['0', step]]) }],
  ['a step of a task that there is not', { steps: JSON.stringify([[0, step], [2, step]]) }],
  ['a place before the first task', { position: -1 }],
  ['a place behind the overview', { position: 3 }],
])('a session with %s is not read', (_, damage) => {
  expect(storedSession({ ...row, ...damage })).toBeUndefined()
})
