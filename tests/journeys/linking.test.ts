// One person on Slack and on Discord, in one process: a code from one, entered in the other, one history and one streak, and taken apart
// again. Also where the process dies between the link and the message about it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createBot } from '../../src/bot/bot.ts'
import type { Log } from '../../src/core/log.ts'
import { onlyCourse } from '../../src/course/courses.ts'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { ledgerOn } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { createDiscordPlatform } from '../../src/platforms/discord/platform.ts'
import { createSlackPlatform } from '../../src/platforms/slack/platform.ts'
import { catalog, commands } from '../catalog.ts'
import { courseOf } from '../fakes/course-of.ts'
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts'
import { textOf as discordText } from '../fakes/discord/people.ts'
import { everyoneMay, permission, type Channel, type Message as DiscordMessage, type Person } from '../fakes/discord/world.ts'
import { liveByLivedTime } from '../fakes/live-by-lived-time.ts'
import { onMessage, startFakeSlack } from '../fakes/slack/fake-slack.ts'
import type { Message as SlackMessage } from '../fakes/slack/world.ts'
import { until } from '../fakes/until.ts'
import { openDesk } from './terminal-desk.ts'
import { textOf as slackText } from './slack-town.ts'

/** A channel with a daily question at nine on each platform, and Ada on both. */
async function openBoth() {
  liveByLivedTime()
  const clock = { now: Date.parse('2026-03-02T07:00Z') }
  const now = () => clock.now
  const [slack, discord] = [await startFakeSlack(now), await startFakeDiscord(now)]
  const channel = slack.addChannel('C0STUDY').id
  const guild = discord.world.addGuild('Cloud club')
  const place = discord.world.addChannel(guild)
  const [boss, ben] = [slack.addUser('U0ADA', 'Ada', { admin: true }).id, slack.addUser('U0BEN', 'Ben').id]
  const ada = discord.world.addPerson(guild, { username: 'adal', globalName: 'Ada L', may: everyoneMay | permission.manageGuild })
  const eve = discord.world.addPerson(guild, { username: 'eve', globalName: 'Eve', may: everyoneMay })
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-linking-'))
  const file = join(folder, 'studyhall.sqlite')
  const { course, lookup } = courseOf('tests/courses/house-rules')
  const faults: string[] = []
  const quiet = () => undefined
  const log: Log = { debug: quiet, info: quiet, warn: quiet, error: (fields, message) => faults.push(`${message} ${JSON.stringify(fields)}`) }
  let running: { readonly stop: () => Promise<void>; readonly tick: () => Promise<void> } | undefined

  async function start(): Promise<void> {
    const ledger = ledgerOn(openDatabase(file, { now: now() }))
    const { botToken, appToken } = slack.world
    const platforms = [
      createSlackPlatform({ commands, botToken, appToken, apiUrl: slack.apiUrl, log, now }),
      createDiscordPlatform({ commands, token: discord.token, apiUrl: discord.url, log, now, timing: { request: 2_000, pause: 1 } }),
    ]
    const bot = createBot({ ledger, courses: onlyCourse(course, lookup), log }, catalog, platforms, { now, later: () => quiet })
    await bot.start()
    running = { tick: bot.tick, stop: () => bot.stop().then(() => ledger.close()) }
  }

  async function stop(): Promise<void> {
    await running?.stop()
    running = undefined
  }

  await start()
  onTestFinished(async () => {
    await stop()
    await Promise.all([slack.close(), discord.stop()])
    rmSync(folder, { recursive: true, force: true })
  })
  const { people } = discord
  const whisper = async (who: string, act: () => Promise<unknown>): Promise<SlackMessage> => {
    const before = slack.whispers(who).length
    await act()
    return until(() => slack.whispers(who)[before], `a reply to ${who}`)
  }
  const both = {
    slack, discord, boss, ben, ada, eve, file, stop,
    onSlack: (who: string, line: string) => whisper(who, () => slack.command(who, channel, line)),
    onDiscord: (who: Person, line: string, options: Readonly<Record<string, string>> = {}, where: Channel = place) => people.seen(people.command(who, where, line, options)),
    press: (who: Person, message: DiscordMessage, label: string) => people.seen(people.press(who, message, label)),
    answerOnSlack: async (who: string) => {
      const post = slack.messages(channel).at(-1)
      return slackText(await whisper(who, () => slack.press(who, onMessage(post as SlackMessage), 'A')))
    },
    answerOnDiscord: async (who: Person) => {
      const post = discord.world.messagesIn(place).at(-1)
      return discordText(await people.seen(people.press(who, post as DiscordMessage, 'A')))
    },
    wait: async (moment: string) => {
      clock.now = Date.parse(moment)
      await running?.tick()
    },
    restart: () => stop().then(start),
    told: () => slack.messages(`D${boss}`),
    clean: () => expect([faults, discord.violations, slack.world.refusals]).toEqual([[], [], []]),
  }
  const settings = 'topics=repairs'
  await both.onSlack(boss, `setup 09:00 UTC mon-fri ${settings}`)
  await both.onDiscord(ada, '/study-admin setup', { time: '09:00', zone: 'UTC', days: 'mon-fri', topics: 'repairs' })
  return both
}

