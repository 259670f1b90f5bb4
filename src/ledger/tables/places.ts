// The table of channels: gives the platform's long names small integers. A channel belongs to the group that its quiz names.
import type { PlaceId } from '../../core/quiz.ts'
import type { Caches } from './caches.ts'
import type { Statements } from './statements.ts'

type Place = { readonly id: number; readonly groupId: number }

export type PlacesTable = {
  find(place: PlaceId): number | undefined
  /** Undefined also for a channel of another group. */
  findIn(place: PlaceId, groupId: number | undefined): number | undefined
  nameOf(placeId: number): PlaceId | undefined
  save(place: PlaceId, groupId: number): number
}

export function openPlacesTable(db: Statements, caches: Caches): PlacesTable {
  const select = db.prepare<[string], Place>('SELECT id, group_id AS groupId FROM places WHERE name = ?')
  const save = db.prepare<[string, number]>(
    'INSERT INTO places (name, group_id) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET group_id = excluded.group_id',
  )
  const nameOf = db.prepare<[number], PlaceId>('SELECT name FROM places WHERE id = ?').pluck()
  const cached = caches.open<PlaceId, Place>(20_000)

  function find(place: PlaceId): Place | undefined {
    const found = cached.get(place) ?? select.get(place)
    if (found !== undefined) cached.set(place, found)
    return found
  }

  return {
    find: (place) => find(place)?.id,
    findIn(place, groupId) {
      const found = find(place)
      return found?.groupId === groupId ? found?.id : undefined
    },
    nameOf: (placeId) => nameOf.get(placeId),
    save(place, groupId) {
      const found = find(place)
      if (found?.groupId === groupId) return found.id
      save.run(place, groupId)
      cached.delete(place)
      return find(place)?.id ?? 0
    },
  }
}
