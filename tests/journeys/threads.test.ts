// Threads under questions on Slack and Discord, over a restart, and without the right to open them.
import { expect, test } from 'vitest'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { everyoneMay, permission } from '../fakes/discord/world.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf as slackText } from './slack-town.ts'

test('on Slack a first reply begins the thread, at the close where answers wait for that', async () => {
  const town = await openSlack('2026-03-02T08:00Z')
  const owner = town.person('Ada')
  await town.type(owner, 'setup 09:00 UTC mon-fri open=2h thread=on')
  await town.wait('2026-03-02T09:00Z')
  await town.restart()
  await town.wait('2026-03-02T09:01Z')
  const replies = () => town.slack.replies(town.channel)
  expect(replies().map(({ thread }) => thread)).toEqual([town.post().ts])
  expect(slackText(replies()[0] ?? never())).toContain('Talk about this question here.')
  await town.wait('2026-03-02T11:00Z')
  await town.type(owner, 'settings feedback=at-close recap=thread')
  await town.wait('2026-03-03T09:00Z')
  expect(replies()).toHaveLength(1)
  for (const time of ['11:00', '11:01']) await town.wait(`2026-03-03T${time}Z`)
  expect(replies().map(({ thread }) => thread).slice(1)).toEqual([town.post().ts])
  expect(slackText(replies()[1] ?? never())).toContain('The answer:')
  expect([town.faults, town.slack.world.refusals]).toEqual([[], []])
})

test('on Discord a public thread opens on the post, and a manager hears once of a missing right', async () => {
  const town = await openDiscord('2026-03-02T08:00Z')
  const { world } = town.discord
  await town.type(town.ada, '/study-admin setup', { time: '09:00', zone: 'UTC', days: 'mon-fri', open: '2h', thread: 'on' })
  await town.wait('2026-03-02T09:00Z')
  await town.restart()
  await town.wait('2026-03-02T09:01Z')
  expect([...world.threads.keys()]).toEqual([town.post().id])
  town.discord.allow(town.channel, everyoneMay & ~permission.createPublicThreads)
  for (const moment of ['03T09:00', '03T09:01', '04T09:00', '04T09:01']) await town.wait(`2026-03-${moment}Z`)
  const told = world.messagesIn(world.directChannel(town.ada)).map(discordText)
  expect([world.threads.size, told.length]).toEqual([1, 1])
  expect(told[0]).toContain('Create Public Threads')
  town.discord.allow(town.channel, everyoneMay)
  for (const moment of ['05T09:00', '05T09:01']) await town.wait(`2026-03-${moment}Z`)
  expect([...world.threads.keys()].at(-1)).toBe(town.post().id)
  expect([town.discord.violations, town.faults]).toEqual([[], []])
})

const never = (): never => {
  throw new Error('there is none')
}
