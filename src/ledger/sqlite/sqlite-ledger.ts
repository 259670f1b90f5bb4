// The ledger in one SQLite file: opens the file and puts the parts of the port together.
// In SQL, a parameter beside a join, an ORDER BY or a LIMIT is written `+?`: with a bare one, SQLite compiles the statement again each
// time it is bound, which takes ten times as long as running it (tests/ledger/statements.test.ts).
import type { LedgerMeasures } from '../../core/measures.ts'
import type { Ledger } from '../ledger.ts'
import { openCaches } from './file/cache.ts'
import { compiledWhenUsed } from './file/compiled-when-used.ts'
import { openCommitQueue } from './file/commit-queue.ts'
import { explainError } from './file/explain-error.ts'
import { createGuard, type Guard } from './file/guard.ts'
import { openDatabase, type OpenDatabase, type OpenOptions } from './file/open-database.ts'
import { openParts } from '../parts/open-parts.ts'
import { openTables } from '../tables/tables.ts'
import { openUpkeep } from './upkeep.ts'

/**
 * Opens the ledger; makes the file if there is none. `:memory:` keeps nothing.
 * Fails with a {@link LedgerError} that says what to do.
 */
export async function openLedger(file: string, options: OpenOptions = {}, measures?: LedgerMeasures): Promise<Ledger> {
  return ledgerOn(openDatabase(file, options), measures)
}

export function ledgerOn({ db, salt, unsure, file }: OpenDatabase, measures?: LedgerMeasures): Ledger {
  const caches = openCaches()
  const statements = compiledWhenUsed(db)
  const tables = openTables(statements, caches)
  const queue = openCommitQueue(db, caches.clear, (error) => explainError(error, file?.path ?? ':memory:'), measures)
  const guard = file === null ? unguarded : createGuard({ db, file, queue })
  queue.watch(guard)
  const away = { unsure }
  let closing: Promise<void> | undefined
  return {
    ...openParts(statements, queue, tables, { caches, salt, away }),
    upkeep: openUpkeep(db, queue, tables, { file: file?.path ?? null, away, guard }),
    close: () => (closing ??= close()),
  }

  async function close(): Promise<void> {
    const { fault, mayClose } = await guard.end()
    queue.end()
    if (mayClose) db.close()
    guard.release()
    file?.lock.release()
    if (fault !== undefined) throw fault
  }
}

/** Of a ledger in memory. */
const unguarded: Guard = {
  check: () => undefined,
  wrote: () => {},
  writing: (work) => work(),
  beat: (_, save) => save(),
  end: async () => ({ fault: undefined, mayClose: true }),
  release: () => {},
}
