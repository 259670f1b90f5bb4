// What becomes of the daily round when Slack takes the app's rights: permissions, the token, the app itself, private messages.
// The table of all faults stands in slack-faults.test.ts.
import { describe, expect, test } from 'vitest'
import { until } from '../fakes/until.ts'
import { questionsIn, textOf } from './slack-town.ts'
import { bad, close, due, good, never, settled } from './slack-two-channels.ts'

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
    expect(town.told()).toEqual([expect.stringMatching(/Daily questions weren’t posted[\s\S]*update the app from the manifest/u)])
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
    // The first edit is of the introduction.
    expect(town.asked('chat.update', good)).toBe(2)
    town.slack.world.scopes.add('chat:write')
    await town.wait('2026-11-24T08:00:30Z')
    expect(textOf(questionsIn(town.slack, good)[0] ?? never())).toContain('The answer:')
  })
})

describe('a token', () => {
  test('that is revoked is said in the log once and by /readyz, and with a new one the round that waited is posted, within its window', async () => {
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
    expect(town.counts()).toEqual([1, 1])
    expect(town.told()).toEqual([])
  })

  test('that is revoked for longer than the window costs the question, and the manager is told why as soon as there is a new one', async () => {
    const town = await settled()
    town.slack.world.tokenFault = 'token_revoked'
    for (const time of ['08:00', '11:00', '14:01']) await town.wait(`2026-11-23T${time}:00Z`)
    Object.assign(town.slack.world, { tokenFault: null, botToken: 'xoxb-2222-new' })
    await town.restart()
    await town.wait('2026-11-23T20:00:00Z')
    expect(town.counts()).toEqual([0, 0])
    expect(town.told()).toEqual([expect.stringContaining('no longer accepts the bot’s token')])
  })

  test('of an app that was taken out pauses the quizzes; added again, its manager is told once how to go on', async () => {
    const town = await settled()
    town.slack.world.tokenFault = 'account_inactive'
    await town.slack.event({ type: 'app_uninstalled' })
    await town.slack.event({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } })
    await until(async () => (await town.type(town.bob, 'status', bad)).includes('paused'), 'the pause')
    await town.wait(due)
    expect(town.asked('chat.postMessage', good)).toBe(0)
    expect(town.ready()).toBe(false)

    Object.assign(town.slack.world, { tokenFault: null, botToken: 'xoxb-2222-new' })
    await town.restart()
    expect(town.ready()).toBe(true)
    expect(await town.type(town.bob, 'today')).toContain('A manager can start it again with /study resume')
    expect(await town.type(town.bob, 'status')).toContain('paused; start again with /study resume')
    const [back = ''] = await until(() => town.told().length > 0 && town.told(), 'the word to Ada')
    for (const words of ['The bot is back', '/study resume']) expect(back).toContain(words)
    for (const channel of [good, bad]) expect(JSON.stringify(town.slack.messages(`D${town.ada}`)[0]?.blocks)).toContain(channel)
    await town.restart()
    await town.wait('2026-11-24T08:00:00Z')
    expect([town.counts(), town.told().length]).toEqual([[0, 0], 1])
    expect(await town.type(town.ada, 'resume')).toContain('The next question comes')
    await town.wait('2026-11-25T08:00:00Z')
    expect(town.counts()).toEqual([1, 0])
  })
})

test('a quiz that its manager has paused is nobody’s news at the next start', async () => {
  const town = await settled()
  await town.type(town.ada, 'pause')
  await town.restart()
  await town.wait(due)
  expect([town.counts(), town.told()]).toEqual([[0, 1], []])
})

test('word of the return that reaches nobody is tried again at the next start', async () => {
  const town = await settled()
  town.slack.world.tokenFault = 'account_inactive'
  await town.slack.event({ type: 'app_uninstalled' })
  await until(async () => (await town.type(town.bob, 'status', bad)).includes('paused'), 'the pause')
  Object.assign(town.slack.world, { tokenFault: null, botToken: 'xoxb-2222-new' })
  town.slack.fail('chat.postMessage', { kind: 'error', error: 'messages_tab_disabled' }, 1, town.ada)
  await town.restart()
  await until(() => town.asked('chat.postMessage', town.ada) === 1, 'the try')
  await town.restart()
  await until(() => town.told().length === 1, 'the word to Ada')
  expect(town.told()[0]).toContain('The bot is back')
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
