// The bot as it runs: real course, real ledger on disk, real Bolt over HTTP. Only Slack's own answers are made up. With the address of a
// database, the ledger is there, and the bot may be one of several.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSlackPlatform } from '../../../src/platforms/slack/platform.ts'
import { createBot } from '../../../src/bot/bot.ts'
import { onlyCourse } from '../../../src/course/courses.ts'
import type { Services } from '../../../src/features/services.ts'
import { defaultSettings } from '../../../src/core/quiz.ts'
import { buildLookup } from '../../../src/course/lookup/lookup.ts'
import { openCourse } from '../../../src/course/open.ts'
import { questionTasks } from '../../../src/course/study-tasks.ts'
import { sessionIdOf } from '../../../src/screens/session-controls.ts'
import { openSharedLedger } from '../../../src/ledger/postgres/postgres-ledger.ts'
import { openLedger } from '../../../src/ledger/sqlite/sqlite-ledger.ts'
import { courseCache } from '../course-cache.ts'
import { channels, learners, questionsEach, roundsPerChannel, signingSecret, team, userId, type ServerHears, type ServerSays } from './messages.ts'
import { catalog, commands } from '../../catalog.ts'

const dir = mkdtempSync(join(tmpdir(), 'studyhall-press-'))
const complain = (fields: object, message: string) => console.error(message, fields)
const log = { debug: () => undefined, info: () => undefined, warn: complain, error: complain }

/** Says who the bot and the people are. */
const slack = createServer((request, response) => {
  let body = ''
  request.on('data', (part) => (body += String(part)))
  request.on('end', () => {
    const user = new URLSearchParams(body).get('user')
    const answer = user === null ? { team_id: team, user_id: 'U0BENCH', bot_id: 'B0BENCH' } : { user: { id: user, name: user, real_name: `Person ${user}`, tz: 'Europe/Berlin', profile: {} } }
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ ok: true, ...answer }))
  })
})
await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve))

/** The one argument, if there is one: a database in PostgreSQL, or where traces go. */
const [, , given] = process.argv
const url = given?.startsWith('postgres') === true ? given : undefined
const collector = url === undefined ? given : undefined
const tracing = collector === undefined ? undefined : (await import('../../../src/ops/tracing.ts')).createTracing({ url: collector, serviceName: 'bench', attributes: {} }, log)

const course = await openCourse('data/aws-shared-responsibility', courseCache)
const { ledger, duty } = url === undefined ? { ledger: await openLedger(join(dir, 'ledger.sqlite'), {}, tracing?.measures.ledger) } : await openSharedLedger(url)
const services: Services = { ledger, courses: onlyCourse(course, buildLookup(course)), log }
const apiUrl = `http://127.0.0.1:${(slack.address() as AddressInfo).port}/api/`
const platform = createSlackPlatform({ commands, botToken: 'xoxb-bench', signingSecret, port: 0, apiUrl, log, ...(tracing === undefined ? {} : { measures: tracing.measures.platform('slack') }) })
const bot = createBot(services, catalog, [platform], { now: Date.now, measures: tracing?.measures.rounds, trace: tracing?.trace, duty })
await bot.start()

const places = Array.from({ length: channels }, (_, index) => `slack:${team}/C${index}`)
const week = [1, 2, 3, 4, 5, 6, 7] as const
for (const place of places) {
  const quiz = { ...defaultSettings, zone: 'UTC', days: week, openMinutes: 12 * 60, group: `slack:${team}`, place, managers: [], paused: false, retired: null, skipDate: null, off: [], holidaysUntil: null, lastDate: null, nextDate: '2099-01-01', nextAt: Date.UTC(2099, 0, 1, 9) }
  await ledger.quizzes.change(place, 'set-up', Date.now(), () => ({ quiz }))
}

const whole = services.courses.at(1).bank
/** A press is one option, so the rounds are of questions with one right answer. */
const bank = { ...whole, questions: whole.questions.filter(({ id }) => whole.contents.get(id)?.key.length === 1) }

let opened = 0
async function openRounds(): Promise<readonly string[]> {
  opened += 1
  const wanted = places.flatMap((place) => Array.from({ length: roundsPerChannel }, (_, index) => ({ place, event: `bench ${opened} ${index}` })))
  const claims = await Promise.all(wanted.map(({ place, event }) => ledger.delivery.claimExtra(place, event, Date.now(), bank)))
  const rounds = claims.map((claim) => claim?.round.id ?? '')
  await Promise.all(rounds.map((round) => ledger.delivery.confirmPosted(round, `message of ${round}`, Date.now())))
  return rounds
}

let begun = 0
/** A new practice for each learner, of questions with one right answer; the one before it ends. */
async function openPractices(): Promise<readonly string[]> {
  begun += 1
  const ids = bank.questions.slice(begun * questionsEach, (begun + 1) * questionsEach).map(({ id }) => id)
  const started = Array.from({ length: learners }, async (_, index) => {
    const account = `slack:${team}/${userId(index)}`
    const running = await ledger.sessions.running(account, 'practice')
    if (running !== undefined) await ledger.sessions.act(account, running.id, { kind: 'end' }, Date.now())
    const id = sessionIdOf(`${begun} ${userId(index)}`, 'practice')
    const session = { id, kind: 'practice', about: null, tasks: questionTasks(course, ids, id), zone: 'UTC', startedAt: Date.now(), endsAt: null } as const
    return (await ledger.sessions.start(account, session)).session.id
  })
  return Promise.all(started)
}

const say = (message: ServerSays) => process.send?.(message)
let before = process.cpuUsage()
process.on('message', (heard: ServerHears) => {
  switch (heard.kind) {
    case 'open-rounds':
      return void openRounds().then((rounds) => say({ kind: 'rounds', rounds }))
    case 'open-practices':
      return void openPractices().then((sessions) => say({ kind: 'sessions', sessions }))
    case 'usage': {
      const { user, system } = process.cpuUsage(before)
      before = process.cpuUsage()
      return void say({ kind: 'usage', cpuMicroseconds: user + system, peakBytes: process.resourceUsage().maxRSS * 1024 })
    }
    case 'stop':
      return void stop()
  }
})
say({ kind: 'ready', port: platform.port() ?? 0 })

async function stop(): Promise<void> {
  await bot.stop()
  await ledger.close()
  await tracing?.stop()
  rmSync(dir, { recursive: true })
  process.exit()
}
