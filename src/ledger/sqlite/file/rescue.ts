// Saves what a connection still has after its files were removed, replaced or overwritten: from its open files, and from its memory.
import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { backup } from './backup.ts'
import { examineInThread, type Signs } from './examine.ts'
import { stampNow } from './foreign-log.ts'

/** `not-whole`: too little was left, and trying again wouldn't change that. Otherwise why there is no copy yet. */
export type Rescue = { readonly copy: string } | { readonly failed: string } | 'not-whole'

/** @param isOurs whether what was found in the copy is what this bot saved last */
export async function rescue(db: Database.Database, file: string, isOurs: (found: Signs) => boolean): Promise<Rescue> {
  const copy = `${file}.rescued-${stampNow()}`
  try {
    await backup(db, copy)
  } catch (fault) {
    const cause = fault instanceof Error ? (fault.cause ?? fault) : fault
    if (isDamage(cause)) return 'not-whole'
    return { failed: cause instanceof Error ? cause.message : String(cause) }
  }
  const found = await examineInThread({ file: copy, index: { now: undefined, before: undefined } })
  if (found === 'cannot-tell') return { copy }
  if (typeof found === 'object' && found.whole && isOurs(found)) return { copy }
  rmSync(copy, { force: true })
  return 'not-whole'
}

/** Parts of the files are no longer there. */
const isDamage = (cause: unknown): boolean => cause instanceof Database.SqliteError && /^SQLITE_(?:CORRUPT|NOTADB|IOERR_SHORT_READ)/u.test(cause.code)
