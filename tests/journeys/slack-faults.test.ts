// What becomes of the daily round when Slack fails, over the wire with the whole bot.
//
// Fault                     | What the bot does                    | Who is told                     | How it recovers
import { describe, expect, test } from 'vitest'
import { until } from '../adapters/fakes/slack/until.ts'
import type { Fault, Message } from '../adapters/fakes/slack/world.ts'
import { openTown, textOf, type Town } from './slack-town.ts'

const good = 'C0STUDY'
const bad = 'C0OTHER'
const setUp = 'setup 09:00 Europe/Berlin mon-fri'
const due = '2026-11-23T08:00:00Z'
const close = '2026-11-24T07:00:00Z'

/** Two channels with the same daily question; Ada has set up both. */
async function settled() {
  const town = await openTown('2026-11-23T07:30:00Z')
  const [ada, bob] = [town.person('Ada'), town.person('Bob')]
  town.slack.addChannel(bad)
  for (const channel of [good, bad]) await town.type(ada, setUp, channel)
  const posts = (channel: string) => town.slack.messages(channel)
  return {
    ...town, ada, bob,
    /** How many posts stand in the good channel and in the bad one. */
    counts: () => [posts(good).length, posts(bad).length],
    postIn: (channel: string): Message => posts(channel).at(-1) ?? never(),
    /** What Ada found in her private messages. */
    told: () => town.slack.messages(`D${ada}`).map(textOf),
    asked: (method: string, channel: string) => town.slack.calls(method).filter((args) => args['channel'] === channel).length,
  }
}

type Settled = Awaited<ReturnType<typeof settled>>

const never = (): never => {
  throw new Error('nothing was posted')
}

/** Slack asks to wait in the bad channel until `moment`. */
function busyUntil({ slack, clock }: Town, method: string, moment: string): void {
  slack.world.limit = (asked, args) => (asked === method && args['channel'] === bad ? Math.max(0, Date.parse(moment) - clock.now) : 0)
}

describe('429 with Retry-After', () => {
  test('on a post delays this one until then, and no other', async () => {
    const town = await settled()
    busyUntil(town, 'chat.postMessage', '2026-11-23T08:01:30Z')
    await town.wait(due)
    expect(town.counts()).toEqual([1, 0])
    await town.wait('2026-11-23T08:01:00Z')
    expect(town.asked('chat.postMessage', bad)).toBe(1)
    await town.wait('2026-11-23T08:01:30Z')
    expect(town.counts()).toEqual([1, 1])
    expect(town.told()).toEqual([])
  })

  test('on an edit delays this one until then, and no other', async () => {
    const town = await settled()
    await town.wait(due)
    busyUntil(town, 'chat.update', '2026-11-24T07:02:30Z')
    await town.wait(close)
    expect(textOf(town.postIn(good))).toContain('The answer:')
    expect(textOf(town.postIn(bad))).not.toContain('The answer:')
    await town.wait('2026-11-24T07:01:00Z')
    await town.wait('2026-11-24T07:02:00Z')
    expect(town.asked('chat.update', bad)).toBe(1)
    await town.wait('2026-11-24T07:02:30Z')
    expect(textOf(town.postIn(bad))).toContain('The answer:')
    expect(town.told()).toEqual([])
  })
})

describe('a post that breaks off', () => {
  const faults: readonly (readonly [string, Fault])[] = [
    ['with a 500 after it was stored', { kind: 'status', status: 500, stored: true }],
    ['with a 503 before it was stored', { kind: 'status', status: 503, stored: false }],
    ['with a reset after it was stored', { kind: 'reset', stored: true }],
    ['with a reset before it was stored', { kind: 'reset', stored: false }],
    ['with fatal_error', { kind: 'error', error: 'fatal_error' }],
    // The client gives up after 10 s.
    ['with silence after it was stored', { kind: 'hang', stored: true }],
    ['with silence before it was stored', { kind: 'hang', stored: false }],
  ]

  test.each(faults)('%s stands there once in the end, and the other channel has its own at once', async (_, fault) => {
    const town = await settled()
    town.slack.fail('chat.postMessage', fault, 1, bad)
    let over = false
    const beat = town.wait(due).then(() => (over = true))
    await until(() => town.counts()[0] === 1 && town.asked('chat.postMessage', bad) === 1, 'the post in the good channel')
    if (fault.kind === 'hang') expect(over).toBe(false)
    await beat
    await town.wait('2026-11-23T08:01:00Z')
    await town.wait('2026-11-23T08:02:00Z')
    expect(town.counts()).toEqual([1, 1])
    expect(await town.answer(town.bob, town.postIn(bad), true)).toContain('✅ Right')
    expect(town.told()).toEqual([])
  })
})

