// What is known of a person is believed for some minutes; with the machine's clock set back by days it was believed for days, and so was
// a pause that Slack had asked for.
import { expect, test } from 'vitest'
import { until } from '../fakes/until.ts'
import { startedStage, whispered } from '../platforms/slack/stage.ts'

test('after the clock was set back Slack is asked again who somebody is', async () => {
  const clock = { now: Date.now() }
  const { slack, requests } = await startedStage({}, () => clock.now)
  const asked = () => slack.calls('users.info').length
  await slack.command('U0ADA', 'C0STUDY', 'setup')
  await whispered(slack, 'U0ADA', 'An answer')
  await slack.command('U0ADA', 'C0STUDY', 'setup')
  expect([asked(), requests.at(-1)?.asker.admin]).toEqual([1, true])
  Object.assign(slack.world.users.get('U0ADA') ?? {}, { admin: false })
  clock.now -= 3 * 86_400_000
  await slack.command('U0ADA', 'C0STUDY', 'setup')
  await until(() => asked() === 2, 'the second question')
  await until(() => requests.length === 3, 'the request')
  expect(requests.at(-1)?.asker.admin).toBe(false)
})
