// The part for upkeep, in PostgreSQL. Files and copies are the server's.
import type { Instant } from '../../core/time.ts'
import type { Jobs } from '../jobs.ts'
import { LedgerError } from '../ledger-error.ts'
import { beats } from '../parts/beats.ts'
import { overview } from '../parts/overview.ts'
import type { Tables } from '../tables/tables.ts'
import type { Statements } from '../tables/statements.ts'
import type { Unsure, Upkeep } from '../upkeep.ts'

type Known = { readonly away: { unsure: Unsure }; readonly fault: Upkeep['fault'] }

export function openUpkeep(db: Statements, { write, read, peek }: Jobs, tables: Tables, { away, fault }: Known): Upkeep {
  const { last, note } = beats(db, away)
  return {
    unsure: () => away.unsure,
    fault,
    lastBeat: async () => peek(last),
    noteBeat: (at: Instant) => write(() => note(at)),
    overview: (now) => read(() => overview(tables, now)),
    forgetEvents: (before) => write(() => tables.events.removeBefore(before)),
    checkpoint: async () => true,
    backup: async () => {
      throw new LedgerError('failed', 'A database in PostgreSQL is backed up with its own tools: pg_dump --format=custom --file=FILE "$DATABASE_URL"')
    },
  }
}
