// The screens of a practice: a question, its explanation, and what came out at the end.
import type { QuestionWords, Source } from '../../core/question.ts'
import { countAnswered, countRight, isTaskRight, type Session } from '../../core/session.ts'
import { runControl } from '../../screens/control.ts'
import { fewerTasks } from '../../screens/fewer-tasks.ts'
import { passageButtons, passagesInSession } from '../../screens/passage.ts'
import { notice, refusal } from '../../screens/notice.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { reportButton } from '../../screens/report-control.ts'
import { readItem } from '../../core/study-item.ts'
import { goButton } from '../../screens/session-controls.ts'
import { askedBlocks, changedTask, explainedBlocks, heldBackTask, verdictOf } from '../../screens/task.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import { practiceControls } from './face.ts'

/** @param words why there are none: the question changed since the practice began, or a channel is being asked it now */
export function practiceScreen(session: Session, words: QuestionWords | 'changed' | 'held-back'): Screen {
  const task = session.tasks[session.position]
  const step = session.steps.get(session.position)
  if (task === undefined || words === 'changed') return { name: 'practice', title: 'Practice', tone: 'plain', session: true, blocks: [changedTask, nextButtons(session, [])] }
  if (words === 'held-back') return { name: 'practice', title: 'Practice', tone: 'plain', session: true, blocks: [heldBackTask, nextButtons(session, [])] }
  if (step === undefined || step.chosen.length === 0) {
    const guess: Button = {
      label: 'I’m guessing',
      control: practiceControls.mark.text({ session: session.id, position: session.position, mark: 'guess' }),
      primary: false,
      ...(step?.guess === true ? { state: 'current' as const } : {}),
    }
    return {
      name: 'practice',
      title: 'Practice',
      tone: 'plain',
      blocks: [
        ...askedBlocks(practiceControls, session, task, words),
        { kind: 'footnote', text: [`${words.topicTitle} · ${progressOf(session)}`] },
        ...fewerTasks(session, 'questions', 'there aren’t more about different points right now'),
        { kind: 'buttons', buttons: [guess, goButton(practiceControls, session, session.position + 1, 'Skip'), stop(session)].map((each) => ({ ...each, primary: false })) },
      ],
    }
  }
  return {
    name: 'practice-explained',
    session: true,
    ...verdictOf(task, step),
    blocks: [...explainedBlocks(task, words, step), nextButtons(session, words.sources, [reportButton(readItem(task.item).id)])],
  }
}

const progressOf = ({ position, tasks }: Session) => `question ${position + 1} of ${tasks.length}`

const stop = ({ id }: Session): Button => ({ label: 'Stop', control: practiceControls.end.text({ session: id, how: 'end' }), primary: false })

/** @param reported the button that reports what is explained */
function nextButtons(session: Session, sources: readonly Source[], reported: readonly Button[] = []): Block {
  const isLast = session.position + 1 === session.tasks.length
  const next = goButton(practiceControls, session, session.position + 1, isLast ? 'See how it went' : 'Next question')
  return { kind: 'buttons', buttons: [next, ...passageButtons(sources, passagesInSession), ...(isLast ? [] : [stop(session)]), ...reported] }
}

/** What to read after it: the sources of what was missed. */
export type ToRead = { readonly topic: string; readonly source: Source | undefined }

export function summaryScreen(session: Session, toRead: readonly ToRead[]): Screen {
  const answered = countAnswered(session)
  const blocks: Block[] = [{ kind: 'paragraph', text: summaryLine(answered, countRight(session), session.tasks.length) }]
  if (toRead.length > 0) {
    blocks.push({ kind: 'paragraph', text: [strong('Worth another look: '), toRead.map(({ topic }) => topic).join(' · ')] })
    blocks.push({ kind: 'buttons', buttons: passageButtons(toRead.flatMap(({ source }) => (source === undefined ? [] : [source]))) })
  }
  if (answered > 0) blocks.push({ kind: 'footnote', text: ['What you missed comes back from tomorrow on. Practice earns no points.'] })
  blocks.push({ kind: 'buttons', buttons: [{ label: 'Practice again', control: runControl.text({ line: 'practice' }), primary: false }] })
  return { name: 'practice-summary', title: 'Practice finished', tone: 'plain', blocks }
}

function summaryLine(answered: number, right: number, tasks: number): Text {
  if (answered === 0) return ['No answers, so there’s nothing to save.']
  const of = answered < tasks ? ` You answered ${answered} of ${tasks}.` : ''
  return [strong(`${right} of ${answered} right.`), of]
}

/** Positions whose answers were wrong. */
export const missedIn = ({ tasks, steps }: Session): readonly number[] =>
  [...steps].filter(([position, { chosen }]) => chosen.length > 0 && tasks[position] !== undefined && !isTaskRight(tasks[position], chosen)).map(([position]) => position)

/** For a list of mistakes that are all put right since. */
export function nothingMissed(): Screen {
  return notice('No mistakes left to practice', [['You got all of these right when you were last asked. For new questions: ', command('practice')]])
}

/** Where all that there is was asked elsewhere, or is open in a channel right now. */
export function nothingToPractice(): Screen {
  return refusal('Nothing to practice right now', [['All questions of these topics are open in a channel at the moment. Try ', command('practice'), ' without a topic.']])
}
