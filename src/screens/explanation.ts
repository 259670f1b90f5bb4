// Why the right option is right: the same for everybody, alone and in the reveal. The long form adds why the others are not.
import type { QuestionContent, QuestionWords } from '../core/question.ts'
import type { Round } from '../core/round.ts'
import { lettered } from './question.ts'
import type { Block } from './screen.ts'
import { sourcesLine } from './sources.ts'
import { strong, type Text } from './text.ts'

/** Why, and what to remember. */
export const explanation = (content: QuestionWords): Block[] => [
  { kind: 'paragraph', text: [content.explanation] },
  { kind: 'paragraph', text: [strong('Remember: '), content.keyPoint] },
]

/** What stands behind the button “More”. */
export function moreExplanation(round: Pick<Round, 'key' | 'order'>, content: QuestionWords & Partial<Pick<QuestionContent, 'tip'>>): Block[] {
  const wrong = lettered(round, content).filter(({ id }) => !round.key.includes(id))
  return [
    { kind: 'heading', text: 'Why not the others' },
    { kind: 'list', items: wrong.map(({ id, letter }): Text => [strong(letter), ` ${content.whyNot[id] ?? 'It isn’t the answer.'}`]) },
    ...(content.note === null ? [] : ([{ kind: 'paragraph', text: [strong('Note: '), content.note] }] as const)),
    { kind: 'footnote', text: sourcesLine(content.sources) },
    ...((content.tip ?? null) === null ? [] : ([{ kind: 'footnote', text: [content.tip ?? ''] }] as const)),
  ]
}
