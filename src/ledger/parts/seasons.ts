// The part for seasons.
import { periodKey } from '../../core/board.ts'
import type { Season } from '../../core/season.ts'
import type { Jobs } from '../jobs.ts'
import type { SeasonList, Seasons } from '../seasons.ts'
import { changeByRule } from './change-by-rule.ts'
import type { Tables } from '../tables/tables.ts'

type Needs = Pick<Tables, 'places' | 'quizzes' | 'events' | 'seasons' | 'scores' | 'scoreSums'>

export function openSeasons({ read, write }: Jobs, tables: Needs): Seasons {
  const { places, seasons } = tables
  return {
    of: (place) =>
      read(() => {
        const placeId = places.find(place)
        return placeId === undefined ? [] : seasons.of(placeId)
      }),
    change: changeByRule(write, tables, { of: seasons.of, save: (placeId, after: SeasonList, before) => saveSeasons(tables, placeId, before, after.seasons) }),
  }
}

/** A season with other dates has another board. */
function saveSeasons({ seasons, scores, scoreSums }: Needs, placeId: number, before: readonly Season[], after: readonly Season[]): void {
  seasons.save(placeId, after)
  scores.forgetBoards()
  const keyOf = (season: Season) => periodKey(season, '')
  const [known, wanted] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))]
  for (const season of before) if (!wanted.has(keyOf(season))) scoreSums.remove(placeId, season)
  for (const season of after) if (!known.has(keyOf(season))) scoreSums.count(placeId, season)
}
