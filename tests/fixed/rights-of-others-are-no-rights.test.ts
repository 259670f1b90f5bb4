// An admin of another workspace, which shares a channel with this one, could pause its quiz, and a stranger could set one up. Somebody who
// was no longer an admin still was one for the bot's first command hours later, where Slack's event had been lost.
import { expect, test } from 'vitest'
import { hour, minute } from '../../src/core/time.ts'
import { readUser } from '../../src/platforms/slack/incoming/read-user.ts'
import { until } from '../fakes/until.ts'
import { startedStage } from '../platforms/slack/stage.ts'

test.each([
  ['an admin of another workspace', { admin: true, team: 'T0OTHER' }],
  ['an owner of another workspace', { owner: true, team: 'T0OTHER' }],
  ['a member of another workspace', { team: 'T0OTHER' }],
])('%s has no rights here, and can’t set up a quiz', async (_, as) => {
  const { slack, requests } = await startedStage()
  Object.assign(slack.addUser('U0EVE', 'Eve'), as)
  await slack.command('U0EVE', 'C0STUDY', 'setup')
  await until(() => requests.length === 1, 'the request')
  expect(requests[0]?.asker).toMatchObject({ admin: false, maySetUp: false, name: 'Eve' })
})

test('somebody of the same organization has the rights that Slack says, and a stranger none, whatever Slack says', () => {
  const inOrganization = { id: 'U1', team_id: 'E1', is_admin: true, enterprise_user: { teams: ['T0STUDY', 'T1'] } }
  expect(readUser('T0STUDY', 'U1', inOrganization).asker).toMatchObject({ admin: true, maySetUp: true })
  expect(readUser('T2', 'U1', inOrganization).asker).toMatchObject({ admin: false, maySetUp: false })
  expect(readUser('T0STUDY', 'U1', { id: 'U1', team_id: 'T0STUDY', is_stranger: true, is_owner: true }).asker).toMatchObject({ admin: false, maySetUp: false })
  expect(readUser('T0STUDY', 'U1', { id: 'U1', is_owner: true }).asker).toMatchObject({ admin: true, maySetUp: true })
})

test('somebody who is no longer an admin is none for the first command hours later, though no event said so', async () => {
  let time = Date.now()
  const { slack, requests } = await startedStage({}, () => time)
  const ask = async () => {
    const before = requests.length
    await slack.command('U0ADA', 'C0STUDY', 'pause')
    await until(() => requests.length > before, 'the request')
    return requests.at(-1)?.asker.admin
  }
  expect(await ask()).toBe(true)
  Object.assign(slack.world.users.get('U0ADA') ?? {}, { admin: false })
  time += 11 * minute
  expect(await ask()).toBe(false)
  time += 9 * hour
  expect(await ask()).toBe(false)
})

test('rights that Slack does not confirm hours later are none, and the name stays', async () => {
  let time = Date.now()
  const { slack, requests } = await startedStage({}, () => time)
  await slack.command('U0ADA', 'C0STUDY', 'pause')
  await until(() => requests.length === 1, 'the request')
  time += 3 * hour
  slack.fail('users.info', { kind: 'error', error: 'fatal_error' }, 5)
  await slack.command('U0ADA', 'C0STUDY', 'pause')
  await until(() => requests.length === 2, 'the request')
  expect(requests[1]?.asker).toMatchObject({ admin: false, name: 'Ada Lovelace' })
})
