// The part of the ledger for the seasons of channels.
import type { PlaceId } from '../core/quiz.ts'
import type { Season } from '../core/season.ts'
import type { ChangeByRule } from './change-by-rule.ts'

export type SeasonList = { readonly seasons: readonly Season[] }

export type Seasons = {
  /** By date. */
  of(place: PlaceId): Promise<readonly Season[]>
  /** By a rule of `core/season.ts`. The board of a season holds all answers of its dates, also those from before there was the season. */
  readonly change: ChangeByRule<Season, SeasonList>
}
