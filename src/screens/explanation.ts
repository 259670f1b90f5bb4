// Why the right option is right and the others are not: the same for everybody, alone and in the reveal.
import type { QuestionContent } from '../core/question.ts'
import type { Round } from '../core/round.ts'
import { lettered } from './question.ts'
import type { Block } from './screen.ts'
import { strong, type Text } from './text.ts'

export function explanation(round: Round, content: QuestionContent): Block[] {
  const wrong = lettered(round, content).filter(({ id }) => !round.key.includes(id))
  const blocks: Block[] = [
    { kind: 'paragraph', text: [content.explanation] },
    { kind: 'heading', text: 'Why not the others' },
    { kind: 'list', items: wrong.map(({ id, letter }): Text => [strong(letter), ` ${content.whyNot[id] ?? 'It is not the answer.'}`]) },
    { kind: 'paragraph', text: [strong('Remember: '), content.keyPoint] },
  ]
  if (content.note !== null) blocks.push({ kind: 'paragraph', text: [strong('Note: '), content.note] })
  return blocks
}
