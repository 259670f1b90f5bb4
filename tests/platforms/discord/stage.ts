// A fake Discord and the real adapter on it, for one test; both are gone when the test is over.
import { onTestFinished } from 'vitest'
import type { Handler, Platform } from '../../../src/platforms/platform.ts'
import type { Suggestion } from '../../../src/screens/form.ts'
import type { Reply, Request } from '../../../src/screens/request.ts'
import { placeId } from '../../../src/platforms/discord/ids.ts'
import { createDiscordPlatform, type DiscordConfig } from '../../../src/platforms/discord/platform.ts'
import { notice } from '../../../src/screens/notice.ts'
import { startFakeDiscord, type FakeDiscord } from '../../fakes/discord/fake-discord.ts'
import { liveByLivedTime } from '../../fakes/live-by-lived-time.ts'
import { everyoneMay, permission, type Channel, type Guild, type Person } from '../../fakes/discord/world.ts'
import { catalog, commands } from '../../catalog.ts'

export type LogLine = { readonly level: 'debug' | 'info' | 'warn' | 'error'; readonly fields: object; readonly message: string }

export type Stage = {
  readonly discord: FakeDiscord
  readonly guild: Guild
  readonly channel: Channel
  readonly place: string
  /** May manage the server. */
  readonly ada: Person
  readonly bob: Person
  readonly platform: Platform
  readonly log: LogLine[]
  /** What the bot was asked. */
  readonly requests: Request[]
  /** What the bot answers; a test changes it. */
  readonly bot: { answer: (request: Request) => Promise<readonly Reply[]> | readonly Reply[]; suggestions: readonly Suggestion[]; changed: Parameters<Handler['changed']>[]; removed: string[] }
  readonly start: () => Promise<void>
  /** Another process with the same token. */
  readonly another: (config?: Partial<DiscordConfig>) => Platform
  readonly handler: Handler
}

export async function openStage(config: Partial<DiscordConfig> = {}, now: () => number = Date.now): Promise<Stage> {
  liveByLivedTime()
  const discord = await startFakeDiscord(now)
  const guild = discord.world.addGuild()
  const channel = discord.world.addChannel(guild)
  const ada = discord.world.addPerson(guild, { username: 'ada', globalName: 'Ada Lovelace', may: everyoneMay | permission.manageGuild })
  const bob = discord.world.addPerson(guild, { username: 'bob', nick: 'Bobby' })
  const log: LogLine[] = []
  const line = (level: LogLine['level']) => (fields: object, message: string) => void log.push({ level, fields, message })
  const logger = { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') }
  const platforms: Platform[] = []
  const another = (more: Partial<DiscordConfig> = {}) => {
    const made = createDiscordPlatform({ commands, token: discord.token, apiUrl: discord.url, log: logger, now, ...config, ...more })
    platforms.push(made)
    return made
  }
  const requests: Request[] = []
  const bot: Stage['bot'] = { answer: () => [say('An answer')], suggestions: [], changed: [], removed: [] }
  const handler: Handler = {
    answer: async (request) => {
      requests.push(request)
      return bot.answer(request)
    },
    traitsOf: (control) => catalog.pressed(control)?.control,
    suggest: async (_command, _option, _typed, limit) => bot.suggestions.slice(0, limit),
    isTerm: () => false,
    names: async () => new Map(),
    changed: async (...news) => void bot.changed.push(news),
    removed: async (group) => void bot.removed.push(group),
    joined: async () => undefined,
  }
  onTestFinished(async () => {
    await Promise.all(platforms.map((platform) => platform.stop()))
    await discord.stop()
  })
  const platform = another()
  return { discord, guild, channel, place: placeId(guild.id, channel.id), ada, bob, platform, log, requests, bot, handler, another, start: () => platform.start(handler) }
}

/** A reply with these words, for the asker. */
export const say = (words: string, update = false): Reply => ({ to: 'asker', screen: notice(words, [[words]]), update })
