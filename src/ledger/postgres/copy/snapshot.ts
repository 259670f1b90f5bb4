// One state of the ledger in PostgreSQL as a file, for what reads files. The bot goes on meanwhile.
import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { Progress } from '../../../core/progress.ts'
import { LedgerError } from '../../ledger-error.ts'
import { markRestored } from '../../parts/unsure.ts'
import { sync } from '../../sqlite/file/sync.ts'
import { forCopies, refuseOtherVersions, withConnection } from '../look.ts'
import { copyOut } from './copy-out.ts'

/** @param file must not exist. @throws LedgerError that says what to do */
export const snapshotOf = (url: string, file: string, progress: Progress): Promise<void> =>
  withConnection(url, async (connection) => {
    progress({ what: 'Opening the database' })
    await connection.send({ text: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', values: [] })
    await refuseOtherVersions(connection)
    await copyOut(connection, file, progress)
  }, forCopies).catch((error: unknown) => {
    if (!(error instanceof Database.SqliteError) || !/^SQLITE_(?:FULL|IOERR)/u.test(error.code)) throw error
    throw new LedgerError('full', `There’s no room for a copy of the database in ${dirname(file)}. Free some space there. TMPDIR names another folder for temporary files.`, error)
  })

/** A file that takes the place of the ledger. Whole, or not there at all. */
export async function copyToFile(url: string, file: string, progress: Progress): Promise<void> {
  if (existsSync(file)) throw new LedgerError('exists', `The file ${file} already exists. Name a new file for the copy.`)
  const unfinished = `${file}.${process.pid}.unfinished`
  try {
    await snapshotOf(url, unfinished, progress)
    const db = new Database(unfinished)
    try {
      markRestored(db)
    } finally {
      db.close()
    }
    sync(unfinished)
    renameSync(unfinished, file)
  } finally {
    for (const rest of ['', '-journal'].map((end) => unfinished + end)) rmSync(rest, { force: true })
  }
}
