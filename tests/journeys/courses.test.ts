// Two channels with a course each, on Slack, Discord, and in the terminal: from setting up to direct messages, nothing of one shows in the other.
import { expect, test } from 'vitest'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import { twoCourses } from '../fakes/two-courses.ts'
import { until } from '../fakes/until.ts'
import { openTown as openDiscord } from './discord-town.ts'
import { openTown as openSlack, textOf } from './slack-town.ts'

const morning = '2026-11-23T07:30:00Z'
/** Every text of the other course begins so. */
const marked = /QQ/u
const studied = ['practice', 'cards', 'lookup heating', 'read', 'checklist']

test('on Slack', async () => {
  const town = await openSlack(morning, false, undefined, undefined, undefined, twoCourses())
  const flats = 'C0FLATS'
  town.slack.addChannel(flats)
  const [ada, ben] = [town.person('ada', { admin: true }), town.person('ben')]
  await town.type(ada, 'setup 09:00 UTC daily')
  expect(await town.type(ada, 'setup 09:00 UTC daily course=other-rules', flats)).toContain('QQOther rules')
  await town.wait('2026-11-23T09:00:00Z')
  const [first] = town.slack.messages(town.channel).slice(-1)
  const [other] = town.slack.messages(flats).slice(-1)
  expect([marked.test(JSON.stringify(first?.blocks)), marked.test(JSON.stringify(other?.blocks))]).toEqual([false, true])
  for (const line of studied) {
    expect(await town.type(ben, line), line).not.toMatch(marked)
    expect(await town.type(ben, line, flats), line).toMatch(marked)
  }
  // An exam leaves the channel that says the course.
  await town.type(ben, 'exam', flats)
  const direct = `D${ben}`
  const offer = town.slack.whispers(ben).findLast(({ channel }) => channel === flats)
  if (offer === undefined) throw new Error('no exam was offered')
  await town.slack.press(ben, onMessage(offer), 'Start')
  const exam = await until(() => town.slack.messages(direct).at(-1), 'the exam')
  expect(JSON.stringify(exam.blocks)).toMatch(marked)
  const said = textOf(exam)
  await town.slack.press(ben, onMessage(exam), 'Flag')
  await until(() => textOf(exam) !== said, 'the flag')
  expect(JSON.stringify(exam.blocks)).toMatch(marked)
  // Where no channel says it, they choose.
  expect(await town.type(ben, 'cards course=house', flats)).not.toMatch(marked)
  expect(town.faults).toEqual([])
  expect(town.slack.world.refusals).toEqual([])
})

test('on Discord', async () => {
  const town = await openDiscord(morning, { courses: twoCourses() })
  const { discord, ada } = town
  const flats = discord.world.addChannel(town.guild)
  const ben = town.person('ben')
  await town.type(ada, '/study-admin setup', { time: '09:00', zone: 'UTC', days: 'daily' })
  expect(discordText(await town.type(ada, '/study-admin setup', { time: '09:00', zone: 'UTC', days: 'daily', course: 'other-rules' }, flats))).toContain('QQOther rules')
  await town.wait('2026-11-23T09:00:00Z')
  expect([discord.world.messagesIn(town.channel), discord.world.messagesIn(flats)].map((messages) => marked.test(discordText(messages.at(-1) ?? (undefined as never))))).toEqual([false, true])
  for (const line of ['practice', 'cards', 'read', 'checklist']) {
    expect(discordText(await town.type(ben, `/study ${line}`)), line).not.toMatch(marked)
    expect(discordText(await town.type(ben, `/study ${line}`, {}, flats)), line).toMatch(marked)
    expect(discordText(await town.type(ben, `/study ${line}`, { course: 'other-rules' })), line).toMatch(marked)
  }
  const there = discord.world.directChannel(ben)
  const choice = await town.type(ben, '/study lookup', { words: 'heating' }, there)
  expect(discordText(choice)).toContain('Which course?')
  await town.press(ben, choice, 'QQOther rules')
  await until(() => !discordText(discord.world.messagesIn(there).at(-1) ?? choice).includes('Which course?'), 'the look-up')
  expect(discordText(discord.world.messagesIn(there).at(-1) ?? choice)).toMatch(marked)
  expect(discordText(await town.type(ben, '/study practice', {}, there))).toMatch(marked)
  expect(discord.violations).toEqual([])
  expect(town.faults).toEqual([])
})
