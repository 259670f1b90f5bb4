// When the bot last noted that it is running, and what it may not know of since.
import type { Instant } from '../../core/time.ts'
import type { Statements } from '../tables/statements.ts'
import type { Unsure } from '../upkeep.ts'
import { isGap, noteGap } from './unsure.ts'

export type Beats = {
  last(): Instant | null
  note(at: Instant): void
}

/** @param away what the ledger is unsure of; a gap between two beats adds to it */
export function beats(db: Statements, away: { unsure: Unsure }): Beats {
  const save = db.prepare<[string]>(`INSERT INTO meta VALUES ('beat_at', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`)
  const find = db.prepare<[], { readonly value: string }>(`SELECT value FROM meta WHERE name = 'beat_at'`)
  const last = (): Instant | null => {
    const found = find.get()
    return found === undefined ? null : Number(found.value)
  }
  return {
    last,
    note(at) {
      const before = last()
      if (before !== null && isGap(before, at)) away.unsure = noteGap(db, away.unsure, at)
      save.run(String(at))
    },
  }
}
