// A round after its close: the answer, how the group voted, why, and who was right. The post for everyone is this screen; for one
// person, a feature puts the same blocks together in its own way.
import type { QuestionContent } from '../core/question.ts'
import type { OptionId, PersonId } from '../core/quiz.ts'
import type { Round } from '../core/round.ts'
import { whyRight } from './explanation.ts'
import { lettered, stemBlocks } from './question.ts'
import { showRoundButton } from './round-controls.ts'
import { answerTitle } from './right-letters.ts'
import type { Block, Screen, Votes } from './screen.ts'
import { voidedBlocks } from './voided.ts'
import { answeredInWords, strong, type Inline, type Text } from './text.ts'

export type GroupResult = {
  readonly answered: number
  /** Null where nobody may see how the group voted; see `core/small-groups.ts`. */
  readonly votes: ReadonlyMap<OptionId, number> | null
  readonly right: readonly { readonly id: PersonId; readonly name: string }[]
}

/** More would fill the post. */
const namesShown = 30

export function revealScreen(round: Round, content: QuestionContent, result: GroupResult): Screen {
  const blocks: Block[] = [
    ...stemBlocks(round, content),
    ...(round.voided === true ? voidedBlocks(content) : [...votesOf(round, content, result, null), ...whyRight(content), ...whoWasRight(round, result)]),
    { kind: 'buttons', buttons: [showRoundButton(round.id, 'My result')] },
  ]
  return { name: 'reveal', title: answerTitle(round), tone: 'plain', blocks }
}

/** @param mine what the person who looks has chosen; null on a screen for everyone */
export function votesOf(round: Round, content: QuestionContent, result: GroupResult, mine: readonly OptionId[] | null): Block[] {
  const { answered, votes } = result
  const options = lettered(round, content).map(({ id, letter, text }) => ({
    letter,
    text,
    votes: votes?.get(id) ?? 0,
    right: round.key.includes(id),
    mine: mine?.includes(id) ?? false,
  }))
  return votes === null ? withoutVotes(options, answered) : [{ kind: 'votes', answered, options }]
}

function withoutVotes(options: Votes['options'], answered: number): Block[] {
  const items = options.map(({ letter, text, right, mine }): Text => [
    strong(`${right ? '✅ ' : ''}${letter}`),
    ' ',
    ...text,
    ...(mine ? [strong(' · your answer')] : []),
  ])
  return [
    { kind: 'list', items },
    { kind: 'footnote', text: [`${answeredInWords(answered)}. To keep answers private, this question shows no votes and no names.`] },
  ]
}

/** Leaves out people who are hidden or gone. Says that nobody was right only where the votes show it. */
export function whoWasRight({ key }: Round, result: GroupResult): Block[] {
  const { votes } = result
  if (votes === null) return []
  if (result.right.length === 0) {
    const nobody = result.answered > 0 && key.some((option) => (votes.get(option) ?? 0) === 0)
    return nobody ? [{ kind: 'paragraph', text: ['Nobody got it this time.'] }] : []
  }
  const shown = result.right.slice(0, namesShown)
  const names = shown.flatMap(({ id, name }, index): Inline[] => [...(index === 0 ? [] : [', ']), { kind: 'person', id, name }])
  const more = result.right.length - shown.length
  return [{ kind: 'paragraph', text: [strong('Right: '), ...names, more > 0 ? ` and ${more} more` : ''] }]
}
