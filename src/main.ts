// The process: signals, uncaught errors, a watchdog, and what is printed when a start fails.
import { userInfo } from 'node:os'
import { configFromEnvironment, runInUtc, startedByNpm, type Config } from './config/config.ts'
import { minute, type Zone } from './core/time.ts'
import { details, isForPeople } from './core/errors-for-people.ts'
import type { Log } from './core/log.ts'
import { createLog } from './ops/log.ts'
import { startService, type Service } from './service.ts'

/** Without any connection for this long the process ends, so that a supervisor starts it again. */
const longestSilence = minute
const watchEvery = 10_000
/** A stop that takes longer than this is cut short. */
const longestStop = 10_000
/** How often the bot looks whether the shell of npm is still there. */
const parentEvery = 500

/** The machine's own zone, which the terminal shows times in; the process itself runs in UTC. */
const zone = runInUtc()
try {
  const config = await configFromEnvironment()
  const log = createLog(quietInTerminal(config))
  for (const note of config.notes) log.info({}, note)
  await serve(config, log, zone)
} catch (fault) {
  sayWhy(fault)
  process.exit(1)
}

/** In the terminal the log shares the screen with the questions, so at level info only errors are logged there. */
function quietInTerminal(config: Config): Config['logLevel'] {
  const terminal = config.slack === null && config.discord === null
  return terminal && config.logLevel === 'info' ? 'error' : config.logLevel
}

async function serve(config: Config, log: Log, zone: Zone): Promise<void> {
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
  if (startedByNpm()) stopWithParent(() => stop(0, 'npm was ended'))

  const around = { now: Date.now, elapsed: () => performance.now(), log, zone, input: process.stdin, output: process.stdout, userName: userName() }
  const starting = startService(config, around, () => stop(0, 'the end of the input'))
  const service = await starting
  watch(service, log, () => stop(1, 'no connection for too long'))
}

/**
 * Between `npm start` and the bot is a shell. npm passes a SIGTERM to that shell, which ends and passes nothing on. (`exec` in the start
 * script would replace the shell, but Windows has no such command.)
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

function sayWhy(fault: unknown): void {
  process.stderr.write(`${isForPeople(fault) ? fault.message : `Studyhall could not start. ${details(fault)}`}\n`)
}
