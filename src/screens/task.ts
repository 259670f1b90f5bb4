// A question of a private session: asked, and explained.
import type { QuestionWords } from '../core/question.ts'
import { isTaskRight, type Session, type Step, type Task } from '../core/session.ts'
import { answerLine } from './answered.ts'
import { explanation } from './explanation.ts'
import { lettered, stemBlocks } from './question.ts'
import type { Block, Screen } from './screen.ts'
import type { SessionControls } from './session-controls.ts'
import { readingLine } from './sources.ts'

type At = Pick<Session, 'id' | 'position'>

/** The stem and its options. @param chosen on a task that can be answered again */
export function askedBlocks(controls: Pick<SessionControls, 'answer'>, { id, position }: At, task: Task, words: QuestionWords, chosen: readonly string[] = []): readonly Block[] {
  const control = (choice: string | null) => controls.answer.text({ session: id, position, choice })
  const options = lettered(task, words).map((option) => ({ ...option, control: control(option.id) }))
  return [
    ...stemBlocks(task, words),
    { kind: 'choices', id: `${id}-${position}`, pick: task.key.length, options, several: control(null), chosen },
  ]
}

/** What was chosen, whether it is right, and why. */
export function explainedBlocks(task: Task, words: QuestionWords, { chosen }: Pick<Step, 'chosen'>): readonly Block[] {
  return [
    ...stemBlocks(task, words),
    { kind: 'paragraph', text: answerLine(task, words, { chosen, right: isTaskRight(task, chosen) }) },
    ...explanation(words),
    ...ownSource(words),
  ]
}

/** What a team gives as its source, where no button opens it. */
const ownSource = ({ sources, reference }: QuestionWords): readonly Block[] =>
  sources.length > 0 || reference === undefined ? [] : [{ kind: 'footnote', text: readingLine({ sources, reference }) }]

/** A right answer that was guessed is right, and comes back sooner. */
export function verdictOf(task: Task, step: Step): Pick<Screen, 'title' | 'tone'> {
  if (!isTaskRight(task, step.chosen)) return { title: 'Not this time', tone: 'wrong' }
  return { title: step.guess ? 'Right, and a good guess' : 'Right', tone: 'right' }
}

/** For a question that is no longer the one that was drawn. */
export const changedTask: Block = {
  kind: 'paragraph',
  text: ['This question has changed since you started, so it no longer counts. Go on to the next one.'],
}

/** For a question that a channel has been asked since. */
export const heldBackTask: Block = {
  kind: 'paragraph',
  text: ['This question is open in a channel right now, so it has to wait here. Go on to the next one.'],
}
