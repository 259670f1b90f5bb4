// The program as people run it, but for its clock: the time, its timers and its beats come from the parent process. Made to be killed.
import { readdirSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import '../../src/platforms/discord/platform.ts'
import '../../src/platforms/slack/platform.ts'
import { readConfig, type Config } from '../../src/config/config.ts'
import { createLog } from '../../src/ops/log.ts'
import { startService, type Service } from '../../src/service.ts'
import type { Measured, Order, Report } from './orders.ts'

type Timer = { readonly at: number; readonly run: () => void }

const clock = { now: 0, looksLeft: Infinity, signal: 'SIGKILL' }
const timers = new Set<Timer>()
let beat = async (): Promise<void> => undefined
let service: Service | undefined

const report = (what: Report): void => void process.send?.(what)
const fault = (error: unknown): void => report({ kind: 'fault', text: error instanceof Error ? (error.stack ?? error.message) : String(error) })

function now(): number {
  clock.looksLeft -= 1
  if (clock.looksLeft === 0) process.kill(process.pid, clock.signal)
  return clock.now
}

function later(milliseconds: number, run: () => void): () => void {
  const timer = { at: clock.now + milliseconds, run }
  timers.add(timer)
  return () => timers.delete(timer)
}

function setClock(to: number): void {
  clock.now = to
  for (const timer of [...timers].filter(({ at }) => at <= to).sort((a, b) => a.at - b.at)) {
    if (timers.delete(timer)) timer.run()
  }
}

/** The fake limits nobody, and waits of the program's own take real time. */
async function readHurriedConfig(): Promise<Config> {
  const config = await readConfig(process.env)
  if (config.discord === null) return config
  const discord = { ...config.discord, requestsPerSecond: 10_000, timing: { pause: 10 } }
  return { ...config, discord }
}

async function start(at: number): Promise<void> {
  clock.now = at
  const { stdin: input, stdout: output } = process
  const log = createLog('warn', (line) => report({ kind: 'log', line }))
  const heartbeat = (each: () => Promise<void>) => {
    beat = each
    return { stop: async () => undefined }
  }
  service = await startService(await readHurriedConfig(), { now, later, heartbeat, log, zone: 'UTC', input, output, userName: 'nobody' }, () => undefined)
  report({ kind: 'ready' })
}

/** Needs --expose-gc. Two turns, because what a first one frees may hold more. */
async function measure(): Promise<Measured> {
  for (let turn = 0; turn < 2; turn += 1) {
    globalThis.gc?.()
    await new Promise(setImmediate)
  }
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heap: heapUsed, outside: external, whole: rss, files: readdirSync('/proc/self/fd').length }
}

async function obey(order: Order): Promise<void> {
  switch (order.kind) {
    case 'start':
      return start(order.now)
    case 'clock':
      clock.looksLeft = order.lastLook ?? Infinity
      clock.signal = order.signal ?? 'SIGKILL'
      setClock(order.now)
      if (order.beat) await beat()
      return report({ kind: 'done', id: order.id })
    case 'restart':
      await service?.stop()
      await start(clock.now)
      return report({ kind: 'done', id: order.id })
    case 'measure':
      return report({ kind: 'measured', id: order.id, measured: await measure() })
    case 'stop':
      await service?.stop()
      report({ kind: 'stopped' })
      process.disconnect?.()
  }
}

if (process.env['SKIPPED_TIME'] !== undefined) (await import('./herd/own-time.ts')).readTimeFrom(process.env['SKIPPED_TIME'])
process.on('unhandledRejection', fault)
process.on('uncaughtException', fault)
process.on('message', (order: Order) => void obey(order).catch(fault))
process.once('disconnect', () => setTimeout(() => process.exit(), 5_000).unref())
flushCompileCache()
report({ kind: 'loaded' })
