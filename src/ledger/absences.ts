// The part of the ledger for when people are away.
import type { DateRange } from '../core/date-range.ts'
import type { GroupId, PersonId, PlaceId } from '../core/quiz.ts'
import type { Streak } from '../core/streak.ts'
import type { Instant, LocalDate } from '../core/time.ts'
import type { PersonSeen } from './people.ts'

export type AbsenceChange<Refusal> = { readonly ranges: readonly DateRange[] } | { readonly refusal: Refusal }

/** A streak in one channel as it stands now, and as it would. */
export type StreakChange = { readonly place: PlaceId; readonly before: Streak; readonly after: Streak }

export type Absences = {
  /** In order, past ones too. They hold in all channels of the group. */
  of(group: GroupId, person: PersonId): Promise<readonly DateRange[]>
  /**
   * Changes when somebody is away, and adds their streaks up again: an absence may be reported late.
   *
   * @param rule may run twice, so it must do nothing but decide
   */
  change<Refusal>(person: PersonSeen, at: Instant, rule: (ranges: readonly DateRange[]) => AbsenceChange<Refusal>): Promise<AbsenceChange<Refusal>>
  /**
   * Takes back days away, past ones too. Unlike after {@link change}, streaks can get shorter by that.
   *
   * @param rule may run twice, so it must do nothing but decide
   */
  takeBack<Refusal>(person: PersonSeen, at: Instant, rule: (ranges: readonly DateRange[]) => AbsenceChange<Refusal>): Promise<AbsenceChange<Refusal>>
  /** The streaks that would change if these were all of the person's days away. */
  streaksIf(person: PersonSeen, ranges: readonly DateRange[]): Promise<readonly StreakChange[]>
  /** Which of these people are away on that date. */
  among(people: readonly PersonId[], date: LocalDate): Promise<ReadonlySet<PersonId>>
}
