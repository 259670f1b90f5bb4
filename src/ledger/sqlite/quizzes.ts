// The part for quizzes, in SQLite.
import type { Changed, QuizChange, Quizzes } from '../quizzes.ts'
import type { CommitQueue } from './file/commit-queue.ts'
import type { Tables } from './tables/tables.ts'

export function openQuizzes({ read, write }: CommitQueue, { quizzes, events }: Tables): Quizzes {
  function change<Refusal>(...[place, event, at, rule]: Parameters<Quizzes['change']>): Changed<Refusal> {
    const quiz = quizzes.at(place)
    if (events.has(place, 'change', event)) return { kind: 'repeated', quiz }
    const decided = rule(quiz) as QuizChange<Refusal>
    if ('refusal' in decided) return { kind: 'refused', refusal: decided.refusal }
    quizzes.save(decided.quiz)
    events.add(place, { kind: 'change', id: event, at, roundId: null })
    return { kind: 'saved', quiz: decided.quiz }
  }

  return {
    at: (place) => read(() => quizzes.at(place)),
    of: (group) => read(() => quizzes.of(group)),
    change: (place, event, at, rule) => write(() => change(place, event, at, rule)),
  }
}
