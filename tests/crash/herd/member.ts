// One program of a herd: with a wire to the database of its own, which can be cut, and a port; killed, frozen, and started again.
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openWire } from '../../ledger/postgres-wire.ts'
import { createVictim, type Beat, type Victim } from '../victim.ts'

/** `moving`: on its way up or down in order, so it may have the duty. `cut`: off from the database. */
export type State = 'up' | 'moving' | 'cut' | 'frozen' | 'down'

export type Member = {
  readonly number: number
  readonly state: () => State
  /** Another one in each life. */
  readonly name: () => string
  readonly port: () => number
  readonly gone: () => Promise<void>
  /** Before a start, which takes less time then. */
  load(): Promise<void>
  start(now: number): Promise<'ready' | 'dead'>
  /** `frozen`, `dead`: before it was done. */
  setClock(now: number, how?: Beat): Promise<'done' | 'dead' | 'frozen'>
  kill(): void
  freeze(): void
  /** Fulfilled when it does nothing any more. */
  readonly isFrozen: () => Promise<void>
  /** More than the time of a lease has passed for it. */
  thaw(now: number): void
  cut(): void
  mend(): void
  /** So much time passes for it at once, in milliseconds. */
  skip(time: number): void
  stop(): Promise<void>
  close(): Promise<void>
}

export type MemberOptions = {
  readonly number: number
  readonly folder: string
  readonly url: string
  readonly environment: Readonly<Record<string, string>>
  readonly faults: string[]
  readonly log: string[]
}

/** More than a lease lasts. */
export const longerThanLease = 31_000

type Life = { readonly name: string; readonly port: number; readonly victim: Victim; gone: PromiseWithResolvers<void> }

export async function createMember({ number, folder, url, environment, faults, log }: MemberOptions): Promise<Member> {
  const wire = await openWire(url)
  const clockFile = join(folder, `skipped-${number}`)
  let lives = 0
  let orders = 0
  let skipped = 0
  let life: Life | undefined
  let loaded: Life | undefined
  let state: State = 'down'

  function skip(time: number): void {
    skipped += time
    writeFileSync(clockFile, String(skipped).padEnd(16))
  }

  async function launch(): Promise<Life> {
    lives += 1
    skip(0)
    const [name, port] = [`studyhall-${number}.${lives}`, await portFor()]
    const database = new URL(wire.url)
    database.searchParams.set('application_name', name)
    const more = { DATABASE_URL: database.href, PORT: String(port), SKIPPED_TIME: clockFile }
    const victim = createVictim({ environment: { ...environment, ...more }, cache: join(folder, 'code'), spare: false, faults, log })
    return { name, port, victim, gone: Promise.withResolvers() }
  }

  /** It may have frozen itself. */
  async function noteFreeze({ victim, gone }: Life, isOver: () => boolean): Promise<void> {
    while (!isOver() && victim.alive() && !isStopped(victim.pid())) await sleep(5)
    if (isOver() || !victim.alive()) return
    state = 'frozen'
    gone.resolve()
  }

  const current = (): Life => {
    if (life === undefined) throw new Error('it never ran')
    return life
  }

  return {
    number,
    state: () => state,
    name: () => life?.name ?? '',
    port: () => current().port,
    gone: () => current().gone.promise,
    async load() {
      wire.mend()
      loaded = await launch()
      await loaded.victim.load()
    },
    async start(now) {
      wire.mend()
      const next = (life = loaded ?? (await launch()))
      loaded = undefined
      state = 'moving'
      const how = await next.victim.start(now)
      void next.victim.death().then(() => {
        next.gone.resolve()
        if (life === next) state = 'down'
      })
      // It may be dead by now, or about to be.
      if (how === 'ready' && state === 'moving') state = 'up'
      return how
    },
    async setClock(now, how) {
      const { victim, gone } = current()
      const nth = (orders += 1)
      // People make it look at the clock after the beat is over, until it hears otherwise.
      if (how?.signal === 'SIGSTOP') void noteFreeze(current(), () => nth !== orders)
      const ended = gone.promise.then(() => (victim.alive() ? 'frozen' as const : 'dead' as const))
      return Promise.race([victim.setClock(now, how), ended])
    },
    kill() {
      state = 'down'
      current().victim.kill()
    },
    freeze() {
      state = 'frozen'
      current().victim.freeze()
      current().gone.resolve()
    },
    async isFrozen() {
      const from = current()
      while (from.victim.alive() && !isStopped(from.victim.pid())) await sleep(5)
    },
    thaw(now) {
      const thawed = current()
      thawed.gone = Promise.withResolvers()
      state = 'up'
      skip(longerThanLease)
      void thawed.victim.setClock(now).catch(() => undefined)
      thawed.victim.thaw()
    },
    cut() {
      state = 'cut'
      wire.cut()
    },
    mend() {
      if (state === 'cut') state = 'up'
      wire.mend()
    },
    skip,
    async stop() {
      state = 'moving'
      await current().victim.stop()
    },
    async close() {
      life?.victim.close()
      loaded?.victim.close()
      await wire.close()
    },
  }
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function isStopped(pid: number | undefined): boolean {
  try {
    return pid !== undefined && /\) T [^)]*$/u.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return false
  }
}

/** Below those that connections get, so that nobody else takes it while the program is away. */
async function portFor(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 20_000)
    const server = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(port, () => resolve(true))
    })
    if (!isFree) continue
    await new Promise((resolve) => server.close(resolve))
    return port
  }
}
