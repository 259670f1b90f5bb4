// The topic of a question that a channel was asked: one of the course, or the team's own.
import type { QuestionId, TopicId } from '../core/quiz.ts'
import { isTeamQuestion, teamTopic } from '../core/team-question.ts'
import type { Course } from './course.ts'

/** Undefined for a question that has left the course. */
export const topicOf = ({ byId }: Pick<Course, 'byId'>, question: QuestionId): TopicId | undefined =>
  byId.questions.get(question)?.topic ?? (isTeamQuestion(question) ? teamTopic.id : undefined)

export const topicTitle = ({ byId }: Pick<Course, 'byId'>, topic: TopicId): string => byId.topics.get(topic)?.title ?? (topic === teamTopic.id ? teamTopic.title : topic)