const codeOn = (text: string): string => /[B-Z]{4}-[B-Z]{4}/u.exec(text)?.[0] ?? ''

test('Slack and Discord: linked by a code and a name, told, one streak, and apart again', async () => {
  const both = await openBoth()
  const { boss, ada, eve } = both
  await both.wait('2026-03-02T09:00Z')
  await both.answerOnSlack(boss)
  await both.wait('2026-03-03T09:00Z')
  expect(await both.answerOnDiscord(ada)).not.toMatch(/2.day|2 study days/u)
  const code = codeOn(slackText(await both.onSlack(boss, 'link')))
  expect(code).not.toBe('')

  const wrong = await both.onDiscord(eve, '/study-account link', { code: 'BCDF-GHJK' })
  expect(discordText(wrong)).toContain('This code doesn’t work')
  const ask = await both.onDiscord(ada, '/study-account link', { code: ` ${code.toLowerCase().replace('-', ' ')} ` })
  expect(discordText(ask)).toContain('Link with Ada in Studyhall (Slack)?')
  await both.press(ada, ask, 'Link')
  expect(discordText(ask)).toContain('Ada in Studyhall (Slack) and Ada L in Cloud club (Discord) have one history and one streak now')
  expect(discordText(await both.onDiscord(eve, '/study-account link', { code }))).toContain('This code doesn’t work')

  await both.wait('2026-03-03T09:01Z')
  const [told] = both.told()
  expect(slackText(told as SlackMessage)).toContain('You’re linked with Ada L in Cloud club (Discord)')
  await both.wait('2026-03-03T09:02Z')
  expect(both.told()).toHaveLength(1)
  for (const text of [slackText(await both.onSlack(boss, 'me')), discordText(await both.onDiscord(ada, '/study me'))]) expect(text).toMatch(/Streak\D*2\b/u)

  // The first side has the last word: the button in the direct message.
  await both.slack.press(boss, onMessage(told as SlackMessage), 'Undo')
  await until(() => both.told().some((message) => slackText(message).includes('each have their own history')), 'the undo')
  for (const text of [slackText(await both.onSlack(boss, 'me')), discordText(await both.onDiscord(ada, '/study me'))]) expect(text).toMatch(/Streak\D*1\b/u)
  expect(discordText(await both.onDiscord(ada, '/study-account unlink'))).toContain('You have no linked accounts')
  await both.stop()
  expect(verifyLedger(both.file).problems).toEqual([])
  both.clean()
})

test('in direct messages on Discord, and told after a crash', async () => {
  const both = await openBoth()
  const { boss, ada } = both
  const direct = both.discord.world.directChannel(ada)
  const code = codeOn(slackText(await both.onSlack(boss, 'link')))
  const ask = await both.onDiscord(ada, '/study-account link', { code }, direct)
  await both.press(ada, ask, 'Link')
  expect(discordText(ask)).toContain('Ada L on Discord have one history and one streak now')
  // Before any beat: nobody was told.
  await both.restart()
  expect(both.told()).toEqual([])
  await both.wait('2026-03-02T07:01Z')
  expect(both.told().map(slackText)).toEqual([expect.stringContaining('You’re linked with Ada L on Discord')])
  await both.restart()
  await both.wait('2026-03-02T07:02Z')
  expect(both.told()).toHaveLength(1)
  const links = await both.onSlack(boss, 'unlink')
  await both.slack.press(boss, onMessage(links), 'Unlink')
  await until(() => slackText(links).includes('each have their own history'), 'the end of the link')
  await both.press(ada, ask, 'Unlink')
  expect(discordText(ask)).toContain('That link is already gone.')
  both.clean()
})

test('in the terminal: a code, how to enter it, and why two people there stay two', async () => {
  const desk = await openDesk('2026-03-02T12:00Z')
  const shown = await desk.type('/study link')
  expect(shown).toMatch(/Your code: \w{4}-\w{4} .*On Slack +\/study link \w{4}-\w{4} On Discord +\/study-account link/u)
  const code = codeOn(shown)
  expect(await desk.type(`/study link ${code}`)).toContain('That’s your own code')
  expect(await desk.type('/as Ben', `/study link ${code}`)).toMatch(/These accounts can’t be linked.*You and ada in the terminal are both in this group/u)
  expect(await desk.type('/study link nonsense')).toContain('This code doesn’t work')
  expect(await desk.type('/study unlink')).toContain('You have no linked accounts')
  expect(await desk.type('/study help link')).toContain('link BCDF-GHJK')
})
