// Starting: with what is right it connects, with what is wrong it says one sentence, and never the token.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createSlackPlatform } from '../../../src/platforms/slack/platform.ts'
import { StartError } from '../../../src/platforms/platform.ts'
import { openStage, signingSecret, startedStage, type Stage } from './stage.ts'
import { commands } from '../../catalog.ts'

async function refusal(work: Promise<unknown>): Promise<StartError> {
  const failure = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(failure instanceof StartError)) throw new Error(`It should have failed with a StartError: ${String(failure)}`)
  return failure
}

const noSecretIn = ({ slack, log }: Stage, failure: StartError) => {
  const said = JSON.stringify([failure.message, String(failure.stack), log])
  for (const secret of [slack.world.botToken, slack.world.appToken, signingSecret, 'xoxb-', 'xapp-']) expect(said).not.toContain(secret)
}

describe('the start', () => {
  test('connects with the app token, and speaks with the bot token', async () => {
    const { platform, slack } = await startedStage()
    expect(platform.healthy()).toBe(true)
    const authorizations = slack.world.calls.map(({ method, authorization }) => [method, authorization])
    expect(authorizations).toEqual([
      ['auth.test', `Bearer ${slack.world.botToken}`],
      ['apps.connections.open', `Bearer ${slack.world.appToken}`],
    ])
  })

  test.each([
    ['SLACK_BOT_TOKEN', { botToken: 'xoxb-wrong' }],
    ['SLACK_APP_TOKEN', { appToken: 'xapp-wrong' }],
  ])('ends in one sentence where %s is refused', async (name, wrong) => {
    const stage = await openStage(wrong)
    const failure = await refusal(stage.start())
    expect(failure.message).toMatch(new RegExp(`^Slack refused ${name} \\(invalid_auth\\)\\. [A-Z].*api\\.slack\\.com/apps.*\\.$`, 'u'))
    expect(stage.platform.healthy()).toBe(false)
    noSecretIn(stage, failure)
  })

  test('ends in one sentence where Slack cannot be reached', async () => {
    const stage = await openStage({ apiUrl: 'http://127.0.0.1:9/api/' })
    const failure = await refusal(stage.start())
    expect(failure.message).toMatch(/^The bot can’t reach Slack .*SLACK_API_URL.*\.$/u)
    noSecretIn(stage, failure)
  })

  test('gets over a connection that fails twice', async () => {
    const stage = await openStage()
    stage.slack.fail('apps.connections.open', { kind: 'status', status: 503, stored: false })
    stage.slack.fail('apps.connections.open', { kind: 'reset', stored: false })
    await stage.start()
    expect(stage.platform.healthy()).toBe(true)
  })

  test('ends in one sentence where the port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, resolve))
    onTestFinished(() => void other.close())
    const stage = await openStage({ signingSecret, port: (other.address() as AddressInfo).port })
    expect((await refusal(stage.start())).message).toMatch(/^The bot can’t open port \d+ \(EADDRINUSE\)\. Set PORT/u)
  })

  test('asks for what it needs where neither way in is given', () => {
    const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
    expect(() => createSlackPlatform({ commands, botToken: 'xoxb-1', log })).toThrow(/SLACK_APP_TOKEN.*SLACK_SIGNING_SECRET and PORT/u)
  })

  test('warns where the app was installed with fewer permissions than it needs', async () => {
    const { slack, start, log } = await openStage()
    slack.world.scopes.delete('users:read')
    await start()
    expect(log).toContainEqual(expect.objectContaining({ level: 'warn', fields: { missing: ['users:read'] } }))
  })
})
