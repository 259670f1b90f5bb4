// A copy of a ledger while it is in use: whole, or not there at all.
import { existsSync, linkSync, mkdirSync, openSync, closeSync, fsyncSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { LedgerError } from '../ledger-error.ts'

/**
 * On the connection that writes: from another one SQLite starts over at every commit and never ends while answers arrive.
 * https://www.sqlite.org/backup.html
 */
export async function backup(db: Database.Database, file: string): Promise<void> {
  await copied(file, async (unfinished) => {
    await db.backup(unfinished)
    const copy = new Database(unfinished)
    try {
      // The copy is one file, without a log beside it.
      copy.pragma('journal_mode = DELETE')
    } finally {
      copy.close()
    }
  })
}

/** For another process than that of the bot: `VACUUM INTO` reads one state while the bot goes on writing. */
export async function backupFrom(ledgerFile: string, file: string): Promise<void> {
  if (!existsSync(ledgerFile)) throw new LedgerError('cannot-open', `There is no ledger ${ledgerFile} to copy. Name the one that the bot uses.`)
  await copied(file, async (unfinished) => {
    const db = new Database(ledgerFile, { readonly: true })
    try {
      db.prepare('VACUUM INTO ?').run(unfinished)
    } finally {
      db.close()
    }
  })
}

async function copied(file: string, copy: (unfinished: string) => Promise<void>): Promise<void> {
  mkdirSync(dirname(file), { recursive: true })
  refuseExisting(file)
  const unfinished = `${file}.${process.pid}-${Date.now()}.unfinished`
  try {
    await copy(unfinished)
    sync(unfinished)
    // Unlike a rename, a link never replaces a file that has appeared meanwhile.
    link(unfinished, file)
  } finally {
    for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(`${unfinished}${rest}`, { force: true })
  }
}

function link(from: string, to: string): void {
  refuseExisting(to)
  linkSync(from, to)
}

function sync(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function refuseExisting(file: string): void {
  if (existsSync(file)) throw new LedgerError('exists', `The file ${file} is there already. Name a new one for the backup.`)
}
