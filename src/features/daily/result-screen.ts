// What one person sees after answering: right or wrong, the right option, why, what to remember. The rest is behind “More”.
import type { OptionId } from '../../core/quiz.ts'
import type { Round } from '../../core/round.ts'
import type { QuestionContent } from '../../core/question.ts'
import { answerLine, named } from '../../screens/answered.ts'
import { runControl } from '../../screens/control.ts'
import { explanation, moreExplanation } from '../../screens/explanation.ts'
import { passageButtons, passagesOnScreen } from '../../screens/passage.ts'
import { stemOf } from '../../screens/question.ts'
import { moreButton, showRoundButton } from '../../screens/round-controls.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { moment, strong, type Text } from '../../screens/text.ts'

const nextSteps: readonly Button[] = [
  { label: 'My progress', control: runControl.text({ line: 'me' }), primary: false },
  { label: 'Leaderboard', control: runControl.text({ line: 'board' }), primary: false },
]

export type ResultOf = {
  readonly chosen: readonly OptionId[]
  readonly right: boolean
  /** Study days in a row; null where it is not worth a word. */
  readonly streak: number | null
  /** The person has answered before, and that answer stands. */
  readonly again?: boolean
  /** Shows the question, for somebody who does not have it before their eyes. */
  readonly withQuestion?: boolean
  /** With why the others are wrong, the note and the sources. */
  readonly long?: boolean
}

export function resultScreen(round: Round, content: QuestionContent, result: ResultOf): Screen {
  const again = result.again === true
  const long = result.long === true
  const blocks: Block[] = []
  if (result.withQuestion === true) blocks.push({ kind: 'paragraph', text: stemOf(round, content) })
  blocks.push({ kind: 'paragraph', text: again ? earlierAnswer(round, content, result) : answerLine(round, content, result) }, ...explanation(content))
  if (long) blocks.push(...moreExplanation(round, content))
  if (result.streak !== null && result.streak > 1) {
    blocks.push({ kind: 'paragraph', text: [`Your streak: ${result.streak} study days.`] })
  }
  blocks.push({ kind: 'buttons', buttons: resultButtons(round, content, long) })
  if (again) return { name: 'result', title: 'You already answered', tone: 'plain', blocks }
  return {
    name: 'result',
    title: result.right ? 'Right' : 'Not this time',
    tone: result.right ? 'right' : 'wrong',
    blocks,
  }
}

/** The long form has a button for each source that it names. */
export function resultButtons({ id }: Pick<Round, 'id'>, content: QuestionContent, long: boolean): readonly Button[] {
  const { sources } = content
  if (long) return [moreButton(id, 'short'), ...passageButtons(sources, passagesOnScreen)]
  return [moreButton(id, 'long'), ...passageButtons(sources.slice(0, 1)), ...nextSteps]
}

function earlierAnswer(round: Round, content: QuestionContent, { chosen, right }: ResultOf): Text {
  if (right) return ['You answered ', strong(named(round, content, chosen)), '\nThat was right. Your first answer counts.']
  return [...answerLine(round, content, { chosen, right }), '\nYour first answer counts.']
}

/** In a quiz that explains at the close: the answer is kept, and that is all that is said. */
export function notedScreen(round: Round, content: QuestionContent, chosen: readonly OptionId[], changed: boolean): Screen {
  return {
    name: 'noted',
    title: changed ? 'Answer changed' : 'Answer saved',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: ['Your answer: ', strong(named(round, content, chosen))] },
      { kind: 'footnote', text: ['You can change it until ', moment(round.closesAt, round.zone), '. You get your result after that.'] },
      // In place of a private question, whose own buttons are gone.
      { kind: 'buttons', buttons: [showRoundButton(round.id, 'Change my answer')] },
    ],
  }
}
