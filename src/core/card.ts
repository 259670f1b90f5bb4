// A flashcard as people see it.
import type { Source } from './question.ts'

export type CardWords = {
  readonly topicTitle: string
  /** What to recall. */
  readonly front: string
  readonly back: string
  readonly sources: readonly Source[]
}
