// The program as a child process, from the parent's side: started, told the time, killed, started again.
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Measured, Order, Report } from './orders.ts'

export type Beat = { readonly beat: boolean; readonly lastLook: number | null; readonly signal?: 'SIGKILL' | 'SIGSTOP' | undefined }

export type Victim = {
  /** Gets a program ready to be started, which {@link Victim.start} does by itself too. */
  load(): Promise<void>
  /** Starts the program; `dead` where it was killed before it was ready. Fails where it does not start by itself. */
  start(now: number): Promise<'ready' | 'dead'>
  /** Fulfilled when the program has done what is due. */
  setClock(now: number, how?: Beat): Promise<'done' | 'dead'>
  /** Stops everything and starts it again in the same process. */
  restart(): Promise<void>
  measure(): Promise<Measured>
  kill(): void
  /** Freezes the program until it is thawed. */
  freeze(): void
  thaw(): void
  /** Undefined as long as it never ran. */
  readonly pid: () => number | undefined
  readonly alive: () => boolean
  /** Fulfilled when the program that runs now is dead. */
  readonly death: () => Promise<void>
  /** Lets the program end as after SIGTERM. */
  stop(): Promise<void>
  /** Ends everything that was started here. */
  close(): void
  /** What the program reported as a fault that nobody caught. */
  readonly faults: readonly string[]
  readonly log: readonly string[]
}

/** Only ends a run that would never end. */
const longestWait = 10 * 60_000
const logKept = 400

type Running = { readonly child: ChildProcess; readonly loaded: Promise<void>; readonly death: Promise<void>; dead: boolean; hear: (report: Report) => void }

export type VictimOptions = {
  /** The settings of the program, as variables. */
  readonly environment: Readonly<Record<string, string>>
  /** A folder for compiled code. */
  readonly cache: string
  /** Keeps a loaded program ready for the next start: for one that dies often. */
  readonly spare: boolean
  /** What several programs report together; of its own if absent. */
  readonly faults?: string[]
  readonly log?: string[]
}

export function createVictim({ environment, cache, spare: keepsSpare, faults = [], log = [] }: VictimOptions): Victim {
  const started = new Set<ChildProcess>()
  let spare = keepsSpare ? launch() : undefined
  let running: Running | undefined
  let orders = 0

  function launch(): Running {
    const env = { PATH: process.env['PATH'] ?? '', TZ: 'UTC', NODE_COMPILE_CACHE: cache, ...environment }
    const child = fork(join(import.meta.dirname, 'program.ts'), { env, execArgv: ['--expose-gc'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    started.add(child)
    const loaded = Promise.withResolvers<void>()
    const death = Promise.withResolvers<void>()
    const launched: Running = { child, loaded: loaded.promise, death: death.promise, dead: false, hear: () => undefined }
    child.on('exit', () => {
      launched.dead = true
      started.delete(child)
      death.resolve()
    })
    child.on('message', (report: Report) => {
      if (report.kind === 'loaded') loaded.resolve()
      if (report.kind === 'fault') faults.push(report.text)
      if (report.kind === 'log' && log.push(report.line) > logKept) log.shift()
      launched.hear(report)
    })
    return launched
  }

  const isLoaded = ({ loaded, death }: Running) => inTime(Promise.race([loaded, death]), () => 'the program was not loaded')

  /** What the program reports next that fits, or its death. */
  function heard(from: Running, fits: (report: Report) => boolean): Promise<'done' | 'dead'> {
    const said = new Promise<'done'>((resolve, reject) => {
      from.hear = (report) => {
        if (report.kind === 'fault') reject(new Error(`the program failed: ${report.text}`))
        else if (fits(report)) resolve('done')
      }
    })
    return inTime(Promise.race([said, from.death.then(() => 'dead' as const)]), () => log.slice(-10).join(''))
  }

  function send(to: Running, order: Order): void {
    // Whoever is dead hears nothing; that is noticed by its death.
    if (to.child.connected) to.child.send(order, () => undefined)
  }

  return {
    faults, log,
    alive: () => running !== undefined && !running.dead,
    death: () => running?.death ?? Promise.resolve(),
    load: async () => {
      spare ??= launch()
      await isLoaded(spare)
    },
    start: async (now) => {
      const next = spare ?? launch()
      spare = undefined
      // From here on a kill hits this one.
      running = next
      await isLoaded(next)
      const ready = heard(next, ({ kind }) => kind === 'ready')
      send(next, { kind: 'start', now })
      const how = await ready
      spare = keepsSpare ? launch() : undefined
      return how === 'done' ? 'ready' : 'dead'
    },
    setClock: async (now, { beat, lastLook, signal } = { beat: false, lastLook: null }) => {
      if (running === undefined || running.dead) return 'dead'
      const id = (orders += 1)
      const done = heard(running, (report) => report.kind === 'done' && report.id === id)
      send(running, { kind: 'clock', id, now, beat, lastLook, signal })
      return done
    },
    restart: async () => {
      if (running === undefined) throw new Error('the program does not run')
      const id = (orders += 1)
      const done = heard(running, (report) => report.kind === 'done' && report.id === id)
      send(running, { kind: 'restart', id })
      if ((await done) === 'dead') throw new Error('the program died as it was started again')
    },
    measure: async () => {
      if (running === undefined) throw new Error('the program does not run')
      const id = (orders += 1)
      let measured: Measured | undefined
      const done = heard(running, (report) => {
        if (report.kind === 'measured' && report.id === id) measured = report.measured
        return measured !== undefined
      })
      send(running, { kind: 'measure', id })
      await done
      if (measured === undefined) throw new Error('the program died as it was measured')
      return measured
    },
    kill: () => void running?.child.kill('SIGKILL'),
    freeze: () => void running?.child.kill('SIGSTOP'),
    thaw: () => void running?.child.kill('SIGCONT'),
    pid: () => running?.child.pid,
    stop: async () => {
      if (running === undefined) return
      send(running, { kind: 'stop' })
      await inTime(running.death, () => 'the program did not stop')
    },
    close: () => {
      for (const child of started) child.kill('SIGKILL')
    },
  }
}

async function inTime<T>(wanted: Promise<T>, what: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited in vain: ${what()}`)), longestWait)
  })
  return Promise.race([wanted, late]).finally(() => clearTimeout(timer))
}
