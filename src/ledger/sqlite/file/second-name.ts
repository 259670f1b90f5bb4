// Refuses a database that has two names (a hard link): SQLite's log and the bot's lock go by the name, so two bots, or a bot and a copy
// program, could write into one file without noticing. https://www.sqlite.org/howtocorrupt.html#_unlinking_or_renaming_a_database_file_while_in_use
import { lstatSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { LedgerError } from '../../ledger-error.ts'

/** @throws LedgerError */
export function refuseSecondName(file: string): void {
  for (const name of namesOfRestores(file)) rmSync(name)
  if (linksOf(file) <= 1) return
  const sentence = `The database ${file} has a second name (a hard link), so another bot could use the same file unnoticed.`
  throw new LedgerError('in-use', `${sentence} Remove the other name; "find FOLDER -samefile ${file}" finds it. To have two databases, copy the file.`)
}

/** A folder has many, and isn't a database: SQLite says so. */
function linksOf(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat?.isFile() === true ? stat.nlink : 0
}

/** Under which a restore that was killed had begun to keep the database. */
export function namesOfRestores(file: string): readonly string[] {
  const database = statSync(file, { throwIfNoEntry: false })
  if (database === undefined || !database.isFile() || database.nlink === 1) return []
  return readdirSync(dirname(file))
    .filter((name) => name.startsWith(`${basename(file)}.before-`))
    .map((name) => join(dirname(file), name))
    .filter((name) => lstatSync(name).ino === database.ino)
}
