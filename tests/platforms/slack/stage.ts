// A fake workspace with two people and a channel, a real platform connected to it, and a bot that says what it is told to.
import { onTestFinished } from 'vitest'
import { createSlackPlatform, type SlackConfig, type SlackPlatform } from '../../../src/platforms/slack/platform.ts'
import type { Handler } from '../../../src/platforms/platform.ts'
import type { Request } from '../../../src/screens/request.ts'
import { startFakeSlack, type FakeSlack } from '../../fakes/slack/fake-slack.ts'
import { until } from '../../fakes/until.ts'
import type { Message } from '../../fakes/slack/world.ts'
import { visibleText } from './visible.ts'
import { commands } from '../../catalog.ts'
import { toldBot, type ToldBot } from '../told-bot.ts'

export type LogLine = { readonly level: 'debug' | 'info' | 'warn' | 'error'; readonly fields: object; readonly message: string }

export type Stage = {
  readonly slack: FakeSlack
  readonly platform: SlackPlatform
  readonly place: string
  readonly log: readonly LogLine[]
  /** What the bot was asked. */
  readonly requests: readonly Request[]
  /** What it answers. */
  readonly bot: ToldBot
  readonly handler: Handler
  readonly start: () => Promise<void>
  /** Another process with the same tokens. */
  readonly another: (config?: Partial<SlackConfig>) => SlackPlatform
}

export const signingSecret = 'the-signing-secret-of-the-fake'

/** @param config with `port`: over HTTP, which `start` then tells the workspace */
export async function openStage(config: Partial<SlackConfig> = {}, now: () => number = Date.now): Promise<Stage> {
  const slack = await startFakeSlack(now)
  slack.addUser('U0ADA', 'Ada Lovelace', { admin: true })
  slack.addUser('U0BOB', 'Bob')
  slack.addChannel('C0STUDY')
  const log: LogLine[] = []
  const line = (level: LogLine['level']) => (fields: object, message: string) => void log.push({ level, fields, message })
  const logger = { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') }
  const platforms: SlackPlatform[] = []
  const another = (more: Partial<SlackConfig> = {}) => {
    const { botToken, appToken } = slack.world
    const made = createSlackPlatform({ commands, botToken, appToken, apiUrl: slack.apiUrl, log: logger, now, ...config, ...more })
    platforms.push(made)
    return made
  }
  const { bot, requests, handler } = toldBot()
  onTestFinished(async () => {
    await Promise.all(platforms.map((platform) => platform.stop()))
    await slack.close()
  })
  const platform = another()
  const start = async () => {
    await platform.start(handler)
    if (platform.port() !== undefined) slack.useHttp(`http://127.0.0.1:${platform.port()}/slack/events`, signingSecret)
  }
  return { slack, platform, place: `slack:${slack.world.team.id}/C0STUDY`, log, requests, bot, handler, start, another }
}

/** A stage with the platform connected. */
export async function startedStage(config: Partial<SlackConfig> = {}, now: () => number = Date.now): Promise<Stage> {
  const stage = await openStage(config, now)
  await stage.start()
  return stage
}


export const wordsIn = (message: Message): string => visibleText(message.blocks)

/** The reply that a person sees, as soon as there is one with these words. */
export function whispered(slack: FakeSlack, user: string, words: string): Promise<Message> {
  return until(() => slack.whispers(user).find((message) => wordsIn(message).includes(words)), `a reply to ${user} with “${words}”`)
}
