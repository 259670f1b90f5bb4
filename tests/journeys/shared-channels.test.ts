// One daily question in several channels, as people see it: two channels on Slack, Slack and Discord together, and a process that ends
// between the posts of the two.
import { describe, expect, test } from 'vitest'
import { courseOf } from '../fakes/course-of.ts'
import { textOf as discordText } from '../fakes/discord/people.ts'
import type { Message as DiscordMessage } from '../fakes/discord/world.ts'
import { onMessage } from '../fakes/slack/fake-slack.ts'
import type { Fault, Message } from '../fakes/slack/world.ts'
import { until } from '../fakes/until.ts'
import { openBoth } from './both-platforms.ts'
import { controlOf } from './control-of.ts'
import { lettersOf } from './discord-town.ts'
import { answer, textOf } from './slack-town.ts'
import { bad as second, close, due, good as first, never, settled, type Settled } from './slack-two-channels.ts'

const asks = (text: string) => /\bopen until\b/u.test(text) || text.includes('The answer:')
const postIn = ({ slack }: Pick<Settled, 'slack'>, channel: string): Message => slack.messages(channel).findLast((message) => asks(textOf(message))) ?? never()
const countIn = ({ slack }: Pick<Settled, 'slack'>, channel: string) => slack.messages(channel).filter((message) => asks(textOf(message))).length
/** What stands between the title and the buttons: the question with its options. */
const questionIn = (text: string) => /[A-Z][^\n]*\?/u.exec(text)?.[0]

/** Ada presses a button whose answer takes the place of its screen. @returns what stands there then */
async function turned({ slack, ada }: Pick<Settled, 'slack' | 'ada'>, message: Message, label: string): Promise<string> {
  const before = textOf(message)
  await slack.press(ada, onMessage(message), label)
  await until(() => textOf(message) !== before, `an answer to ${label}`)
  return textOf(message)
}

/** Ada manages both channels and lets the second one share the question of the first. */
async function shared() {
  const town = await settled()
  const offer = await town.shown(town.ada, () => town.slack.command(town.ada, first, 'share'))
  await turned(town, offer, 'Share with it')
  expect(await turned(town, offer, 'Share')).toContain('Shared with')
  return { ...town, offer }
}

describe('two channels on Slack', () => {
  test('have one question, one answer of each person, one result and one board', async () => {
    const town = await shared()
    const { slack, ada, bob } = town
    for (const channel of [first, second]) expect(slack.messages(channel).map(textOf).join()).toContain('One question, several channels')
    await town.wait(due)
    const [here, there] = [postIn(town, first), postIn(town, second)]
    expect(questionIn(textOf(there))).toBe(questionIn(textOf(here)))
    expect(await town.answer(bob, here, true)).toContain('Right')
    expect(await town.answer(bob, there, false)).toMatch(/You already answered.*Your first answer counts. You gave it in/su)
    await town.answer(ada, there, false)
    expect(await town.type(bob, 'board', second)).toMatch(/Bob \(you\) · 1 point.*Ada · 0 points/su)
    expect(await town.type(ada, 'board', first)).toMatch(/Bob · 1 point.*Ada \(you\)/su)
    await town.wait(close)
    for (const channel of [first, second]) expect(textOf(postIn(town, channel))).toMatch(/2 people answered.*Right: /su)
    expect([town.faults, slack.world.refusals]).toEqual([[], []])
  })

  test('the first one decides; the second one says so, leaves, and goes on alone', async () => {
    const town = await shared()
    const { slack, ada, bob } = town
    expect(await town.type(ada, 'status', second)).toContain('Shared with')
    for (const line of ['pause', 'off tomorrow', 'now', 'settings 10:00', 'skip']) expect(await town.type(ada, line, second)).toContain('decided in another channel')
    expect(await town.type(ada, 'settings recap=off', second)).toContain('saved')
    expect(await town.type(ada, 'settings 09:30', first)).toContain('09:30')
    expect(await town.type(ada, 'status', second)).toMatch(/09:30.*Only in the post itself/su)
    expect(await town.type(bob, 'unshare', second)).toContain('Only managers can do that')
    const ask = await town.shown(ada, () => slack.command(ada, second, 'unshare'))
    expect(await turned(town, ask, 'Stop sharing')).toContain('This channel goes on alone')
    expect(await town.type(ada, 'unshare', second)).toContain('shares with no other')
    expect(await town.type(ada, 'settings 11:00', second)).toContain('11:00')
    await town.wait('2026-11-23T08:30:00Z')
    expect([countIn(town, first), countIn(town, second)]).toEqual([1, 0])
    await town.wait('2026-11-23T10:00:00Z')
    expect([countIn(town, first), countIn(town, second)]).toEqual([1, 1])
    expect([town.faults, slack.world.refusals]).toEqual([[], []])
  })

  test('an extra question comes in both; pausing the first one stops both', async () => {
    const town = await shared()
    expect(await town.type(town.ada, 'now', first)).toContain('Posted')
    expect([countIn(town, first), countIn(town, second)]).toEqual([1, 1])
    await town.type(town.ada, 'pause', first)
    await town.wait(due)
    expect([countIn(town, first), countIn(town, second)]).toEqual([1, 1])
    expect(await town.type(town.ada, 'resume', second)).toContain('decided in another channel')
  })

  test('somebody who doesn’t manage them sees what they share, and no buttons', async () => {
    const town = await shared()
    const list = await town.shown(town.bob, () => town.slack.command(town.bob, first, 'share'))
    expect(textOf(list)).toContain('Channels that share this question')
    expect(list.blocks.some(({ type }) => type === 'actions')).toBe(false)
  })

  test.each<readonly [string, Fault]>([
    ['after the second post arrived', { kind: 'reset', stored: true }],
    ['before the second post arrived', { kind: 'reset', stored: false }],
  ])('a process that ends %s: each has it once, and it’s the same', async (_, fault) => {
    const town = await shared()
    town.slack.fail('chat.postMessage', fault, 1, second)
    await town.wait(due)
    expect(countIn(town, first)).toBe(1)
    await town.restart()
    await town.answer(town.bob, postIn(town, first), true)
    for (const minute of ['01', '02', '03', '04']) await town.wait(`2026-11-23T08:${minute}:00Z`)
    expect([countIn(town, first), countIn(town, second)]).toEqual([1, 1])
    expect(questionIn(textOf(postIn(town, second)))).toBe(questionIn(textOf(postIn(town, first))))
    expect(await town.answer(town.bob, postIn(town, second), false)).toContain('You already answered')
  })

  test('a channel that is deleted: the other one leads, and goes on', async () => {
    const town = await shared()
    town.slack.fail('chat.postMessage', { kind: 'error', error: 'channel_not_found' }, Infinity, first)
    await town.wait(due)
    expect(countIn(town, second)).toBe(1)
    await town.answer(town.bob, postIn(town, second), true)
    expect(await town.type(town.bob, 'board', second)).toContain('Bob (you) · 1 point')
  })
})

