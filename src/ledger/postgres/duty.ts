// Which of the bots that share a ledger has the duty. It holds a lease that it renews; when that runs out, because it ended, hangs, or lost
// the database, another one takes it. What it saves in the name of the duty asks for the lease, so whoever was followed saves nothing of that.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Duty, DutyWork } from '../duty.ts'
import { LedgerError } from '../ledger-error.ts'
import { onConnection, type Connections } from './connections.ts'
import { leaseRow, usual, type LeaseTimes } from './lease-row.ts'
import { plain, type Answer, type Question } from './question.ts'

export type SharedDuty = Omit<Duty, 'ledger'> & {
  /** Asked within each transaction in the name of the duty: no row, if another bot has it. */
  readonly fence: Question
  /** Why nothing may be done in its name: another bot has it, or may have it. */
  readonly lost: () => LedgerError | undefined
  /** Notes that the fence had no row. */
  readonly followed: () => LedgerError
  /** Gives the duty back, for another bot to take at once. */
  readonly leave: () => Promise<void>
}

/** What was to be saved in the name of a duty that another bot has by now. That one does it. */
const offDuty = () => new LedgerError('off-duty', 'Another process has taken over what is due. This one saved nothing of that, and goes on answering people.')

/** How often whoever asked looks whether it is done, in milliseconds. */
const answeredEvery = 100

type Hears = {
  /** The work of the duty has begun in this bot, or another bot has it. */
  readonly changed?: ((isOurs: boolean) => void) | undefined
  /** Work that failed; the next beat tries again. */
  readonly failed?: ((fault: unknown) => void) | undefined
}

/** Takes the duty if nobody has it, and looks again and again. */
export async function joinDuty(connections: Connections, { changed, failed }: Hears, { lasts, renewEvery, askEvery }: LeaseTimes = usual): Promise<SharedDuty> {
  const row = leaseRow(connections, lasts)
  const ask = (question: Question): Promise<Answer> => onConnection(connections, ({ send }) => send(question))
  let renewed: number | undefined
  let work: DutyWork | undefined
  let hasBegun = false
  let beginning: Promise<void> | undefined
  const taken = new Set<string>()
  const holds = () => renewed !== undefined && performance.now() - renewed < lasts

  function set(at: number | undefined): void {
    renewed = at
    if (at !== undefined || !hasBegun) return
    hasBegun = false
    changed?.(false)
  }

  async function hold(): Promise<void> {
    const began = performance.now()
    if (renewed === undefined) {
      if ((await row.isFree()) && (await row.take())) set(began)
    } else if (began - renewed >= renewEvery) set((await row.renew()) ? began : undefined)
  }

  async function begin({ begun, due }: DutyWork): Promise<void> {
    await begun()
    if (!holds()) return
    hasBegun = true
    changed?.(true)
    void tried(due())
  }

  /** Each ask once, and all at the same time: what one waits for may take long. */
  async function serve({ asked }: DutyWork): Promise<void> {
    const { rows } = await ask(plain('SELECT id FROM asks'))
    const ids = rows.map(([id]) => String(id)).filter((id) => !taken.has(id))
    if (ids.length === 0) return
    for (const id of ids) taken.add(id)
    try {
      await tried(asked())
      await ask({ text: `DELETE FROM asks WHERE id = ANY ($1) OR at < clock_timestamp() - interval '1 hour'`, values: [ids] })
    } finally {
      for (const id of ids) taken.delete(id)
    }
  }

  const tried = (doing: Promise<void>): Promise<void> => doing.catch((fault: unknown) => failed?.(fault))

  async function look(): Promise<void> {
    await hold()
    if (work === undefined || !holds()) return
    if (hasBegun) void serve(work).catch(ignore)
    else beginning ??= tried(begin(work)).finally(() => {
      beginning = undefined
    })
  }

  /** A database that is away for a moment is asked again; the lease runs out meanwhile, or doesn't. */
  function lookOnce(): void {
    looking ??= look().catch(ignore).finally(() => {
      looking = undefined
    })
  }

  const state = { isOver: false }
  let looking: Promise<void> | undefined
  await hold()
  const timer = setInterval(lookOnce, askEvery).unref()
  return {
    isOurs: () => hasBegun && holds(),
    lost: () => (holds() ? undefined : offDuty()),
    fence: row.fence,
    followed() {
      set(undefined)
      return offDuty()
    },
    serve: (given) => void (work = given),
    async ask() {
      const id = randomUUID()
      await ask({ text: 'INSERT INTO asks (id) VALUES ($1)', values: [id] })
      const began = performance.now()
      // Longer than it takes another process to follow. What was asked stays for that one.
      while (!state.isOver && performance.now() - began < 2 * lasts && (await ask({ text: 'SELECT 1 FROM asks WHERE id = $1', values: [id] })).rows.length > 0) await pause(answeredEvery)
    },
    async leave() {
      state.isOver = true
      clearInterval(timer)
      await looking
      await beginning
      renewed = undefined
      await row.release()
    },
  }
}

const ignore = () => undefined
