// What becomes of the daily round when Slack fails: posts, edits and channels, over the wire with the whole bot.
//
// The table of all faults of Slack. "Manager": one private message to whoever set the quiz up, with the channel, the cause and what to
// do; one for all channels at once, one for a series with the same cause; where it does not get through, the next manager, and all of
// them again later. The cause always stands in /study status as well. Rights: slack-faults-rights.test.ts. Connection:
// slack-faults-connection.test.ts. Asking: slack-faults-asking.test.ts. "Managing" and "week": slack-managing.test.ts, slack-week.test.ts.
//
// Fault                       | What the bot does                                  | Who is told        | How it recovers                        | Test
// 429 on a post               | waits for Retry-After; others go on                | nobody             | posts when the time is over            | here
// 429 on an edit              | waits for Retry-After; others go on                | nobody             | edits when the time is over            | here
// 5xx, reset, timeout: post   | looks for the post before it sends again           | nobody             | next beat; once in the end             | here
//   … and it cannot look      | never posts twice                                  | manager            | next round                             | managing
// 5xx, reset, timeout: edit   | tries three times, then at the next beat           | nobody             | by itself                              | here
// channel archived            | records the round as not posted                    | manager            | next round, after it is unarchived     | here
// bot removed from channel    | records the round as not posted                    | manager            | next round, after the invitation       | here
//   … before the close        | asks each hour, for a week                         | nobody             | shows the answer after the invitation  | here
// channel deleted             | records each round as not posted                   | manager            | set up in another channel              | here
// restricted_action           | records the round as not posted                    | manager            | next round, after an admin allows it   | here
// post deleted by somebody    | closes the round; the answers count                | log                | next round                             | here
// token revoked               | waits for the window; goes on answering            | log; /readyz; later manager | new token and start           | rights, connection
// app taken out, added again  | pauses its quizzes                                 | log; /readyz; manager, when it is back | /study resume      | rights
// missing_scope               | records the rounds as not posted                   | manager, when the app may speak again | next round; answers within the hour | rights
// messages_tab_disabled, …    | tells the next manager, or all of them later       | next manager       | by itself                              | rights
// socket cut                  | connects anew; rounds are posted meanwhile         | /readyz            | by itself, at once                     | connection
// socket silent (no pongs)    | notices within a minute, connects anew             | /readyz            | by itself                              | connection
//   … and no new one comes    | ends with an error code after a minute             | log, supervisor    | a new start                            | connection
// Slack ends the connection   | connects anew at once                              | nobody             | by itself                              | platforms/slack/sockets.test.ts
// reconnect during a press    | keeps the answer; the repeat changes nothing       | nobody             | by itself                              | connection
// same event three times      | takes it once, acknowledges each                   | nobody             | –                                      | week (also over HTTP, also after a restart)
// press before the bot knows  | takes the answer                                   | nobody             | finds the post at the next beat        | managing
//   that its post is out
// earlier press comes again   | changes nothing                                    | nobody             | –                                      | asking
// old version, unknown round  | says that it is no longer active                   | whoever pressed    | –                                      | managing
// press on last year's post   | says what was right; it does not count             | whoever pressed    | –                                      | asking
// response_url expired        | answers in the channel by its own token            | nobody             | –                                      | asking
import { describe, expect, test } from 'vitest'
import { until } from '../fakes/until.ts'
import type { Fault } from '../fakes/slack/world.ts'
import { questionsIn, textOf } from './slack-town.ts'
import { bad, close, due, good, never, settled, type Settled } from './slack-two-channels.ts'

/** Slack asks to wait in the bad channel until `moment`. */
function busyUntil({ slack, clock }: Settled, method: string, moment: string): void {
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
    // The first edit is of the introduction.
    expect(town.asked('chat.update', bad)).toBe(2)
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
    expect(over && fault.kind === 'hang').toBe(false)
    await beat
    await town.wait('2026-11-23T08:01:00Z')
    await town.wait('2026-11-23T08:02:00Z')
    expect(town.counts()).toEqual([1, 1])
    expect(await town.answer(town.bob, town.postIn(bad), true)).toContain('✅ Right')
    expect(town.told()).toEqual([])
  })
})

describe('an edit that breaks off', () => {
  // The client tries three times by itself, and waits 10 s for each.
  const faults: readonly (readonly [string, Fault, number])[] = [
    ['with a 500', { kind: 'status', status: 500, stored: false }, 3],
    ['with a 503 after it was stored', { kind: 'status', status: 503, stored: true }, 3],
    ['with a reset', { kind: 'reset', stored: false }, 3],
    ['with a reset after it was stored', { kind: 'reset', stored: true }, 3],
    ['with silence', { kind: 'hang', stored: false }, 1],
  ]

  test.each(faults)('%s is made again, and the other channel shows its answer at once', async (_, fault, times) => {
    const town = await settled()
    await town.wait(due)
    town.slack.fail('chat.update', fault, times, bad)
    const beat = town.wait(close)
    await until(() => textOf(town.postIn(good)).includes('The answer:') && town.asked('chat.update', bad) > 0, 'the answer in the good channel')
    const stored = 'stored' in fault && fault.stored
    expect(textOf(town.postIn(bad)).includes('The answer:')).toBe(stored)
    await beat
    await town.wait('2026-11-24T07:01:00Z')
    expect(textOf(town.postIn(bad))).toContain('The answer:')
    const asked = town.asked('chat.update', bad)
    await town.wait('2026-11-24T07:02:00Z')
    expect([town.asked('chat.update', bad), town.counts(), town.told()]).toEqual([asked, [1, 1], []])
  })
})

test('a post that somebody deletes: its answers count, its answer is tried once, and the next question comes', async () => {
  const town = await settled()
  await town.wait(due)
  expect(await town.answer(town.bob, town.postIn(bad), true)).toContain('✅ Right')
  town.slack.world.channels.get(bad)?.messages.splice(0)
  expect(await town.type(town.bob, 'today', bad)).toContain('You already answered')
  await town.wait(close)
  await town.wait('2026-11-24T07:01:00Z')
  // The first edit is of the introduction.
  expect([town.asked('chat.update', bad), textOf(town.postIn(good)).includes('The answer:')]).toEqual([2, true])
  await town.wait('2026-11-24T08:00:00Z')
  expect([town.counts(), town.told(), town.faults]).toEqual([[2, 1], [], []])
  expect(await town.type(town.bob, 'me', bad)).toContain('1 point, 1 of 1 right')
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
    expect(town.told()).toEqual([expect.stringContaining('The channel was deleted')])
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
    const first = questionsIn(town.slack, bad)[0] ?? never()
    expect(textOf(first)).toContain('The answer:')
  })
})
