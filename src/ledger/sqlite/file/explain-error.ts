// Turns SQLite's errors into what happened and what a person can do about it.
import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { LedgerError, type LedgerFault } from '../../ledger-error.ts'

/** An error from SQLite as a {@link LedgerError}; any other error unchanged. */
export function explainError(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const found = faultOf(error.code)
  // A file that is there and cannot even be opened belongs to another user: the bot once ran as root, for example.
  const fault = found === 'cannot-open' && isFile(file) ? 'read-only' : found
  return new LedgerError(fault, sentence(fault, file, error), error)
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Of `SQLITE_BUSY_SNAPSHOT`, the second word is the kind, and what follows tells more. https://www.sqlite.org/rescode.html */
function faultOf(code: string): LedgerFault {
  const [, kind] = code.split('_')
  switch (kind) {
    case 'NOTADB':
      return 'foreign'
    case 'CORRUPT':
      return 'damaged'
    case 'READONLY':
    case 'PERM':
      return 'read-only'
    case 'FULL':
      return 'full'
    case 'BUSY':
    case 'LOCKED':
      return 'busy'
    case 'CANTOPEN':
      return 'cannot-open'
    default:
      return 'failed'
  }
}

function sentence(fault: LedgerFault, file: string, error: Error): string {
  switch (fault) {
    case 'foreign':
      return foreignFile(file)
    case 'damaged':
      return damagedFile(file, error.message)
    case 'read-only':
      return `The database ${file} can't be written. Give the bot's user write access to the file, the files next to it, and their folder.`
    case 'full':
      return `The disk with the database ${file} is full, so this change was not saved. Free some space and try again.`
    case 'busy':
      return `Another program is using the database ${file}. Close that program, or try again in a moment.`
    case 'cannot-open':
      return `The database ${file} can't be opened. Check that its folder exists and that the bot's user can write there.`
    default:
      return `The database ${file} failed (${error.message}), so this change was not saved. Try again. If it keeps failing, check the disk.`
  }
}

export function foreignFile(file: string): string {
  return `The file ${file} isn't a database of this bot. Name another file. If it doesn't exist, the bot creates it.`
}

export function damagedFile(file: string, detail: string): string {
  return `The database ${file} is damaged (${detail}). Stop the bot, restore the latest backup with "npm run -s study -- restore FILE", and start it again.`
}
