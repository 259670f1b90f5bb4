// The part for quizzes, in SQLite.
import type { DayOff } from '../../core/days-off.ts'
import type { PlaceId, Quiz } from '../../core/quiz.ts'
import { switchedOff } from '../../core/quarterly.ts'
import { isNewsToManagers } from '../../core/retire.ts'
import { isExtra } from '../../core/round.ts'
import type { Instant } from '../../core/time.ts'
import { whyWithdrawn } from '../../core/withdraw.ts'
import { introducedAs, type Changed, type QuizChange, type Quizzes } from '../quizzes.ts'
import type { CommitQueue } from './file/commit-queue.ts'
import { recountStreaks } from './recount-streaks.ts'
import { movePlace } from './move-place.ts'
import type { StoredRound } from './tables/round-row.ts'
import type { Tables } from './tables/tables.ts'
import { startWeekly } from './weekly.ts'

export function openQuizzes({ read, write }: CommitQueue, tables: Tables): Quizzes {
  const { quizzes, events, places, rounds, dutyReviews } = tables

  function change<Refusal>(...[place, event, at, rule]: Parameters<Quizzes['change']>): Changed<Refusal> {
    const quiz = quizzes.at(place)
    if (events.has(place, 'change', event)) return { kind: 'repeated', quiz }
    const waiting = waitingAt(place)
    const decided = rule(quiz, waiting?.round ?? null) as QuizChange<Refusal>
    if ('refusal' in decided) return { kind: 'refused', refusal: decided.refusal }
    quizzes.save(decided.quiz)
    if (waiting !== undefined) withdraw(waiting, decided.quiz, at)
    saveDaysOff(tables, quiz?.off ?? [], decided.quiz)
    forgetThreadProblem(tables, quiz, decided.quiz)
    if (decided.quiz.weekly && quiz?.weekly !== true) startWeekly(tables, decided.quiz, at)
    if (decided.quiz.retired === null) quizzes.saveTell(place, null)
    else if (isNewsToManagers(quiz, decided.quiz)) quizzes.saveTell(place, at)
    events.add(place, { kind: 'change', id: event, at, roundId: null })
    return { kind: 'saved', quiz: decided.quiz }
  }

  /** The daily round that is due and not posted yet. */
  function waitingAt(place: PlaceId): StoredRound | undefined {
    const placeId = places.find(place)
    return placeId === undefined ? undefined : rounds.unsentOf(placeId).find(({ round }) => !isExtra(round))
  }

  /** Whoever paused the quiz for good may resume it before the next beat, which leaves the round out, and tells managers. */
  function withdraw(waiting: StoredRound, quiz: Quiz, at: Instant): void {
    const reason = quiz.paused ? undefined : whyWithdrawn(waiting.round, quiz, at)
    if (reason !== undefined && waiting.round.state === 'claimed') rounds.step(waiting, 'skip', { reason, message: null })
  }

  function remove<Refusal>(place: PlaceId, rule: (quiz: Quiz | undefined) => Refusal | undefined): Refusal | undefined {
    const refusal = rule(quizzes.at(place))
    const placeId = places.find(place)
    if (refusal !== undefined || placeId === undefined) return refusal
    for (const stored of rounds.unsentOf(placeId)) rounds.step(stored, 'fail', { reason: 'The daily question of this channel was removed.' })
    quizzes.remove(placeId)
    const review = dutyReviews.of(placeId)
    if (review !== undefined) dutyReviews.save(placeId, switchedOff(review))
    return undefined
  }

  return {
    at: (place) => read(() => quizzes.at(place)),
    of: (group) => read(() => quizzes.of(group)),
    withoutHolidays: (until, limit) => read(() => quizzes.withoutHolidays(until, limit)),
    change: (place, event, at, rule) => write(() => change(place, event, at, rule)),
    introduction: (place) => read(() => events.latestOf(place, 'change', introducedAs)?.slice(introducedAs.length)),
    remove: (place, rule) => write(() => remove(place, rule)),
    move: (from, to, rename, at) => write(() => movePlace(tables, { from, to, rename, at })),
  }
}

/** Whoever changes the setting wants to hear of the next problem. */
function forgetThreadProblem({ places, threads }: Tables, before: Quiz | undefined, { place, thread }: Quiz): void {
  const placeId = places.find(place)
  if (placeId !== undefined && before?.thread !== thread) threads.saveProblem(placeId, null, null)
}

/** Days that were taken off after their question was posted may have cost somebody a streak. */
function saveDaysOff(tables: Tables, before: readonly DayOff[], { place, off }: Quiz): void {
  const placeId = tables.places.find(place)
  if (placeId === undefined || before === off) return
  tables.daysOff.save(placeId, before, off)
  const known = new Set(before)
  const first = off.filter((each) => !known.has(each)).map(({ from }) => from).toSorted()[0]
  if (first !== undefined) recountStreaks(tables, placeId, first)
}
