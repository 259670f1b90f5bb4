// What screens show of a round, where the bot may have several courses: its words, and sources that say which course they are of.
import { firstCourse, type CourseNumber } from '../core/course-number.ts'
import type { QuestionContent, Source } from '../core/question.ts'
import type { Round } from '../core/round.ts'
import { courseOfRound, type Courses } from './courses.ts'
import { contentOf } from './question-content.ts'

export const contentIn = (courses: Pick<Courses, 'at' | 'alone'>, round: Round): QuestionContent => marked(contentOf(courseOfRound(courses, round), round), markOfRound(courses, round))

/** Undefined where the bot has one course: there's nothing to say. */
export const markOfRound = ({ alone }: Pick<Courses, 'alone'>, { course = firstCourse }: Pick<Round, 'course'>): CourseNumber | undefined => (alone ? undefined : course)

/** In a channel with several courses, a button of a question isn't about the first one. */
export function marked<Sourced extends { readonly sources: readonly Source[] }>(content: Sourced, course: CourseNumber | undefined): Sourced {
  return course === undefined ? content : { ...content, sources: content.sources.map((source) => ({ ...source, course })) }
}
