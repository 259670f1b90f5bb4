// One bot at a time uses a ledger. Who it is stands in a row that the bot renews; one that ended without a word, hangs, or lost the
// database is followed by another when that runs out. Each of its transactions asks for the row, so whoever was followed saves nothing more.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { LedgerError } from '../ledger-error.ts'
import type { Connections } from './connections.ts'
import type { Answer, Question } from './replay.ts'

export type Lease = {
  /** Asked within each transaction: no row, if another bot has the ledger now. */
  readonly fence: Question
  release(): Promise<void>
}

/** In milliseconds. */
export type LeaseTimes = { readonly lasts: number; readonly renewEvery: number; readonly askEvery: number }

const usual: LeaseTimes = { lasts: 30_000, renewEvery: 10_000, askEvery: 1_000 }

export const inUse = () => new LedgerError('in-use', 'Another running bot uses this database. Stop it first, or name another one in DATABASE_URL.')

/** Waits for one that ended without a word; fails if another bot is running. By the database's clock. */
export async function takeLease(connections: Connections, times: LeaseTimes = usual): Promise<Lease> {
  const owner = randomUUID()
  const until = `clock_timestamp() + interval '${times.lasts} milliseconds'`
  const take: Question = {
    text: `INSERT INTO leases (name, owner, until) VALUES ('bot', $1, ${until}) ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until WHERE leases.until < clock_timestamp()`,
    values: [owner],
  }
  const holder: Question = { text: `SELECT owner || ' ' || until FROM leases WHERE name = 'bot'`, values: [] }

  const first = await firstOf(connections, holder)
  while ((await once(connections, take)).changes === 0) {
    if ((await firstOf(connections, holder)) !== first) throw inUse()
    await pause(times.askEvery)
  }

  const renew: Question = { text: `UPDATE leases SET until = ${until} WHERE name = 'bot' AND owner = $1`, values: [owner] }
  // One that could not be renewed runs out, or is renewed the next time.
  const timer = setInterval(() => void once(connections, renew).catch(() => undefined), times.renewEvery).unref()
  return {
    fence: { text: `SELECT 1 FROM leases WHERE name = 'bot' AND owner = $1`, values: [owner] },
    async release() {
      clearInterval(timer)
      await once(connections, { text: `DELETE FROM leases WHERE name = 'bot' AND owner = $1`, values: [owner] })
    },
  }
}

const firstOf = async (connections: Connections, question: Question): Promise<unknown> => (await once(connections, question)).rows[0]?.[0]

async function once(connections: Connections, question: Question): Promise<Answer> {
  const connection = await connections.take()
  try {
    return await connection.send(question)
  } finally {
    connection.release(false)
  }
}
