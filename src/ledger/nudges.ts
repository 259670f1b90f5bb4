// The part of the ledger for reminders before a question closes, which people ask for channel by channel.
import type { Lead } from '../core/nudge.ts'
import type { PersonId, PlaceId } from '../core/quiz.ts'
import type { Round } from '../core/round.ts'
import type { Instant } from '../core/time.ts'
import type { PersonSeen } from './people.ts'

export type DueNudge = { readonly person: PersonId; readonly round: Round; readonly lead: Lead }

export type Nudges = {
  /** In place of the one there is, also in other channels that share the question; null turns it off. Nothing happens in a channel without a quiz. */
  set(person: PersonSeen, place: PlaceId, lead: Lead | null, now: Instant): Promise<void>
  /** Null if it is off. Where channels share their question, also the one of a linked account. */
  of(person: Pick<PersonSeen, 'id' | 'group' | 'account'>, place: PlaceId): Promise<Lead | null>
  /**
   * Looks at the reminders to look at by now, the longest due first, and puts them off to the next question: one that is not sent
   * then never is. `due`: of people who have not answered, and are here.
   */
  claimDue(now: Instant, limit: number): Promise<{ readonly looked: number; readonly due: readonly DueNudge[] }>
}
