// Moves what was written from the write-ahead log into the file itself. A copy of the file alone has only what was moved.
// https://www.sqlite.org/wal.html#ckpt
import type { Database } from 'better-sqlite3'
import { longestWait } from './open-database.ts'

type Result = { readonly busy: number; readonly log: number; readonly checkpointed: number }

/**
 * The first step waits for nobody, and blocks for as long as the disk takes for at most 40 MB (see `wal_autocheckpoint`). Emptying
 * the log would wait for readers, so that is done only while nobody else reads.
 *
 * @param quiet nobody is being served
 * @returns whether everything is in the file
 */
export function checkpoint(db: Database, quiet: boolean): boolean {
  const moved = run(db, 'PASSIVE')
  const whole = moved.busy === 0 && moved.log === moved.checkpointed
  if (whole && moved.log > 0 && quiet) truncate(db)
  return whole
}

function truncate(db: Database): void {
  db.pragma('busy_timeout = 0')
  try {
    run(db, 'TRUNCATE')
  } finally {
    db.pragma(`busy_timeout = ${longestWait}`)
  }
}

function run(db: Database, mode: 'PASSIVE' | 'TRUNCATE'): Result {
  const [result] = db.pragma(`wal_checkpoint(${mode})`) as Result[]
  return result ?? { busy: 1, log: 0, checkpointed: 0 }
}
