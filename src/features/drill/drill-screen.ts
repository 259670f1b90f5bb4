// The screens of the drill: a duty with a button for each party, the answer with its reason, and what came out at the end.
import { askedFor } from '../../core/asked-for.ts'
import type { DrillWords } from '../../core/drill.ts'
import { countAnswered, countRight, type Session, type Task } from '../../core/session.ts'
import { runControl } from '../../screens/control.ts'
import { dutyExplained, dutyText, dutyTitle, labelButtons, labelName } from '../../screens/duty.ts'
import { fewerTasks } from '../../screens/fewer-tasks.ts'
import { refusal } from '../../screens/notice.ts'
import { passageButtons, passagesInSession } from '../../screens/passage.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { goButton } from '../../screens/session-controls.ts'
import { verdictOf } from '../../screens/task.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import { drillControls } from './face.ts'

/** The subject of a drill is `controls`, or null for duties. */
export const isOnControls = (session: Pick<Session, 'about' | 'tasks'>): boolean => askedFor(session).subject === 'controls'

const titleOf = (session: Session) => dutyTitle({ kind: isOnControls(session) ? 'control' : 'duty' })

/** @param words null: changed since the drill began */
export function drillScreen(session: Session, words: DrillWords | null): Screen {
  const task = session.tasks[session.position]
  const step = session.steps.get(session.position)
  if (task === undefined || words === null) {
    const changed: Text = ['This one has changed since you started, so it no longer counts. Go on to the next one.']
    return { name: 'drill', title: titleOf(session), tone: 'plain', session: true, blocks: [{ kind: 'paragraph', text: changed }, nextButtons(session, null)] }
  }
  if (step === undefined || step.chosen.length === 0) return askScreen(session, words)
  return { name: 'drill-explained', ...verdictOf(task, step), session: true, blocks: [...dutyExplained(task, step, words), nextButtons(session, words)] }
}

function askScreen(session: Session, words: DrillWords): Screen {
  const skip = { ...goButton(drillControls, session, session.position + 1, 'Skip'), primary: false }
  return {
    name: 'drill',
    session: true,
    title: titleOf(session),
    tone: 'plain',
    blocks: [{ kind: 'paragraph', text: dutyText(words) }, labelButtons(drillControls, session, words), progress(session), ...fewerTasks(session, isOnControls(session) ? 'controls' : 'duties', 'there are no more right now'), { kind: 'buttons', buttons: [skip, stop(session)] }],
  }
}

const progress = (session: Session): Block => ({
  kind: 'footnote',
  text: [`${isOnControls(session) ? 'control' : 'duty'} ${session.position + 1} of ${session.tasks.length}`],
})

const stop = ({ id }: Session): Button => ({ label: 'Stop', control: drillControls.end.text({ session: id, how: 'end' }), primary: false })

function nextButtons(session: Session, words: DrillWords | null): Block {
  const isLast = session.position + 1 === session.tasks.length
  const next = goButton(drillControls, session, session.position + 1, isLast ? 'See how it went' : 'Next')
  return { kind: 'buttons', buttons: [next, ...passageButtons(words?.sources ?? [], passagesInSession), ...(isLast ? [] : [stop(session)])] }
}

/** What was answered wrong, with the label that is right. */
export type Missed = { readonly task: Task; readonly words: DrillWords }

/** More would push the buttons off a phone's screen. */
const missedShown = 5

/** @param canDrill what the course has to drill */
export function drillSummary(session: Session, missed: readonly Missed[], canDrill: { readonly duties: boolean; readonly controls: boolean }): Screen {
  const answered = countAnswered(session)
  const again = isOnControls(session) ? 'drill controls' : 'drill'
  const other = isOnControls(session) ? { label: 'Whose job is it?', line: 'drill duties' } : { label: 'Control categories', line: 'drill controls' }
  const run = (label: string, line: string): Button => ({ label, control: runControl.text({ line }), primary: false })
  return {
    name: 'drill-summary',
    title: 'Drill finished',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: summaryLine(answered, countRight(session), session.tasks.length) },
      ...missedBlocks(missed),
      ...(answered === 0 ? [] : ([{ kind: 'footnote', text: ['What you missed comes back when it’s due. Drills earn no points.'] }] as const)),
      { kind: 'buttons', buttons: [run('Drill again', again), ...((isOnControls(session) ? canDrill.duties : canDrill.controls) ? [run(other.label, other.line)] : [])] },
    ],
  }
}

function missedBlocks(missed: readonly Missed[]): readonly Block[] {
  if (missed.length === 0) return []
  const lines = missed.slice(0, missedShown).map(({ task, words }): Text => [`${words.what}: `, strong(labelName(words, task.key[0]))])
  const more = missed.length > missedShown ? [[`and ${missed.length - missedShown} more`]] : []
  const sources = missed.flatMap(({ words }) => words.sources.slice(0, 1)).slice(0, 2)
  return [{ kind: 'heading', text: 'What you missed' }, { kind: 'list', items: [...lines, ...more] }, { kind: 'buttons', buttons: passageButtons(sources) }]
}

function summaryLine(answered: number, right: number, tasks: number): Text {
  if (answered === 0) return ['No answers, so there’s nothing to save.']
  return [strong(`${right} of ${answered} right.`), answered < tasks ? ` You answered ${answered} of ${tasks}.` : '']
}

/** @param on what was asked for @param can what the course has */
export function nothingToDrill(on: 'duties' | 'controls', can: { readonly duties: boolean; readonly controls: boolean }): Screen {
  if (can[on]) return refusal('Nothing to drill right now', [[`You set aside all ${on} of this course. To take some back: `, command('review aside')]])
  if (on === 'controls') return refusal('No controls to drill', [['This course doesn’t sort controls into categories.', ...(can.duties ? [' To say whose job something is: ', command('drill')] : [])]])
  return refusal('Nothing to drill', [['This course has no duties to drill.', ...(can.controls ? [' To sort controls: ', command('drill controls')] : [])]])
}
