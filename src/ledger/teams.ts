// The part of the ledger for the teams of channels.
import type { Span } from '../core/board.ts'
import type { EventId, PersonId, PlaceId, Quiz } from '../core/quiz.ts'
import type { Team, TeamBoard } from '../core/team.ts'
import type { Instant, LocalDate } from '../core/time.ts'

export type TeamsChanged<Decided, Refusal> =
  | { readonly kind: 'saved'; readonly decided: Decided }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** This event was handled before, and changes nothing now. */
  | { readonly kind: 'repeated' }

/** `day`: any study day of the week or month. */
export type TeamQuery = { readonly place: PlaceId; readonly span: Span; readonly day: LocalDate }

export type Teams = {
  /** In the order in which they were added. */
  of(place: PlaceId): Promise<readonly Team[]>
  /**
   * Changes the teams of a channel by a rule of `core/team.ts`.
   *
   * @param rule may run twice, so it must do nothing but decide
   */
  change<Decided extends { readonly teams: readonly Team[] }, Refusal>(
    place: PlaceId,
    event: EventId,
    at: Instant,
    rule: (teams: readonly Team[], quiz: Quiz | undefined) => Decided | { readonly refusal: Refusal },
  ): Promise<TeamsChanged<Decided, Refusal>>
  /** Without anybody who was away on all dates of the span that have a question. */
  board(query: TeamQuery): Promise<TeamBoard>
  /** Who can count for a team: people with an answer in the channel who are shown by their name, and are still there. With their names. */
  counting(place: PlaceId): Promise<ReadonlyMap<PersonId, string>>
}
