// What one person sees after answering: right or wrong, the right option, why, what to remember. The rest is behind “More”.
import type { OptionId } from '../../core/quiz.ts'
import type { Round } from '../../core/round.ts'
import type { QuestionContent } from '../../core/question.ts'
import { answerLine, named } from '../../screens/answered.ts'
import { runControl } from '../../screens/control.ts'
import { explanation, moreExplanation, tipBlocks } from '../../screens/explanation.ts'
import { passageButtons, passagesOnScreen } from '../../screens/passage.ts'
import { voidedBlocks } from '../../screens/voided.ts'
import { reportButton } from '../../screens/report-control.ts'
import { fitsPhone } from '../../screens/phone.ts'
import { stemBlocks } from '../../screens/question.ts'
import { moreButton, showRoundButton } from '../../screens/round-controls.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { moment, type Text } from '../../screens/text.ts'
import { emphasized } from '../../screens/written.ts'

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
  /** The other channel in which they answered: `in #study`, `on Slack`; null or absent if it was this one. */
  readonly where?: Text | null
}

export function resultScreen(round: Round, content: QuestionContent, result: ResultOf): Screen {
  const again = result.again === true
  const blocks: Block[] = []
  if (result.withQuestion === true) blocks.push(...stemBlocks(round, content))
  blocks.push({ kind: 'paragraph', text: again ? earlierAnswer(round, content, result) : answerLine(round, content, result) }, ...explanation(content))
  if (result.streak !== null && result.streak > 1) {
    blocks.push({ kind: 'paragraph', text: [`Your streak: ${result.streak} study days.`] })
  }
  blocks.push({ kind: 'buttons', buttons: resultButtons(round, content) })
  if (again) return { name: 'result', title: 'You already answered', tone: 'plain', blocks }
  return {
    name: 'result',
    title: result.right ? 'Right' : 'Not this time',
    tone: result.right ? 'right' : 'wrong',
    blocks,
  }
}

/** @param pages others of this result than what stands behind “More” */
export function resultButtons({ id }: Pick<Round, 'id'>, { sources }: QuestionContent, pages: readonly Button[] = []): readonly Button[] {
  return [moreButton(id, 'long'), ...pages, ...passageButtons(sources.slice(0, 1)), ...nextSteps]
}

/** What stands behind “More”: why the others are wrong, the note, and a button for each source that it names. A tip, and how each option begins, where there is room. */
export function moreScreen(round: Round, content: QuestionContent): Screen {
  const screen = (blocks: readonly Block[], passages: number): Screen => {
    const buttons: Block = { kind: 'buttons', buttons: [moreButton(round.id, 'short'), ...passageButtons(content.sources, passages), reportButton(round.question)] }
    return { name: 'more', title: 'Why not the others', tone: 'plain', blocks: [...blocks, buttons] }
  }
  const [least, reminded] = [moreExplanation(round, content, false), moreExplanation(round, content, true)]
  const whole = [...reminded, ...tipBlocks(content)]
  // With one button for all passages where a phone has no room for one each.
  return [whole, reminded, least].map((blocks) => screen(blocks, passagesOnScreen)).find(fitsPhone) ?? screen(least, 1)
}

function earlierAnswer(round: Round, content: QuestionContent, { chosen, right, where = null }: ResultOf): Text {
  const counts: Text = where === null ? ['Your first answer counts.'] : ['Your first answer counts. You gave it ', ...where, '.']
  if (right) return ['You answered ', ...emphasized(named(round, content, chosen)), '\nThat was right. ', ...counts]
  return [...answerLine(round, content, { chosen, right }), '\n', ...counts]
}

/** In a quiz that explains at the close, and where a question doesn't count: the answer is kept, and that is all that is said. */
export function notedScreen(round: Round, content: QuestionContent, chosen: readonly OptionId[], changed: boolean, where: Text | null = null): Screen {
  return {
    name: 'noted',
    title: changed ? 'Answer changed' : 'Answer saved',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: ['You answered ', ...emphasized(named(round, content, chosen)), ...(where === null ? [] : ['\nYou gave this answer ', ...where, '. It counts in all channels that share the question.'])] },
      ...(round.voided === true ? voidedBlocks(content) : [{ kind: 'footnote', text: ['You can change it until ', moment(round.closesAt, round.zone), '. You get your result after that.'] } as const]),
      // In place of a private question, whose own buttons are gone.
      ...(round.voided === true ? [] : [{ kind: 'buttons', buttons: [showRoundButton(round.id, 'Change my answer')] } as const]),
    ],
  }
}
