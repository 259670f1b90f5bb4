// The process: signals, uncaught errors, a watchdog, and the message when a start fails.
import { userInfo } from 'node:os'
import { configFromEnvironment, runInUtc, startedByNpm, type Config } from './config/config.ts'
import { minute, type Zone } from './core/time.ts'
import { details, isForPeople } from './core/errors-for-people.ts'
import type { Log } from './core/log.ts'
import { createLog } from './ops/log.ts'
import { startService, type Service } from './service.ts'

/** After this long without any connection the process ends, so that a supervisor restarts it. */
const longestSilence = minute
const watchEvery = 10_000
/** A stop that takes longer than this is cut short. */
const longestStop = 10_000
/** How often the bot checks that npm's shell is still running. */
const parentEvery = 500

/** The machine's own zone, in which the terminal shows times; the process itself runs in UTC. */
const zone = runInUtc()
try {
  const config = await configFromEnvironment()
  // In the terminal the log shares the screen with the questions, so unless LOG_LEVEL is set it has errors only, and notes are plain lines.
  const isQuiet = config.slack === null && config.discord === null && config.logLevel === null
  const log = createLog(config.logLevel ?? (isQuiet ? 'error' : 'info'))
  const warn = (sentence: string): void => void (isQuiet ? process.stderr.write(`${sentence}\n`) : log.warn({}, sentence))
  for (const note of config.notes) warn(note)
  await serve(config, { log, warn, zone })
} catch (fault) {
  sayWhy(fault)
  process.exit(1)
}

type Given = { readonly log: Log; readonly warn: (sentence: string) => void; readonly zone: Zone }

async function serve(config: Config, { log, warn, zone }: Given): Promise<void> {
  let stopping = false
  const stop = (status: number, why: string): void => {
    if (stopping) return
    stopping = true
    log.info({ status }, `stopping: ${why}`)
    setTimeout(() => process.exit(status === 0 ? 1 : status), config.drainSeconds * 1_000 + longestStop).unref()
    // One that failed is not to be trusted any longer.
    void starting.then(async (service) => {
      if (status === 0) await service.drain()
      await service.stop()
    }).then(
      () => process.exit(status),
      (fault: unknown) => {
        log.error({ fault }, 'could not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.on('unhandledRejection', (fault) => log.error({ fault }, 'unhandled rejection'))
  process.on('uncaughtException', (fault) => {
    log.error({ fault }, 'uncaught exception')
    stop(1, 'uncaught exception')
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(0, signal))
  if (startedByNpm()) stopWithParent(() => stop(0, 'npm ended'))

  const giveUp = (why: string): void => {
    log.error({}, why)
    stop(1, 'another bot uses the database')
  }
  const around = { now: Date.now, elapsed: () => performance.now(), log, warn, giveUp, zone, input: process.stdin, output: process.stdout, userName: userName() }
  const starting = startService(config, around, () => stop(0, 'end of input'))
  const service = await starting
  watch(service, log, () => stop(1, 'no connection for too long'))
}

/**
 * `npm start` runs the bot in a shell. npm passes a SIGTERM to that shell, which ends without passing it on. (`exec` in the start script
 * would replace the shell, but Windows has no such command.)
 */
function stopWithParent(stop: () => void): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) stop()
  }, parentEvery).unref()
}

/** Notices a connection that died silently. */
function watch(service: Service, log: Log, giveUp: () => void): void {
  let healthyAt = performance.now()
  setInterval(() => {
    if (service.connected()) healthyAt = performance.now()
    else if (performance.now() - healthyAt > longestSilence) {
      log.error({ platforms: service.health.platforms() }, 'no platform has been connected for too long')
      giveUp()
    }
  }, watchEvery).unref()
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'you'
  }
}

function sayWhy(fault: unknown): void {
  process.stderr.write(`${isForPeople(fault) ? fault.message : `Studyhall could not start. ${details(fault)}`}\n`)
}
