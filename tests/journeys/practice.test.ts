// Practice on all three platforms: begin, go on after a restart, press twice, press what is somebody else's, end.
import { expect, test } from 'vitest'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { controlOf } from './control-of.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf as slackText } from './slack-town.ts'
import { openDesk } from './terminal-desk.ts'

const noon = '2026-03-02T12:00Z'

test('on Slack it stays where it was asked for', async () => {
  const town = await openSlack(noon)
  const [ada, ben] = [town.person('Ada'), town.person('Ben')]
  const message = await town.shown(ada, () => town.slack.command(ada, town.channel, 'practice topics=repairs'))
  const press = async (label: string, shows: string) => {
    await town.slack.press(ada, onMessage(message), label)
    await until(() => slackText(message).includes(shows), shows)
  }
  expect(slackText(message)).toContain('question 1 of 2')
  await town.restart()
  const unanswered = structuredClone(message)
  await press('A', 'Next question')
  const explained = slackText(message)
  await town.slack.press(ada, onMessage(unanswered), 'B')
  expect(await town.type(ada, 'practice')).toBe(explained)
  const foreign = await town.shown(ben, () => town.slack.command(ben, town.channel, 'practice'))
  Object.assign(foreign, { blocks: message.blocks })
  await town.slack.press(ben, onMessage(foreign), 'Stop')
  await until(() => slackText(foreign).includes('This button no longer works'), 'the refusal')
  const first = structuredClone(message)
  await press('Next question', 'question 2 of 2')
  await Promise.all([town.slack.press(ada, onMessage(first), 'Next question'), town.slack.press(ada, onMessage(first), 'Next question')])
  expect(await town.type(ada, 'practice')).toContain('question 2 of 2')
  await press('A', 'See how it went')
  await press('See how it went', 'of 2 right.')
  expect([town.slack.messages(town.channel), town.slack.messages(`D${ada}`), town.faults, town.slack.world.refusals]).toEqual([[], [], [], []])
})

test('on Discord it is for the asker alone', async () => {
  const town = await openDiscord(noon)
  const ben = town.person('ben')
  const { forge, seen } = town.discord.people
  const message = await town.type(town.ada, '/study practice', { topics: 'repairs' })
  expect(discordText(message)).toContain('question 1 of 2')
  await town.restart()
  const [other, skip] = [controlOf(message, 'B'), controlOf(message, 'Skip')]
  await town.press(town.ada, message, 'A')
  const explained = discordText(message)
  expect(explained).toMatch(/Right|Not this time/u)
  for (const control of [other, other]) expect(discordText(await seen(forge(town.ada, message, control)))).toBe(explained)
  expect(discordText(await town.type(town.ada, '/study practice'))).toBe(explained)
  expect(discordText(await seen(forge(ben, await town.type(ben, '/study practice'), skip)))).toContain('This button no longer works')
  const next = await town.type(town.ada, '/study practice')
  await town.press(town.ada, next, 'Next question')
  expect(discordText(next)).toContain('question 2 of 2')
  await Promise.all([town.press(town.ada, next, 'Skip'), town.press(town.ada, next, 'Skip')])
  expect(discordText(next)).toMatch(/[01] of 1 right\..* You answered 1 of 2\./su)
  expect([town.discord.violations, town.faults, town.messages()]).toEqual([[], [], []])
})

test('in the terminal it goes by letters and numbers', async () => {
  const desk = await openDesk(noon)
  expect(await desk.type('/study practice topics=repairs')).toMatch(/\[1\] I’m guessing \[2\] Skip \[3\] Stop/u)
  expect(await desk.type('1')).toMatch(/question 1 of 2 \[1\] ✓ I’m guessing/u)
  await desk.restart()
  expect(await desk.type('/study practice')).toMatch(/question 1 of 2 \[1\] ✓ I’m guessing/u)
  expect(await desk.type('A')).toMatch(/\[1\] Next question/u)
  expect(await desk.type('/as Ben', '1')).toContain('This button no longer works')
  expect(await desk.type('/as ada', '/study practice', '1')).toContain('question 2 of 2')
  expect(await desk.type('3')).toMatch(/Practice finished.*[01] of 1 right\. You answered 1 of 2\./u)
  expect(await desk.type('/study practice topics=repairs')).toContain('question 1 of 2')
})
