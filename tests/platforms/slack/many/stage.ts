// Several workspaces, and the whole bot for all of them: real ledger, real Bolt, a fake Slack, one clock, and somebody with a browser.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createBot } from '../../../../src/bot/bot.ts'
import type { Log } from '../../../../src/core/log.ts'
import { onlyCourse } from '../../../../src/course/courses.ts'
import type { Ledger } from '../../../../src/ledger/ledger.ts'
import { openLedger } from '../../../../src/ledger/sqlite/sqlite-ledger.ts'
import type { ManyConfig } from '../../../../src/platforms/slack/many/config.ts'
import { createSlackForMany } from '../../../../src/platforms/slack/many/platform.ts'
import { readTokenKeys, type TokenKeys } from '../../../../src/platforms/slack/many/sealed-token.ts'
import { catalog } from '../../../catalog.ts'
import { courseOf } from '../../../fakes/course-of.ts'
import type { FakeSlack } from '../../../fakes/slack/fake-slack.ts'
import { startManySlacks } from '../../../fakes/slack/many.ts'
import type { Message } from '../../../fakes/slack/world.ts'
import { until } from '../../../fakes/until.ts'
import { visibleText } from '../visible.ts'

export const newKeys = (numbers: readonly number[] = [1]): TokenKeys => {
  const keys = readTokenKeys(numbers.map((number) => `${number}:${randomBytes(32).toString('base64')}`).join(','))
  if (keys === undefined) throw new Error('no keys')
  return keys
}

export type ManyStage = Awaited<ReturnType<typeof openManyStage>>

const publicUrl = 'https://bot.example.org'

export async function openManyStage(more: Partial<ManyConfig> = {}, at = '2026-11-23T07:00:00Z') {
  const clock = { now: Date.parse(at) }
  const now = () => clock.now
  const slacks = await startManySlacks(now)
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-many-'))
  const file = join(folder, 'studyhall.sqlite')
  const lines: { readonly level: string; readonly message: string; readonly fields: object }[] = []
  const line = (level: string) => (fields: object, message: string) => void lines.push({ level, message, fields })
  const log: Log = { debug: () => undefined, info: line('info'), warn: line('warn'), error: line('error') }
  const { course, lookup } = courseOf('tests/courses/house-rules')
  /** `slow`: milliseconds that each look into the database takes. */
  const broken = { ledger: false, slow: 0 }
  const keys = newKeys()
  const about = { operator: 'Example Inc.', contact: 'help@example.org', keepRemovedDays: 30 }
  let running: { readonly ledger: Ledger; readonly platform: ReturnType<typeof createSlackForMany>; readonly bot: ReturnType<typeof createBot> } | undefined

  async function start(): Promise<void> {
    const ledger = await openLedger(file, { now: now() })
    // As a ledger fails whose database is away.
    const kept = new Proxy(ledger.installations, {
      get: (target, name) => {
        if (broken.ledger) return () => Promise.reject(new Error('the database is away'))
        const method: unknown = Reflect.get(target, name)
        if (broken.slow === 0 || typeof method !== 'function') return method
        return async (...what: readonly unknown[]) => {
          await new Promise((resolve) => void setTimeout(resolve, broken.slow))
          return Reflect.apply(method, target, what) as unknown
        }
      },
    })
    const { clientId, clientSecret, signingSecret } = slacks.app
    const platform = createSlackForMany({
      clientId, clientSecret, signingSecret, stateSecret: 'a-state-secret-of-the-stage', port: 0, publicUrl, tokenKeys: keys, about, kept, apiUrl: slacks.apiUrl,
      commands: catalog.commands, log, now, pictures: { settle: 1, patience: 60_000 }, ...more,
    })
    const bot = createBot({ ledger, courses: onlyCourse(course, lookup), log }, catalog, [platform], { now, later: () => () => undefined, keepRemovedDays: more.about?.keepRemovedDays ?? about.keepRemovedDays })
    await bot.start()
    running = { ledger, platform, bot }
    for (const slack of joined) slack.useHttp(`${here()}/slack/events`, signingSecret)
  }

  async function stop(): Promise<void> {
    const stopping = running
    running = undefined
    await stopping?.bot.stop()
    await stopping?.ledger.close()
  }

  const joined: FakeSlack[] = []
  const up = () => running ?? never()
  const here = () => `http://127.0.0.1:${up().platform.port()}`
  await start()
  onTestFinished(async () => {
    await stop()
    await slacks.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** A page of the bot's, as a browser asks for it. */
  const open = (path: string, headers: Record<string, string> = {}) => fetch(here() + path, { redirect: 'manual', headers })

  /** Presses the install button. @returns the consent page, and the cookie that came with it */
  async function begin() {
    const response = await open('/slack/install')
    return { consent: response.headers.get('location') ?? '', cookie: response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; '), response }
  }

  /** Slack sends the browser back. */
  const finish = async (url: string, cookie: string) => {
    const { pathname, search } = new URL(url)
    const response = await open(pathname + search, cookie === '' ? {} : { cookie })
    return { status: response.status, page: await response.text(), headers: response.headers }
  }

  async function install(workspaces: readonly FakeSlack[], organization?: string) {
    const { consent, cookie } = await begin()
    return finish(slacks.agree(consent, { workspaces, ...(organization === undefined ? {} : { organization }) }), cookie)
  }

  /** A workspace with a channel and two people, ids of its own, and the app in it. */
  async function workspace(name: string, organization?: string) {
    const slack = await slacks.workspace(name)
    const short = name.toUpperCase()
    slack.addUser(`U0ADA${short}`, `Ada of ${name}`, { admin: true })
    slack.addUser(`U0BOB${short}`, `Bob of ${name}`)
    slack.addChannel(`C0${short}`)
    joined.push(slack)
    slack.useHttp(`${here()}/slack/events`, slacks.app.signingSecret)
    if (organization === undefined) await install([slack])
    return { slack, short, ada: `U0ADA${short}`, bob: `U0BOB${short}`, channel: `C0${short}`, group: `slack:T0${short}`, place: `slack:T0${short}/C0${short}` }
  }

  return {
    slacks, clock, log: lines, broken, file, keys, open, begin, finish, install, workspace, start, stop,
    ledger: () => up().ledger,
    platform: () => up().platform,
    /** Moves the clock and does what is due. */
    wait: async (moment: string | number): Promise<void> => {
      clock.now = typeof moment === 'number' ? clock.now + moment : Date.parse(moment)
      await up().bot.tick()
    },
    restart: async () => {
      await stop()
      await start()
    },
    logged: (words: string) => lines.some(({ message }) => message.includes(words)),
  }
}

export const wordsOf = (message: Message): string => visibleText(message.blocks)

/** What the person is told next in the workspace, after `act`. */
export async function told(slack: FakeSlack, user: string, act: () => Promise<unknown>): Promise<string> {
  const before = slack.whispers(user).length
  await act()
  const message = await until(() => slack.whispers(user)[before], `a reply to ${user}`)
  return message.blocks.length === 0 ? message.text : wordsOf(message)
}

function never(): never {
  throw new Error('the bot is stopped')
}
