// What a round asks: the question, its options in order, and its words.
import type { QuestionWords } from './question.ts'
import type { OptionId, QuestionId } from './quiz.ts'

export type Asked = {
  readonly question: QuestionId
  readonly order: readonly OptionId[]
  readonly key: readonly OptionId[]
  readonly words: QuestionWords | null
}
