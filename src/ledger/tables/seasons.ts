// The table of the seasons of channels.
import { seasonKey, type Season } from '../../core/season.ts'
import type { LocalDate } from '../../core/time.ts'
import type { Statements } from './statements.ts'

export type SeasonsTable = {
  /** By date. */
  of(placeId: number): readonly Season[]
  on(placeId: number, day: LocalDate): Season | undefined
  /** In place of all there are. */
  save(placeId: number, seasons: readonly Season[]): void
}

const columns = 'name, from_date AS "from", to_date AS "to"'

export function openSeasonsTable(db: Statements): SeasonsTable {
  const of = db.prepare<[number], Season>(`SELECT ${columns} FROM seasons WHERE place_id = ? ORDER BY from_date`)
  const on = db.prepare<[number, string, string], Season>(`SELECT ${columns} FROM seasons WHERE place_id = ? AND from_date <= ? AND to_date >= ?`)
  const clear = db.prepare<[number]>('DELETE FROM seasons WHERE place_id = ?')
  const add = db.prepare<[number, string, string, string, string]>('INSERT INTO seasons (place_id, from_date, to_date, name, name_key) VALUES (?, ?, ?, ?, ?)')
  return {
    of: (placeId) => of.all(placeId),
    on: (placeId, day) => on.get(placeId, day, day),
    save(placeId, seasons) {
      clear.run(placeId)
      for (const { from, to, name } of seasons) add.run(placeId, from, to, name, seasonKey(name))
    },
  }
}
