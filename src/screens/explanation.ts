// Why the right option is right: the same for everybody, alone and in the reveal. A page of its own says why the others are not.
import type { QuestionContent, QuestionWords } from '../core/question.ts'
import type { Round } from '../core/round.ts'
import { lettered } from './question.ts'
import type { Block } from './screen.ts'
import { readingLine } from './sources.ts'
import { joined, plain, strong, type Text } from './text.ts'
import { written, writtenLine } from './written.ts'

/** For the post of a channel, which shows the question and the votes as well; what to remember is behind its button. */
export const whyRight = (content: QuestionWords): Block[] => [{ kind: 'paragraph', text: written(content.explanation) }]

/** Why, and what to remember, unless that was said of another answer. */
export const explanation = (content: QuestionWords): Block[] => [
  ...whyRight(content),
  ...(content.keyPoint === '' ? [] : [{ kind: 'paragraph', text: [strong('Remember: '), ...written(content.keyPoint)] } as const]),
]

/** What stands behind the button “More”. @param reminded with the beginning of each option */
export function moreExplanation(round: Pick<Round, 'key' | 'order'>, content: QuestionWords, reminded: boolean): Block[] {
  const wrong = lettered(round, content).filter(({ id }) => !round.key.includes(id))
  return [
    { kind: 'list', items: wrong.map(({ id, letter, text }): Text => [strong(reminded ? `${letter}: ${beginning(plain(text))}` : letter), ...joined([reminded ? '\n' : ' ', ...written(content.whyNot[id] ?? 'It isn’t the answer.')])]) },
    ...(content.note === null ? [] : ([{ kind: 'paragraph', text: [strong('Note: '), ...written(content.note)] }] as const)),
    { kind: 'footnote', text: readingLine(content) },
  ]
}

/** A line of a phone, behind the letter. */
const longestReminder = 36

function beginning(text: string): string {
  if (text.length <= longestReminder) return text
  const room = text.slice(0, longestReminder)
  return `${room.slice(0, room.lastIndexOf(' ') > 0 ? room.lastIndexOf(' ') : longestReminder)}…`
}

/** Something beside the point of the question. */
export const tipBlocks = ({ tip }: Pick<QuestionContent, 'tip'>): Block[] => (tip === null ? [] : [{ kind: 'footnote', text: writtenLine(tip) }])
