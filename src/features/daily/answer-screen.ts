// A closed round for one person: whether they were right, and why. The question with how everyone answered is a page of its own.
import type { QuestionContent } from '../../core/question.ts'
import type { OptionId } from '../../core/quiz.ts'
import { isRight, type Round } from '../../core/round.ts'
import { explanation } from '../../screens/explanation.ts'
import { stemBlocks } from '../../screens/question.ts'
import { moreButton } from '../../screens/round-controls.ts'
import { votesOf, whoWasRight, type GroupResult } from '../../screens/reveal.ts'
import { answerTitle } from '../../screens/right-letters.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import type { Text } from '../../screens/text.ts'
import { answerLine, named } from '../../screens/answered.ts'
import { voidedBlocks } from '../../screens/voided.ts'
import { resultButtons } from './result-screen.ts'
import { emphasized } from '../../screens/written.ts'

export type AnswerFor = GroupResult & {
  readonly mine: readonly OptionId[] | null
  /** Left out where the person has it before their eyes, or where other things stand above. */
  readonly withQuestion?: boolean
  /** The person has just tried to answer. */
  readonly late?: boolean
}

export function answerScreen(round: Round, content: QuestionContent, result: AnswerFor): Screen {
  const { mine, late = false, withQuestion = !late } = result
  if (round.voided === true) return voidedAnswer(round, content, result)
  const blocks: Block[] = [
    ...(withQuestion ? stemBlocks(round, content) : []),
    { kind: 'paragraph', text: verdict(round, content, mine, late) },
    ...explanation(content),
    { kind: 'buttons', buttons: resultButtons(round, content, [moreButton(round.id, 'question')]) },
  ]
  if (late) return { name: 'answer', title: mine === null ? 'This question is closed' : 'You already answered', tone: 'plain', blocks }
  if (mine === null) return { name: 'answer', title: answerTitle(round), tone: 'plain', blocks }
  const right = isRight(round.key, mine)
  return { name: 'answer', title: right ? 'Right' : 'Not this time', tone: right ? 'right' : 'wrong', blocks }
}

function voidedAnswer(round: Round, content: QuestionContent, { mine }: AnswerFor): Screen {
  const blocks: Block[] = [
    ...stemBlocks(round, content),
    ...(mine === null ? [] : [{ kind: 'paragraph', text: ['You answered ', ...emphasized(named(round, content, mine))] } as const]),
    ...voidedBlocks(content),
  ]
  return { name: 'answer', title: answerTitle(round), tone: 'plain', blocks }
}

/** What was asked, how everyone answered, and who was right. */
export function askedScreen(round: Round, content: QuestionContent, result: AnswerFor): Screen {
  if (round.voided === true) return voidedAnswer(round, content, result)
  const blocks: Block[] = [
    ...stemBlocks(round, content),
    ...votesOf(round, content, result, result.mine),
    ...whoWasRight(round, result),
    { kind: 'buttons', buttons: [moreButton(round.id, 'short')] },
  ]
  return { name: 'asked-question', title: answerTitle(round), tone: 'plain', blocks }
}

function verdict(round: Round, content: QuestionContent, mine: readonly OptionId[] | null, late: boolean): Text {
  if (mine === null) return [late ? 'Your answer came too late to count.' : 'You didn’t answer this one.', ' The answer is ', ...emphasized(named(round, content, round.key))]
  const right = isRight(round.key, mine)
  const answer = answerLine(round, content, { chosen: mine, right })
  return late ? ['This question is closed. ', ...answer, right ? '\nThat was right.' : ''] : answer
}
