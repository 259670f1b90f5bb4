// Days off and days away on all three platforms: taken, kept over a restart, pressed away, and refused to others.
import { expect, test } from 'vitest'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { controlOf } from './control-of.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf as slackText } from './slack-town.ts'
import { openDesk } from './terminal-desk.ts'

const morning = '2026-03-02T07:00Z'

test('on Slack', async () => {
  const town = await openSlack(morning)
  const [owner, ben] = [town.person('Ada'), town.person('Ben')]
  await town.type(owner, 'setup 09:00 UTC mon-fri')
  const list = await town.shown(owner, () => town.slack.command(owner, town.channel, 'off 2-3 Mar “Team days”'))
  expect(slackText(list)).toContain('Team days')
  expect(await town.type(ben, 'off tomorrow')).toContain('Only managers can do that')
  await town.restart()
  const before = town.messages().length
  await town.wait('2026-03-02T09:00Z')
  expect(town.messages()).toHaveLength(before)
  await town.slack.press(owner, onMessage(list), 'Remove')
  await until(() => slackText(list).includes('Removed'), 'the removal')
  const away = await town.shown(ben, () => town.slack.command(ben, town.channel, 'away 2026-03-09..2026-03-13'))
  await town.slack.press(ben, onMessage(away), 'Remove')
  await until(() => slackText(away).includes('Removed'), 'the removal')
  expect([town.faults, town.slack.world.refusals]).toEqual([[], []])
})

test('on Discord', async () => {
  const town = await openDiscord(morning)
  const ben = town.person('ben')
  await town.type(town.ada, '/study-admin setup', { time: '09:00', zone: 'UTC', days: 'mon-fri' })
  const list = await town.type(town.ada, '/study-admin off', { dates: '2-3 Mar "Team days"' })
  expect(discordText(list)).toContain('Team days')
  await town.restart()
  const { forge, seen } = town.discord.people
  const remove = controlOf(list, 'Remove')
  expect(discordText(await seen(forge(ben, await town.type(ben, '/study me'), remove)))).toContain('Only managers can do that')
  await town.press(town.ada, list, 'Remove')
  expect(discordText(list)).toContain('Removed')
  expect(discordText(await town.type(town.ada, '/study-admin pause', { until: '9 Mar' }))).toContain('Mon, Mar 9, 2026')
  expect(discordText(await town.type(ben, '/study-account away', { dates: 'tomorrow' }))).toContain('Tue, Mar 3, 2026')
  expect(discordText(await town.type(ben, '/study me', { show: 'streak' }))).toContain('grace day')
  expect([town.discord.violations, town.faults]).toEqual([[], []])
})

test('in the terminal', async () => {
  const desk = await openDesk('2026-03-02T12:00Z')
  await desk.type('/study setup 09:00 UTC mon-fri')
  expect(await desk.type('/study off 3-4 Mar "Team days"')).toMatch(/Off: Team days .*\[1\] Remove/u)
  await desk.restart()
  expect(await desk.type('/study off', '1')).toContain('Removed: Tue, Mar 3 – Wed, Mar 4, 2026.')
  expect(await desk.type('/study away tomorrow', '1')).toContain('Removed: ')
  expect(await desk.type('/study streak')).toContain('You earn a grace day with ten study days.')
})
