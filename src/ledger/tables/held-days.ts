// The study days on which a channel had scheduled rounds that needed an answer, read from the rounds and the days off. Streaks are counted
// over them.
import type { HeldDays } from '../../core/study-day.ts'
import type { LocalDate } from '../../core/time.ts'
import type { Caches } from './caches.ts'
import type { Statements } from './statements.ts'

export type HeldDaysTable = {
  /** The latest two days: enough for most streaks. */
  latest(placeId: number): HeldDays
  /** All days from the latest down to the last one before `day`. */
  downTo(placeId: number, day: LocalDate): HeldDays
  /** All of them, in order. */
  all(placeId: number): readonly LocalDate[]
  /** The latest day of an extra round. */
  lastExtra(placeId: number): LocalDate | null
  /** Must be called after any change to a round or a day off of the channel. */
  changed(placeId: number): void
}

type Loaded = HeldDays & { /** There are no earlier days. */ readonly complete: boolean }

const latestDays = 2

/** Not one that a manager asked for (see `isExtra` of core), nor one whose date was taken off after it was posted. */
export const scheduled = `instr(occasion, '+') = 0
  AND NOT EXISTS (SELECT 1 FROM days_off WHERE days_off.place_id = rounds.place_id AND rounds.occasion BETWEEN from_date AND to_date)`

export function openHeldDaysTable(db: Statements, caches: Caches): HeldDaysTable {
  const selectLatest = db.prepare<[number], { day: string; open: number }>(
    `SELECT day, max(iif(state = 'open', 1, 0)) AS open FROM rounds WHERE place_id = +? AND state IN ('open', 'closed')
     GROUP BY day HAVING max(iif(${scheduled}, 1, 0)) = 1 ORDER BY day DESC LIMIT ${latestDays}`,
  )
  const selectDownTo = db
    .prepare<[number, number, string], string>(
      `SELECT DISTINCT day FROM rounds WHERE place_id = +? AND state IN ('open', 'closed') AND ${scheduled} AND day >= coalesce(
         (SELECT max(day) FROM rounds WHERE place_id = +? AND state IN ('open', 'closed') AND ${scheduled} AND day < +?), '')
       ORDER BY day DESC`,
    )
    .pluck()
  const selectAll = db.prepare<[number], string>(`SELECT DISTINCT day FROM rounds WHERE place_id = +? AND state IN ('open', 'closed') AND ${scheduled} ORDER BY day`).pluck()
  const selectLastExtra = db
    .prepare<[number], string | null>(`SELECT max(day) FROM rounds WHERE place_id = +? AND state IN ('open', 'closed') AND instr(occasion, '+') > 0`)
    .pluck()
  const cached = caches.open<number, Loaded>(20_000)
  const lastExtras = caches.open<number, { readonly day: LocalDate | null }>(20_000)

  function latest(placeId: number): Loaded {
    const known = cached.get(placeId)
    if (known !== undefined) return known
    const rows = selectLatest.all(placeId)
    const loaded = { days: rows.map((row) => row.day), latestEnded: rows[0]?.open === 0, complete: rows.length < latestDays }
    cached.set(placeId, loaded)
    return loaded
  }

  return {
    latest,
    downTo(placeId, day) {
      const known = latest(placeId)
      const last = known.days.at(-1)
      if (known.complete || last === undefined || last < day) return known
      const days = selectDownTo.all(placeId, placeId, day)
      const loaded = { days, latestEnded: known.latestEnded, complete: (days.at(-1) ?? day) >= day }
      cached.set(placeId, loaded)
      return loaded
    },
    all: (placeId) => selectAll.all(placeId),
    lastExtra(placeId) {
      const known = lastExtras.get(placeId) ?? { day: selectLastExtra.get(placeId) ?? null }
      lastExtras.set(placeId, known)
      return known.day
    },
    changed(placeId) {
      cached.delete(placeId)
      lastExtras.delete(placeId)
    },
  }
}
