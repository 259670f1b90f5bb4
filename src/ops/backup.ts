// A copy of the database while the bot runs, from another process.
import Database from 'better-sqlite3'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

export class BackupError extends Error {
  override readonly name = 'BackupError'
  readonly code = 'backup-failed'
}

/**
 * Writes everything that is committed at this moment to `target`, as one whole database. VACUUM INTO reads one snapshot, so it
 * ends under steady writes, which the backup API from a second connection does not: https://sqlite.org/lang_vacuum.html
 *
 * @throws BackupError where `target` exists, or the database cannot be read
 */
export function backupDatabase(database: string, target: string): void {
  if (!existsSync(database)) throw new BackupError(`There is no database at ${database}. Start the bot once, or set DATABASE_FILE.`)
  if (existsSync(target)) throw new BackupError(`${target} exists already. Name another file, or move that one away.`)
  mkdirSync(dirname(target), { recursive: true })
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    const db = new Database(database, { readonly: true, fileMustExist: true })
    try {
      db.prepare('VACUUM INTO ?').run(unfinished)
    } finally {
      db.close()
    }
    renameSync(unfinished, target)
  } catch (cause) {
    rmSync(unfinished, { force: true })
    throw new BackupError(`The backup of ${database} failed: ${cause instanceof Error ? cause.message : String(cause)}. Is it a Studyhall database, and is there space?`, { cause })
  }
}
