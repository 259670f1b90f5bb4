// The checklist and one's own progress on all three platforms: tick, press twice, go on after a restart, press what is somebody else's.
import { expect, test } from 'vitest'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { controlOf } from './control-of.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf as slackText } from './slack-town.ts'
import { openDesk } from './terminal-desk.ts'

const noon = '2026-03-02T12:00Z'

test('on Slack they are for the asker alone', async () => {
  const town = await openSlack(noon)
  const [ada, ben] = [town.person('Ada'), town.person('Ben')]
  const message = await town.shown(ada, () => town.slack.command(ada, town.channel, 'checklist'))
  expect(slackText(message)).toContain('You’ve ticked 0 of 1.')
  const untouched = structuredClone(message)
  await town.slack.press(ada, onMessage(message), 'Tick 1')
  await until(() => slackText(message).includes('You’ve ticked 1 of 1.'), 'the tick')
  await town.restart()
  await town.slack.press(ada, onMessage(untouched), 'Tick 1')
  expect(await town.type(ada, 'checklist')).toContain('You’ve ticked 1 of 1.')
  const foreign = await town.shown(ben, () => town.slack.command(ben, town.channel, 'checklist'))
  Object.assign(foreign, { blocks: message.blocks })
  await town.slack.press(ben, onMessage(foreign), 'Untick 1')
  await until(() => slackText(foreign).includes('You’ve ticked 0 of 1.'), 'the list of the other')
  expect(await town.type(ada, 'checklist')).toContain('You’ve ticked 1 of 1.')
  await town.slack.press(ada, onMessage(message), 'Practice 1')
  await until(() => slackText(message).includes('question 1 of'), 'the practice')
  expect(await town.type(ada, 'me')).toContain('Next: ')
  expect([town.slack.messages(town.channel), town.faults, town.slack.world.refusals]).toEqual([[], [], []])
})

test('on Discord they are for the asker alone', async () => {
  const town = await openDiscord(noon)
  const ben = town.person('ben')
  const { forge, seen } = town.discord.people
  const message = await town.type(town.ada, '/study checklist')
  const tick = controlOf(message, 'Tick 1')
  await town.press(town.ada, message, 'Tick 1')
  expect(discordText(message)).toContain('You’ve ticked 1 of 1.')
  await town.restart()
  expect(discordText(await seen(forge(town.ada, message, tick)))).toContain('You’ve ticked 1 of 1.')
  const untick = controlOf(message, 'Untick 1')
  expect(discordText(await seen(forge(ben, await town.type(ben, '/study checklist'), untick)))).toContain('You’ve ticked 0 of 1.')
  expect(discordText(await town.type(town.ada, '/study checklist'))).toContain('You’ve ticked 1 of 1.')
  const own = await town.type(town.ada, '/study me')
  expect(discordText(own)).toContain('**Next:**')
  await town.press(town.ada, own, 'Practice')
  expect(discordText(own)).toContain('question 1 of')
  expect([town.discord.violations, town.faults]).toEqual([[], []])
})

test('in the terminal they go by numbers', async () => {
  const desk = await openDesk(noon)
  expect(await desk.type('/study checklist')).toMatch(/You’ve ticked 0 of 1\..*\[1\] Tick 1 \[2\] Practice 1/u)
  expect(await desk.type('1')).toMatch(/You’ve ticked 1 of 1\..*✓ 1\. Can you/u)
  await desk.restart()
  expect(await desk.type('/study checklist')).toContain('You’ve ticked 1 of 1.')
  expect(await desk.type('/as Ben', '/study checklist')).toContain('You’ve ticked 0 of 1.')
  expect(await desk.type('/as ada', '/study checklist', '2')).toContain('question 1 of')
  expect(await desk.type('/study me')).toMatch(/Your progress.*Next: /u)
})
