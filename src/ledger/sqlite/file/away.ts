// Notices at the start that a ledger was away from the present, and remembers it: what was due until then may have been posted by the bot
// that used the ledger, or a copy of it, meanwhile.
import type { Database } from 'better-sqlite3'
import { day, minute, type Instant } from '../../../core/time.ts'
import type { Unsure } from '../../upkeep.ts'

/** A running bot beats each minute, so a copy of its ledger can be as old as this without anybody noticing. */
const longestBetweenBeats = 1.25 * minute

/** Whether it was away now or at an earlier start. */
export function noteAway(db: Database, now: Instant): Unsure | null {
  const read = db.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck()
  const write = db.prepare<[string, string]>('INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
  return db
    .transaction(() => {
      const at = (name: string) => {
        const value = read.get(name)
        return value === undefined ? null : Number(value)
      }
      const [beat, restored] = [at('beat_at'), at('restored')]
      const isBack = beat !== null && isGap(beat, now)
      if (isBack || restored === 1) {
        write.run('unsure_before', String(now))
        write.run('unsure_restored', String(restored ?? 0))
        write.run('restored', '0')
      }
      const before = at('unsure_before')
      return before === null ? null : { before, restored: at('unsure_restored') === 1 }
    })
    .immediate()
}

/**
 * A beat so long after the one before that the clock was set, or the machine slept. What a ledger is unsure of goes up to then: by a clock
 * that was behind at the start, what was posted while it was away seems to be due later.
 *
 * @returns what it is unsure of from now on
 */
export function noteGap(db: Database, unsure: Unsure, beat: Instant): Unsure {
  const after = { before: beat, restored: unsure.restored && beat - unsure.before < day }
  const write = db.prepare<[string, string]>('UPDATE meta SET value = ? WHERE name = ?')
  write.run(String(after.before), 'unsure_before')
  write.run(after.restored ? '1' : '0', 'unsure_restored')
  return after
}

export const isGap = (one: Instant, other: Instant): boolean => Math.abs(other - one) > longestBetweenBeats

/** For a file that takes the place of a ledger. */
export function markRestored(db: Database): void {
  db.prepare(`INSERT INTO meta VALUES ('restored', '1') ON CONFLICT DO UPDATE SET value = excluded.value`).run()
}
