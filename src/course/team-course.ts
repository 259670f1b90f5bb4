// The course as somebody studies it alone: its own questions and cards, and beside them those of the teams of their channels.
import type { QuestionId } from '../core/quiz.ts'
import type { TeamCard } from '../core/team-deck.ts'
import { teamKey, teamTopic, teamWords, type TeamText } from '../core/team-question.ts'
import type { Course, Flashcard, Question } from './course.ts'
import { withPassage } from './question-content.ts'

export type TeamItem = { readonly id: QuestionId; readonly text: TeamText }

export type TeamCards = { readonly title: string; readonly cards: readonly TeamCard[] }

/** Only for one person's sessions: nothing else may draw from it, such as an exam or the daily question of another channel. */
export function withTeamItems(course: Course, team: readonly TeamItem[], decks: readonly TeamCards[]): Course {
  const questions = team.filter(({ id }) => !course.byId.questions.has(id)).map((item) => asQuestion(course, item))
  const cards = decks.flatMap((deck) => deck.cards.filter(({ id }) => !course.byId.flashcards.has(id)).map((card) => asFlashcard(deck.title, card)))
  if (questions.length === 0 && cards.length === 0) return course
  const byIds = <Of extends { readonly id: string }>(known: ReadonlyMap<string, Of>, more: readonly Of[]): ReadonlyMap<string, Of> => new Map([...known, ...more.map((each) => [each.id, each] as const)])
  return {
    ...course,
    questions: [...course.questions, ...questions],
    flashcards: [...course.flashcards, ...cards],
    byId: { ...course.byId, questions: byIds(course.byId.questions, questions), flashcards: byIds(course.byId.flashcards, cards) },
  }
}

/** The form, the owner, and the difficulty serve the balance of a course, and no session reads them. */
function asQuestion(course: Course, { id, text }: TeamItem): Question {
  const words = withPassage(course, teamWords(text))
  const { stem, explanation, whyNot, keyPoint, sources } = words
  const [options, key] = [words.options as Question['options'], teamKey(text) as Question['key']]
  return { id, difficulty: 'medium', owner: '', form: 'which-action', topic: teamTopic.id, stem, options, key, pick: key.length, explanation, whyNot: { ...whyNot }, keyPoint, sources, facts: [], team: words }
}

const asFlashcard = (team: string, { id, front, back }: TeamCard): Flashcard => ({ id, topic: teamTopic.id, front, back, facts: [], sources: [], team })
