// A channel's board for the week of a study day, with those whom an alias keeps off it: nothing else may name them for that week either.
import type { LocalDate } from '../../core/time.ts'
import type { LeftOut } from '../tables/standings.ts'
import type { Tables } from '../tables/tables.ts'

/** `id`: undefined if nobody is on it. */
export type WeekBoard = { readonly id: number | undefined; readonly leftOut: LeftOut; readonly isOut: (personId: number) => boolean }

type Needs = Pick<Tables, 'scores' | 'standings' | 'sharedChannels' | 'sharedScores'>

export function weekBoard({ scores, standings, sharedChannels, sharedScores }: Needs, { placeId, groupId }: { readonly placeId: number; readonly groupId: number }, day: LocalDate): WeekBoard {
  const sharedId = sharedChannels.of(placeId)
  const id = scores.boardId('place', sharedId ?? placeId, 'week', day)
  const leftOut = id === undefined ? [] : standings.leftOut(id, sharedId === undefined ? [groupId] : sharedChannels.groups(sharedId))
  const out = new Set(leftOut.map(({ personId }) => personId))
  const seatOf = (personId: number) => (sharedId === undefined ? personId : sharedScores.seat(sharedId, standings.person(personId).accountId)?.personId)
  return { id, leftOut, isOut: (personId) => out.size > 0 && out.has(seatOf(personId) ?? personId) }
}
