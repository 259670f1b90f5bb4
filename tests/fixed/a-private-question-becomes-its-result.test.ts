// Whoever pressed an option on the private question of “today” got a second private message, and the question stayed above it with its
// buttons.
import { expect, test } from 'vitest'
import { textOf as textOnDiscord } from '../fakes/discord/people.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { openTown as openDiscordTown } from '../journeys/discord-town.ts'
import { openTown as openSlackTown, textOf as textOnSlack } from '../journeys/slack-town.ts'

const dayBefore = '2026-11-23T07:30:00Z'
const open = '2026-11-23T08:00:00Z'

test('on Slack the result takes the place of the private question, and the post stays', async () => {
  const town = await openSlackTown(dayBefore)
  const [ada, bob] = [town.person('Ada'), town.person('Bob')]
  await town.type(ada, 'setup 09:00 Europe/Berlin mon-fri topics=repairs')
  await town.wait(open)
  const posted = textOnSlack(town.post())
  const question = await town.shown(bob, () => town.slack.command(bob, town.channel, 'today'))
  await town.slack.press(bob, onMessage(question), 'A')
  await until(() => /Right|Not this time/u.test(textOnSlack(question)), 'the result in place of the question')
  expect(town.slack.whispers(bob)).toHaveLength(1)
  expect(textOnSlack(town.post())).toBe(posted)
})

test('on Slack an answer to the post for everyone comes beside it', async () => {
  const town = await openSlackTown(dayBefore)
  const [ada, bob] = [town.person('Ada'), town.person('Bob')]
  await town.type(ada, 'setup 09:00 Europe/Berlin mon-fri topics=repairs')
  await town.wait(open)
  const posted = textOnSlack(town.post())
  expect(await town.press(bob, town.post(), 'A')).toMatch(/Right|Not this time/u)
  expect(textOnSlack(town.post())).toBe(posted)
})

test('on Discord the result takes the place of the private question, and the post stays', async () => {
  const town = await openDiscordTown(dayBefore)
  const bob = town.person('bob')
  await town.type(town.ada, '/study-admin setup', { time: '09:00', zone: 'Europe/Berlin', days: 'mon-fri', topics: 'repairs' })
  await town.wait(open)
  const posted = textOnDiscord(town.post())
  const question = await town.type(bob, '/study today')
  const result = await town.press(bob, question, 'A')
  expect([result.id === question.id, /Right|Not this time/u.test(textOnDiscord(question))]).toEqual([true, true])
  const other = await town.press(town.person('eve'), town.post(), 'B')
  expect([other.id === town.post().id, textOnDiscord(town.post())]).toEqual([false, posted])
})

test('on Discord the wrong number of options leaves the private question, which is still to be answered', async () => {
  const town = await openDiscordTown(dayBefore)
  const bob = town.person('bob')
  await town.type(town.ada, '/study-admin setup', { time: '09:00', zone: 'Europe/Berlin', days: 'mon-fri', topics: 'repairs' })
  await town.wait(open)
  const question = await town.type(bob, '/study today')
  const round = /v1:answer:([0-9a-f]{16}):/u.exec(JSON.stringify(question.components))?.[1] ?? ''
  const refused = await town.discord.people.seen(town.discord.people.forge(bob, question, `v1:answer:${round}:*`))
  expect(textOnDiscord(refused)).toContain('Choose one option')
  expect(refused.id).not.toBe(question.id)
})
