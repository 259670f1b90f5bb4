// The table of platform events that were handled, so that a redelivered one changes nothing.
import type { EventId, PlaceId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import type { PlacesTable } from './places.ts'
import type { Statements } from './statements.ts'

/** `change`: a manager changed the quiz. `extra`: a manager asked for a round. */
export type EventKind = 'change' | 'extra'

export type EventsTable = {
  has(place: PlaceId, kind: EventKind, event: EventId): boolean
  /** The number of the round that the event made. */
  roundOf(place: PlaceId, event: EventId): number | undefined
  /** The name of the latest event whose name begins like this. */
  latestOf(place: PlaceId, kind: EventKind, beginning: string): EventId | undefined
  add(place: PlaceId, event: { readonly kind: EventKind; readonly id: EventId; readonly at: Instant; readonly roundId: number | null }): void
  /** @returns how many events there were from before `before` */
  removeBefore(before: Instant): number
}

type EventRow = { readonly round_id: number | null }

export function openEventsTable(db: Statements, places: PlacesTable): EventsTable {
  const select = db.prepare<[number, string, string], EventRow>('SELECT round_id FROM events WHERE place_id = ? AND kind = ? AND name = ?')
  const latest = db.prepare<[number, string, string, string], { readonly name: string }>(
    'SELECT name FROM events WHERE place_id = ? AND kind = ? AND name >= ? AND name < ? ORDER BY at DESC LIMIT 1',
  )
  const add = db.prepare<[number, string, string, number, number | null]>('INSERT INTO events VALUES (?, ?, ?, ?, ?)')
  const remove = db.prepare<[number]>('DELETE FROM events WHERE at < ?')

  function find(place: PlaceId, kind: EventKind, event: EventId): EventRow | undefined {
    const placeId = places.find(place)
    return placeId === undefined ? undefined : select.get(placeId, kind, event)
  }

  return {
    has: (place, kind, event) => find(place, kind, event) !== undefined,
    roundOf: (place, event) => find(place, 'extra', event)?.round_id ?? undefined,
    latestOf(place, kind, beginning) {
      const placeId = places.find(place)
      return placeId === undefined ? undefined : latest.get(placeId, kind, beginning, `${beginning}\u{10ffff}`)?.name
    },
    add(place, { kind, id, at, roundId }) {
      const placeId = places.find(place)
      if (placeId !== undefined) add.run(placeId, kind, id, at, roundId)
    },
    removeBefore: (before) => remove.run(before).changes,
  }
}
