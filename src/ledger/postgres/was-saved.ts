// What became of a transaction whose COMMIT was sent and not answered.
import { setTimeout as pause } from 'node:timers/promises'
import type { Connections } from './connections.ts'
import type { Answer, Question } from './replay.ts'

/** Asked at the beginning of each transaction. */
export const transactionId: Question = { text: 'SELECT pg_current_xact_id()::text', values: [] }

/** How long the server may take to notice that the connection broke, in milliseconds. */
const [tries, between] = [8, 500]

/**
 * Asks by another connection; https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-PG-SNAPSHOT.
 * Throws `unclear` where nobody can tell.
 *
 * @returns false: it wasn't, and may be tried again
 */
export async function wasSaved(connections: Connections, opened: Promise<Answer>, unclear: Error): Promise<boolean> {
  const id = await opened.then(({ rows }) => rows[0]?.[0], () => undefined)
  if (id === undefined) return false
  for (let nth = 0; nth < tries; nth += 1) {
    const status = await statusOf(connections, id).catch(() => 'unknown')
    if (status === 'committed') return true
    if (status === 'aborted') return false
    await pause(between)
  }
  throw unclear
}

async function statusOf(connections: Connections, id: unknown): Promise<unknown> {
  const connection = await connections.take()
  try {
    const { rows } = await connection.send({ text: 'SELECT pg_xact_status($1::xid8)', values: [id] })
    return rows[0]?.[0]
  } finally {
    connection.release(false)
  }
}
