// What a ledger may not know of at the start: what the bot that used it, or a copy of it, has posted since it was written last.
import { day, minute, type Instant } from '../../core/time.ts'
import type { Statements } from '../tables/statements.ts'
import type { Unsure } from '../upkeep.ts'

/** A running bot beats each minute. */
const longestBetweenBeats = 1.25 * minute
/** Some file systems keep times no more exactly than this. */
const roughness = 2_000

type Start = {
  readonly now: Instant
  /** The last beat of any ledger in this place; null if nothing tells. */
  readonly beatHere: Instant | null
}

/**
 * A start can't tell what became of what was due shortly before: a copy that was put back a moment ago looks like the ledger itself. So it
 * is unsure of all that, and of what is due in the next minute, should the clock be behind by less than {@link isGap} notices. Within a
 * transaction.
 */
export function unsureAtStart(db: Statements, { now, beatHere }: Start): Unsure {
  if (isMarkedRestored(db) || isOlderThan(beatHere, db)) {
    write(db, 'put_back_at', now)
    write(db, 'restored', 0)
  }
  return { before: now + longestBetweenBeats, putBackAt: read(db, 'put_back_at') }
}

const isMarkedRestored = (db: Statements): boolean => read(db, 'restored') === 1

/** Whether the ledger in this place knew of a later beat: then this one is a copy that somebody put in its place. */
export function isOlderThan(beatHere: Instant | null, db: Statements): boolean {
  const beat = read(db, 'beat_at')
  return beat !== null && beatHere !== null && beatHere - beat > roughness
}

/**
 * A beat so long after the one before that the clock was set, or the machine slept. What a ledger is unsure of goes up to then: by a clock
 * that was behind at the start, what was posted while it was away seems to be due later.
 *
 * @returns what it is unsure of from now on
 */
export function noteGap(db: Statements, { putBackAt }: Unsure, beat: Instant): Unsure {
  if (putBackAt === null || beat - putBackAt >= day) return { before: beat, putBackAt }
  write(db, 'put_back_at', beat)
  return { before: beat, putBackAt: beat }
}

export const isGap = (one: Instant, other: Instant): boolean => Math.abs(other - one) > longestBetweenBeats

/** For a copy that takes the place of a ledger. */
export const markRestored = (db: Statements): void => write(db, 'restored', 1)

function read(db: Statements, name: string): number | null {
  const value = db.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck().get(name)
  return value === undefined ? null : Number(value)
}

function write(db: Statements, name: string, value: number): void {
  db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(name, String(value))
}
