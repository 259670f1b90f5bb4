// The part for weekly recaps.
import { unknownEnd } from '../../core/post-once.ts'
import type { PlaceId, Quiz } from '../../core/quiz.ts'
import { addDays, type Instant } from '../../core/time.ts'
import { topicWeeks, type WeekMaterial } from '../../core/week-facts.ts'
import { lastDayOf, lookAtWeeks, nextRecap, type Week } from '../../core/weekly.ts'
import type { Jobs } from '../jobs.ts'
import type { ClaimedWeek, Weekly, WeeklyState } from '../weekly.ts'
import type { Tables } from '../tables/tables.ts'
import { weekBoard } from './week-board.ts'

export function openWeekly({ read, write }: Jobs, tables: Tables): Weekly {
  const { places, weekly } = tables

  function withPlace(place: PlaceId, save: (placeId: number) => void): void {
    const placeId = places.find(place)
    if (placeId !== undefined) save(placeId)
  }

  return {
    claimDue: async (now, limit) => ((await read(() => weekly.toLookAt(now, 1).length)) === 0 ? [] : write(() => claimDue(tables, now, limit))),
    giveBack: ({ place, week }, retryAt, problem) =>
      write(() =>
        withPlace(place, (placeId) => {
          weekly.release(placeId, week, problem)
          weekly.lookAgain(placeId, retryAt)
        }),
      ),
    noteProblem: ({ place, week }, problem) => write(() => withPlace(place, (placeId) => weekly.saveProblem(placeId, week, problem))),
    notePosted: ({ place, week }, message) => write(() => withPlace(place, (placeId) => weekly.savePosted(placeId, week, message))),
    material: (place, week) => read(() => material(tables, place, week)),
    state: (place, now) => read(() => state(tables, place, now)),
    stale: (limit) => read(() => weekly.stale(limit)),
    markDrawn: (drawn) => write(() => withPlace(drawn.place, (placeId) => weekly.markDrawn(placeId, drawn))),
  }
}

function claimDue({ places, quizzes, weekly }: Tables, now: Instant, limit: number): readonly ClaimedWeek[] {
  return weekly.toLookAt(now, limit).flatMap((place): ClaimedWeek[] => {
    const [quiz, placeId] = [quizzes.at(place), places.find(place)]
    if (quiz === undefined || placeId === undefined) return []
    const { look, again } = lookAtWeeks(quiz, weekly.held(placeId), weekly.done(placeId), now)
    weekly.lookAgain(placeId, again)
    if (look.kind === 'wait') return []
    weekly.claim(placeId, look.week, look.kind === 'post' ? unknownEnd : null)
    return look.kind === 'post' ? [{ place, week: look.week, dueAt: look.at }] : []
  })
}

/** Switched on just now: weeks that are over get no recap. */
export function startWeekly({ places, weekly }: Tables, quiz: Quiz, now: Instant): void {
  const placeId = places.find(quiz.place)
  if (placeId === undefined) return
  const { look } = lookAtWeeks(quiz, weekly.held(placeId), weekly.done(placeId), now)
  if (look.kind !== 'wait') weekly.claim(placeId, look.week, null)
  weekly.lookAgain(placeId, now)
}

function material(tables: Tables, place: PlaceId, week: Week): WeekMaterial | undefined {
  const { places, quizzes, groups, closedRounds, weekly } = tables
  const placeId = places.find(place)
  if (placeId === undefined) return undefined
  const { leftOut } = weekBoard(tables, { placeId, groupId: groups.find(quizzes.at(place)?.group ?? '') ?? 0 }, week)
  const since = addDays(week, -7 * (topicWeeks - 1))
  return {
    week,
    rounds: closedRounds.since(place, since).filter(({ day }) => day <= lastDayOf(week)),
    voided: closedRounds.voidedDaily(place, week, lastDayOf(week)),
    askedBefore: weekly.askedBefore(placeId, since),
    people: weekly.people(placeId, week),
    peopleBefore: weekly.people(placeId, addDays(week, -7)),
    everyDay: weekly.everyDay(placeId, week, leftOut.map(({ personId }) => personId)),
  }
}

function state({ places, quizzes, weekly }: Tables, place: PlaceId, now: Instant): WeeklyState | undefined {
  const [quiz, placeId] = [quizzes.at(place), places.find(place)]
  if (quiz === undefined || placeId === undefined) return undefined
  const held = weekly.held(placeId)
  return {
    nextAt: nextRecap(quiz, held, weekly.done(placeId), now),
    latest: held.find(({ answers }) => answers > 0)?.week ?? null,
    problem: weekly.problem(placeId),
  }
}
