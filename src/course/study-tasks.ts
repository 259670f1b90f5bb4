// Questions of the course as tasks of a private session.
import type { QuestionWords } from '../core/question.ts'
import type { QuestionId } from '../core/quiz.ts'
import { seeded, shuffle } from '../core/random.ts'
import { fingerprint, type Task } from '../core/session.ts'
import { itemId, readItem } from '../core/study-item.ts'
import type { Course, Question } from './course.ts'
import { wordsOf } from './question-content.ts'

/**
 * Those of the questions that the course has, with their options in an order of their own.
 *
 * @param seed the same tasks for the same seed
 */
export function questionTasks(course: Course, ids: readonly QuestionId[], seed: string): readonly Task[] {
  return ids.flatMap((id) => {
    const question = course.byId.questions.get(id)
    if (question === undefined) return []
    const order = shuffle(question.options.map((option) => option.id), seeded(`${seed} ${id}`))
    return [{ item: itemId('question', id), order, key: question.key, content: contentOf(course, question) }]
  })
}

/** The words of the task's question; null if they were changed since it was drawn, or the question is gone. */
export function wordsOfTask(course: Course, { item, content }: Pick<Task, 'item' | 'content'>): QuestionWords | null {
  const question = questionOf(course, item)
  return question === undefined || contentOf(course, question) !== content ? null : wordsOf(course, question)
}

export function questionOf(course: Course, item: Task['item']): Question | undefined {
  const { kind, id } = readItem(item)
  return kind === 'question' ? course.byId.questions.get(id) : undefined
}

/** With the key, which can change while the words stay. */
const contentOf = (course: Course, question: Question): number => fingerprint([wordsOf(course, question), question.key])
