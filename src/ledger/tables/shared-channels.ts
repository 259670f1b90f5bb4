// The table of channels that share their daily question. What they share has a number of its own, and is kept among the channels, so that
// boards can belong to it.
import type { PlaceId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import type { Caches } from './caches.ts'
import type { Statements } from './statements.ts'

type Member = { readonly placeId: number; readonly place: PlaceId; readonly leads: boolean }

export type SharedChannelsTable = {
  /** The number of what the channel shares; undefined if it is alone. */
  of(placeId: number): number | undefined
  /** In the order in which they joined. */
  channels(sharedId: number): readonly Member[]
  /** The number of something new to share, which this channel leads. `name` is random: nothing else is called so. */
  begin(placeId: number, name: string, at: Instant): number
  join(sharedId: number, placeId: number, at: Instant): void
  leave(placeId: number): void
  /** The channel `gone` is this one by now. */
  replace(gone: number, placeId: number): void
  /** From now on this channel leads. */
  lead(sharedId: number, placeId: number): void
  /** The groups that they are in. */
  groups(sharedId: number): readonly number[]
}

/** No channel of any platform is called so. */
const namePrefix = 'shared:'

/** Of a channel that stands for what others share. */
export const isShared = (column: string): string => `${column} LIKE '${namePrefix}%'`

export function openSharedChannelsTable(db: Statements, caches: Caches): SharedChannelsTable {
  const find = db.prepare<[number], number>('SELECT shared_id FROM shared_channels WHERE place_id = ?').pluck()
  const channels = db.prepare<[number], { readonly placeId: number; readonly place: string; readonly leads: number }>(
    `SELECT c.place_id AS placeId, l.name AS place, c.leads FROM shared_channels c JOIN places l ON l.id = c.place_id
     WHERE c.shared_id = +? ORDER BY c.joined_at, c.leads DESC, c.place_id`,
  )
  const addPlace = db.prepare<[string, number], number>('INSERT INTO places (name, group_id) SELECT ?, group_id FROM places WHERE id = ? RETURNING id').pluck()
  const add = db.prepare<[number, number, number, number]>('INSERT INTO shared_channels (place_id, shared_id, leads, joined_at) VALUES (?, ?, ?, ?)')
  const leave = db.prepare<[number]>('DELETE FROM shared_channels WHERE place_id = ?')
  const replace = db.prepare<[number, number]>('UPDATE shared_channels SET place_id = ? WHERE place_id = ?')
  const lead = db.prepare<[number, number]>('UPDATE shared_channels SET leads = iif(place_id = ?, 1, 0) WHERE shared_id = ?')
  const groups = db.prepare<[number], number>('SELECT DISTINCT l.group_id FROM shared_channels c JOIN places l ON l.id = c.place_id WHERE c.shared_id = +? ORDER BY l.group_id').pluck()
  const cached = caches.open<number, number | null>(20_000)

  return {
    of(placeId) {
      const known = cached.get(placeId)
      if (known !== undefined) return known ?? undefined
      const found = find.get(placeId)
      cached.set(placeId, found ?? null)
      return found
    },
    channels: (sharedId) => channels.all(sharedId).map((row) => ({ ...row, leads: row.leads === 1 })),
    begin(placeId, name, at) {
      const sharedId = Number(addPlace.get(namePrefix + name, placeId))
      add.run(placeId, sharedId, 1, at)
      cached.clear()
      return sharedId
    },
    join(sharedId, placeId, at) {
      add.run(placeId, sharedId, 0, at)
      cached.clear()
    },
    leave(placeId) {
      leave.run(placeId)
      cached.clear()
    },
    replace(gone, placeId) {
      replace.run(placeId, gone)
      cached.clear()
    },
    lead: (sharedId, placeId) => void lead.run(placeId, sharedId),
    groups: (sharedId) => groups.all(sharedId),
  }
}
