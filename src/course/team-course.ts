// The course as somebody studies it alone: its own questions, and beside them those that the teams of their channels wrote.
import { teamKey, teamTopic, teamWords, type TeamText } from '../core/team-question.ts'
import type { QuestionId } from '../core/quiz.ts'
import type { Course, Question } from './course.ts'
import { withPassage } from './question-content.ts'

export type TeamItem = { readonly id: QuestionId; readonly text: TeamText }

/** Only for one person's sessions: nothing else may draw from it, such as an exam or the daily question of another channel. */
export function withTeamQuestions(course: Course, team: readonly TeamItem[]): Course {
  const questions = team.filter(({ id }) => !course.byId.questions.has(id)).map((item) => asQuestion(course, item))
  if (questions.length === 0) return course
  return {
    ...course,
    questions: [...course.questions, ...questions],
    byId: { ...course.byId, questions: new Map([...course.byId.questions, ...questions.map((question) => [question.id, question] as const)]) },
  }
}

/** The form, the owner, and the difficulty serve the balance of a course, and no session reads them. */
function asQuestion(course: Course, { id, text }: TeamItem): Question {
  const words = withPassage(course, teamWords(text))
  const { stem, explanation, whyNot, keyPoint, sources } = words
  const [options, key] = [words.options as Question['options'], teamKey(text) as Question['key']]
  return { id, difficulty: 'medium', owner: '', form: 'which-action', topic: teamTopic.id, stem, options, key, pick: key.length, explanation, whyNot: { ...whyNot }, keyPoint, sources, facts: [], team: words }
}
