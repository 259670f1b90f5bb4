// What became of a transaction whose COMMIT was sent and not answered.
import { setTimeout as pause } from 'node:timers/promises'
import { onConnection, type Connections } from './connections.ts'
import { plain, type Question } from './question.ts'

/** Asked at the beginning of each transaction. */
export const transactionId: Question = plain('SELECT pg_current_xact_id()::text')

/** How often and how long the server may be away or at work, in milliseconds. */
const [tries, between] = [16, 500]

/** Where the order to save never arrived, the server would wait for it for some time. One that is at work on it is left alone. */
const endIfIdle = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_xid = $1::text::xid8::xid AND state LIKE 'idle in transaction%' AND pid <> pg_backend_pid()`

/**
 * Asks by another connection; https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-PG-SNAPSHOT.
 *
 * @returns undefined: nobody can tell; false: it wasn't, and may be tried again
 */
export async function wasSaved(connections: Connections, id: unknown): Promise<boolean | undefined> {
  for (let nth = 0; nth < tries; nth += 1) {
    if (nth > 0) await pause(between)
    const status = await statusOf(connections, id).catch(() => 'unknown')
    if (status === 'committed') return true
    if (status === 'aborted') return false
  }
  return undefined
}

const statusOf = (connections: Connections, id: unknown): Promise<unknown> =>
  onConnection(connections, async (connection) => {
    const { rows } = await connection.send({ text: 'SELECT pg_xact_status($1::text::xid8)', values: [id] })
    if (rows[0]?.[0] === 'in progress') await connection.send({ text: endIfIdle, values: [id] })
    return rows[0]?.[0]
  })
