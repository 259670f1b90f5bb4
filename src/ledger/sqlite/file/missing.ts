// What to say where the file of a ledger is not there, or is empty: a first start, a volume that is not mounted, or a ledger that is gone.
import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { LedgerError } from '../../ledger-error.ts'
import { sizeOf } from './foreign-log.ts'

/**
 * Undefined if the file is there. Otherwise what the operator should know about the new ledger that takes its place.
 *
 * @throws LedgerError if the log of a ledger is there without its file: SQLite would delete it, and what it holds with it
 */
export function missingFile(file: string): string | undefined {
  if (sizeOf(file) > 0) return undefined
  if (sizeOf(`${file}-wal`) > 0) {
    const sentence = `The database ${file} is gone or empty, but its log ${file}-wal is still there and has answers in it.`
    throw new LedgerError('missing', `${sentence} Put the database back next to it, or run "npm run -s study -- restore FILE". To start with a new database, move the log away.`)
  }
  const before = traces(file)
  if (before.length === 0) {
    return `There is no database at ${file} yet, so the bot starts with a new one. If it has run before, stop it: check DATABASE_FILE, and that its volume is mounted.`
  }
  const sentence = `The database ${file} is gone: the bot ran here before (${before.slice(0, 3).join(', ')}). It starts with a new one, without quizzes or answers.`
  return `${sentence} To go on with a backup, stop the bot and run "npm run -s study -- restore FILE".`
}

/** What a ledger leaves beside its file: the lock, and what `restore` and a rescue kept. */
function traces(file: string): readonly string[] {
  const kept = new RegExp(`^${RegExp.escape(basename(file))}\\.(?:lock$|before-|rescued-|replaced-)`, 'u')
  try {
    return readdirSync(dirname(file)).filter((name) => kept.test(name)).map((name) => join(dirname(file), name))
  } catch {
    return []
  }
}
