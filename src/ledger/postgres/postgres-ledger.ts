// The ledger in PostgreSQL: the same parts and tables as in a file, on statements that are asked over connections.
import { randomBytes } from 'node:crypto'
import type { LedgerMeasures } from '../../core/measures.ts'
import { minute, type Instant } from '../../core/time.ts'
import type { Ledger } from '../ledger.ts'
import { LedgerError } from '../ledger-error.ts'
import { openParts } from '../parts/open-parts.ts'
import { unsureAtStart } from '../parts/unsure.ts'
import { openTables } from '../tables/tables.ts'
import { addressOf } from './address.ts'
import { onConnection, openConnections, type Connections } from './connections.ts'
import { explainOpening } from './explain-opening.ts'
import { openJobQueue, type JobQueue } from './job-queue.ts'
import { takeLease, type Lease, type LeaseTimes } from './lease.ts'
import { hasTables, migrate } from './migrate.ts'
import { noCaches } from './no-caches.ts'
import { plain } from './question.ts'
import { createReplays } from './replay.ts'
import { assertServer } from './server.ts'
import { statementsOn } from './statements.ts'
import { openUpkeep } from './upkeep.ts'

export type PostgresOptions = {
  /** Makes round ids differ from those of any other ledger. Saved when the tables are made, ignored later; random if absent. */
  readonly salt?: string
  /** The machine's clock if absent. */
  readonly now?: Instant
  /** Hears what the operator should know. */
  readonly warn?: (sentences: string) => void
  /** Whether several ledgers may use the database at the same time. A bot may not: each would post. */
  readonly shared?: boolean
  readonly lease?: LeaseTimes
  /** Hears that another bot has the ledger, so this one can only stop. */
  readonly onFollowed?: (why: LedgerError) => void
}

/**
 * Opens the ledger; makes its tables if there are none. Waits for a bot that ended without a word.
 * Fails with a {@link LedgerError} that says what to do.
 */
export async function openPostgresLedger(url: string, { salt, now = Date.now(), warn, shared = false, lease: times, onFollowed = ignore }: PostgresOptions = {}, measures?: LedgerMeasures): Promise<Ledger> {
  const lost = atMostEvery(minute, (fault: unknown) => warn?.(`A connection to the database broke (${fault instanceof Error ? fault.message : String(fault)}). The bot opens another one.`))
  const [writing, reading] = [openConnections({ url, most: 2, lost }), openConnections({ url, most: 4, lost })]
  const closeAll = async () => void (await Promise.allSettled([writing.end(), reading.end()]))
  try {
    addressOf(url)
    await assertUsable(writing, warn)
    // Tables that there are may be another bot's just now, so they're changed only by whoever has the lease.
    if (!(await onConnection(writing, hasTables))) await migrate(writing)
    const lease = shared ? undefined : await takeLease(writing, { onFollowed, warn }, times)
    try {
      await migrate(writing)
      return await ledgerOn({ writing, reading, lease, measures, closeAll }, { salt: salt ?? randomBytes(16).toString('hex'), now })
    } catch (error) {
      await lease?.release().catch(() => undefined)
      throw error
    }
  } catch (error) {
    await closeAll()
    throw explainOpening(error, url)
  }
}

type Opened = {
  readonly writing: Connections
  readonly reading: Connections
  readonly lease: Lease | undefined
  readonly measures: LedgerMeasures | undefined
  readonly closeAll: () => Promise<void>
}

async function ledgerOn({ writing, reading, lease, measures, closeAll }: Opened, start: { readonly salt: string; readonly now: Instant }): Promise<Ledger> {
  const { asking, replay } = createReplays()
  const db = statementsOn(asking)
  const queue = openJobQueue({ writing, reading, replay, fence: lease === undefined ? undefined : { question: lease.fence, lost: lease.followed }, measures })
  const { salt, unsure } = await firstWrite(queue, db, start)
  const away = { unsure }
  const tables = openTables(db, noCaches, asking.each)
  let closing: Promise<void> | undefined
  return {
    ...openParts(db, queue, tables, { caches: noCaches, salt, away }),
    upkeep: openUpkeep(db, queue, tables, { away, fault: () => queue.fault() ?? lease?.lost() }),
    close: () => (closing ??= close()),
  }

  async function close(): Promise<void> {
    await queue.end()
    await lease?.release().catch(() => undefined)
    await closeAll()
  }
}

const ignore = () => undefined

/** All connections break at once when the server stops. */
function atMostEvery<Value>(time: number, say: (value: Value) => void): (value: Value) => void {
  let said = -Infinity
  return (value) => {
    if (performance.now() - said < time) return
    said = performance.now()
    say(value)
  }
}

/** Finds out at the start, instead of at the first answer, whether the database can be written. */
function firstWrite(queue: Pick<JobQueue, 'write'>, db: ReturnType<typeof statementsOn>, { salt, now }: { readonly salt: string; readonly now: Instant }) {
  const addSalt = db.prepare<[string]>(`INSERT INTO meta VALUES ('salt', ?) ON CONFLICT (name) DO NOTHING`)
  const findSalt = db.prepare<[], string>(`SELECT value FROM meta WHERE name = 'salt'`).pluck()
  const opened = db.prepare<[string]>(`INSERT INTO meta VALUES ('opened_at', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`)
  return queue.write(() => {
    addSalt.run(salt)
    opened.run(String(now))
    return { salt: findSalt.get() ?? salt, unsure: unsureAtStart(db, { now, beatHere: null }) }
  })
}

/** Confirmed answers survive a power cut only if COMMIT waits for the disk. */
const assertUsable = (connections: Connections, warn: PostgresOptions['warn']): Promise<void> =>
  onConnection(connections, async (connection) => {
    await assertServer(connection)
    const { rows } = await connection.send(plain(`SELECT current_setting('synchronous_commit'), current_setting('fsync')`))
    const [commit, fsync] = rows[0] ?? []
    if (commit === 'off') throw new LedgerError('failed', 'The database would lose answers in a power outage (synchronous_commit is off). Turn it on: ALTER ROLE … SET synchronous_commit = on.')
    if (fsync === 'off') warn?.('The PostgreSQL server may lose everything in a power outage (fsync is off). Use it only for tests.')
  })
