// The part for threads, in SQLite.
import { isThreadWanted } from '../../core/thread.ts'
import type { RoundId } from '../../core/round.ts'
import type { Instant } from '../../core/time.ts'
import type { Threads } from '../threads.ts'
import type { CommitQueue } from './file/commit-queue.ts'
import { claimsOf } from './tables/claims.ts'
import type { StoredRound } from './tables/round-row.ts'
import type { Tables } from './tables/tables.ts'

export function openThreads({ read, write }: CommitQueue, tables: Tables): Threads {
  const { rounds, quizzes, threads } = tables

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
          const isNews = problem !== null && threads.problem(placeId) === null
          threads.saveProblem(placeId, problem, problem === null ? null : isNews ? now : undefined)
        }),
      ),
    toTell: (now, limit) =>
      read(() =>
        threads.toTell(now, limit).flatMap(({ place, reason }) => {
          const quiz = quizzes.at(place)
          return quiz === undefined ? [] : [{ quiz, reason }]
        }),
      ),
    markTold: (places, again) =>
      write(() => {
        for (const place of places) threads.saveTell(place, again)
      }),
  }
}

function claim({ rounds, quizzes, threads }: Tables, name: RoundId, now: Instant): boolean {
  const stored = rounds.find(name)
  const quiz = stored === undefined ? undefined : quizzes.at(stored.round.place)
  if (stored === undefined || !threads.claim(stored.id)) return false
  return quiz !== undefined && isThreadWanted(quiz, stored.round, now)
}
