// What an event said of a person's rights was believed for an hour, also where it was old and came after the one that took them away.
import { expect, test } from 'vitest'
import { startedStage } from '../platforms/slack/stage.ts'
import { until } from '../fakes/until.ts'

test('somebody who was an admin when an event was sent, and is none now, manages nothing', async () => {
  const { slack, requests } = await startedStage()
  const askedBy = async (user: string) => {
    const before = requests.length
    await slack.command(user, 'C0STUDY', 'pause')
    await until(() => requests.length > before, 'the request')
    return requests.at(-1)?.asker
  }
  expect(await askedBy('U0BOB')).toMatchObject({ admin: false })
  const asAnAdmin = { id: 'U0BOB', name: 'bob', is_admin: true, profile: { display_name: 'Bob' } }
  await slack.event({ type: 'user_change', user: asAnAdmin })
  expect(await askedBy('U0BOB')).toMatchObject({ admin: false, name: 'Bob' })
})
