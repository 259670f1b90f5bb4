// Streaks in channels that share their daily question: who answers it in one of them was there in all of them. Each channel keeps a streak of
// its own, so that it can go on alone; the best of them is shown.
import type { Answer } from '../../core/answer.ts'
import { isPosted } from '../../core/round.ts'
import { afterAnswer, noStreak } from '../../core/streak.ts'
import { calendarOf, standingIn } from './calendar.ts'
import { recountStreak } from './recount-streaks.ts'
import type { StoredPerson } from '../tables/people.ts'
import type { StoredRound } from '../tables/round-row.ts'
import type { Tables } from '../tables/tables.ts'
import type { United } from './united-streak.ts'

/** After somebody's first answer to a round, which is saved in its own channel. @param isFirst their first one there @returns the streak to show; undefined if the channel is alone */
export function saveElsewhere(tables: Tables, stored: StoredRound, person: StoredPerson, { day, isFirst }: Pick<Answer, 'day'> & { readonly isFirst: boolean }): number | undefined {
  const { occurrences, members, sharedChannels } = tables
  // Somebody's first answer here goes on from those that they gave in the other channels.
  if (isFirst) recountStreak(tables, person.id, stored.placeId)
  for (const other of occurrences.others(stored)) {
    if (!isPosted(other.round)) continue
    for (const { personId, streak } of members.ofLearner(person.accountId, other.placeId)) {
      const calendar = calendarOf(tables, { person: { id: personId }, placeId: other.placeId, streak }, day)
      members.correct(personId, other.placeId, afterAnswer(streak, day, calendar))
    }
  }
  const sharedId = sharedChannels.of(stored.placeId)
  return sharedId === undefined ? undefined : sharedStreak(tables, sharedId, person.accountId).now.current
}

/** A round is out in its channel: those who have answered its question in another one were there, too. */
export function countAnsweredBefore(tables: Tables, stored: StoredRound): void {
  if (stored.sharedId === null) return
  for (const personId of tables.members.answeredElsewhere(stored.id)) recountStreak(tables, personId, stored.placeId)
}

/** The best streak of an account's learner in channels that share. */
export function sharedStreak(tables: Pick<Tables, 'members' | 'sharedChannels' | 'heldDays' | 'away'>, sharedId: number, accountId: number): United {
  const all = tables.sharedChannels.channels(sharedId).flatMap(({ placeId }) =>
    tables.members.ofLearner(accountId, placeId).map(({ personId, streak }) => ({ after: streak, now: standingIn(tables, personId, placeId, streak) })))
  const longest = Math.max(0, ...all.map(({ after }) => after.longest))
  const [best = { after: noStreak, now: noStreak }] = all.toSorted((one, other) => other.now.current - one.now.current || other.now.grace - one.now.grace || other.after.current - one.after.current)
  return { after: { ...best.after, longest }, now: { ...best.now, longest } }
}
