// Flashcards on all three platforms: begin, flip, go on after a restart, press twice, press what is somebody else's, end.
import { expect, test } from 'vitest'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { controlOf } from './control-of.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf as slackText } from './slack-town.ts'
import { openDesk } from './terminal-desk.ts'

const noon = '2026-03-02T12:00Z'

test('on Slack they stay where they were asked for', async () => {
  const town = await openSlack(noon)
  const [ada, ben] = [town.person('Ada'), town.person('Ben')]
  const message = await town.shown(ada, () => town.slack.command(ada, town.channel, 'cards'))
  const press = async (label: string, shows: string) => {
    await town.slack.press(ada, onMessage(message), label)
    await until(() => slackText(message).includes(shows), shows)
  }
  expect(slackText(message)).toContain('card 1 of 2')
  await press('Show the answer', 'Again if you’d forgotten it')
  await town.restart()
  const twice = structuredClone(message)
  await press('Good', 'card 2 of 2')
  await town.slack.press(ada, onMessage(twice), 'Again')
  const foreign = await town.shown(ben, () => town.slack.command(ben, town.channel, 'cards'))
  Object.assign(foreign, { blocks: message.blocks })
  await town.slack.press(ben, onMessage(foreign), 'Stop')
  await until(() => slackText(foreign).includes('This button no longer works'), 'the refusal')
  expect(await town.type(ada, 'cards')).toContain('card 2 of 2')
  await press('Show the answer', 'Again if you’d forgotten it')
  await press('Again', '2 cards: 1 known, 0 hard, 1 forgotten.')
  expect([town.slack.messages(town.channel), town.slack.messages(`D${ada}`), town.faults, town.slack.world.refusals]).toEqual([[], [], [], []])
})

test('on Discord they are for the asker alone', async () => {
  const town = await openDiscord(noon)
  const ben = town.person('ben')
  const message = await town.type(town.ada, '/study cards')
  expect(discordText(message)).toContain('card 1 of 2')
  await town.press(town.ada, message, 'Show the answer')
  expect(discordText(message)).toContain('Again if you’d forgotten it')
  await town.restart()
  const [again, stop] = [controlOf(message, 'Again'), controlOf(message, 'Stop')]
  await town.press(town.ada, message, 'Good')
  expect(discordText(message)).toContain('card 2 of 2')
  const { forge, seen } = town.discord.people
  expect(discordText(await seen(forge(town.ada, message, again)))).toContain('card 2 of 2')
  expect(discordText(await seen(forge(ben, await town.type(ben, '/study cards'), stop)))).toContain('This button no longer works')
  expect(discordText(await town.type(town.ada, '/study cards'))).toContain('card 2 of 2')
  await town.press(town.ada, message, 'Show the answer')
  await town.press(town.ada, message, 'Again')
  expect(discordText(message)).toContain('1 known, 0 hard, 1 forgotten.')
  expect([town.discord.violations, town.faults]).toEqual([[], []])
})

test('in the terminal they go by numbers', async () => {
  const desk = await openDesk(noon)
  expect(await desk.type('/study cards')).toMatch(/card 1 of 2/u)
  expect(await desk.type('1')).toContain('[1] Again [2] Hard [3] Good')
  await desk.restart()
  expect(await desk.type('/study cards')).toMatch(/\[1\] Show the answer.*card 1 of 2/u)
  expect(await desk.type('1', '3')).toContain('card 2 of 2')
  expect(await desk.type('/as Ben', '1')).toContain('This button no longer works')
  expect(await desk.type('/as ada', '/study cards', '1', '1')).toContain('2 cards: 1 known, 0 hard, 1 forgotten.')
})
