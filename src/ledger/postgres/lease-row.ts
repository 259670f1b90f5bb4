// The row that says who has a ledger, or the duty in it, and until when if it says nothing more. By the database's clock.
import { randomUUID } from 'node:crypto'
import { onConnection, type Connections } from './connections.ts'
import { isLockedOut } from './explain-error.ts'
import { toWrite } from './opening.ts'
import { plain, type Answer, type Question } from './question.ts'

export type LeaseRow = {
  /** Asked within a transaction: no row, if another process has the lease. */
  readonly fence: Question
  /** Who has it and until when, as a word that changes with each renewal; undefined for nobody. */
  holder(): Promise<unknown>
  /** Whether nobody has it, or only somebody who said nothing for too long. */
  isFree(): Promise<boolean>
  /** @returns whether this process has it from now on */
  take(): Promise<boolean>
  /** @returns whether this process still had it */
  renew(): Promise<boolean>
  /** Gives it back, if this process has it. */
  release(): Promise<void>
}

/** In milliseconds. */
export type LeaseTimes = { readonly lasts: number; readonly renewEvery: number; readonly askEvery: number }

export const usual: LeaseTimes = { lasts: 30_000, renewEvery: 10_000, askEvery: 1_000 }

export function leaseRow(connections: Connections, lasts: number): LeaseRow {
  const owner = randomUUID()
  const until = `clock_timestamp() + interval '${lasts} milliseconds'`
  const take: Question = {
    text: `INSERT INTO leases (name, owner, until) VALUES ('bot', $1, ${until}) ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until WHERE leases.until < clock_timestamp()`,
    values: [owner],
  }
  return {
    fence: { text: `SELECT 1 FROM leases WHERE name = 'bot' AND owner = $1`, values: [owner] },
    holder: async () => (await once(connections, plain(`SELECT owner || ' ' || until FROM leases WHERE name = 'bot'`))).rows[0]?.[0],
    isFree: async () => (await once(connections, plain(`SELECT 1 FROM leases WHERE name = 'bot' AND until >= clock_timestamp()`))).rows.length === 0,
    take: () => isTaken(connections, take),
    renew: async () => (await once(connections, { text: `UPDATE leases SET until = ${until} WHERE name = 'bot' AND owner = $1`, values: [owner] })).changes > 0,
    release: async () => void (await once(connections, { text: `DELETE FROM leases WHERE name = 'bot' AND owner = $1`, values: [owner] })),
  }
}

/** Under the lock of the ledger, so that nothing of the one before is under way. That one may hang in the middle, and is ended in time. */
async function isTaken(connections: Connections, take: Question): Promise<boolean> {
  try {
    return await onConnection(connections, async ({ send }) => {
      const all = [plain('BEGIN'), ...toWrite, take, plain('COMMIT')].map(send)
      await Promise.allSettled(all)
      return (await Promise.all(all)).at(-2)?.changes === 1
    })
  } catch (error) {
    if (isLockedOut(error)) return false
    throw error
  }
}

const once = (connections: Connections, question: Question): Promise<Answer> => onConnection(connections, ({ send }) => send(question))
