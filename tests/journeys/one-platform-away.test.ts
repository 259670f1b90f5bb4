// Slack and Discord in one process, and one of them cannot be reached at the start: the other works, and the one comes when it can.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createDiscordPlatform } from '../../src/platforms/discord/platform.ts'
import { createSlackPlatform } from '../../src/platforms/slack/platform.ts'
import { StartError, type Handler } from '../../src/platforms/platform.ts'
import { independentPlatforms } from '../../src/bot/independent-platforms.ts'
import { readConfig } from '../../src/config/config.ts'
import { report } from '../../src/ops/health.ts'
import { createLog } from '../../src/ops/log.ts'
import { startService, type Service } from '../../src/service.ts'
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { everyoneMay, permission } from '../fakes/discord/world.ts'
import { startFakeSlack } from '../fakes/slack/fake-slack.ts'
import { livedTime } from '../fakes/lived-time.ts'
import type { Fault } from '../fakes/slack/world.ts'
import { until } from '../fakes/until.ts'
import { isQuestion } from './discord-town.ts'
import { questionsIn, textOf } from './slack-town.ts'
import { commands } from '../catalog.ts'

const monday = '2026-11-23T07:30:00Z'
const due = '2026-11-23T08:00:00Z'
const down: Fault = { kind: 'status', status: 503, stored: false }

/** A channel on each, with a daily question at nine. */
async function openBoth() {
  const clock = { now: Date.parse(monday) }
  const now = () => clock.now
  const [slack, discord] = [await startFakeSlack(now), await startFakeDiscord(now)]
  const boss = slack.addUser('U0ADA', 'Ada', { admin: true }).id
  const channel = slack.addChannel('C0STUDY').id
  const guild = discord.world.addGuild()
  const place = discord.world.addChannel(guild)
  const ben = discord.world.addPerson(guild, { username: 'ben', may: everyoneMay | permission.manageGuild })
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-both-'))
  const tokens = { SLACK_BOT_TOKEN: slack.world.botToken, SLACK_APP_TOKEN: slack.world.appToken, DISCORD_TOKEN: discord.token }
  const environment = { ...tokens, SLACK_API_URL: slack.apiUrl, DISCORD_API_URL: discord.url, DATABASE_FILE: join(folder, 'studyhall.sqlite'), COURSE_FOLDER: 'tests/courses/house-rules' }
  const lines: string[] = []
  let beat = async (): Promise<void> => undefined
  let service: Service | undefined
  const start = async (more: Record<string, string> = {}) => {
    const { stdin: input, stdout: output } = process
    const heartbeat = (each: () => Promise<void>) => {
      beat = each
      return { stop: async () => undefined }
    }
    const around = { now, later: () => () => undefined, heartbeat, log: createLog('info', (line) => void lines.push(line)), zone: 'UTC', input, output, userName: 'nobody' }
    service = await startService(await readConfig({ ...environment, ...more }), around, () => undefined)
  }
  const stop = async () => {
    await service?.stop()
    service = undefined
  }
  onTestFinished(async () => {
    await stop()
    await Promise.all([slack.close(), discord.stop()])
    rmSync(folder, { recursive: true, force: true })
  })
  await start()
  await slack.command(boss, channel, 'setup 09:00 Europe/Berlin mon-fri')
  await discord.people.seen(discord.people.command(ben, place, '/study-admin setup', { time: '09:00', zone: 'Europe/Berlin', days: 'mon-fri' }))
  await stop()
  return {
    slack, discord, lines, start, stop,
    wait: async (moment: string) => {
      clock.now = Date.parse(moment)
      await beat()
    },
    posts: () => ({ slack: questionsIn(slack, channel).length, discord: discord.world.messagesIn(place).filter(isQuestion).length }),
    ready: async () => (service === undefined ? undefined : await report('/readyz', service.health)),
    slackIsThere: () => until(() => service?.health.platforms()['slack'], 'Slack to be there'),
    status: async () => discordText(await discord.people.seen(discord.people.command(ben, place, '/study status'))),
    told: () => slack.messages(`D${boss}`).map(textOf),
  }
}

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
  expect(both.told()).toEqual([expect.stringContaining('It couldn’t be posted in time.')])
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
