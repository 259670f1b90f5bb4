// Keeps a bot from starting with a database that knows less than what was rescued of it: a supervisor starts it at once, and people would
// miss their answers.
import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { LedgerError } from '../../ledger-error.ts'
import { signsOf, type Signs } from './examine.ts'

/** @throws LedgerError if there is a rescued copy from after the last write of the database, or of one that is gone */
export function refuseBeforeRescued(file: string): void {
  const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const copy = rescuedOf(file).findLast((name) => savedAt(name) + 1 > written)
  if (copy !== undefined) throw rescued(file, copy)
}

/**
 * For a database that can be read: a backup that somebody copied to its path is new as a file.
 *
 * @throws LedgerError if what was rescued knows of a later beat
 */
export function refuseOlderThanRescued(file: string): void {
  const newer = rescuedOf(file).findLast((copy) => isOlder(readSigns(file), readSigns(copy)))
  if (newer !== undefined) throw rescued(file, newer)
}

const isOlder = (one: Signs | undefined, other: Signs | undefined): boolean =>
  one !== undefined && other !== undefined && one.salt === other.salt && Number(one.openedAt ?? 0) <= Number(other.openedAt ?? 0) && Number(one.beatAt ?? 0) < Number(other.beatAt ?? 0)

/** Undefined for what is no ledger, or can't be read: opening it says why. */
function readSigns(file: string): Signs | undefined {
  let db: Database.Database | undefined
  try {
    db = new Database(file, { readonly: true })
    return signsOf(db)
  } catch {
    return undefined
  } finally {
    db?.close()
  }
}

function rescued(file: string, copy: string): LedgerError {
  const sentence = `The files of the database ${file} were changed while the bot was running, so it saved everything up to then in ${copy}.`
  return new LedgerError('missing', `${sentence} Run "npm run -s study -- restore ${copy}" and start the bot. To go on without it, move that file away.`)
}

function rescuedOf(file: string): readonly string[] {
  try {
    const names = readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.rescued-`) && !Number.isNaN(savedAt(name)))
    return names.toSorted().map((name) => join(dirname(file), name))
  } catch {
    return []
  }
}

/** By its name, which a copy of the folder keeps, in whole milliseconds. NaN for any other file. */
function savedAt(name: string): number {
  const [, day, minute, second, rest] = /\.rescued-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z)$/u.exec(name) ?? []
  return Date.parse(`${day}:${minute}:${second}.${rest}`)
}
