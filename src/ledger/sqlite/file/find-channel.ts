// The channel that an operator means, in a ledger.
import type { Database } from 'better-sqlite3'
import type { PlaceId } from '../../../core/quiz.ts'

/**
 * @param channel its id, or the end of it as long as only one ends so; undefined: the only one
 * @returns all channels that have a daily question if it is none of them
 */
export function findChannel(db: Database, channel: string | undefined): { readonly place: PlaceId } | { readonly channels: readonly PlaceId[] } {
  const channels = db.prepare<[], PlaceId>('SELECT p.name FROM quizzes q JOIN places p ON p.id = q.place_id ORDER BY p.name').pluck().all()
  const ending = channels.filter((place) => channel === undefined || place.endsWith(channel))
  const place = channels.find((other) => other === channel) ?? (ending.length === 1 ? ending[0] : undefined)
  return place === undefined ? { channels } : { place }
}
