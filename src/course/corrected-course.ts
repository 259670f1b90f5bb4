// The course with what the operator corrected, as long as its files say what they said then.
import { afterCorrections, type StandingCorrection, type Version } from '../core/corrected-bank.ts'
import { correctedWords, type Standard } from '../core/correction.ts'
import type { Course, Question } from './course.ts'
import { wordsOf } from './question-content.ts'
import { markOf } from './study-tasks.ts'

/** The same course if there is nothing to correct. Questions that don't count are left out. */
export function correctedCourse(course: Course, corrections: readonly StandingCorrection[]): Course {
  const changed = new Map<string, Question | null>()
  for (const [id, those] of Map.groupBy(corrections, ({ question }) => question)) {
    const question = course.byId.questions.get(id)
    if (question === undefined) continue
    const words = wordsOf(course, question)
    const after = afterCorrections({ key: question.key, words }, those)
    if (after.voided) changed.set(id, null)
    else if (after.words !== words && after.words !== null) changed.set(id, withKey(question, after.key as Question['key'], after.words))
  }
  if (changed.size === 0) return course
  const questions = course.questions.flatMap((question) => {
    const after = changed.get(question.id)
    return after === null ? [] : [after ?? question]
  })
  return { ...course, questions, byId: { ...course.byId, questions: new Map(questions.map((question) => [question.id, question])) } }
}

function withKey(question: Question, key: Question['key'], { explanation, whyNot, keyPoint }: Version['words']): Question {
  const { note: _, ...rest } = question
  return { ...rest, key, explanation, whyNot: whyNot as Question['whyNot'], keyPoint }
}

/** The question as the course has it, and as it would be after a correction. */
export function versionsOf(course: Course, question: Question, standard: Standard, why: string): { readonly asked: Version; readonly after: Version & Standard } {
  const words = wordsOf(course, question)
  const corrected = correctedWords(words, question.key, standard, why)
  const after = standard.voided ? question : withKey(question, standard.key as Question['key'], corrected)
  return { asked: { key: question.key, words, mark: markOf(course, question) }, after: { ...standard, words: corrected, mark: markOf(course, after) } }
}
