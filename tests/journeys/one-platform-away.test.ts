// Slack and Discord in one process, and one of them cannot be reached at the start: the other works, and the one comes when it can.
import { expect, onTestFinished, test } from 'vitest'
import { createDiscordPlatform } from '../../src/platforms/discord/platform.ts'
import { createSlackPlatform } from '../../src/platforms/slack/platform.ts'
import { StartError, type Handler } from '../../src/platforms/platform.ts'
import { independentPlatforms } from '../../src/bot/independent-platforms.ts'
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts'
import { startFakeSlack } from '../fakes/slack/fake-slack.ts'
import { livedTime } from '../fakes/lived-time.ts'
import type { Fault } from '../fakes/slack/world.ts'
import { until } from '../fakes/until.ts'
import { commands } from '../catalog.ts'
import { due, openBoth } from './both-platforms.ts'

const down: Fault = { kind: 'status', status: 503, stored: false }

test('Discord posts and answers while Slack is away; what is due on Slack is posted when it is there, within the window', async () => {
  const both = await openBoth()
  both.slack.fail('auth.test', down, Infinity)
  await both.start()
  await both.wait(due)
  expect(both.posts()).toEqual({ slack: 0, discord: 1 })
  expect(await both.status()).toContain('open since')
  expect(await both.ready()).toMatchObject({ status: 503, body: { ready: false, alive: true, platforms: { slack: false, discord: true } } })
  expect(both.lines.join('')).toMatch(/"platform":"slack".*cannot reach a platform; trying again/u)

  both.slack.world.faults.splice(0)
  await both.slackIsThere()
  expect((await both.ready())?.status).toBe(200)
  await both.wait('2026-11-23T08:01:00Z')
  expect(both.posts()).toEqual({ slack: 1, discord: 1 })
  expect(both.lines.join('')).not.toContain(both.slack.world.botToken)
})

test('what is due on Slack and too late when it is there is on record, and its manager is told', async () => {
  const both = await openBoth()
  both.slack.fail('auth.test', { kind: 'reset', stored: false }, Infinity)
  await both.start()
  await both.wait(due)
  await both.wait('2026-11-23T14:30:00Z')
  both.slack.world.faults.splice(0)
  await both.slackIsThere()
  await both.wait('2026-11-23T15:30:00Z')
  expect(both.posts()).toEqual({ slack: 0, discord: 1 })
  expect(both.told()).toEqual([expect.stringContaining('may have been posted, and the platform didn’t answer in time')])
})

test('a stop while Slack is away ends at once', async () => {
  const both = await openBoth()
  both.slack.fail('auth.test', down, Infinity)
  await both.start()
  const begun = livedTime()
  await both.stop()
  expect(livedTime() - begun).toBeLessThan(3_000)
})

test('a token that is refused ends the start in one sentence, whatever the other does', async () => {
  const both = await openBoth()
  const failure = await both.start({ SLACK_BOT_TOKEN: 'xoxb-1-wrong' }).catch((fault: unknown) => fault)
  expect(failure).toBeInstanceOf(StartError)
  expect(String(failure)).toMatch(/^StartError: Slack refused SLACK_BOT_TOKEN[^\n]+$/u)
})

test('Discord comes back as well, and another connection is made for each try', async () => {
  const [slack, discord] = [await startFakeSlack(), await startFakeDiscord()]
  const quiet = () => undefined
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
  const { botToken, appToken } = slack.world
  const platforms = independentPlatforms([
    () => createSlackPlatform({ commands, botToken, appToken, apiUrl: slack.apiUrl, log }),
    () => createDiscordPlatform({ commands, token: discord.token, apiUrl: discord.url, log, timing: { retry: 1 } }),
  ], log, { pause: 50 })
  onTestFinished(async () => {
    await Promise.all(platforms.map((platform) => platform.stop()))
    await Promise.all([slack.close(), discord.stop()])
  })
  discord.goDark()
  await Promise.all(platforms.map((platform) => platform.start({} as Handler)))
  expect(platforms.map((platform) => platform.healthy())).toEqual([true, false])
  discord.comeBack()
  await until(() => platforms.every((platform) => platform.healthy()), 'both to be there')
  expect(discord.gateway.connected()).toBe(1)
})
