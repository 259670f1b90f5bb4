// The part for quizzes.
import type { PlaceId, Quiz } from '../../core/quiz.ts'
import { switchedOff } from '../../core/quarterly.ts'
import { isNewsToManagers } from '../../core/retire.ts'
import { isExtra } from '../../core/round.ts'
import { inStep } from '../../core/sharing.ts'
import type { Instant } from '../../core/time.ts'
import { whyWithdrawn } from '../../core/withdraw.ts'
import type { Jobs } from '../jobs.ts'
import { introducedAs, type Changed, type QuizChange, type Quizzes } from '../quizzes.ts'
import { movePlace } from './move-place.ts'
import { saveDaysOff } from './save-days-off.ts'
import { handOver, passOn } from './share-lead.ts'
import { leaveTogether } from './share-members.ts'
import type { StoredRound } from '../tables/round-row.ts'
import type { Tables } from '../tables/tables.ts'
import { startWeekly } from './weekly.ts'

export function openQuizzes({ read, write }: Jobs, tables: Tables): Quizzes {
  const { quizzes, events, places, rounds, dutyReviews } = tables

  function change<Refusal>(...[place, event, at, rule]: Parameters<Quizzes['change']>): Changed<Refusal> {
    const quiz = quizzes.at(place)
    if (events.has(place, 'change', event)) return { kind: 'repeated', quiz }
    const waiting = waitingAt(place)
    const decided = rule(quiz, waiting?.round ?? null) as QuizChange<Refusal>
    if ('refusal' in decided) return { kind: 'refused', refusal: decided.refusal }
    const lead = quiz?.follows === undefined ? undefined : quizzes.at(quiz.follows.place)
    const next = lead === undefined ? decided.quiz : inStep(decided.quiz, { before: lead, after: lead }, at)
    quizzes.save(next)
    if (waiting !== undefined) withdraw(waiting, next, at)
    saveDaysOff(tables, quiz?.off ?? [], next)
    forgetThreadProblem(tables, quiz, next)
    if (quiz !== undefined) tellOthers(quiz, next, at)
    if (next.weekly && quiz?.weekly !== true) startWeekly(tables, next, at)
    if (next.retired === null) quizzes.saveTell(place, null)
    else if (isNewsToManagers(quiz, next)) quizzes.saveTell(place, at)
    events.add(place, { kind: 'change', id: event, at, roundId: null })
    return { kind: 'saved', quiz: lead === undefined ? next : { ...next, follows: { place: lead.place, paused: lead.paused } } }
  }

  /** A channel that is lost stops alone; anything else holds for all that share its question. */
  function tellOthers(before: Quiz, after: Quiz, at: Instant): void {
    const placeId = places.find(after.place)
    if (placeId === undefined || after === before) return
    if (after.retired !== null && after.retired !== before.retired) handOver(tables, placeId)
    else if (after.retired === null) passOn(tables, placeId, before, after, at)
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
    leaveTogether(tables, placeId)
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
