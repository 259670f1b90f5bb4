// A question that was taken out of the count: what that means for those who answered it.
import type { QuestionContent } from '../core/question.ts'
import type { Block } from './screen.ts'
import { strong, type Text } from './text.ts'

/** In place of an explanation. */
export const voidedBlocks = ({ explanation }: Pick<QuestionContent, 'explanation'>): Block[] => [
  { kind: 'paragraph', text: ['It earns no points, right or wrong, and counts as no mistake. Streaks stay as they are.'] },
  ...(explanation === '' ? [] : [{ kind: 'paragraph', text: [strong('Why: '), explanation] as Text } as const]),
]
