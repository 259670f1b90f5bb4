// Several programs on one ledger in PostgreSQL, behind one address, and who of them has the duty.
import { setTimeout as sleep } from 'node:timers/promises'
import { openSharedLedger } from '../../../src/ledger/postgres/postgres-ledger.ts'
import { shuffle } from '../../../src/core/random.ts'
import type { PostgresSide } from '../postgres-side.ts'
import type { Side } from '../side.ts'
import { smallCourse, type Programs } from '../stage.ts'
import { openBalancer, type Balancer } from './balancer.ts'
import { watchDuty, type DutyWatch } from './duty-watch.ts'
import { createMember, longerThanLease, type Member, type State } from './member.ts'

export type Herd = {
  readonly members: readonly Member[]
  readonly balancer: Balancer
  readonly duty: DutyWatch
  /** All of them, as if they were one. */
  readonly programs: Programs
  readonly up: () => readonly Member[]
  readonly named: (name: string | undefined) => Member | undefined
  /** Who has the duty, if that one lives. */
  readonly onDuty: () => Promise<Member | undefined>
  /** Waits until somebody has the duty and all that is due was done. */
  readonly settle: () => Promise<void>
  /** By name: which rounds were marked to be sent when it was frozen and its lease ran out. */
  readonly frozenWith: ReadonlyMap<string, ReadonlySet<string>>
  readonly close: () => Promise<void>
}

export type HerdOptions = {
  readonly processes: number
  readonly folder: string
  readonly postgres: PostgresSide
  readonly sides: readonly Side[]
  readonly now: () => number
  readonly random: () => number
}

/** Who is frozen or cut off from the database, and who answers nobody for another reason, may still get a request now and then. */
const wrongShare = 0.1
/** In milliseconds. */
const [lookEvery, sweepEvery] = [15, 200]
/** Only ends a run that would never end. */
const longestWait = 5 * 60_000

export async function openHerd({ processes, folder, postgres, sides, now, random }: HerdOptions): Promise<Herd> {
  const made = await openSharedLedger(postgres.url, { now: now() })
  await made.ledger.close()
  const duty = await watchDuty(postgres.url)
  const [faults, log]: [string[], string[]] = [[], []]
  const members = await Promise.all(Array.from({ length: processes }, (_, number) => {
    const environment = Object.assign({ COURSE_FOLDER: smallCourse }, ...sides.map((side) => side.environmentOf(String(number)))) as Record<string, string>
    return createMember({ number, folder, url: postgres.url, environment, faults, log })
  }))
  const inState = (...states: readonly string[]) => members.filter(({ state }) => states.includes(state()))
  const up = () => inState('up')
  const named = (name: string | undefined) => members.find((member) => member.name() === name)
  const balancer = await openBalancer(() => {
    const [well, away] = [shuffle(up(), random), shuffle(inState('cut', 'frozen'), random)]
    const order = random() < wrongShare ? [...away, ...well] : [...well, ...away]
    return order.map((member) => ({ port: member.port(), name: member.name(), gone: member.gone() }))
  })
  let runningOut: Promise<void> | undefined
  const frozenWith = new Map<string, ReadonlySet<string>>()
  const sweep = setInterval(() => {
    const frozen = inState('frozen').map(({ name }) => name())
    if (frozen.length > 0) void duty.endIdle(frozen).catch(() => undefined)
    runningOut ??= runOutIfAway('frozen', 'down').catch(() => undefined).finally(() => {
      runningOut = undefined
    })
  }, sweepEvery)

  const onDuty = async (): Promise<Member | undefined> => {
    const member = named((await duty.holder())?.name)
    return member?.state() === 'up' ? member : undefined
  }

  /** The lease of whoever has it and is away runs out. */
  async function runOutIfAway(...states: readonly State[]): Promise<void> {
    const holder = await duty.holder()
    const member = named(holder?.name)
    if (holder === undefined || !states.includes(member?.state() ?? 'down')) return
    if (member?.state() === 'frozen') {
      await member.isFrozen()
      frozenWith.set(holder.name, await duty.sending())
    }
    // It has the same time, and knows that its lease may have run out.
    if (member?.state() === 'cut') member.skip(longerThanLease)
    await duty.runOut(holder)
  }

  async function settle(): Promise<void> {
    const isDone = await duty.ask()
    const end = performance.now() + longestWait
    do {
      // Whoever is cut off is no slower for that, so what it was doing in the name of its lease is over.
      await runOutIfAway('frozen', 'down', 'cut')
      if (performance.now() > end) throw new Error(`nobody does what is due: ${log.slice(-20).join('')}`)
      await sleep(lookEvery)
    } while (!(await isDone()))
  }

  const programs: Programs = {
    faults, log,
    async start(at) {
      const [how = 'dead'] = await Promise.all(members.map((member) => member.start(at)))
      for (const side of sides) await side.useHttp(balancer.origin)
      await settle()
      return how
    },
    async setClock(at, how) {
      const done = await Promise.all(up().map((member) => member.setClock(at, how)))
      return done.every((each) => each === 'done') ? 'done' : 'dead'
    },
    async stop() {
      for (const member of up()) await member.stop()
    },
  }
  return {
    members, balancer, duty, programs, up, named, onDuty, settle, frozenWith,
    async close() {
      clearInterval(sweep)
      await Promise.all(members.map((member) => member.close()))
      await balancer.close()
      await duty.close()
    },
  }
}

