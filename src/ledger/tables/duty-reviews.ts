// The table of the quarterly reviews of duties, one for each channel where it was ever on.
import type { PlaceId } from '../../core/quiz.ts'
import type { DutyReview } from '../../core/quarterly.ts'
import type { Instant } from '../../core/time.ts'
import type { Statements } from './statements.ts'

type StoredReview = { readonly placeId: number; readonly place: PlaceId; readonly review: DutyReview }

export type DutyReviewsTable = {
  of(placeId: number): DutyReview | undefined
  /** Those that are on and to be looked at, the longest due first. */
  due(now: Instant, limit: number): readonly StoredReview[]
  save(placeId: number, review: DutyReview): void
}

type Row = {
  readonly place_id: number
  readonly is_on: number
  readonly quarter: string
  readonly counts_from: number
  readonly next_at: number
  readonly posted: string | null
  readonly problem: string | null
}

export function openDutyReviewsTable(db: Statements): DutyReviewsTable {
  const of = db.prepare<[number], Row>('SELECT * FROM duty_reviews WHERE place_id = ?')
  const due = db.prepare<[number, number], Row & { readonly place: PlaceId }>(
    `SELECT d.*, p.name AS place FROM duty_reviews d JOIN places p ON p.id = d.place_id
     WHERE d.is_on = 1 AND d.next_at <= +? ORDER BY d.next_at, d.place_id LIMIT +?`,
  )
  const save = db.prepare<[Row]>(
    `INSERT INTO duty_reviews (place_id, is_on, quarter, counts_from, next_at, posted, problem)
     VALUES (@place_id, @is_on, @quarter, @counts_from, @next_at, @posted, @problem)
     ON CONFLICT (place_id) DO UPDATE SET (is_on, quarter, counts_from, next_at, posted, problem)
       = (excluded.is_on, excluded.quarter, excluded.counts_from, excluded.next_at, excluded.posted, excluded.problem)`,
  )
  return {
    of(placeId) {
      const row = of.get(placeId)
      return row === undefined ? undefined : reviewOf(row)
    },
    due: (now, limit) => due.all(now, limit).map((row) => ({ placeId: row.place_id, place: row.place, review: reviewOf(row) })),
    save(placeId, { on, quarter, countsFrom, nextAt, posted, problem }) {
      save.run({ place_id: placeId, is_on: on ? 1 : 0, quarter, counts_from: countsFrom, next_at: nextAt, posted, problem })
    },
  }
}

const reviewOf = ({ is_on, quarter, counts_from, next_at, posted, problem }: Row): DutyReview => ({
  on: is_on === 1, quarter, countsFrom: counts_from, nextAt: next_at, posted, problem,
})
