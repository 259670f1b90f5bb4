// The drill on all three platforms: begin, go on after a restart, press twice, press what is somebody else's, end.
import { expect, test } from 'vitest'
import type { Course } from '../../src/course/course.ts'
import { courseFolder } from '../course/course-folder.ts'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { controlOf } from './control-of.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf as slackText } from './slack-town.ts'
import { openDesk } from './terminal-desk.ts'

const noon = '2026-03-02T12:00Z'

/** Whose job the duty is that a message shows. */
function ownerIn(course: Course, text: string): string {
  const row = course.responsibilities.find(({ title }) => text.includes(title))
  return course.byId.parties.get(row?.owner ?? '')?.name ?? 'nobody'
}

test('on Slack it stays where it was asked for', async () => {
  const town = await openSlack(noon)
  const [ada, ben] = [town.person('Ada'), town.person('Ben')]
  const message = await town.shown(ada, () => town.slack.command(ada, town.channel, 'drill'))
  const press = async (label: string, shows: string) => {
    await town.slack.press(ada, onMessage(message), label)
    await until(() => slackText(message).includes(shows), shows)
  }
  expect(slackText(message)).toContain('duty 1 of 2')
  await town.restart()
  const twice = structuredClone(message)
  const owner = ownerIn(town.course, slackText(message))
  await press(owner, `Your answer: ${owner}`)
  await town.slack.press(ada, onMessage(twice), 'Both')
  const foreign = await town.shown(ben, () => town.slack.command(ben, town.channel, 'drill'))
  Object.assign(foreign, { blocks: message.blocks })
  await town.slack.press(ben, onMessage(foreign), 'Next')
  await until(() => slackText(foreign).includes('This button no longer works'), 'the refusal')
  expect(await town.type(ada, 'drill')).toContain(`Your answer: ${owner}`)
  await press('Next', 'duty 2 of 2')
  await press('Both', 'The right answer: ')
  await press('See how it went', '1 of 2 right.')
  expect([town.slack.messages(town.channel), town.faults, town.slack.world.refusals]).toEqual([[], [], []])
})

test('on Discord it is for the asker alone', async () => {
  const town = await openDiscord(noon)
  const ben = town.person('ben')
  const { forge, seen } = town.discord.people
  const message = await town.type(town.ada, '/study drill')
  expect(discordText(message)).toContain('duty 1 of 2')
  await town.restart()
  const both = controlOf(message, 'Both')
  const owner = ownerIn(town.course, discordText(message))
  await town.press(town.ada, message, owner)
  expect(discordText(message)).toContain('Your answer: **')
  expect(discordText(await seen(forge(town.ada, message, both)))).toContain('✅ Right')
  expect(discordText(await seen(forge(ben, await town.type(ben, '/study drill'), controlOf(message, 'Next'))))).toContain('This button no longer works')
  await town.press(town.ada, await town.type(town.ada, '/study drill'), 'Next')
  const last = await town.type(town.ada, '/study drill')
  await town.press(town.ada, last, 'Both')
  await town.press(town.ada, last, 'See how it went')
  expect(discordText(last)).toContain('1 of 2 right.')
  expect([town.discord.violations, town.faults]).toEqual([[], []])
})

const controls = `categories:
  - { id: house, name: The house, meaning: The landlord does it for all apartments. }
  - { id: apartment, name: The apartment, meaning: Each tenant does it. }
controls:
  - { id: stairs, name: Light on the stairs, category: house, reason: The stairs belong to everybody., sources: [lease / The building] }
  - { id: bulbs, name: Light in the kitchen, category: apartment, reason: Only the tenant is there., sources: [lease / The apartment] }
`

test('in the terminal it goes by numbers, with the controls of the course', async () => {
  const desk = await openDesk(noon, courseFolder({ 'controls.yaml': controls }))
  expect(await desk.type('/study drill controls')).toMatch(/Which category\?.*\[1\] The house \[2\] The apartment control 1 of 2/u)
  expect(await desk.type('1')).toMatch(/✓ Right|✗ Not this time/u)
  await desk.restart()
  expect(await desk.type('/study drill')).toMatch(/Light (?:on the stairs|in the kitchen).*Your answer: The house/u)
  expect(await desk.type('/as Ben', '1')).toContain('This button no longer works')
  expect(await desk.type('/as ada', '/study drill', '1')).toContain('control 2 of 2')
  expect(await desk.type('1', '1')).toMatch(/Drill finished.*1 of 2 right\..*Light in the kitchen: The apartment/u)
})
