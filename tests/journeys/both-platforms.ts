// Slack and Discord in one process, with a channel on each and a daily question at nine in both.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { readConfig } from '../../src/config/config.ts'
import { report } from '../../src/ops/health.ts'
import { createLog } from '../../src/ops/log.ts'
import { startService, type Service } from '../../src/service.ts'
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { everyoneMay, permission } from '../fakes/discord/world.ts'
import { startFakeSlack } from '../fakes/slack/fake-slack.ts'
import { until } from '../fakes/until.ts'
import { isQuestion } from './discord-town.ts'
import { questionsIn, textOf } from './slack-town.ts'

export const monday = '2026-11-23T07:30:00Z'
export const due = '2026-11-23T08:00:00Z'
export async function openBoth() {
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
    slack, discord, boss, ben, channel, guild, place, folder, lines, start, stop,
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
