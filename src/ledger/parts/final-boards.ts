// The part for final boards.
import { comingFinals, endingKey, finalAt, lookAtFinals, wantedBy, type FinalChoice } from '../../core/final-board.ts'
import { unknownEnd } from '../../core/post-once.ts'
import type { PlaceId } from '../../core/quiz.ts'
import { studyDay } from '../../core/study-day.ts'
import type { Instant, LocalDate } from '../../core/time.ts'
import type { ClaimedFinal, FinalBoards } from '../final-boards.ts'
import type { Jobs } from '../jobs.ts'
import type { Tables } from '../tables/tables.ts'

export function openFinalBoards({ read, write }: Jobs, tables: Tables): FinalBoards {
  const { places, quizzes, finalBoards } = tables

  function withPlace(place: PlaceId, save: (placeId: number) => void): void {
    const placeId = places.find(place)
    if (placeId !== undefined) save(placeId)
  }

  function choose(place: PlaceId, choice: FinalChoice, now: Instant): void {
    const quiz = quizzes.at(place)
    if (quiz === undefined) return
    withPlace(place, (placeId) => finalBoards.save(placeId, { ...wantedBy(choice), since: studyDay(now, quiz.zone, quiz.rolloverHour) }, now))
  }

  return {
    of: (place) =>
      read(() => {
        const placeId = places.find(place)
        return { ...(placeId === undefined ? unwanted : (finalBoards.of(placeId) ?? unwanted)), problem: placeId === undefined ? null : finalBoards.problem(placeId) }
      }),
    coming: (place, now) =>
      read(() => {
        const [quiz, placeId] = [quizzes.at(place), places.find(place)]
        const wanted = placeId === undefined ? undefined : finalBoards.of(placeId)
        return quiz === undefined || placeId === undefined || wanted === undefined ? [] : comingFinals(wanted, quiz, endingsOf(tables, placeId), now)
      }),
    choose: (place, choice, now) => write(() => choose(place, choice, now)),
    claimDue: async (now, limit) => ((await read(() => finalBoards.toLookAt(now, 1).length)) === 0 ? [] : write(() => claimDue(tables, now, limit))),
    giveBack: ({ place, ending }, retryAt, problem) =>
      write(() =>
        withPlace(place, (placeId) => {
          finalBoards.release(placeId, endingKey(ending), problem)
          finalBoards.lookAgain(placeId, retryAt)
        }),
      ),
    noteProblem: ({ place, ending }, problem) => write(() => withPlace(place, (placeId) => finalBoards.saveProblem(placeId, endingKey(ending), problem))),
    notePosted: ({ place, ending }, message) => write(() => withPlace(place, (placeId) => finalBoards.savePosted(placeId, endingKey(ending), message))),
    stale: (limit) => read(() => finalBoards.stale(limit)),
    markDrawn: ({ place, ending, stale }) => write(() => withPlace(place, (placeId) => finalBoards.markDrawn(placeId, endingKey(ending), stale))),
  }
}

const endingsOf = ({ seasons, finalBoards }: Tables, placeId: number) => ({
  seasons: seasons.of(placeId), weeks: finalBoards.weeks(placeId), counting: (lastDay: LocalDate) => finalBoards.counting(placeId, lastDay),
})

const unwanted = { week: false, season: false, since: '' } as const

function claimDue(tables: Tables, now: Instant, limit: number): readonly ClaimedFinal[] {
  const { places, quizzes, finalBoards } = tables
  return finalBoards.toLookAt(now, limit).flatMap((place): readonly ClaimedFinal[] => {
    const [quiz, placeId] = [quizzes.at(place), places.find(place)]
    const wanted = placeId === undefined ? undefined : finalBoards.of(placeId)
    if (placeId === undefined || wanted === undefined) return []
    // Without a quiz there is nobody left who could want it.
    if (quiz === undefined) {
      finalBoards.save(placeId, { ...wanted, week: false, season: false }, now)
      return []
    }
    const known = { ...endingsOf(tables, placeId), isDone: (key: string) => finalBoards.isClaimed(placeId, key) }
    const { post, pass, again } = lookAtFinals(wanted, quiz, known, now)
    for (const ending of post) finalBoards.claim(placeId, endingKey(ending), ending, unknownEnd)
    for (const ending of pass) finalBoards.claim(placeId, endingKey(ending), ending, null)
    finalBoards.lookAgain(placeId, again)
    return post.map((ending) => ({ place, ending, dueAt: finalAt(quiz, ending.to) }))
  })
}
