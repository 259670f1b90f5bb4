// A course as it is after its author has edited it.
import { indexOf } from '../../src/course/course-index.ts'
import type { Course, Question } from '../../src/course/course.ts'

/** @param edit the question as it is now; undefined: it was removed */
export function editedCourse(course: Course, edit: (question: Question) => Question | undefined): Course {
  const questions = course.questions.flatMap((question) => edit(question) ?? [])
  return { ...course, questions, byId: indexOf({ ...course, questions }) }
}

/** The texts of the first two options change places, and so does the key: the same options, under other letters. */
export function swapped(question: Question): Question {
  const [first, second, ...others] = question.options
  if (first === undefined || second === undefined) return question
  const other = new Map([[first.id, second.id], [second.id, first.id]])
  const whyNot = Object.fromEntries(Object.entries(question.whyNot).map(([id, why]) => [other.get(id as typeof first.id) ?? id, why]))
  return {
    ...question,
    options: [{ ...first, text: second.text }, { ...second, text: first.text }, ...others],
    key: question.key.map((id) => other.get(id) ?? id),
    whyNot,
  }
}
