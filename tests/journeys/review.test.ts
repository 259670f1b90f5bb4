// A review over the wire: begun, gone on with after a restart, pressed twice, pressed by somebody else, and ended.
import { expect, test } from 'vitest'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf } from './slack-town.ts'
import { openDesk } from './terminal-desk.ts'

const monday = '2026-11-23T07:30:00Z'
const thursday = '2026-11-26T07:30:00Z'

test('on Slack it lives in the direct messages', async () => {
  const town = await openSlack(monday)
  const ann = town.person('Ann')
  const practice = await town.shown(ann, () => town.slack.command(ann, town.channel, 'practice topics=repairs'))
  await town.slack.press(ann, onMessage(practice), 'A')
  await until(() => /Right|Not this time/u.test(textOf(practice)), 'the explanation')
  await town.wait(thursday)
  expect(await town.type(ann, 'review')).toContain('Your review is in your messages with me')
  const message = await until(() => town.slack.messages(`D${ann}`)[0], 'the review')
  expect(textOf(message)).toContain('1 of 1')
  await Promise.all([town.slack.press(ann, onMessage(message), 'B'), town.slack.press(ann, onMessage(message), 'B')])
  await until(() => textOf(message).includes('You answered B'), 'the explanation')
  await town.restart()
  await town.slack.press(ann, onMessage(message), 'See how it went')
  await until(() => /You knew [01] of 1\./u.test(textOf(message)), 'the summary')
  expect(town.slack.messages(`D${ann}`)).toHaveLength(1)
  expect(town.faults).toEqual([])
  expect(town.slack.world.refusals).toEqual([])
})

test('on Discord it stays in place', async () => {
  const town = await openDiscord(monday)
  const { discord, ada } = town
  const bob = town.person('bob')
  await town.press(ada, await town.type(ada, '/study practice', { topics: 'repairs' }), 'A')
  await town.wait(thursday)
  const message = await town.type(ada, '/study review')
  expect(discordText(message)).toContain('1 of 1')
  const other = await town.type(bob, '/study review')
  expect(discordText(other)).toContain('Nothing to review')
  const control = `v1:review:${/v1:review:([0-9a-f]{16})/u.exec(JSON.stringify(message.components))?.[1] ?? ''}:0:a`
  expect(discordText(await discord.people.seen(discord.people.forge(bob, other, control)))).toContain('This button no longer works')
  await Promise.all([town.press(ada, message, 'B'), town.press(ada, message, 'B')])
  expect(discordText(message)).toContain('You answered B')
  await town.restart()
  expect(discordText(await town.type(ada, '/study review'))).toContain('You answered B')
  expect(discordText(await town.press(ada, message, 'See how it went'))).toMatch(/You knew [01] of 1\./u)
  expect(discord.violations).toEqual([])
  expect(town.faults).toEqual([])
})

test('in the terminal it goes by letters and numbers', async () => {
  const desk = await openDesk(monday)
  expect(await desk.type('/study practice topics=repairs', 'A')).toMatch(/Right|Not this time/u)
  expect(await desk.type('/study review')).toContain('Nothing to review')
  desk.moveClock(thursday)
  expect(await desk.type('/study review')).toContain('1 of 1')
  expect(await desk.type('/as Ben', 'B')).toContain('This button no longer works')
  await desk.restart()
  expect(await desk.type('/as ada', '/study review', 'B')).toContain('You answered B')
  // The second press is of what is no longer asked.
  expect(await desk.type('A')).not.toContain('You answered A')
  expect(await desk.type('/study review')).toContain('You answered B')
  expect(await desk.type('1')).toMatch(/You knew [01] of 1\./u)
  expect(await desk.type('/study review')).not.toContain('You answered B')
})

test('a reminder comes as a direct message on Slack, to whoever asked for it', async () => {
  const town = await openSlack(monday)
  const [ann, bob] = [town.person('Ann'), town.person('Bob')]
  for (const who of [ann, bob]) {
    const practice = await town.shown(who, () => town.slack.command(who, town.channel, 'practice topics=repairs'))
    await town.slack.press(who, onMessage(practice), 'A')
    await until(() => /Right|Not this time/u.test(textOf(practice)), 'the explanation')
  }
  expect(await town.type(ann, 'review remind 12:00')).toContain('I’ll message you around 12:00')
  await throughThursday(town.wait)
  const [message, ...more] = town.slack.messages(`D${ann}`)
  if (message === undefined) throw new Error('no reminder')
  expect([textOf(message).includes('Time to review'), more]).toEqual([true, []])
  expect(town.slack.messages(`D${bob}`)).toEqual([])
  await town.slack.press(ann, onMessage(message), 'Review')
  await until(() => town.slack.messages(`D${ann}`).some((each) => textOf(each).includes('1 of 1')), 'the review')
  expect(town.faults).toEqual([])
  expect(town.slack.world.refusals).toEqual([])
})

test('and on Discord', async () => {
  const town = await openDiscord(monday)
  const { discord, ada } = town
  await town.press(ada, await town.type(ada, '/study practice', { topics: 'repairs' }), 'A')
  expect(discordText(await town.type(ada, '/study review', { remind: '12:00' }))).toContain('I’ll message you around 12:00')
  await throughThursday(town.wait)
  const [message, ...more] = discord.world.messagesIn(discord.world.directChannel(ada))
  if (message === undefined) throw new Error('no reminder')
  expect([discordText(message).includes('Time to review'), more]).toEqual([true, []])
  expect(discordText(await town.press(ada, message, 'Turn off reminders'))).toContain('Reminder off')
  expect(discord.violations).toEqual([])
  expect(town.faults).toEqual([])
})

/** Until noon has passed in every zone that people here can be in; a look every few minutes, as the bot does. */
async function throughThursday(wait: (moment: string) => Promise<void>): Promise<void> {
  for (const hour of ['07', '08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20']) await wait(`2026-11-26T${hour}:05:00Z`)
}
