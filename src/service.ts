// The service: course → ledger → platforms → bot → health server → heartbeat, started in this order and stopped in reverse.
import type { Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { createBot, type Bot } from './bot/bot.ts'
import type { Log } from './core/log.ts'
import { catalogOf } from './features/catalog.ts'
import { commandsOfAll } from './features/course-commands.ts'
import { features } from './features/features.ts'
import type { Services } from './features/services.ts'
import type { Platform } from './platforms/platform.ts'
import type { Config } from './config/config.ts'
import { hour, minute, type Instant } from './core/time.ts'
import { liveCourses } from './course/courses.ts'
import { openCourses } from './course/open-courses.ts'
import { taughtFrom } from './service/courses.ts'
import { oneOfSeveral, openLedgerOf } from './service/open-ledger.ts'
import type { Surroundings } from './service/surroundings.ts'
import type { Resealing } from './service/take-orders.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Pictures } from './pictures/pictures.ts'
import { createCheckpoints } from './ops/checkpoints.ts'
import type { Measures } from './core/measures.ts'
import type { Health } from './ops/health.ts'
import { watchLasting, type Lasting } from './ops/lasting.ts'
import type { Metrics } from './ops/metrics.ts'
import type { Tracing } from './ops/tracing.ts'
import { createUpkeep } from './ops/upkeep.ts'
import { startHeartbeat } from './schedule/heartbeat.ts'

export type Service = {
  readonly health: Health
  /** A platform is connected. False for long: a new start may mend it. One alone mends itself, without taking the others down. */
  readonly connected: () => boolean
  /** Before a stop: says on /readyz that it stops, and goes on for as long as the configuration wants. */
  readonly drain: () => Promise<void>
  /** Stops everything in reverse order. */
  readonly stop: () => Promise<void>
}

/** How long a heartbeat may stay away before the process counts as dead; measured in time that passes whatever the clock says. */
const longestPause = 3 * minute

/**
 * Starts all that is configured; the terminal where no platform is.
 *
 * @param onEnd called when the terminal's input is over
 * @throws CourseError, LedgerError or StartError, each with a sentence that says what to do
 */
export async function startService(config: Config, around: Surroundings, onEnd: () => void): Promise<Service> {
  const { now, log } = around
  const warnOf = (course: string, sentence: string) => (around.warn === undefined ? log.warn({ course }, sentence) : around.warn(sentence))
  const opened = await openCourses(config.courseFolders, config.courseCache, warnOf)
  for (const { message } of opened.refused) warnOf('', message)
  const [metrics, tracing] = [await metricsOf(config), await tracingOf(config, log)]
  const measures = await measuresOf(metrics, tracing)
  const { ledger, duty } = await openLedgerOf(config, around, measures)
  const live = liveCourses(
    await taughtFrom(opened, ledger).catch(async (fault: unknown) => {
      await ledger.close()
      throw fault
    }),
  )
  const { courses } = live
  const services: Services = { ledger, courses, log }
  const catalog = catalogOf(features)
  const state: State = { lastBeat: performance.now(), database: undefined, othersToldAt: null, platforms: [], unshown: () => [], isStopping: false }
  const lasting = watchLasting({ ledger, platforms: () => state.platforms, unshown: () => state.unshown(), now, log })
  const health = healthOf(ledger, state, lasting, config.databaseUrl === null)
  const pictures = picturesWhenAsked(log)
  const { createPlatforms } = await import('./service/platforms.ts')
  const platforms = await createPlatforms(config, around, { ledger, commands: commandsOfAll(catalog.commands, courses), pictures, health, measures, onEnd }).catch(async (fault: unknown) => {
    await ledger.close()
    throw fault
  })
  state.platforms = duty === undefined ? platforms : platforms.map(oneOfSeveral)
  const bot = createBot(services, catalog, state.platforms, { now, elapsed: around.elapsed, later: around.later, measures: measures?.rounds, trace: tracing?.trace, duty, keepRemovedDays: config.slack?.mode === 'oauth' ? config.slack.about.keepRemovedDays : undefined })
  state.unshown = bot.unshown
  const upkeep = createUpkeep(ledger.upkeep, config.backups, log, measures?.backedUp)
  const checkpoint = createCheckpoints(ledger.upkeep, log)
  const beat = async () => {
    state.lastBeat = performance.now()
    await Promise.all([tryWriting(ledger, isOnDuty(), state, around).then(checkpoint), bot.tick(), isOnDuty() ? upkeep(now()) : undefined])
    await lasting.look()
    lookForOthers(state, around)
  }
  const isOnDuty = () => duty?.isOurs() ?? true
  const server = await startBot(config, around, services, { bot, health, metrics, isOnDuty }).catch(async (fault: unknown) => {
    await bot.stop().catch(() => undefined)
    await ledger.close()
    throw fault
  })
  void beat()
  log.info({ platforms: health.platforms(), courses: courses.all.map(({ course }) => course.id), questions: courses.bank.questions.length }, 'ready')
  const heartbeat = (around.heartbeat ?? startHeartbeat)(beat)
  const reload = { folders: config.courseFolders, cacheDir: config.courseCache, ledger, live, now, log, warn: warnOf, taken: bot.compareCourses }
  const watch = import('./service/watch-courses.ts').then(({ watchCourses }) => watchCourses(opened, reload, config.databaseFile))
  const orders = import('./service/take-orders.ts').then(({ takeOrders }) => takeOrders(config.databaseFile, { ledger, platforms: () => state.platforms, reseal: resealing(config, ledger), now, log }))
  return {
    health,
    connected: () => state.platforms.some((platform) => platform.healthy()),
    drain: async () => {
      state.isStopping = true
      if (config.drainSeconds > 0) await pause(config.drainSeconds * 1_000)
    },
    stop: async () => {
      await heartbeat.stop()
      await (await watch).stop()
      await (await orders).stop()
      server?.close()
      await bot.stop()
      await pictures.close()
      await ledger.close()
      await tracing?.stop()
    },
  }
}

/** `lastBeat`: by the machine's own time, whatever its clock says. `database`: why nothing could be written at the last beat. */
type State = { lastBeat: number; database: string | undefined; othersToldAt: Instant | null; platforms: readonly Platform[]; unshown: Bot['unshown']; isStopping: boolean }

/** Where nothing is due and nobody answers, a full disk would not be noticed before somebody does. The process on duty notes its beat. */
async function tryWriting(ledger: Ledger, isOnDuty: boolean, state: State, { now, log }: Surroundings): Promise<void> {
  try {
    await (isOnDuty ? ledger.upkeep.noteBeat(now()) : ledger.upkeep.forgetEvents(0))
    state.database = undefined
  } catch (fault) {
    state.database = fault instanceof Error ? fault.message : String(fault)
    log.error({ fault }, 'cannot write to the database, so nobody can answer; /readyz fails until that works again')
  }
}

const tellOthersEvery = hour

/** Two processes with one token answer people in turns, each from its own database. Only an operator can end that. */
function lookForOthers(state: State, { now, log }: Surroundings): void {
  const shared = sharedPlatforms(state).map(({ name }) => name)
  if (shared.length === 0) state.othersToldAt = null
  else if (state.othersToldAt === null || Math.abs(now() - state.othersToldAt) >= tellOthersEvery) {
    state.othersToldAt = now()
    log.error({ platforms: shared }, 'another process seems to use the same bot token, so answers may be lost between two databases: stop one of them')
  }
}

const sharedPlatforms = ({ platforms }: State) => platforms.filter((platform) => platform.shared?.() === true)

/** @param isFile whether a new start may mend a database that doesn't answer: a server comes back by itself, and all its bots needn't start anew */
function healthOf(ledger: Ledger, state: State, { posting, problems }: Lasting, isFile: boolean): Health {
  return {
    alive: async () => {
      if (isFile) await ledger.upkeep.lastBeat()
      return performance.now() - state.lastBeat < longestPause
    },
    // What was noticed since the last beat is said at once.
    database: () => ledger.upkeep.fault()?.message ?? state.database,
    posting,
    problems: () => (state.isStopping ? ['The bot is stopping.', ...problems()] : problems()),
    alone: () => sharedPlatforms(state).length === 0,
    platforms: () => Object.fromEntries(state.platforms.map((platform) => [platform.name, platform.healthy() && platform.refused?.() !== true])),
  }
}

/** Measured only where somebody can ask. */
async function metricsOf({ healthAddress, slack, discord, backups }: Config): Promise<Metrics | undefined> {
  if (healthAddress === null) return undefined
  const configured = [...(slack === null ? [] : ['slack']), ...(discord === null ? [] : ['discord'])]
  return (await import('./ops/metrics.ts')).createMetrics({ platforms: configured.length === 0 ? ['terminal'] : configured, backups: backups !== null })
}

/** Traced only where there is a collector. */
async function tracingOf({ tracing }: Config, log: Log): Promise<Tracing | undefined> {
  return tracing === null ? undefined : (await import('./ops/tracing.ts')).createTracing(tracing, log)
}

async function measuresOf(metrics: Metrics | undefined, tracing: Tracing | undefined): Promise<Measures | undefined> {
  if (metrics === undefined || tracing === undefined) return metrics?.measures ?? tracing?.measures
  return (await import('./ops/measured-twice.ts')).measuredTwice(metrics.measures, tracing.measures)
}

type Started = { readonly bot: Bot; readonly health: Health; readonly metrics: Metrics | undefined; readonly isOnDuty: () => boolean }

/** @returns the server of the health port, where there is one */
async function startBot(config: Config, around: Surroundings, { ledger, courses, log }: Services, { bot, health, metrics, isOnDuty: onDuty }: Started): Promise<Server | undefined> {
  if (config.slack === null && config.discord === null) {
    await openTerminal({ ledger, courses, log }, around)
    // What is due is on the screen before the first line is read, which in a pipe waits there already.
    await bot.tick()
  }
  await bot.start()
  if (config.healthAddress === null) return undefined
  const { serveHealth } = await import('./ops/health.ts')
  const watched = { overview: ledger.upkeep.overview, courses: () => courses.all.map(({ course }) => course.id), platforms: health.platforms, onDuty, now: around.now }
  return serveHealth(config.healthAddress, health, metrics && { contentType: metrics.contentType, text: () => metrics.text(watched) })
}

/** Loaded at the first picture. */
function picturesWhenAsked(log: Log): Pictures {
  let made: Promise<Pictures> | undefined
  const load = () => (made ??= import('./pictures/pictures.ts').then(({ createPictures }) => createPictures(log)))
  return { draw: async (picture) => (await load()).draw(picture), close: async () => (await made)?.close() }
}

/** Only a bot that serves many workspaces has tokens in its database. */
function resealing({ slack }: Config, { installations }: Ledger): Resealing | undefined {
  if (slack?.mode !== 'oauth') return undefined
  return async (wanted) => {
    const [{ resealTokens }, { tokenKeysOf }] = await Promise.all([import('./service/reseal.ts'), import('./service/slack-for-many.ts')])
    return resealTokens(installations, tokenKeysOf(slack), wanted)
  }
}

async function openTerminal(services: Services, around: Surroundings): Promise<void> {
  const [ids, { openTerminalQuiz }] = await Promise.all([import('./platforms/terminal/ids.ts'), import('./bot/first-quiz.ts')])
  const at = { group: ids.terminalGroup, place: ids.terminalPlace, person: ids.personId(around.userName) }
  await openTerminalQuiz(services, at, around.zone, around.now())
}
