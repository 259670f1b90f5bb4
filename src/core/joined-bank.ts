// The questions of all courses as one bank, and those of some of them: a channel is asked from the courses that it has.
import { firstCourse, idIn, type CourseNumber } from './course-number.ts'
import type { QuestionBank } from './due.ts'

export function joinedBank(banks: ReadonlyMap<CourseNumber, QuestionBank>): QuestionBank {
  const made = new Map<string, QuestionBank>()
  // The same one each time: what is worked out about a bank is kept with it.
  const of = (courses: readonly CourseNumber[]): QuestionBank => {
    const name = courses.join()
    const bank = made.get(name) ?? someOf(banks, courses)
    made.set(name, bank)
    return bank
  }
  return { ...of([...banks.keys()]), of }
}

function someOf(banks: ReadonlyMap<CourseNumber, QuestionBank>, courses: readonly CourseNumber[]): QuestionBank {
  const first = banks.get(firstCourse)
  if (first !== undefined && courses.every((course) => course === firstCourse)) return first
  const found = courses.flatMap((course) => {
    const bank = banks.get(course)
    return bank === undefined ? [] : [{ course, bank }]
  })
  return {
    // Topics and facts are told apart as well: a channel can have several courses.
    questions: found.flatMap(({ course, bank }) => bank.questions.map((question) => ({ ...question, topic: idIn(course, question.topic), ...factsIn(course, question.facts) }))),
    weights: new Map(found.flatMap(({ course, bank }) => [...bank.weights].map(([topic, weight]) => [idIn(course, topic), weight] as const))),
    contents: new Map(found.flatMap(({ bank }) => [...bank.contents])),
    lacks: courses.filter((course) => !banks.has(course)),
  }
}

const factsIn = (course: CourseNumber, facts: readonly string[] | undefined) => (facts === undefined ? {} : { facts: facts.map((fact) => idIn(course, fact)) })
