// The topic of a question that a channel was asked: one of the course, or the team's own.
import { courseOfId, idIn, withoutCourse } from '../core/course-number.ts'
import type { QuestionId, TopicId } from '../core/quiz.ts'
import { isTeamQuestion, teamTopic } from '../core/team-question.ts'
import type { Course } from './course.ts'
import { courseOf, type Courses } from './courses.ts'

/** Undefined for a question that has left the course. */
export const topicOf = ({ byId }: Pick<Course, 'byId'>, question: QuestionId): TopicId | undefined =>
  byId.questions.get(question)?.topic ?? (isTeamQuestion(question) ? teamTopic.id : undefined)

export const topicTitle = ({ byId }: Pick<Course, 'byId'>, topic: TopicId): string => byId.topics.get(topic)?.title ?? (topic === teamTopic.id ? teamTopic.title : topic)

/** The topic of a question that a channel was asked, told apart from those of other courses; undefined if the course no longer has it. */
export function topicAsked(courses: Pick<Courses, 'at'>, question: QuestionId): TopicId | undefined {
  const topic = topicOf(courseOf(courses, question), question)
  return topic === undefined || topic === teamTopic.id ? topic : idIn(courseOfId(question), topic)
}

/** @param topic from {@link topicAsked}, or one that a channel has chosen */
export const titleOfTopic = (courses: Pick<Courses, 'at'>, topic: TopicId): string => topicTitle(courseOf(courses, topic), withoutCourse(topic))
