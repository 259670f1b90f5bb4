// A form of an earlier version, of another workspace, or that nobody knows is answered where it stands, and is not just closed.
import { expect, test } from 'vitest'
import { until } from '../fakes/until.ts'
import { openTown, textOn } from '../journeys/slack-town.ts'

const broken: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['of an earlier version', { callback_id: 'v0:setup' }],
  ['of a later version', { callback_id: 'v2:setup' }],
  ['of a command without a form', { callback_id: 'v1:board' }],
  ['of a command that is gone', { callback_id: 'v1:remind' }],
  ['without a name', { callback_id: '' }],
  ['with metadata that cannot be read', { private_metadata: '{"channel":' }],
  ['without metadata', { private_metadata: '' }],
  ['of another workspace', { app_installed_team_id: 'T0ELSE' }],
]

test.each(broken)('a form %s', async (_, fields) => {
  const { slack, channel, person, faults } = await openTown('2026-11-23T07:30:00Z')
  const ada = person('Ada')
  await slack.command(ada, channel, 'setup')
  const form = await until(() => slack.modal(ada), 'the form')
  form.view = { ...form.view, ...fields }
  const { ack } = await slack.submit(ada, form, { time: '10:00', zone: 'UTC', days: ['mon'] })
  expect(ack.body).toMatchObject({ response_action: 'update' })
  expect([form.open, textOn(form)]).toEqual([true, expect.stringMatching(/This form is out of date[\s\S]*Nothing was saved/u)])
  expect(slack.messages(channel)).toEqual([])
  expect([faults, slack.world.refusals]).toEqual([[], []])
})

test('a form whose rights changed while it was open', async () => {
  const { slack, channel, person, type } = await openTown('2026-11-23T07:30:00Z')
  const [ada, bob] = [person('Ada'), person('Bob')]
  await slack.command(bob, channel, 'setup')
  const form = await until(() => slack.modal(bob), 'the form')
  await type(ada, 'setup 09:00 UTC')
  await slack.submit(bob, form, { time: '10:00', zone: 'UTC', days: ['mon'] })
  expect([form.open, textOn(form)]).toEqual([true, expect.stringContaining('Only managers can do that')])
})
