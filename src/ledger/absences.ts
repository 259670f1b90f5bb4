// The part of the ledger for when people are away.
import type { DateRange } from '../core/date-range.ts'
import type { GroupId, PersonId } from '../core/quiz.ts'
import type { Instant, LocalDate } from '../core/time.ts'
import type { PersonSeen } from './people.ts'

export type AbsenceChange<Refusal> = { readonly ranges: readonly DateRange[] } | { readonly refusal: Refusal }

export type Absences = {
  /** In order, past ones too. They hold in all channels of the group. */
  of(group: GroupId, person: PersonId): Promise<readonly DateRange[]>
  /**
   * Changes when somebody is away, and adds their streaks up again: an absence may be reported late.
   *
   * @param rule may run twice, so it must do nothing but decide
   */
  change<Refusal>(person: PersonSeen, at: Instant, rule: (ranges: readonly DateRange[]) => AbsenceChange<Refusal>): Promise<AbsenceChange<Refusal>>
  /** Which of these people are away on that date. */
  among(people: readonly PersonId[], date: LocalDate): Promise<ReadonlySet<PersonId>>
}
