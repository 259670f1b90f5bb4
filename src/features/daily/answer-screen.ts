// A closed round for one person: whether they were right, how the group voted, and why.
import type { QuestionContent } from '../../core/question.ts'
import type { OptionId } from '../../core/quiz.ts'
import { isRight, type Round } from '../../core/round.ts'
import { explanation, moreExplanation } from '../../screens/explanation.ts'
import { stemOf } from '../../screens/question.ts'
import { votesOf, whoWasRight, type GroupResult } from '../../screens/reveal.ts'
import { answerTitle } from '../../screens/right-letters.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { strong, type Text } from '../../screens/text.ts'
import { answerLine, named } from '../../screens/answered.ts'
import { resultButtons } from './result-screen.ts'

export type AnswerFor = GroupResult & {
  readonly mine: readonly OptionId[] | null
  /** With why the others are wrong, the note and the sources. */
  readonly long?: boolean
  /** The person has just tried to answer. */
  readonly late?: boolean
}

export function answerScreen(round: Round, content: QuestionContent, result: AnswerFor): Screen {
  const { mine, long = false, late = false } = result
  const blocks: Block[] = [
    { kind: 'paragraph', text: verdict(round, content, mine, late) },
    { kind: 'paragraph', text: stemOf(round, content) },
    ...votesOf(round, content, result, mine),
    ...explanation(content),
    ...(long ? moreExplanation(round, content) : whoWasRight(round, result)),
    { kind: 'buttons', buttons: resultButtons(round, content, long) },
  ]
  if (late) return { name: 'answer', title: mine === null ? 'This question is closed' : 'You already answered', tone: 'plain', blocks }
  if (mine === null) return { name: 'answer', title: answerTitle(round), tone: 'plain', blocks }
  const right = isRight(round.key, mine)
  return { name: 'answer', title: right ? 'Right' : 'Not this time', tone: right ? 'right' : 'wrong', blocks }
}

function verdict(round: Round, content: QuestionContent, mine: readonly OptionId[] | null, late: boolean): Text {
  if (mine === null && late) return ['Your answer came too late to count. The answer is ', strong(named(round, content, round.key))]
  if (mine === null) return ['You didn’t answer this one.']
  const right = isRight(round.key, mine)
  const answer = answerLine(round, content, { chosen: mine, right })
  return late ? ['This question is closed. ', ...answer, right ? '\nThat was right.' : ''] : answer
}