test('an edit that breaks off is made at the next beat, and the other channel shows its answer at once', async () => {
  const town = await settled()
  await town.wait(due)
  // The client tries three times by itself.
  town.slack.fail('chat.update', { kind: 'status', status: 500, stored: false }, 3, bad)
  await town.wait(close)
  expect(textOf(town.postIn(good))).toContain('The answer:')
  expect(textOf(town.postIn(bad))).not.toContain('The answer:')
  await town.wait('2026-11-24T07:01:00Z')
  expect(textOf(town.postIn(bad))).toContain('The answer:')
})

describe('a channel that takes no posts', () => {
  const change = (town: Settled, what: object) => Object.assign(town.slack.world.channels.get(bad) ?? never(), what)
  const faults: readonly (readonly [string, RegExp, (town: Settled) => void, (town: Settled) => void])[] = [
    ['because it was archived', /archived\. Unarchive it/u, (town) => change(town, { archived: true }), (town) => change(town, { archived: false })],
    ['because the bot was removed from it', /\/invite/u, (town) => change(town, { joined: false }), (town) => change(town, { joined: true })],
    ['because the bot was removed from it, and it is private', /private.*\/invite/u, (town) => change(town, { joined: false, private: true }), (town) => change(town, { joined: true })],
    ['by the settings of the workspace', /owner or admin can allow it/u, (town) => town.slack.fail('chat.postMessage', { kind: 'error', error: 'restricted_action' }, 2, bad), () => undefined],
  ]

  test.each(faults)('%s is told once, harms no other, and has its next round when that is over', async (_, reason, begin, end) => {
    const town = await settled()
    begin(town)
    await town.wait(due)
    await until(() => town.told().length === 1, 'the word to the manager')
    expect(town.told()[0]).toMatch(reason)
    expect(await town.type(town.bob, 'status', bad)).toMatch(reason)
    await town.wait('2026-11-24T08:00:00Z')
    expect(town.told()).toHaveLength(1)
    expect(town.counts()).toEqual([2, 0])
    end(town)
    await town.wait('2026-11-25T08:00:00Z')
    expect(town.counts()).toEqual([3, 1])
    expect(town.told()).toHaveLength(1)
  })

  test('because it was deleted is told once, and harms no other', async () => {
    const town = await settled()
    town.slack.world.channels.delete(bad)
    for (const day of ['23', '24', '25', '26']) await town.wait(`2026-11-${day}T08:00:00Z`)
    expect(town.told()).toEqual([expect.stringContaining('The channel is gone')])
    expect(town.counts()[0]).toBe(4)
    expect(town.asked('chat.postMessage', bad)).toBe(4)
  })

  test('while a round is open shows its answer when that is over', async () => {
    const town = await settled()
    await town.wait(due)
    town.slack.fail('chat.update', { kind: 'error', error: 'not_in_channel' }, 1, bad)
    await town.wait(close)
    expect(textOf(town.postIn(good))).toContain('The answer:')
    await town.wait('2026-11-24T09:00:00Z')
    const first = town.slack.messages(bad)[0] ?? never()
    expect(textOf(first)).toContain('The answer:')
  })
})

