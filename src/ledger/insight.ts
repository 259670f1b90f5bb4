// The part of the ledger for how a channel does: its rounds with their results, and who knows more.
import type { Comparison } from '../core/discrimination.ts'
import type { ClosedRound } from '../core/insight.ts'
import type { PlaceId } from '../core/quiz.ts'
import type { RoundId } from '../core/round.ts'
import type { LocalDate } from '../core/time.ts'

export type Insight = {
  /** Closed rounds of a channel whose study day is `since` or later, the oldest first; of very many, the latest 400. */
  closed(place: PlaceId, since: LocalDate): Promise<readonly ClosedRound[]>
  /** How many closed rounds since then don't count; they are not among {@link closed}. */
  voided(place: PlaceId, since: LocalDate): Promise<number>
  /** The answers to a round of people who gave at least `fewestElsewhere` others in its channel; of very many, the first 5,000. */
  comparisons(round: RoundId): Promise<readonly Comparison[]>
}
