// The part of the ledger for the teams of channels.
import type { Span } from '../core/board.ts'
import type { PersonId, PlaceId } from '../core/quiz.ts'
import type { Team, TeamBoard } from '../core/team.ts'
import type { LocalDate } from '../core/time.ts'
import type { ChangeByRule } from './change-by-rule.ts'

/** `day`: any study day of the week or month. */
export type TeamQuery = { readonly place: PlaceId; readonly span: Span; readonly day: LocalDate }

export type TeamList = { readonly teams: readonly Team[] }

export type Teams = {
  /** In the order in which they were added. */
  of(place: PlaceId): Promise<readonly Team[]>
  /** By a rule of `core/team.ts`. */
  readonly change: ChangeByRule<Team, TeamList>
  /** Without anybody who was away on all dates of the span that have a question. */
  board(query: TeamQuery): Promise<TeamBoard>
  /** Who can count for a team: people with an answer in the channel who are shown by their name, and are still there. With their names. */
  counting(place: PlaceId): Promise<ReadonlyMap<PersonId, string>>
}
