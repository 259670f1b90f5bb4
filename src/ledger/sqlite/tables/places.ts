// Channels: the platform's long names become small integers. A channel belongs to the group that its quiz names.
import type { Database } from 'better-sqlite3'
import type { PlaceId } from '../../../core/quiz.ts'
import type { Memory } from '../file/cache.ts'

type Place = { readonly id: number; readonly groupId: number }

export type Places = ReturnType<typeof openPlaces>

export function openPlaces(db: Database, memory: Memory) {
  const select = db.prepare<[string], Place>('SELECT id, group_id AS groupId FROM places WHERE name = ?')
  const save = db.prepare<[string, number]>(
    'INSERT INTO places (name, group_id) VALUES (?, ?) ON CONFLICT DO UPDATE SET group_id = excluded.group_id',
  )
  const known = memory.remember<PlaceId, Place>(20_000)

  function find(place: PlaceId): Place | undefined {
    const found = known.get(place) ?? select.get(place)
    if (found !== undefined) known.set(place, found)
    return found
  }

  return {
    find: (place: PlaceId) => find(place)?.id,
    /** Undefined for a channel of another group. */
    findIn(place: PlaceId, groupId: number | undefined): number | undefined {
      const found = find(place)
      return found?.groupId === groupId ? found?.id : undefined
    },
    save(place: PlaceId, groupId: number): number {
      const found = find(place)
      if (found?.groupId === groupId) return found.id
      save.run(place, groupId)
      known.delete(place)
      return find(place)?.id ?? 0
    },
  }
}
