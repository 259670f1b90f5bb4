// Copies a ledger while it is in use. The copy is complete, or it is not there at all.
import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { Progress } from '../../../core/progress.ts'
import { LedgerError } from '../../ledger-error.ts'
import { foreignLogSentence, hasForeignLog } from './foreign-log.ts'
import { makePrivateFile, makePrivateFolder } from './private.ts'
import { sync } from './sync.ts'

/**
 * Copies what this connection sees, even if its file is no longer at its path. Holds everybody up for some 3 ms per MB at its end.
 * https://www.sqlite.org/backup.html
 */
export async function backup(db: Database.Database, file: string): Promise<void> {
  await copied(file, async (unfinished) => {
    await db.backup(unfinished)
    const copy = new Database(unfinished)
    try {
      // Makes the copy a single file, without a log beside it.
      copy.pragma('journal_mode = DELETE')
    } finally {
      copy.close()
    }
  })
}

/** Reads one state while the bot goes on writing, for `VACUUM INTO` is one read. https://www.sqlite.org/lang_vacuum.html#vacuuminto */
export async function backupFrom(ledgerFile: string, file: string, progress: Progress = () => undefined): Promise<void> {
  if (!existsSync(ledgerFile)) throw new LedgerError('cannot-open', `There is no database ${ledgerFile} to copy. Name the one that the bot uses.`)
  if (hasForeignLog(ledgerFile)) throw new LedgerError('damaged', foreignLogSentence(ledgerFile))
  await copied(file, async (unfinished) => {
    progress({ what: `Copying ${ledgerFile}`, growing: { file: unfinished, bytes: statSync(ledgerFile).size } })
    vacuumInto(ledgerFile, unfinished)
  })
}

/** As {@link backupFrom}, while the bot answers: in a thread of its own, and without leaving much for the disk to do at once. */
export async function backupInThread(ledgerFile: string, file: string): Promise<void> {
  await copied(file, async (unfinished) => {
    const thread = new Worker(new URL('./vacuum-thread.ts', import.meta.url), { workerData: { ledgerFile, copy: unfinished } })
    const done = once(thread, 'exit')
    // Both come to an end first: half a copy is removed, which not every system does with a file that is open.
    const ends = await Promise.allSettled([done, flushUntil(done, unfinished)])
    for (const end of ends) if (end.status === 'rejected') throw end.reason
  })
}

/** In milliseconds. The disk takes what was written in this time before the next commit of the bot, which waits for the disk, too. */
const flushEvery = 20

/** Hands the disk the file bit by bit while it is written, and all of it at the end. */
async function flushUntil(done: Promise<unknown>, file: string): Promise<void> {
  const state = { done: false }
  const noteDone = () => void (state.done = true)
  done.then(noteDone, noteDone)
  const handle = await open(file, 'r+')
  try {
    while (!state.done) {
      await handle.datasync()
      await sleep(flushEvery)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Leaves the copy for others to bring to the disk. */
export function vacuumInto(ledgerFile: string, copy: string): void {
  const db = new Database(ledgerFile, { readonly: true })
  try {
    db.pragma('synchronous = OFF')
    db.prepare('VACUUM INTO ?').run(copy)
  } finally {
    db.close()
  }
}

/** Makes the copy under another name first, so that half a copy never has the name of a complete one. */
async function copied(file: string, copy: (unfinished: string) => Promise<void>): Promise<void> {
  refuseExisting(file)
  const unfinished = `${file}.${process.pid}-${Date.now()}.unfinished`
  try {
    makePrivateFolder(dirname(file))
    makePrivateFile(unfinished)
    await copy(unfinished)
    sync(unfinished)
    refuseExisting(file)
    renameSync(unfinished, file)
  } catch (error) {
    if (error instanceof LedgerError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new LedgerError('failed', `The bot couldn't make the backup ${file} (${reason}). Check that its folder is writable and has space.`, error)
  } finally {
    for (const rest of ['', '-journal', '-wal', '-shm'].map((end) => unfinished + end)) if (existsSync(rest)) rmSync(rest)
  }
}

function refuseExisting(file: string): void {
  if (existsSync(file)) throw new LedgerError('exists', `The file ${file} already exists. Name a new file for the backup.`)
}