describe('permissions', () => {
  test('that were taken from the app are told as soon as it can speak again, and the next round is posted', async () => {
    const town = await settled()
    town.slack.world.scopes.delete('chat:write')
    await town.wait(due)
    expect(town.counts()).toEqual([0, 0])
    expect(await town.type(town.bob, 'status')).toContain('lacks a permission')
    await town.wait('2026-11-23T08:30:00Z')
    town.slack.world.scopes.add('chat:write')
    await town.wait('2026-11-23T12:00:00Z')
    // Both channels in one message.
    expect(town.told()).toEqual([expect.stringMatching(/Daily questions were not posted[\s\S]*update the app from the manifest/u)])
    await town.wait('2026-11-24T08:00:00Z')
    expect(town.counts()).toEqual([1, 1])
    expect(town.told()).toHaveLength(1)
  })

  test('to edit that were taken over the close show the answer when they are back', async () => {
    const town = await settled()
    await town.wait(due)
    town.slack.world.scopes.delete('chat:write')
    await town.wait(close)
    await town.wait('2026-11-24T07:01:00Z')
    expect(town.asked('chat.update', good)).toBe(1)
    town.slack.world.scopes.add('chat:write')
    await town.wait('2026-11-24T08:00:30Z')
    expect(textOf(town.slack.messages(good)[0] ?? never())).toContain('The answer:')
  })
})

describe('a token', () => {
  test('that is revoked is said in the log once and by /readyz, and with a new one the next round is posted', async () => {
    const town = await settled()
    expect(town.ready()).toBe(true)
    town.slack.world.tokenFault = 'token_revoked'
    await town.wait(due)
    expect(town.ready()).toBe(false)
    expect(town.faults).toEqual([expect.stringContaining('set the new SLACK_BOT_TOKEN')])
    // What people press and type is answered without it.
    expect(await town.type(town.bob, 'status')).toContain('no longer accepts the bot’s token')

    Object.assign(town.slack.world, { tokenFault: null, botToken: 'xoxb-2222-new' })
    await town.restart()
    await town.wait('2026-11-23T12:00:00Z')
    expect(town.ready()).toBe(true)
    expect(town.told()).toEqual([expect.stringContaining('Daily questions were not posted')])
    await town.wait('2026-11-24T08:00:00Z')
    expect(town.counts()).toEqual([1, 1])
  })

  test('of an app that was taken out pauses the quizzes; added again, everybody who looks reads how to go on', async () => {
    const town = await settled()
    town.slack.world.tokenFault = 'account_inactive'
    await town.slack.event({ type: 'app_uninstalled' })
    await town.slack.event({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } })
    await town.wait(due)
    expect(town.asked('chat.postMessage', good)).toBe(0)

    Object.assign(town.slack.world, { tokenFault: null, botToken: 'xoxb-2222-new' })
    await town.restart()
    expect(await town.type(town.bob, 'today')).toContain('A manager can go on with /study resume')
    expect(await town.type(town.bob, 'status')).toContain('paused; go on with /study resume')
    await town.wait('2026-11-24T08:00:00Z')
    expect(town.counts()).toEqual([0, 0])
    expect(await town.type(town.ada, 'resume')).toContain('The next question comes')
    await town.wait('2026-11-25T08:00:00Z')
    expect(town.counts()).toEqual([1, 0])
  })
})

describe('private messages', () => {
  test.each(['messages_tab_disabled', 'cannot_dm_bot', 'user_not_found'])('that do not reach the manager (%s) go to the next one', async (error) => {
    const town = await settled()
    await town.type(town.ada, `managers add <@${town.bob}|bob>`, bad)
    town.slack.addChannel(bad, { joined: false })
    town.slack.fail('chat.postMessage', { kind: 'error', error }, 100, town.ada)
    await town.wait(due)
    expect(town.told()).toEqual([])
    expect(town.slack.messages(`D${town.bob}`).map(textOf)).toEqual([expect.stringContaining('/invite')])
    expect(town.counts()).toEqual([1, 0])
  })

  test('that reach nobody are tried again now and then, and the reason is in the channel', async () => {
    const town = await settled()
    town.slack.addChannel(bad, { joined: false })
    town.slack.fail('chat.postMessage', { kind: 'error', error: 'messages_tab_disabled' }, 2, town.ada)
    for (let minute = 0; minute < 60; minute++) await town.wait(`2026-11-23T08:${String(minute).padStart(2, '0')}:00Z`)
    expect(await town.type(town.bob, 'status', bad)).toContain('/invite')
    expect(town.told()).toHaveLength(1)
    expect(town.slack.calls('chat.postMessage').filter(({ channel }) => channel === town.ada)).toHaveLength(3)
  })
})
