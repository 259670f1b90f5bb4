// Guided cases on all three platforms: begin, go on after a restart, press twice, press what is somebody else's, end. On Slack they live
// in the direct messages.
import { expect, test } from 'vitest'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { controlOf } from './control-of.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf as slackText } from './slack-town.ts'
import { openDesk } from './terminal-desk.ts'

const noon = '2026-03-02T12:00Z'
const title = 'A winter evening in the attic apartment'

test('on Slack they go on in the direct messages', async () => {
  const town = await openSlack(noon)
  const [ada, ben] = [town.person('Ada'), town.person('Ben')]
  const direct = (who: string) => town.slack.messages(`D${who}`)
  const list = await town.shown(ada, () => town.slack.command(ada, town.channel, 'case'))
  await town.slack.press(ada, onMessage(list), title)
  const message = await until(() => direct(ada)[0], 'the case')
  await until(() => slackText(list).includes('Your case is in your messages with me'), 'the pointer')
  const press = async (label: string, shows: string) => {
    await town.slack.press(ada, onMessage(message), label)
    await until(() => slackText(message).includes(shows), shows)
  }
  expect(slackText(message)).toContain('Finding 1 of 3')
  await town.restart()
  const twice = structuredClone(message)
  await press('The landlord', 'What to change: Fix the central heating.')
  await town.slack.press(ada, onMessage(twice), 'Both')
  await town.slack.command(ben, town.channel, 'case winter')
  const foreign = await until(() => direct(ben)[0], 'a case of Ben’s')
  Object.assign(foreign, { blocks: message.blocks })
  await town.slack.press(ben, onMessage(foreign), 'Next finding')
  await until(() => slackText(foreign).includes('This button no longer works'), 'the refusal')
  await press('Next finding', 'Finding 2 of 3')
  await press('The situation', 'Stairs on which bicycles stand')
  await press('Back to the finding', 'Finding 2 of 3')
  await press('Both', 'Your answer: Both')
  await press('Next finding', 'Finding 3 of 3')
  await press('Both', 'Take them off the stairs.')
  await press('Close the case', '2 of 3 right.')
  expect(direct(ada)).toHaveLength(1)
  expect([town.slack.messages(town.channel), town.faults, town.slack.world.refusals]).toEqual([[], [], []])
})

test('on Discord they are for the asker alone, and completed by their titles', async () => {
  const town = await openDiscord(noon)
  const ben = town.person('ben')
  const { forge, seen, complete } = town.discord.people
  expect(await complete(town.ada, town.channel, '/study case', 'name', 'winter')).toEqual([title])
  const message = await town.type(town.ada, '/study case', { name: title })
  expect(discordText(message)).toContain('Finding 1 of 3')
  await town.restart()
  const both = controlOf(message, 'Both')
  await town.press(town.ada, message, 'The landlord')
  expect(discordText(message)).toContain('Fix the central heating.')
  expect(discordText(await seen(forge(town.ada, message, both)))).toContain('Fix the central heating.')
  expect(discordText(await seen(forge(ben, await town.type(ben, '/study case'), both)))).toContain('This button no longer works')
  const again = await town.type(town.ada, '/study case')
  await town.press(town.ada, again, 'Next finding')
  await town.press(town.ada, again, 'Stop')
  expect(discordText(again)).toContain('1 of 1 right. You answered 1 of 3.')
  expect([town.discord.violations, town.faults]).toEqual([[], []])
})

test('in the terminal they go by numbers', async () => {
  const desk = await openDesk(noon)
  expect(await desk.type('/study case')).toContain(`[1] ${title}`)
  expect(await desk.type('1')).toMatch(/Finding 1 of 3: .*\[1\] The landlord \[2\] The tenant \[3\] Both/u)
  expect(await desk.type('1')).toMatch(/✓ Right.*What to change: .*\[1\] Next finding/u)
  await desk.restart()
  expect(await desk.type('/study case')).toMatch(/✓ Right.*What to change: /u)
  expect(await desk.type('/as Ben', '1')).toContain('This button no longer works')
  expect(await desk.type('/as ada', '/study case', '1')).toContain('Finding 2 of 3')
  expect(await desk.type('4')).toContain('Stairs on which bicycles stand')
  expect(await desk.type('1', '6')).toContain('Case stopped')
})
