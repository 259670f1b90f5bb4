// Which of a platform's events were taken already: a repeated delivery changes nothing.
import type { Database } from 'better-sqlite3'
import type { PlaceId } from '../../../core/quiz.ts'
import type { Instant } from '../../../core/time.ts'
import type { EventId } from '../../../core/quiz.ts'
import type { Places } from './places.ts'

export type EventKind = 'change' | 'extra'

export type Events = ReturnType<typeof openEvents>

type EventRow = { readonly round_id: number | null }

export function openEvents(db: Database, places: Places) {
  const find = db.prepare<[number, string, string], EventRow>('SELECT round_id FROM events WHERE place_id = ? AND kind = ? AND name = ?')
  const add = db.prepare<[number, string, string, number, number | null]>('INSERT INTO events VALUES (?, ?, ?, ?, ?)')
  const remove = db.prepare<[number]>('DELETE FROM events WHERE at < ?')

  function taken(place: PlaceId, kind: EventKind, event: EventId): EventRow | undefined {
    const placeId = places.find(place)
    return placeId === undefined ? undefined : find.get(placeId, kind, event)
  }

  return {
    isTaken: (place: PlaceId, event: EventId) => taken(place, 'change', event) !== undefined,
    /** The round that the event made. */
    roundOf: (place: PlaceId, event: EventId) => taken(place, 'extra', event)?.round_id ?? undefined,
    keep(place: PlaceId, kind: EventKind, event: EventId, at: Instant, roundId: number | null): void {
      const placeId = places.find(place)
      if (placeId !== undefined) add.run(placeId, kind, event, at, roundId)
    },
    forget: (before: Instant) => remove.run(before).changes,
  }
}
