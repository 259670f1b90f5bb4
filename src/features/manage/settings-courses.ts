// The courses of a channel among its settings, and the topics that they have.
import { courseOfId, idIn, type CourseNumber } from '../../core/course-number.ts'
import type { QuizSettings } from '../../core/quiz.ts'
import type { Topic } from '../../course/course.ts'
import type { Courses } from '../../course/courses.ts'
import type { FormField } from '../../screens/form.ts'
import { coursesNamed } from '../course-named.ts'

/** The topics to choose from in these courses, under the ids that a channel keeps. */
export const topicsIn = (courses: Pick<Courses, 'at'>, numbers: readonly CourseNumber[]): { readonly topics: readonly Topic[] } => ({
  topics: numbers.flatMap((number) => courses.at(number).course.topics.map((topic) => ({ ...topic, id: idIn(number, topic.id) }))),
})

/** @param typed empty: they stay as they are. Topics of other courses are chosen no more. */
export function withCourses<Base extends Pick<QuizSettings, 'courses' | 'topics'>>(typed: string, base: Base, courses: Courses): { readonly base: Base; readonly problem?: string } {
  if (typed === '') return { base }
  const read = coursesNamed(typed, courses)
  if ('problem' in read) return { base, problem: read.problem }
  return { base: { ...base, courses: read.value, topics: base.topics.filter((topic) => read.value.includes(courseOfId(topic))) } }
}

/** Why these settings would never ask from one of their courses; undefined if they would from all. */
export function unaskedCourse({ courses: numbers, topics }: Pick<QuizSettings, 'courses' | 'topics'>, courses: Pick<Courses, 'at' | 'has'>): string | undefined {
  const unasked = topics.length === 0 ? undefined : numbers.find((number) => courses.has(number) && !topics.some((topic) => courseOfId(topic) === number))
  if (unasked === undefined) return undefined
  const { title, topics: own } = courses.at(unasked).course
  const such = own.slice(0, 1).map((topic) => `, such as “${topic.title}”`).join('')
  return `“${title}” has none of these topics, so no question would come from it. Add one of its topics${such}, or leave the course out.`
}

/** As one would type them; empty where there is no choice. */
export const coursesAsTyped = (numbers: readonly CourseNumber[], courses: Courses): string =>
  courses.alone ? '' : numbers.flatMap((number) => (courses.has(number) ? [courses.at(number).course.id] : [])).join(',')

/** Undefined where there is no choice. */
export function coursesField({ all, alone }: Pick<Courses, 'all' | 'alone'>): FormField | undefined {
  if (alone) return undefined
  const choices = all.map(({ course: { id, title } }) => ({ value: id, label: title }))
  return { name: 'course', label: 'Course', hint: 'With several, questions come from all of them.', input: { kind: 'several', choices } }
}
