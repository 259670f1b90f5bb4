// The news that the app was taken out can come after it was added again; then it paused every quiz, and nobody knew why.
import { describe, expect, test } from 'vitest'
import { until } from '../fakes/until.ts'
import { due, good, settled } from '../journeys/slack-two-channels.ts'

const news = [
  ['app_uninstalled', { type: 'app_uninstalled' }],
  ['tokens_revoked', { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } }],
] as const

describe.each(news)('%s', (_, event) => {
  test('that comes when the token works pauses nothing', async () => {
    const town = await settled()
    Object.assign(town.slack.world, { tokenFault: null, botToken: 'xoxb-2222-new' })
    await town.restart()
    await town.slack.event(event)
    await town.wait(due)
    expect(town.counts()).toEqual([1, 1])
    expect(town.ready()).toBe(true)
    expect(await town.type(town.bob, 'status')).not.toContain('paused')
  })

  test('that comes while Slack cannot be asked pauses nothing', async () => {
    const town = await settled()
    town.slack.fail('auth.test', { kind: 'error', error: 'internal_error' }, 5)
    await town.slack.event(event)
    await town.wait(due)
    expect(town.counts()).toEqual([1, 1])
  })

  test('that is true pauses what is there', async () => {
    const town = await settled()
    town.slack.world.tokenFault = 'account_inactive'
    await town.slack.event(event)
    await until(async () => (await town.type(town.bob, 'status')).includes('paused'), 'the pause')
    await town.wait(due)
    expect(town.asked('chat.postMessage', good)).toBe(0)
    expect(town.ready()).toBe(false)
  })
})
