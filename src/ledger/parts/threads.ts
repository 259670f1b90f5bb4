// The part for threads.
import { isThreadWanted, type Threadless } from '../../core/thread.ts'
import type { RoundId } from '../../core/round.ts'
import type { Instant } from '../../core/time.ts'
import type { Jobs } from '../jobs.ts'
import type { Threads } from '../threads.ts'
import { claimsOf } from '../tables/claims.ts'
import type { StoredRound } from '../tables/round-row.ts'
import type { Tables } from '../tables/tables.ts'
import type { ThreadProblem } from '../tables/threads.ts'

export function openThreads({ read, write }: Jobs, tables: Tables): Threads {
  const { places, rounds, quizzes, threads } = tables

  function withRound(name: RoundId, save: (stored: StoredRound) => void): void {
    const stored = rounds.find(name)
    if (stored !== undefined) save(stored)
  }

  return {
    due: (now, limit) => read(() => claimsOf(threads.due(now, limit), quizzes)),
    claim: (name, now) => write(() => claim(tables, name, now)),
    release: (name, again) => write(() => withRound(name, ({ id }) => threads.want(id, again))),
    note: (name, problem, now) =>
      write(() =>
        withRound(name, ({ placeId }) => {
          const isNews = problem !== null && threads.problem(placeId) !== problem
          threads.saveProblem(placeId, problem, problem === null ? null : isNews ? now : undefined)
        }),
      ),
    problem: (place) =>
      read(() => {
        const placeId = places.find(place)
        return placeId === undefined ? null : threads.problem(placeId)
      }),
    toTell: (now, limit) => read(() => withQuiz(threads.toTell(now, limit), tables)),
    markTold: (places, again) =>
      write(() => {
        for (const place of places) threads.saveTell(place, again)
      }),
  }
}

export function withQuiz(problems: readonly ThreadProblem[], { quizzes }: Pick<Tables, 'quizzes'>): readonly Threadless[] {
  return problems.flatMap(({ place, reason }) => {
    const quiz = quizzes.at(place)
    return quiz === undefined ? [] : [{ quiz, reason }]
  })
}

function claim({ rounds, quizzes, threads }: Tables, name: RoundId, now: Instant): boolean {
  const stored = rounds.find(name)
  const quiz = stored === undefined ? undefined : quizzes.at(stored.round.place)
  if (stored === undefined || !threads.claim(stored.id)) return false
  return quiz !== undefined && isThreadWanted(quiz, stored.round, now)
}
