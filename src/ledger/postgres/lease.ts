// A bot that has a ledger for itself. Who it is stands in a row that the bot renews; one that ended without a word, hangs, or lost the
// database is followed by another when that runs out. Each of its transactions asks for the row, so whoever was followed saves nothing more.
import { setTimeout as pause } from 'node:timers/promises'
import { LedgerError } from '../ledger-error.ts'
import type { Connections } from './connections.ts'
import { leaseRow, usual, type LeaseTimes } from './lease-row.ts'
import type { Question } from './question.ts'

export type Lease = {
  /** Asked within each transaction: no row, if another bot has the ledger now. */
  readonly fence: Question
  /** Notes that the fence had no row. */
  followed(): LedgerError
  /** Why this bot may do nothing in the name of the ledger: another one has it, or may have it. */
  lost(): LedgerError | undefined
  release(): Promise<void>
}

export const inUse = () => new LedgerError('in-use', 'Another running bot uses this database. Stop it first, or name another one in DATABASE_URL.')
const taken = () => new LedgerError('in-use', 'Another bot took over this database while this one hung or could not reach it. This one saves nothing more and stops.')
const overdue = () => new LedgerError('busy', 'The bot hung or could not reach the database for so long that another one may have taken over. It goes on as soon as it knows that none has.')

type Hears = {
  /** Called once, when another bot has the ledger. */
  readonly onFollowed: (why: LedgerError) => void
  /** What the operator should know. */
  readonly warn?: ((sentences: string) => void) | undefined
}

/** Waits for one that ended without a word; fails if another bot is running. */
export async function takeLease(connections: Connections, { onFollowed, warn }: Hears, { lasts, renewEvery, askEvery }: LeaseTimes = usual): Promise<Lease> {
  const row = leaseRow(connections, lasts)
  const first = await row.holder()
  let renewed = performance.now()
  let isWaiting = false
  while (!(await row.take())) {
    if (!isWaiting) warn?.(`Another bot used this database a moment ago. Waiting for up to ${Math.ceil(lasts / 1_000)} seconds to see whether it has ended.`)
    isWaiting = true
    if ((await row.holder()) !== first) throw inUse()
    await pause(askEvery)
    renewed = performance.now()
  }

  let why: LedgerError | undefined
  let isReleased = false
  const followed = () => {
    if (why === undefined) onFollowed((why = taken()))
    return why
  }
  const renew = async () => {
    const began = performance.now()
    if (await row.renew()) renewed = began
    // One that was on its way when the bot gave the lease back finds none.
    else if (!isReleased) followed()
  }
  // One that could not be renewed runs out, or is renewed the next time.
  const timer = setInterval(() => void renew().catch(() => undefined), renewEvery).unref()
  return {
    followed,
    fence: row.fence,
    lost: () => why ?? (performance.now() - renewed > lasts ? overdue() : undefined),
    async release() {
      clearInterval(timer)
      isReleased = true
      await row.release()
    },
  }
}
