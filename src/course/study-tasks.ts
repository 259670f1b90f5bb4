// Questions of the course as tasks of a private session.
import type { QuestionWords } from '../core/question.ts'
import type { QuestionId } from '../core/quiz.ts'
import { seeded, shuffle } from '../core/random.ts'
import { fingerprint, type Task } from '../core/session.ts'
import { itemId, readItem } from '../core/study-item.ts'
import type { Course, Question } from './course.ts'
import { withImage, wordsOf } from './question-content.ts'
import { inVersions } from './succeeding.ts'

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
    return [{ item: itemId('question', id), order, key: question.key, content: asShown(course, question).content }]
  })
}

/** The words of the task's question; null if no version of the course has it as it was drawn. */
export function wordsOfTask(course: Course, { item, content }: Pick<Task, 'item' | 'content'>): QuestionWords | null {
  const asDrawn = (version: Course): QuestionWords | undefined => {
    const question = questionIn(version, item)
    const shown = question === undefined ? undefined : asShown(version, question)
    return shown?.content === content ? shown.words : undefined
  }
  return inVersions(course, asDrawn) ?? null
}

/** As the course has it, or the latest version that had it. */
export const questionOf = (course: Course, item: Task['item']): Question | undefined => inVersions(course, (version) => questionIn(version, item))

function questionIn({ byId }: Course, item: Task['item']): Question | undefined {
  const { kind, id } = readItem(item)
  return kind === 'question' ? byId.questions.get(id) : undefined
}

/** What tells this version of the question from others. */
export const markOf = (course: Course, question: Question): number => asShown(course, question).content

type Shown = { readonly words: QuestionWords; readonly content: number }

/** A question stays as it is while its course is loaded, and every press of a session asks for it. */
const made = new WeakMap<Question, Shown>()

/** The fingerprint is taken with the key, which can change while the words stay. */
function asShown(course: Course, question: Question): Shown {
  const known = made.get(question)
  if (known !== undefined) return known
  const words = wordsOf(course, question)
  const shown = { words: withImage(course, words), content: fingerprint([words, question.key]) }
  made.set(question, shown)
  return shown
}
