// A question is reported on Slack, on Discord, and in the terminal, and its managers settle that.
import { expect, test } from 'vitest'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf as slackText } from './slack-town.ts'
import { openDesk } from './terminal-desk.ts'

const morning = '2026-03-02T08:00Z'

test('on Slack', async () => {
  const town = await openSlack(morning)
  const [owner, ben] = [town.person('Ada'), town.person('Ben')]
  await town.type(owner, 'setup 09:00 UTC mon-fri')
  await town.wait('2026-03-02T09:00Z')
  await town.answer(ben, town.post(), true)
  const result = town.slack.whispers(ben).at(-1)
  if (result === undefined) throw new Error('no result')
  await town.slack.press(ben, onMessage(result), 'More')
  await until(() => slackText(result).includes('Report'), 'the rest of it')
  const ask = await town.shown(ben, () => town.slack.press(ben, onMessage(result), 'Report'))
  await town.slack.press(ben, onMessage(ask), 'Typo')
  await until(() => town.slack.whispers(ben).map(slackText).join().includes('Thanks for the report'), 'the thanks')
  await town.restart()
  await town.wait('2026-03-02T09:11Z')
  expect(town.slack.messages(`D${owner}`).map(slackText).join()).toContain('1 new report about 1 question')
  const list = await town.shown(owner, () => town.slack.command(owner, town.channel, 'reports'))
  expect(slackText(list)).toContain('typo')
  await town.slack.press(owner, onMessage(list), 'Dismiss')
  await until(() => slackText(list).includes('Dismissed.'), 'the end of it')
  expect([town.faults, town.slack.world.refusals]).toEqual([[], []])
})

test('on Discord', async () => {
  const town = await openDiscord(morning)
  const ben = town.person('ben')
  await town.type(town.ada, '/study-admin setup', { time: '09:00', zone: 'UTC', days: 'mon-fri' })
  await town.wait('2026-03-02T09:00Z')
  expect(discordText(await town.type(ben, '/study report', { kind: 'unclear', words: 'Which tenant?' }))).toContain('Which tenant?')
  const list = await town.type(town.ada, '/study-admin reports')
  expect(discordText(list)).toContain('Which tenant?')
  await town.press(town.ada, list, 'Done')
  expect(discordText(list)).toContain('No open reports')
  expect([town.discord.violations, town.faults]).toEqual([[], []])
})

test('in the terminal', async () => {
  const desk = await openDesk('2026-03-02T12:00Z')
  await desk.type('/study setup 09:00 UTC daily', '/study now')
  expect(await desk.type('/study report outdated since March')).toContain('since March')
  expect(await desk.type('/study reports')).toContain('outdated')
})
