// The message of a round after its close: the answer, how the group voted, why, and who was right.
import type { QuestionContent } from '../core/question.ts'
import type { OptionId, PersonId } from '../core/quiz.ts'
import type { Round } from '../core/round.ts'
import { explanation } from './explanation.ts'
import { lettered, stemOf } from './question.ts'
import type { Block, Screen } from './screen.ts'
import { sourcesLine } from './sources.ts'
import { strong, type Inline } from './text.ts'

export type GroupResult = {
  readonly answered: number
  readonly votes: ReadonlyMap<OptionId, number>
  readonly right: readonly { readonly id: PersonId; readonly name: string }[]
  /** What the person who looks has chosen; null on the message for everyone. */
  readonly mine: readonly OptionId[] | null
}

const namesShown = 30

export function revealScreen(round: Round, content: QuestionContent, result: GroupResult): Screen {
  const options = lettered(round, content)
  const key = options.filter(({ id }) => round.key.includes(id)).map(({ letter }) => letter)
  const blocks: Block[] = [
    { kind: 'paragraph', text: stemOf(round, content) },
    {
      kind: 'votes',
      answered: result.answered,
      options: options.map(({ id, letter, text }) => ({
        letter,
        text,
        votes: result.votes.get(id) ?? 0,
        right: round.key.includes(id),
        mine: result.mine?.includes(id) ?? false,
      })),
    },
    ...explanation(round, content),
    ...whoWasRight(round, result),
    { kind: 'footnote', text: [content.topicTitle] },
    { kind: 'footnote', text: sourcesLine(content.sources) },
  ]
  return { name: 'reveal', title: `The answer: ${key.join(' and ')}`, tone: 'plain', blocks }
}

/** The names are without people who keep off lists. That nobody was right is said only where the votes show it. */
function whoWasRight({ key }: Round, result: GroupResult): Block[] {
  if (result.right.length === 0) {
    const nobody = result.answered > 0 && key.some((option) => (result.votes.get(option) ?? 0) === 0)
    return nobody ? [{ kind: 'paragraph', text: ['Nobody had it this time.'] }] : []
  }
  const shown = result.right.slice(0, namesShown)
  const names = shown.flatMap(({ id, name }, index): Inline[] => [...(index === 0 ? [] : [', ']), { kind: 'person', id, name }])
  const more = result.right.length - shown.length
  return [{ kind: 'paragraph', text: [strong('Right: '), ...names, more > 0 ? ` and ${more} more` : ''] }]
}
