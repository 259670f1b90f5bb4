// What Slack sent becomes a request for the bot.
import { describe, expect, test } from 'vitest'
import { minute } from '../../../src/core/time.ts'
import type { Asking } from '../../../src/platforms/slack/incoming/incoming.ts'
import { needsRights, toRequest } from '../../../src/platforms/slack/incoming/to-request.ts'
import { catalog, commands } from '../../catalog.ts'

const arrived = 1_700_000_000_000
const asker = { id: 'slack:T0STUDY/U0ADA', name: 'Ada', zone: null, admin: false, maySetUp: true }
const from = { event: 'Ev1', user: 'U0ADA', shownAs: 'ada', channel: 'C0STUDY' }
const on = { kind: 'home', trigger: null } as const
const press = { kind: 'press', from, on, control: 'v1:board:place:week:0', chosen: ['a'], at: arrived, filled: null, message: null } as const
const requestOf = (incoming: Asking) => toRequest(incoming, { asker, team: 'T0STUDY', commands, arrived })
const common = { event: 'Ev1', at: arrived, group: 'slack:T0STUDY', place: 'slack:T0STUDY/C0STUDY', asker }

describe('each kind', () => {
  test.each<readonly [Asking, object]>([
    [press, { kind: 'press', control: press.control, chosen: ['a'] }],
    [{ kind: 'command', from, on, line: 'board month' }, { kind: 'command', command: { kind: 'known', name: 'board', values: { period: 'month' } } }],
    [{ kind: 'form', from, on, form: 'setup', team: 'T0STUDY', values: { time: '09:00' } }, { kind: 'form', command: 'setup', values: { time: '09:00' } }],
    [{ kind: 'home', from }, { kind: 'home' }],
    [{ kind: 'hello', from, on }, { kind: 'hello', offer: null }],
  ])('says who asks, where, when, and what: %#', (incoming, what) => {
    expect(requestOf(incoming)).toEqual({ ...common, ...what })
  })

  test('in no channel has no place', () => {
    expect(requestOf({ kind: 'home', from: { ...from, channel: null } }).place).toBeNull()
  })
})

describe('a press', () => {
  test('brings along its message and the form that it is on', () => {
    expect(requestOf({ ...press, filled: { time: '09:00' }, message: 'C0STUDY/1.2' })).toMatchObject({ filled: { time: '09:00' }, message: 'C0STUDY/1.2' })
  })

  test.each([
    ['when it was pressed', arrived - 2_000.4, arrived - 2_000],
    ['when it was pressed, by a clock that is ahead', arrived + 2_000, arrived + 2_000],
    ['when it arrived, where Slack does not say when it was pressed', null, arrived],
    ['when it arrived, where that is more than Slack’s redeliveries take', arrived - 10 * minute, arrived],
    ['when it was pressed, through all of Slack’s redeliveries', arrived - 9 * minute, arrived - 9 * minute],
  ])('counts from %s', (_, at, counted) => {
    expect(requestOf({ ...press, at }).at).toBe(counted)
  })
})

test('rights are asked about only where the answer depends on them', () => {
  const needs = (incoming: Asking) => needsRights(incoming, commands, catalog)
  expect(needs({ kind: 'command', from, on, line: 'pause' })).toBe(true)
  expect(needs({ kind: 'form', from, on, form: 'setup', team: null, values: {} })).toBe(true)
  for (const control of ['v1:quizzes:0', 'v1:run:pause']) expect(needs({ ...press, control }), control).toBe(true)
  expect(needs({ kind: 'command', from, on, line: 'today' })).toBe(false)
  expect(needs(press)).toBe(false)
  expect(needs({ ...press, control: 'v0:unknown' })).toBe(false)
  expect(needs({ kind: 'home', from })).toBe(false)
  expect(needs({ kind: 'hello', from, on })).toBe(false)
})
