// What the operator's commands do with a database beside the bot that uses it.
import { LedgerError } from '../ledger-error.ts'
import { markRestored } from '../parts/unsure.ts'
import { addressOf } from './address.ts'
import { openConnections, type Connection, type ConnectionOptions } from './connections.ts'
import { explainOpening } from './explain-opening.ts'
import { plain } from './question.ts'
import { createReplays } from './replay.ts'
import { knownMigrations, newer, versionIn } from './migrate.ts'
import { assertServer } from './server.ts'
import { statementsOn } from './statements.ts'
import { begin } from './transaction.ts'

type Patience = Pick<ConnectionOptions, 'patience'>

/** Checking a large table takes a while. */
export const forCopies: Patience = { patience: 3_600_000 }

/** By a connection of its own. What goes wrong with the database becomes a sentence. */
export async function withConnection<Value>(url: string, use: (connection: Connection) => Promise<Value>, options: Patience = {}): Promise<Value> {
  addressOf(url)
  const connections = openConnections({ url, most: 1, lost: () => undefined, ...options })
  try {
    const connection = await connections.take()
    try {
      await assertServer(connection)
      return await use(connection)
    } finally {
      connection.release(true)
    }
  } catch (error) {
    throw explainOpening(error, url)
  } finally {
    await connections.end()
  }
}

export const usedByBot = (): LedgerError => new LedgerError('in-use', 'A running bot uses the database. Stop it first. If it was killed, wait half a minute.')

/** Also for half a minute after one was killed. */
export const isBotRunning = (url: string): Promise<boolean> =>
  withConnection(url, async (connection) => {
    const { rows } = await connection.send(plain(`SELECT to_regclass('leases') IS NOT NULL`))
    if (rows[0]?.[0] !== 1) return false
    return (await connection.send(plain(`SELECT 1 FROM leases WHERE name = 'bot' AND until > clock_timestamp()`))).rows.length > 0
  })

/** @throws LedgerError where there is none, or one of another version */
export async function refuseOtherVersions(connection: Pick<Connection, 'send'>): Promise<void> {
  const [version, known] = [await versionIn(connection), knownMigrations().length]
  if (version === undefined) throw new LedgerError('missing', 'The database in DATABASE_URL has no tables of the bot yet. Start the bot once, or copy a file into it: npm run -s study -- migrate-to')
  if (version > known) throw newer(version, known)
  if (version < known) throw new LedgerError('failed', 'The database in DATABASE_URL was written by an earlier version of the bot. Start this version once: it brings the tables up to date.')
}

/** For a database that was filled from a backup: the next bot to start looks for what may have been posted since. */
export const markRestoredIn = (url: string): Promise<void> =>
  withConnection(url, async (connection) => {
    await refuseOtherVersions(connection)
    const { asking, replay } = createReplays()
    const transaction = begin(connection, 'BEGIN')
    await transaction.play(replay(() => markRestored(statementsOn(asking))))
    await transaction.commit()
  })
