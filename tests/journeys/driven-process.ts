// The bot as a process of its own whose time the test lets pass, for what takes minutes.
import { fork, type ChildProcess, type StdioOptions } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { bareEnvironment } from '../fakes/bare-environment.ts'
import { freePort } from '../fakes/free-port.ts'
import { until } from '../fakes/until.ts'
import type { Hears, Says } from './driven-program.ts'

/** So much of its time passes at once; then both processes handle what came in. */
const step = 250
/** Only ends a wait that would never end, by the clock of the process. */
const longest = 60 * 60_000

export type Driven = {
  readonly child: ChildProcess
  /** Fulfilled when the program has started, or has ended. */
  readonly started: Promise<void>
  readonly ended: () => boolean
  /** Lets time pass until there is something to see. @returns how much, in milliseconds */
  readonly passUntil: (look: () => boolean | Promise<boolean>, what: () => string) => Promise<number>
}

/** Starts the program on a clock that stands still between two steps; the end of the test ends it. */
export function startDriven(settings: NodeJS.ProcessEnv, stdio: StdioOptions): Driven {
  const child = fork(join(import.meta.dirname, 'driven-program.ts'), { env: bareEnvironment(settings), execArgv: [], stdio })
  const started = Promise.withResolvers<void>()
  let passed = (): void => undefined
  let ended = false
  child.on('message', (said: Says) => (said === 'started' ? started.resolve() : passed()))
  child.once('exit', () => {
    ended = true
    started.resolve()
    passed()
  })
  onTestFinished(() => void child.kill('SIGKILL'))

  async function pass(milliseconds: number): Promise<void> {
    if (ended || !child.connected) return
    await new Promise<void>((resolve) => {
      passed = resolve
      child.send({ pass: milliseconds } satisfies Hears, () => undefined)
    })
    // What the program has sent is answered before its time goes on.
    for (let turns = 0; turns < 3; turns += 1) await new Promise(setImmediate)
  }

  return {
    child,
    started: started.promise,
    ended: () => ended,
    passUntil: async (look, what) => {
      await started.promise
      for (let waited = 0; waited < longest; waited += step) {
        if (await look()) return waited
        await pass(step)
      }
      throw new Error(`waited in vain: ${what()}`)
    },
  }
}

/** @param settings how it finds its platform */
export async function startDrivenProcess(settings: NodeJS.ProcessEnv) {
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-faults-'))
  const port = await freePort()
  const environment = { DATABASE_FILE: join(folder, 'studyhall.sqlite'), COURSE_FOLDER: 'tests/courses/house-rules', HEALTH_PORT: String(port), ...settings }
  const { child, ended, passUntil } = startDriven(environment, ['ignore', 'ignore', 'pipe', 'ipc'])
  let log = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => void (log += text))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const says = async (path: string) => fetch(`http://127.0.0.1:${port}${path}`).then(({ status }) => status, () => 0)
  const recent = () => log.slice(-2_000)
  return {
    says, passUntil,
    kill: (signal: NodeJS.Signals) => void child.kill(signal),
    log: () => log,
    /** @returns how long it took by the clock of the process, in milliseconds */
    becomes: (ready: number) => passUntil(async () => (await says('/readyz')) === ready, () => `/readyz to say ${ready}; ${recent()}`),
    /** Lets time pass while the process does something. */
    during: async <T>(work: Promise<T>): Promise<T> => {
      let done = false
      void work.finally(() => (done = true)).catch(() => undefined)
      await passUntil(() => done, () => `an answer; ${recent()}`)
      return work
    },
    /** Without letting time pass: a stop that takes long by the clock is broken off. */
    endAtOnce: async () => {
      await until(ended, `the end of the process; ${recent()}`)
      await until(() => child.stderr?.closed !== false, 'the last words of the process')
      return { status: child.exitCode }
    },
    end: async () => {
      await passUntil(ended, () => `the end of the process; ${recent()}`)
      await until(() => child.stderr?.closed !== false, 'the last words of the process')
      return { status: child.exitCode }
    },
  }
}
