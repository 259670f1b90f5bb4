// A flashcard as people see it.
import type { Source } from './question.ts'

export type CardSides = {
  /** What to recall. */
  readonly front: string
  readonly back: string
}

export type CardWords = CardSides & {
  readonly topicTitle: string
  readonly sources: readonly Source[]
}

/** Of each side: the back is said in one breath, and both stand on a phone. */
export const longestSide = 200
