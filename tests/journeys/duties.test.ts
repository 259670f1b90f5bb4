// A quarterly review on Slack: switched on, posted once whatever happens, and read by somebody who presses a service.
import { expect, test } from 'vitest'
import { until } from '../fakes/until.ts'
import { openTown, textOf } from './slack-town.ts'

test('on Slack the review comes once a quarter, and its buttons answer the presser alone', async () => {
  const town = await openTown('2026-03-31T12:00Z', false, 'data/aws-shared-responsibility')
  const [owner, ben] = [town.person('Ada'), town.person('Ben')]
  await town.type(owner, 'setup 09:00 UTC mon-fri')
  expect(await town.type(ben, 'duties on')).toContain('Only managers can do that')
  expect(await town.type(owner, 'duties on')).toContain('Next one')
  const reviews = () => town.messages().filter((message) => textOf(message).includes('Check that practice matches the responsibility matrix.'))
  await town.wait('2026-04-01T09:00Z')
  const post = await until(() => reviews()[0], 'the review')
  await town.restart()
  for (const moment of ['2026-04-01T09:01Z', '2026-04-01T10:00Z', '2026-04-02T09:00Z']) await town.wait(moment)
  expect(reviews()).toHaveLength(1)
  const before = structuredClone(post.blocks)
  expect(await town.press(ben, post, 'AWS Lambda')).toContain('AWS Lambda')
  expect(post.blocks).toEqual(before)
  expect(await town.type(owner, 'duties')).toMatch(/Jul|<!date/u)
  expect([town.faults, town.slack.world.refusals]).toEqual([[], []])
})
