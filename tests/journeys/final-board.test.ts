// The final board of a week on Slack and Discord: posted once also over restarts, with its picture, and drawn again for somebody who hides.
import { expect, test } from 'vitest'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { until } from '../fakes/until.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf as slackText } from './slack-town.ts'

const picture = () => Promise.resolve(new Uint8Array([137, 80, 78, 71]))
const title = 'Final leaderboard: week of Mon, Mar 2 – Sun, Mar 8, 2026'

test('on Slack, with the picture in its thread', async () => {
  const town = await openSlack('2026-03-06T08:00Z', false, undefined, undefined, picture)
  const [owner, ben, cyd] = [town.person('Ada'), town.person('Ben'), town.person('Cyd')]
  await town.type(owner, 'setup 09:00 UTC mon-fri')
  expect(await town.type(ben, 'final-board week')).toContain('Only managers can do that')
  await town.type(owner, 'final-board week')
  await town.wait('2026-03-06T09:00Z')
  for (const who of [ben, cyd]) await town.answer(who, town.post(), true)
  for (const moment of ['2026-03-09T08:00Z', '2026-03-09T08:01Z']) await town.wait(moment)
  await town.restart()
  for (const moment of ['2026-03-09T08:02Z', '2026-03-09T09:02Z']) await town.wait(moment)
  const posts = () => town.messages().filter((message) => slackText(message).includes(title))
  expect(posts()).toHaveLength(1)
  const post = posts()[0] ?? never()
  expect(slackText(post)).toContain('Ben')
  const pictures = () => (town.slack.world.channels.get(town.channel)?.messages ?? []).filter(({ files = [] }) => files.length > 0)
  expect(pictures()).toMatchObject([{ thread: post.ts }])
  expect(await town.press(cyd, post, 'My place')).toContain('Leaderboard: week of Mon, Mar 2')
  await town.type(ben, 'privacy hide')
  await town.wait('2026-03-09T09:03Z')
  await until(() => !slackText(post).includes('Ben'), 'the post without somebody who hides')
  await until(() => pictures().length === 0, 'the end of the picture')
  expect([town.faults, town.slack.world.refusals]).toEqual([[], []])
})

test('on Discord, with the picture in it', async () => {
  const town = await openDiscord('2026-03-06T08:00Z', { drawPicture: picture })
  const [ben, cyd] = [town.person('ben'), town.person('cyd')]
  await town.type(town.ada, '/study-admin setup', { time: '09:00', zone: 'UTC', days: 'mon-fri' })
  await town.type(town.ada, '/study-admin final-board', { when: 'week' })
  await town.wait('2026-03-06T09:00Z')
  for (const who of [ben, cyd]) await town.answer(who)
  for (const moment of ['2026-03-09T08:00Z', '2026-03-09T08:01Z']) await town.wait(moment)
  await town.restart()
  for (const moment of ['2026-03-09T08:02Z', '2026-03-09T09:02Z']) await town.wait(moment)
  const posts = () => town.messages().filter((message) => discordText(message).includes(title))
  expect(posts()).toHaveLength(1)
  const post = posts()[0] ?? never()
  expect(post.attachments).toMatchObject([{ description: expect.stringContaining('Ben') }])
  await town.type(ben, '/study-account privacy', { show: 'hide' })
  await town.wait('2026-03-09T09:03Z')
  expect(discordText(post)).not.toContain('Ben')
  expect(post.attachments).toMatchObject([{ description: expect.not.stringContaining('Ben') }])
  expect([town.discord.violations, town.faults]).toEqual([[], []])
})

const never = (): never => {
  throw new Error('there is none')
}
