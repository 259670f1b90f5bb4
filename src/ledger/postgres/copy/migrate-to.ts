// Moves a ledger from a file to PostgreSQL: everything, or nothing.
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Progress } from '../../../core/progress.ts'
import { LedgerError } from '../../ledger-error.ts'
import { lockFile } from '../../sqlite/file/lock-file.ts'
import { actualPath } from '../../sqlite/file/actual-path.ts'
import { isRestoreInterrupted } from '../../sqlite/file/put-in-place.ts'
import { openToRead, verifyLedger, type Verdict } from '../../sqlite/file/verify.ts'
import type { Connection } from '../connections.ts'
import { forCopies, usedByBot, withConnection } from '../look.ts'
import { bringUpToDate } from '../migrate.ts'
import { copyIn, type CopiedIn } from './copy-in.ts'
import { copyOut } from './copy-out.ts'
import { differingTables } from './differences.ts'
import { tablesOf } from './tables.ts'
import { withTemporaryFolder } from './temporary-folder.ts'

export type Moved = CopiedIn & { readonly verdict: Verdict; /** In seconds. */ readonly took: number }

/**
 * Copies the ledger in `file`, which stays as it is, into the empty database at `url`, reads it back, and saves it if it is the same.
 *
 * @throws LedgerError that says what to do; then nothing was changed
 */
export async function migrateTo(url: string, file: string, progress: Progress = () => undefined): Promise<Moved> {
  const source = actualPath(file)
  if (!existsSync(source)) throw new LedgerError('cannot-open', `There is no database ${file} to copy. Name the one that the bot used.`)
  if (isRestoreInterrupted(source)) throw new LedgerError('busy', `A restore of ${file} was cut short. Finish it first: run it again, or start the bot once with this file.`)
  const lock = lockFile(source)
  try {
    // First, so that nobody waits for a copy that can't be saved.
    await withConnection(url, async () => undefined)
    const verdict = verifyLedger(source, progress)
    if (verdict.problems.length > 0) throw new LedgerError('damaged', `${file} has problems, so nothing was copied. Restore a backup, or report them.\n${verdict.problems.join('\n')}`)
    const db = openToRead(source)
    try {
      db.exec('BEGIN')
      return { verdict, ...(await withConnection(url, (connection) => move(connection, db, progress), forCopies).catch(explainBreak)) }
    } finally {
      db.close()
    }
  } finally {
    lock.release()
  }
}

/** Also where it broke off while it was saved. */
function explainBreak(error: unknown): never {
  if (error instanceof LedgerError && error.code === 'cannot-open') throw new LedgerError('cannot-open', `${error.message} Everything is copied, or nothing: run the command again, and it says which.`, error)
  throw error
}

async function move(connection: Connection, db: Database.Database, progress: Progress): Promise<CopiedIn & { readonly took: number }> {
  const began = performance.now()
  const ask = (text: string, values: readonly unknown[] = []) => connection.send({ text, values })
  await ask('BEGIN')
  await bringUpToDate(connection)
  const owner = randomUUID()
  const taken = await ask(
    `INSERT INTO leases (name, owner, until) VALUES ('bot', $1, clock_timestamp() + interval '1 minute') ON CONFLICT (name) DO UPDATE SET owner = excluded.owner WHERE leases.until < clock_timestamp()`,
    [owner],
  )
  if (taken.changes === 0) throw usedByBot()
  await refuseFull(connection, db)
  const copied = await copyIn(connection, db, progress)
  const took = (performance.now() - began) / 1_000
  await compare(connection, db, copied, progress)
  // A copy: what has been posted since it was made, nobody knows.
  await ask(`INSERT INTO meta VALUES ('restored', '1') ON CONFLICT (name) DO UPDATE SET value = excluded.value`)
  await ask(`DELETE FROM leases WHERE owner = $1`, [owner])
  const { command } = await ask('COMMIT')
  if (command !== 'COMMIT') throw new LedgerError('failed', 'PostgreSQL didn’t save the copy, so the database is as it was. Run the command again.')
  return { ...copied, took }
}

/** A bot that was started with the empty database leaves a little. */
const leftByStart = new Set(['meta', 'courses'])

async function refuseFull(connection: Connection, db: Database.Database): Promise<void> {
  for (const { name } of tablesOf(db)) {
    if (leftByStart.has(name)) await connection.send({ text: `DELETE FROM "${name}"`, values: [] })
    else if ((await connection.send({ text: `SELECT 1 FROM "${name}" LIMIT 1`, values: [] })).rows.length > 0) {
      throw new LedgerError('exists', 'The database has data of a bot already, so nothing was copied. Name an empty database. If what this one has can go, drop it, and create it again.')
    }
  }
}

/** Before anything is saved. The same rows have no problems that those of the file don't have. */
const compare = (connection: Connection, db: Database.Database, { replaced }: CopiedIn, progress: Progress): Promise<void> =>
  withTemporaryFolder(async (folder) => {
    const file = join(folder, 'copied.sqlite')
    await copyOut(connection, file, progress)
    const problems = replaced === 0 ? [] : verifyLedger(file, progress).problems
    const copy = new Database(file, { readonly: true })
    try {
      progress({ what: 'Comparing both' })
      const differing = differingTables(db, copy)
      if (differing.length > 0 || problems.length > 0) {
        throw new LedgerError('failed', `What PostgreSQL has isn’t what the file has (${[...differing, ...problems].join(', ')}), so nothing was saved. Please report this.`)
      }
    } finally {
      copy.close()
    }
  })
