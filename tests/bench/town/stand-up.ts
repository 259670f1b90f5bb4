// The bot as it runs (real course, real ledger on disk, real adapter) beside a platform full of people in a process of its own.
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBot, type Bot } from '../../../src/bot/bot.ts'
import { onlyCourse } from '../../../src/course/courses.ts'
import { questionBank } from '../../../src/course/question-bank.ts'
import type { Platform } from '../../../src/platforms/platform.ts'
import { openCourse } from '../../../src/course/open.ts'
import type { Ledger } from '../../../src/ledger/ledger.ts'
import { openDatabase } from '../../../src/ledger/sqlite/file/open-database.ts'
import { ledgerOn } from '../../../src/ledger/sqlite/sqlite-ledger.ts'
import { courseCache } from '../course-cache.ts'
import { discordPerSecond, townSecret } from './limits.ts'
import type { Plan, Report, TownHears, TownPlace, TownSays } from './messages.ts'
import { settle } from './settle.ts'
import { catalog, commands } from '../../catalog.ts'

export type TownName = 'slack' | 'discord'

export type Standing = {
  readonly bot: Bot
  readonly ledger: Ledger
  readonly places: readonly TownPlace[]
  readonly order: (order: TownHears) => Promise<TownSays>
  readonly report: () => Promise<Report>
  /** How long the longest wait for the bot's own process was since this was asked last, in milliseconds. */
  readonly longestPause: () => number
  readonly stop: () => Promise<void>
}

export type Inhabitants = Plan & {
  /** Days on which every channel had its question before. */
  readonly history: number
  /** When all of them are due. */
  readonly dueAt: number
}

/** Ready for the first beat. */
export async function standUp(name: TownName, inhabitants: Inhabitants): Promise<Standing> {
  const dir = mkdtempSync(join(tmpdir(), `studyhall-${name}-`))
  const town = fork(join(import.meta.dirname, `${name}-town.ts`))
  const order = (wanted: TownHears) => ask(town, wanted)
  const opened = await order({ kind: 'open', plan: inhabitants })
  if (opened.kind !== 'open') throw new Error('The town of the benchmark did not open.')
  const course = await openCourse('data/aws-shared-responsibility', courseCache)
  const whole = questionBank(course)
  // A press is one option, so the rounds are of questions with one right answer.
  const bank = { ...whole, questions: whole.questions.filter(({ id }) => whole.contents.get(id)?.key.length === 1) }
  const database = openDatabase(join(dir, 'ledger.sqlite'))
  const ledger = ledgerOn(database)
  await settle(database.db, ledger, opened.places, bank, inhabitants)
  const { platform, port } = await connectTo(name, opened, inhabitants.wider)
  const lookup = { ask: nothing, suggest: nothing, spokenOf: nothing }
  const bot = createBot({ ledger, courses: { ...onlyCourse(course, lookup), bank }, log: quiet }, catalog, [platform], { now: Date.now })
  await bot.start()
  await order({ kind: 'connect', url: `http://127.0.0.1:${port() ?? 0}/slack/events` })
  const pauses = watchPauses()
  return {
    bot, ledger, places: opened.places, order,
    report: async () => {
      const said = await order({ kind: 'report' })
      if (said.kind !== 'report') throw new Error('The town of the benchmark has no report.')
      return said.report
    },
    longestPause: pauses.longest,
    stop: async () => {
      pauses.stop()
      await bot.stop()
      await ledger.close()
      town.send({ kind: 'stop' })
      rmSync(dir, { recursive: true })
    },
  }
}

const nothing = (): never => {
  throw new Error('Nobody looks anything up here.')
}

const complain = (fields: object, message: string) => console.error(message, fields)
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: complain }

type Connected = { readonly platform: Platform; readonly port: () => number | undefined }

async function connectTo(name: TownName, { apiUrl, token }: { readonly apiUrl: string; readonly token: string }, wider: number): Promise<Connected> {
  switch (name) {
    case 'slack': {
      const { createSlackPlatform } = await import('../../../src/platforms/slack/platform.ts')
      const platform = createSlackPlatform({ commands, botToken: token, signingSecret: townSecret, port: 0, apiUrl, log: quiet })
      return { platform, port: platform.port }
    }
    case 'discord': {
      const { createDiscordPlatform } = await import('../../../src/platforms/discord/platform.ts')
      return { platform: createDiscordPlatform({ commands, token, apiUrl, log: quiet, requestsPerSecond: discordPerSecond * wider }), port: () => undefined }
    }
  }
}

/** A timer that comes late shows that the process was busy with something else. */
function watchPauses() {
  const every = 10
  let [before, longest] = [performance.now(), 0]
  const timer = setInterval(() => {
    const at = performance.now()
    longest = Math.max(longest, at - before - every)
    before = at
  }, every)
  const taken = () => {
    const found = longest
    longest = 0
    return found
  }
  return { longest: taken, stop: () => clearInterval(timer) }
}

function ask(town: ReturnType<typeof fork>, order: TownHears): Promise<TownSays> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('A process of the benchmark ended.'))
    town.once('exit', gone)
    town.once('message', (said) => {
      town.off('exit', gone)
      resolve(said as TownSays)
    })
    town.send(order)
  })
}
