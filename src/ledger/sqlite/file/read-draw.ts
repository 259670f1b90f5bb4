// What the next question of a channel will be drawn from, read from a ledger that a bot may be using.
import type { Draw } from '../../../core/due.ts'
import type { PlaceId, Quiz } from '../../../core/quiz.ts'
import { openAskedRounds } from '../tables/asked-rounds.ts'
import { openGroupsTable } from '../tables/groups.ts'
import { openPlacesTable } from '../tables/places.ts'
import { openQuizzesTable } from '../tables/quizzes.ts'
import { openCaches } from './cache.ts'
import { explainError } from './explain-error.ts'
import { openToRead } from './verify.ts'

export type ReadDraw = { readonly quiz: Quiz; readonly draw: Pick<Draw, 'history' | 'salt'> }

/** @returns the channels that have a daily question if `channel` is none of them. It may be the end of an id, as long as only one ends so. */
export function readDraw(file: string, channel: string): ReadDraw | { readonly channels: readonly PlaceId[] } {
  const db = openToRead(file)
  try {
    const channels = db.prepare<[], PlaceId>('SELECT p.name FROM quizzes q JOIN places p ON p.id = q.place_id ORDER BY p.name').pluck().all()
    const ending = channels.filter((place) => place.endsWith(channel))
    const place = channels.find((other) => other === channel) ?? (ending.length === 1 ? ending[0] : undefined)
    const caches = openCaches()
    const quiz = place === undefined ? undefined : openQuizzesTable(db, openGroupsTable(db, caches), openPlacesTable(db, caches)).at(place)
    if (quiz === undefined) return { channels }
    const salt = String(db.prepare(`SELECT value FROM meta WHERE name = 'salt'`).pluck().get())
    return { quiz, draw: { history: openAskedRounds(db).of(quiz.place), salt } }
  } catch (fault) {
    throw explainError(fault, file)
  } finally {
    db.close()
  }
}
