// The ledger in PostgreSQL: the same parts and tables as in a file, on statements that are asked over connections.
import { randomBytes } from 'node:crypto'
import type { LedgerMeasures } from '../../core/measures.ts'
import { minute, type Instant } from '../../core/time.ts'
import type { Duty } from '../duty.ts'
import type { Jobs } from '../jobs.ts'
import type { Ledger } from '../ledger.ts'
import { LedgerError } from '../ledger-error.ts'
import { openParts } from '../parts/open-parts.ts'
import { unsureAtStart } from '../parts/unsure.ts'
import { openTables } from '../tables/tables.ts'
import { addressOf } from './address.ts'
import { onConnection, openConnections, type Connections } from './connections.ts'
import { explainOpening } from './explain-opening.ts'
import { openJobQueue, type JobQueue, type QueueOptions } from './job-queue.ts'
import { joinDuty } from './duty.ts'
import { takeLease } from './lease.ts'
import type { LeaseTimes } from './lease-row.ts'
import { hasTables, knownMigrations, migrate, versionIn } from './migrate.ts'
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
  /** Hears that the duty came to this bot, or went to another. */
  readonly onDuty?: (isOurs: boolean) => void
  /** Hears of a fault in what the duty does. */
  readonly onDutyFailed?: (fault: unknown) => void
}

/**
 * Opens the ledger for this bot alone; makes its tables if there are none. Waits for a bot that ended without a word.
 * Fails with a {@link LedgerError} that says what to do.
 */
export async function openPostgresLedger(url: string, options: PostgresOptions = {}, measures?: LedgerMeasures): Promise<Ledger> {
  const { warn, shared = false, lease: times, onFollowed = ignore } = options
  return opened(url, options, measures, async (open) => {
    // Tables that there are may be another bot's just now, so they're changed only by whoever has the lease.
    if (!(await onConnection(open.writing, hasTables))) await migrate(open.writing)
    const lease = shared ? undefined : await takeLease(open.writing, { onFollowed, warn }, times)
    const fence = lease === undefined ? undefined : { question: lease.fence, lost: lease.followed, isForAll: true }
    const release = async () => void (await lease?.release().catch(ignore))
    try {
      await migrate(open.writing)
      return (await ledgerOn(open, { fence, lost: lease?.lost, release })).ledger
    } catch (error) {
      await release()
      throw error
    }
  })
}

/**
 * Opens the ledger for one of several bots, of which one at a time has the duty. Tables of an earlier version are changed by a bot that has
 * them for itself. Fails with a {@link LedgerError} that says what to do.
 */
export async function openSharedLedger(url: string, options: PostgresOptions = {}, measures?: LedgerMeasures): Promise<Shared> {
  const { warn, lease: times, onDuty, onDutyFailed } = options
  return opened(url, options, measures, async (open) => {
    const version = await onConnection(open.writing, versionIn)
    if (version === undefined) await migrate(open.writing)
    else if (version !== knownMigrations().length) {
      const alone = await takeLease(open.writing, { onFollowed: ignore, warn }, times)
      await migrate(open.writing).finally(() => alone.release().catch(ignore))
    }
    const { isOurs, ask, serve, fence, followed, leave, lost: offDuty } = await joinDuty(open.writing, { changed: onDuty, failed: onDutyFailed }, times)
    const release = () => leave().catch(ignore)
    try {
      const { ledger, inDuty } = await ledgerOn(open, { fence: { question: fence, lost: followed, isForAll: false }, lost: undefined, release, offDuty })
      return { ledger, duty: { isOurs, ask, serve, ledger: inDuty } }
    } catch (error) {
      await release()
      throw error
    }
  })
}

export type Shared = { readonly ledger: Ledger; readonly duty: Duty }

type Open = {
  readonly writing: Connections
  readonly reading: Connections
  readonly closeAll: () => Promise<void>
  readonly measures: LedgerMeasures | undefined
  readonly salt: string
  readonly now: Instant
}

async function opened<Value>(url: string, { salt, now = Date.now(), warn }: PostgresOptions, measures: LedgerMeasures | undefined, use: (open: Open) => Promise<Value>): Promise<Value> {
  const lost = atMostEvery(minute, (fault: unknown) => warn?.(`A connection to the database broke (${fault instanceof Error ? fault.message : String(fault)}). The bot opens another one.`))
  const [writing, reading] = [openConnections({ url, most: 2, lost }), openConnections({ url, most: 4, lost })]
  const closeAll = async () => void (await Promise.allSettled([writing.end(), reading.end()]))
  try {
    addressOf(url)
    await assertUsable(writing, warn)
    return await use({ writing, reading, closeAll, measures, salt: salt ?? randomBytes(16).toString('hex'), now })
  } catch (error) {
    await closeAll()
    throw explainOpening(error, url)
  }
}

type Holding = {
  readonly fence: QueueOptions['fence']
  /** Why the ledger may not be used just now. */
  readonly lost: (() => LedgerError | undefined) | undefined
  /** Why nothing may be done in the name of the duty just now. */
  readonly offDuty?: () => LedgerError | undefined
  readonly release: () => Promise<void>
}

async function ledgerOn({ writing, reading, closeAll, measures, salt: newSalt, now }: Open, { fence, lost, offDuty, release }: Holding): Promise<{ readonly ledger: Ledger; readonly inDuty: Ledger }> {
  const { asking, replay } = createReplays()
  const db = statementsOn(asking)
  const queue = openJobQueue({ writing, reading, replay, fence, measures })
  const { salt, unsure } = await firstWrite(queue, db, { salt: newSalt, now })
  const away = { unsure }
  const tables = openTables(db, noCaches, asking.each)
  let closing: Promise<void> | undefined
  const over = (jobs: Jobs, fault: () => LedgerError | undefined): Ledger => ({
    ...openParts(db, jobs, tables, { caches: noCaches, salt, away }),
    upkeep: openUpkeep(db, jobs, tables, { away, fault }),
    close: () => (closing ??= close()),
  })
  const fault = () => queue.fault() ?? lost?.()
  return { ledger: over(queue, fault), inDuty: over(queue.onDuty, () => fault() ?? offDuty?.()) }

  async function close(): Promise<void> {
    await queue.end()
    await release()
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
