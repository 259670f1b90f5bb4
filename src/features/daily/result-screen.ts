// What one person sees after answering: right or wrong, why, why not the others, and where to read it.
import type { OptionId } from '../../core/quiz.ts'
import type { Round } from '../../core/round.ts'
import type { QuestionContent } from '../../core/question.ts'
import { explanation } from '../../screens/explanation.ts'
import { lettered, stemOf } from '../../screens/question.ts'
import { runControl } from '../../screens/control.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { sourcesLine } from '../../screens/sources.ts'
import { moment, strong, type Text } from '../../screens/text.ts'
import { daily } from './face.ts'

const nextSteps: readonly Button[] = [
  { label: 'My progress', control: runControl.text({ line: 'me' }), primary: false },
  { label: 'Leaderboard', control: runControl.text({ line: 'board' }), primary: false },
]

export type ResultOf = {
  readonly chosen: readonly OptionId[]
  readonly right: boolean
  /** Said first, for example that an earlier answer stands. */
  readonly remark: string | null
  /** Study days in a row; null where it is not worth a word. */
  readonly streak: number | null
  /** Shows the question, for somebody who does not have it before their eyes. */
  readonly withQuestion?: boolean
}

export function resultScreen(round: Round, content: QuestionContent, result: ResultOf): Screen {
  const blocks: Block[] = []
  if (result.remark !== null) blocks.push({ kind: 'paragraph', text: [result.remark] })
  if (result.withQuestion === true) blocks.push({ kind: 'paragraph', text: stemOf(round, content) })
  blocks.push({ kind: 'paragraph', text: answerLine(round, content, result) }, ...explanation(round, content))
  if (result.streak !== null && result.streak > 1) {
    blocks.push({ kind: 'paragraph', text: [`Your streak: ${result.streak} study days.`] })
  }
  blocks.push({ kind: 'footnote', text: sourcesLine(content.sources) }, { kind: 'buttons', buttons: nextSteps })
  return {
    name: 'result',
    title: result.right ? 'Right' : 'Not this time',
    tone: result.right ? 'right' : 'wrong',
    blocks,
  }
}

function answerLine(round: Round, content: QuestionContent, result: ResultOf): Text {
  const named = (ids: readonly OptionId[]) =>
    lettered(round, content)
      .filter(({ id }) => ids.includes(id))
      .map(({ letter, text }) => `${letter}: ${text}`)
      .join(' · ')
  if (result.right) return ['You answered ', strong(named(result.chosen))]
  return ['You answered ', named(result.chosen), '\nThe answer is ', strong(named(round.key))]
}

/** In a quiz that explains at the close: the answer is kept, and that is all that is said. */
export function notedScreen(round: Round, content: QuestionContent, chosen: readonly OptionId[], changed: boolean): Screen {
  const letters = lettered(round, content).filter(({ id }) => chosen.includes(id))
  return {
    name: 'noted',
    title: changed ? 'Answer changed' : 'Answer noted',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: ['Your answer: ', strong(letters.map(({ letter, text }) => `${letter}: ${text}`).join(' · '))] },
      { kind: 'footnote', text: ['You can change it until ', moment(round.closesAt, round.zone), '. The explanation comes then.'] },
      // In place of a private question, whose own buttons are gone.
      { kind: 'buttons', buttons: [{ label: 'Change my answer', control: daily.controls.showRound.text({ round: round.id }), primary: false }] },
    ],
  }
}
