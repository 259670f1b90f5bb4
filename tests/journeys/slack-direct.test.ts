// A session in the direct messages with the bot, on Slack: from a channel to there, pressed in place, after a restart, and where people
// take no direct messages.
import { expect, test } from 'vitest'
import { catalogOf } from '../../src/features/catalog.ts'
import { features } from '../../src/features/features.ts'
import { onHome, onMessage, onModal } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { sessionFeature } from '../features/session-feature.ts'
import { openTown, textOf, textOn } from './slack-town.ts'

async function settled(http = false) {
  const town = await openTown('2026-11-23T07:30:00Z', http, undefined, catalogOf([...features, sessionFeature()]))
  const ann = town.person('Ann')
  const direct = `D${ann}`
  const inDirect = () => town.slack.messages(direct)
  return {
    ...town, ann, direct, inDirect,
    privately: () => town.slack.whispers(ann).filter(({ channel }) => channel === direct),
    last: () => until(() => inDirect().at(-1), 'a direct message'),
    says: (words: string) => until(() => inDirect().find((message) => textOf(message).includes(words)), `a direct message with “${words}”`),
    clean: () => {
      expect(town.faults).toEqual([])
      expect(town.slack.world.refusals).toEqual([])
    },
  }
}

test.each([['in Socket Mode', false], ['over HTTP', true]])('from a channel it goes to the direct messages, and the channel points there (%s)', async (_, http) => {
  const town = await settled(http)
  const pointer = await town.shown(town.ann, () => town.slack.command(town.ann, town.channel, 'sit'))
  const [message] = town.inDirect()
  expect(textOf(pointer)).toContain('Your session is in your messages with me')
  expect(textOf(pointer)).toContain(`Go to the message https://studyhall.slack.com/archives/${town.direct}/p${message?.ts.replace('.', '')}`)
  expect(town.inDirect().map(textOf)).toEqual([expect.stringContaining('This is step 1.')])
  expect(town.slack.messages(town.channel)).toEqual([])
  town.clean()
})

test('a press there changes the message in place, also after a restart, and spends no call of chat.update', async () => {
  const town = await settled()
  await town.type(town.ann, 'sit')
  const message = await town.last()
  await town.slack.press(town.ann, onMessage(message), 'Next')
  await until(() => textOf(message).includes('step 2'), 'the second step')
  await town.restart()
  await town.slack.press(town.ann, onMessage(message), 'Next')
  await until(() => textOf(message).includes('step 3'), 'the third step')
  expect(town.inDirect()).toHaveLength(1)
  expect(town.privately()).toEqual([])
  expect(town.slack.calls('chat.update')).toEqual([])
  expect(town.slack.calls('chat.postMessage')).toHaveLength(1)
  town.clean()
})

test('two presses at once count once, and an old message shows where the session is', async () => {
  const town = await settled()
  await town.type(town.ann, 'sit')
  const old = await town.last()
  await Promise.all([town.slack.press(town.ann, onMessage(old), 'Next'), town.slack.press(town.ann, onMessage(old), 'Next')])
  await until(() => old.edits === 2, 'both answers')
  expect(textOf(old)).toContain('step 2')
  const before = textOf(old)
  await town.type(town.ann, 'sit')
  const latest = await until(() => town.inDirect()[1], 'a second message')
  await town.slack.press(town.ann, onMessage(latest), 'Next')
  await until(() => textOf(latest).includes('step 3'), 'the third step')
  expect(textOf(old)).toBe(before)
  await town.slack.press(town.ann, onMessage(old), 'Next')
  await until(() => textOf(old).includes('step 3'), 'the old message to catch up')
  town.clean()
})

test('an answer beside the session is an ordinary message, because private ones do not last', async () => {
  const town = await settled()
  await town.type(town.ann, 'sit')
  const message = await town.last()
  await town.slack.press(town.ann, onMessage(message), 'Aside')
  await town.says('By the way.')
  expect(textOf(message)).toContain('step 1')
  expect(town.privately()).toEqual([])
  town.clean()
})

test('typed or written in the direct messages, it appears there and needs no pointer', async () => {
  const town = await settled()
  await town.slack.command(town.ann, town.direct, 'sit')
  await town.last()
  await town.slack.say(town.ann, town.direct, 'sit')
  await until(() => town.inDirect()[1], 'a second message')
  await town.slack.command(town.ann, town.direct, 'help sit')
  await town.says('Sit and count')
  expect(town.inDirect().map(textOf)).toEqual([expect.stringContaining('step 1'), expect.stringContaining('step 1'), expect.stringContaining('direct messages with the bot')])
  expect(town.slack.whispers(town.ann)).toEqual([])
  town.clean()
})

test('typed in a direct message with somebody else, everything stays private', async () => {
  const town = await settled()
  const withBob = town.slack.addChannel('D0ANNBOB', { private: true, joined: false })
  const help = await town.shown(town.ann, () => town.slack.command(town.ann, withBob.id, 'help sit'))
  expect([help.channel, textOf(help)]).toEqual([withBob.id, expect.stringContaining('Sit and count')])
  const pointer = await town.shown(town.ann, () => town.slack.command(town.ann, withBob.id, 'sit'))
  expect(textOf(pointer)).toContain('in your messages with me')
  expect(withBob.messages).toEqual([])
  expect(town.inDirect()).toHaveLength(1)
})

test.each(['messages_tab_disabled', 'cannot_dm_bot', 'ratelimited'])('where it cannot be a direct message (%s), it stays where it was asked for, and says why', async (error) => {
  const town = await settled()
  town.slack.fail('chat.postMessage', { kind: 'error', error }, 10, town.ann)
  const here = await town.shown(town.ann, () => town.slack.command(town.ann, town.channel, 'sit'))
  expect(textOf(here)).toMatch(/I can’t send you a direct message, so here it is[\s\S]*step 1/u)
  await town.slack.press(town.ann, onMessage(here), 'Next')
  await until(() => textOf(here).includes('step 2'), 'the second step')
  expect(town.slack.whispers(town.ann)).toHaveLength(1)
  expect(town.inDirect()).toEqual([])
  town.clean()
})

test('a press in the App Home leads there, and points there in a modal', async () => {
  const town = await settled()
  await town.slack.openHome(town.ann)
  const home = await until(() => town.slack.home(town.ann), 'the Home tab')
  await town.slack.press(town.ann, onHome(home), 'Help')
  const modal = await until(() => town.slack.modal(town.ann), 'help')
  // As a button in help would: what is pressed in a modal is answered in it.
  Object.assign(modal.view, { blocks: [{ type: 'actions', block_id: 'x', elements: [{ type: 'button', action_id: 'v1:run:sit', text: { type: 'plain_text', text: 'Sit', emoji: false } }] }] })
  await town.slack.press(town.ann, onModal(modal), 'Sit')
  await until(() => textOn(modal).includes('Your session is in your messages with me'), 'the pointer')
  expect(town.inDirect()).toHaveLength(1)
  town.clean()
})

test('where the address of a press has expired, the answer is a new message', async () => {
  const town = await settled()
  await town.type(town.ann, 'sit')
  const message = await town.last()
  const pressing = town.slack.press(town.ann, onMessage(message), 'Next')
  for (const address of town.slack.world.responses.values()) address.expired = true
  await pressing
  await town.says('step 2')
  expect(textOf(message)).toContain('step 1')
  town.clean()
})
