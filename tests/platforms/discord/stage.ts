// A fake Discord and the real adapter on it, for one test; both are gone when the test is over.
import { onTestFinished } from 'vitest'
import type { Handler, Platform } from '../../../src/platforms/platform.ts'
import type { Request } from '../../../src/screens/request.ts'
import { placeId } from '../../../src/platforms/discord/ids.ts'
import { createDiscordPlatform, type DiscordConfig } from '../../../src/platforms/discord/platform.ts'
import { startFakeDiscord, type FakeDiscord } from '../../fakes/discord/fake-discord.ts'
import { createHttpPort } from '../../../src/platforms/http-port.ts'
import { mode } from '../../fakes/discord/mode.ts'
import { liveByLivedTime } from '../../fakes/live-by-lived-time.ts'
import { everyoneMay, permission, type Channel, type Guild, type Person } from '../../fakes/discord/world.ts'
import { commands } from '../../catalog.ts'
import { toldBot, type ToldBot } from '../told-bot.ts'

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
  readonly bot: ToldBot
  readonly start: () => Promise<void>
  /** Another process with the same token. */
  readonly another: (config?: Partial<DiscordConfig>) => Platform
  readonly handler: Handler
  /** Over HTTP: where the bot answers. */
  readonly origin: () => string
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
  const port = createHttpPort(0)
  const http = mode.overHttp ? { http: { publicKey: discord.overHttp.publicKey, port } } : {}
  const another = (more: Partial<DiscordConfig> = {}) => {
    const made = createDiscordPlatform({ commands, token: discord.token, apiUrl: discord.url, log: logger, now, ...http, ...config, ...more })
    platforms.push(made)
    return made
  }
  const { bot, requests, handler } = toldBot()
  onTestFinished(async () => {
    await Promise.all(platforms.map((platform) => platform.stop()))
    await discord.stop()
  })
  const platform = another()
  const origin = () => `http://127.0.0.1:${port.number()}`

  async function start(): Promise<void> {
    await platform.start(handler)
    if (!mode.overHttp) return
    // The portal takes the address once the bot answers there; until then the start says that it isn't saved.
    if (!(await discord.overHttp.saveEndpoint(origin()))) throw new Error('the portal does not take the address')
    log.length = 0
  }

  return { discord, guild, channel, place: placeId(guild.id, channel.id), ada, bob, platform, log, requests, bot, handler, another, origin, start }
}

