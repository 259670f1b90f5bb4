// The process: signals, faults that nobody caught, a watchdog, and what a person reads when a start fails.
import { userInfo } from 'node:os'
import type { Logger } from 'pino'
import { configFromEnvironment, runInUtc, type Config } from './config.ts'
import { minute, type Zone } from './core/time.ts'
import { createLog } from './ops/log.ts'
import { startService, type Service } from './service.ts'

/** How long the bot may be without any connection before a supervisor should start the process anew. */
const longestSilence = minute
const watchEvery = 10_000
/** A stop that takes longer than this is cut off. */
const longestStop = 10_000

/** The machine's own zone is for the terminal; the process itself runs in UTC. */
const zone = runInUtc()
try {
  const config = await configFromEnvironment()
  await serve(config, createLog(quietInTerminal(config)), zone)
} catch (fault) {
  sayWhy(fault)
  process.exit(1)
}

/** The terminal is for its reader: there the log speaks only of trouble. */
function quietInTerminal(config: Config): string {
  const terminal = config.slack === null && config.discord === null
  return terminal && config.logLevel === 'info' ? 'error' : config.logLevel
}

async function serve(config: Config, log: Logger, zone: Zone): Promise<void> {
  let stopping = false
  const stop = (status: number, why: string): void => {
    if (stopping) return
    stopping = true
    log.info({ status }, `stopping: ${why}`)
    setTimeout(() => process.exit(status === 0 ? 1 : status), longestStop).unref()
    void starting.then((service) => service.stop()).then(
      () => process.exit(status),
      (fault: unknown) => {
        log.error({ fault }, 'the stop failed')
        process.exit(1)
      },
    )
  }
  process.on('unhandledRejection', (fault) => log.error({ fault }, 'a rejection that nobody handled'))
  process.on('uncaughtException', (fault) => {
    log.error({ fault }, 'an exception that nobody caught')
    stop(1, 'an exception that nobody caught')
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(0, signal))

  const around = { now: Date.now, log, zone, input: process.stdin, output: process.stdout, userName: userName() }
  const starting = startService(config, around, () => stop(0, 'the end of the input'))
  const service = await starting
  watch(service, log, () => stop(1, 'no connection for too long'))
}

/** A connection that died without a word is noticed here; the supervisor starts the process anew. */
function watch(service: Service, log: Logger, giveUp: () => void): void {
  let healthyAt = performance.now()
  setInterval(() => {
    if (service.connected()) healthyAt = performance.now()
    else if (performance.now() - healthyAt > longestSilence) {
      log.error({ platforms: service.health.platforms() }, 'no platform has had a connection for too long')
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

/** Faults that are meant for people carry a `code` of ours and a sentence; others are shown whole, for the operator. */
function sayWhy(fault: unknown): void {
  const forPeople = fault instanceof Error && ['ConfigError', 'CourseError', 'LedgerError', 'StartError'].includes(fault.name)
  process.stderr.write(`${forPeople ? fault.message : `Studyhall could not start. ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`}\n`)
}
