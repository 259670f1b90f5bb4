// Seasons and their boards on all three platforms: added, kept over a restart, looked at, and refused to others.
import { expect, test } from 'vitest'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf as slackText } from './slack-town.ts'
import { openDesk } from './terminal-desk.ts'

const morning = '2026-03-02T07:00Z'

test('on Slack', async () => {
  const town = await openSlack(morning)
  const [owner, ben] = [town.person('Ada'), town.person('Ben')]
  await town.type(owner, 'setup 09:00 UTC mon-fri')
  const list = await town.shown(owner, () => town.slack.command(owner, town.channel, 'season 2026-03-02..2026-03-31 “Spring cup”'))
  expect(slackText(list)).toContain('Spring cup')
  expect(await town.type(ben, 'season 2026-04-01..2026-04-30 "Mine"')).toContain('Only managers can do that')
  await town.restart()
  expect(await town.type(ben, 'board season spring cup')).toContain('Leaderboard: Spring cup')
  await town.slack.press(owner, onMessage(list), 'Remove')
  await until(() => slackText(list).includes('Removed'), 'the removal')
  expect([town.faults, town.slack.world.refusals]).toEqual([[], []])
})

test('on Discord', async () => {
  const town = await openDiscord(morning)
  const ben = town.person('ben')
  await town.type(town.ada, '/study-admin setup', { time: '09:00', zone: 'UTC', days: 'mon-fri' })
  const list = await town.type(town.ada, '/study-admin season', { dates: '2026-03-02..2026-03-31 "Spring cup"' })
  expect(discordText(list)).toContain('Spring cup')
  await town.restart()
  const board = await town.type(ben, '/study board', { season: 'Spring cup', by: 'days' })
  expect(discordText(board)).toContain('Leaderboard by days: Spring cup')
  await town.press(ben, board, '% right')
  expect(discordText(board)).toContain('Leaderboard by % right: Spring cup')
  await town.press(town.ada, list, 'End today')
  expect(discordText(list)).toContain('ends today')
  expect([town.discord.violations, town.faults]).toEqual([[], []])
})

test('in the terminal', async () => {
  const desk = await openDesk('2026-03-02T12:00Z')
  await desk.type('/study setup 09:00 UTC mon-fri')
  expect(await desk.type('/study season 2026-03-02..2026-03-31 "Spring cup"')).toContain('Added: Spring cup')
  await desk.restart()
  expect(await desk.type('/study board season')).toContain('Leaderboard: Spring cup')
})