test('Slack and Discord in one process share by a code; one goes on while the other is away', async () => {
  const both = await openBoth()
  const { slack, discord, boss, ben, channel, place } = both
  await both.start()
  const whispered = async (line: string) => {
    const before = slack.whispers(boss).length
    await slack.command(boss, channel, line)
    return until(() => slack.whispers(boss)[before], `an answer to ${line}`)
  }
  const onDiscord = (line: string, options = {}) => discord.people.seen(discord.people.command(ben, place, line, options))
  const code = /[A-Z]{4}-[A-Z]{4}/u.exec(await turned({ slack, ada: boss }, await whispered('share'), 'Get a code'))?.[0] ?? never()
  expect(discordText(await onDiscord('/study-admin share', { code: 'WRNG-CDBB' }))).toContain('This code doesn’t work')
  const ask = await onDiscord('/study-admin share', { code: code.toLowerCase() })
  expect(discordText(ask)).toMatch(/a channel in Studyhall on Slack/u)
  expect(discordText(await discord.people.seen(discord.people.press(ben, ask, 'Share')))).toContain('Shared')
  expect(slack.messages(channel).map(textOf).join()).toContain('on Discord now has the same daily question')
  expect(discordText(await onDiscord('/study-admin share', { code }))).toMatch(/share the question already/u)

  await both.wait('2026-11-23T08:00:00Z')
  const questionsOn = () => discord.world.messagesIn(place).filter((message) => message.onlyFor === null && asks(discordText(message)))
  const posted = () => [slack.messages(channel).findLast((message) => asks(textOf(message))), questionsOn().at(-1)] as const
  const hasButtons = (message: DiscordMessage) => JSON.stringify(message.components).includes('v1:answer:')
  const [here = never()] = posted()
  const there = await until(() => discord.world.messagesIn(place).findLast(hasButtons), 'the question on Discord')
  expect(discordText(there)).toContain(questionIn(textOf(here)))
  const { questions } = courseOf('tests/courses/house-rules').course
  const { right: [letter = '', another], values } = lettersOf(discordText(there), questions)
  const pressed = another === undefined ? discord.people.press(ben, there, letter) : discord.people.choose(ben, there, values)
  expect(discordText(await discord.people.seen(pressed))).toContain('Right')
  await answer(slack, boss, here, questions, false)
  expect(discordText(await onDiscord('/study board'))).toContain('Ada')
  expect(textOf(await whispered('board'))).toContain('ben')
  await both.wait('2026-11-24T07:00:00Z')
  const [closedHere = never(), closedThere = never()] = posted()
  expect([textOf(closedHere), discordText(closedThere)]).toEqual([expect.stringContaining('2 people answered'), expect.stringContaining('2 people answered')])

  await both.stop()
  slack.fail('auth.test', { kind: 'reset', stored: false }, Infinity)
  await both.start()
  await both.wait('2026-11-24T08:00:00Z')
  expect(questionsOn()).toHaveLength(2)
  const list = await onDiscord('/study-admin unshare')
  expect(controlOf(list, 'Stop sharing')).toContain('unshare-now')
  expect(discordText(await discord.people.seen(discord.people.press(ben, list, 'Stop sharing')))).toContain('goes on alone')
  expect(discord.violations).toEqual([])
})
