// The screens of an exam that runs: a question, the overview behind the last one, and what is asked before something final.
import type { QuestionWords } from '../../core/question.ts'
import { countAnswered, isAnswered, type Session } from '../../core/session.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { goButton } from '../../screens/session-controls.ts'
import { askedBlocks, changedTask } from '../../screens/task.ts'
import { moment, strong, type Text } from '../../screens/text.ts'
import { examControls, topicMark } from './face.ts'
import { wantedIn, type Wanted } from './wanted.ts'

/** Positions of questions that changed in the course since the exam began. */
type Changed = ReadonlySet<number>

const none: Changed = new Set()

/** @param words null: changed since the exam began */
export function examScreen(session: Session, words: QuestionWords | null, changed: Changed = none): Screen {
  const { position, tasks, steps } = session
  const task = tasks[position]
  const asked = task === undefined || words === null ? [changedTask] : askedBlocks(examControls, session, task, words, steps.get(position)?.chosen ?? [])
  return {
    name: 'exam',
    title: `Exam: question ${position + 1} of ${tasks.length}`,
    tone: 'plain',
    blocks: [
      ...asked,
      { kind: 'footnote', text: progress(session) },
      ...(position === 0 && steps.size === 0 ? firstWords(session) : []),
      { kind: 'buttons', buttons: walkButtons(session, changed) },
    ],
  }
}

function firstWords(session: Session): readonly Block[] {
  const [drawn, wanted] = [session.tasks.length, wantedIn(session).questions]
  const fewer = `Only ${drawn} of the ${wanted} questions you asked for: there aren’t more about different points right now.`
  return [
    ...(drawn < wanted ? [{ kind: 'footnote', text: [fewer] } as const] : []),
    { kind: 'footnote', text: ['You can change your answers until you submit. The explanations come after that.'] },
  ]
}

/** `7 of 20 answered · until 14:20`. */
export const progress = (session: Session): Text => [`${countAnswered(session)} of ${session.tasks.length} answered`, ...untilEnd(session)]

const untilEnd = ({ endsAt, zone }: Session): Text => (endsAt === null ? [] : [' · until ', moment(endsAt, zone, 'time')])

function walkButtons(session: Session, changed: Changed): readonly Button[] {
  const { id, position, tasks, steps } = session
  const intact = positionsOf(session, (at) => !changed.has(at))
  const [before, after] = [intact.findLast((at) => at < position), intact.find((at) => at > position)]
  const back = before === undefined ? { ...goButton(examControls, session, position, 'Back'), state: 'unavailable' as const } : goButton(examControls, session, before, 'Back')
  const isDone = isAnswered(session, position)
  const next = after === undefined ? [] : [goButton(examControls, session, after, isDone ? 'Next' : 'Skip')]
  const flag: Button = { label: steps.get(position)?.flag === true ? '⚑ Unflag' : 'Flag', control: examControls.mark.text({ session: id, position, mark: 'flag' }), primary: false }
  const overview = goButton(examControls, session, tasks.length, 'Overview')
  return [back, ...next, flag, overview].map((button) => ({ ...button, primary: false }))
}

/** Behind the last question: what is answered, and from there to any of them. */
export function overviewScreen(session: Session, { topics, changed = none }: { readonly topics: readonly string[]; readonly changed?: Changed }): Screen {
  const flagged = positionsOf(session, (at) => !changed.has(at) && session.steps.get(at)?.flag === true)
  const open = positionsOf(session, (at) => !changed.has(at) && !isAnswered(session, at))
  const about: readonly Block[] = topics.length === 0 ? [] : [{ kind: 'footnote', text: [`About ${topics.join(' · ')}`] }]
  return {
    name: 'exam-overview',
    session: true,
    title: 'Exam: overview',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [strong(progressLine(session, flagged.length)), ...untilEnd(session)] },
      { kind: 'paragraph', text: [rows(session, changed).join('\n')] },
      { kind: 'footnote', text: [`● answered · ○ not answered${flagged.length === 0 ? '' : ' · ⚑ flagged · ⚐ flagged, not answered'}${changed.size === 0 ? '' : ' · – left out: the course has changed'}`] },
      ...about,
      { kind: 'buttons', buttons: [submitButton(session), ...firstButtons(session, open[0], flagged[0]), giveUpButton(session)] },
      { kind: 'buttons', buttons: jumpButtons(session, [...new Set([...open, ...flagged])].toSorted((a, b) => a - b)) },
    ],
  }
}

function progressLine(session: Session, flagged: number): string {
  return `${countAnswered(session)} of ${session.tasks.length} answered${flagged === 0 ? '' : `, ${flagged} flagged`}`
}

const positionsOf = ({ tasks }: Session, isOne: (position: number) => boolean): readonly number[] => tasks.map((_, at) => at).filter(isOne)

const rowLength = 10

/** `1–10: ●●○⚑●●●●●●`. */
function rows(session: Session, changed: Changed): readonly string[] {
  const marks = session.tasks.map((_, at) => (changed.has(at) ? '–' : markOf(isAnswered(session, at), session.steps.get(at)?.flag === true)))
  return rowStarts(session).map((from) => `${rangeFrom(session, from)}: ${marks.slice(from, from + rowLength).join('')}`)
}

function markOf(answered: boolean, flagged: boolean): string {
  if (flagged) return answered ? '⚑' : '⚐'
  return answered ? '●' : '○'
}

const rowStarts = ({ tasks }: Session): readonly number[] => Array.from({ length: Math.ceil(tasks.length / rowLength) }, (_, row) => row * rowLength)

function rangeFrom({ tasks }: Session, from: number): string {
  const to = Math.min(from + rowLength, tasks.length)
  return to === from + 1 ? `${to}` : `${from + 1}–${to}`
}

const submitButton = ({ id }: Session): Button => ({ label: 'Submit', control: examControls.submit.text({ session: id, sure: 'ask' }), primary: true })

const giveUpButton = ({ id }: Session): Button => ({ label: 'Give up', control: examControls.quit.text({ session: id, sure: 'ask', questions: 0, topics: [] }), primary: false })

function firstButtons(session: Session, open: number | undefined, flagged: number | undefined): readonly Button[] {
  return [
    ...(open === undefined ? [] : [goButton(examControls, session, open, 'First unanswered')]),
    ...(flagged === undefined ? [] : [goButton(examControls, session, flagged, 'First flagged')]),
  ]
}

/** A button for each would be too many: the beginning of each row, and those to come back to, as far as they fit. */
const jumpsShown = 14

function jumpButtons(session: Session, todo: readonly number[]): readonly Button[] {
  const starts = rowStarts(session).map((from) => goButton(examControls, session, from, `Q${rangeFrom(session, from)}`))
  return [...starts, ...todo.slice(0, jumpsShown - starts.length).map((at) => goButton(examControls, session, at, `${session.steps.get(at)?.flag === true ? '⚑ ' : ''}Q${at + 1}`))]
}

/** Once, before an exam is judged with questions that are not answered. */
export function submitScreen(session: Session, unanswered: number): Screen {
  return {
    name: 'exam-submit',
    session: true,
    title: 'Submit now?',
    tone: 'warning',
    blocks: [
      { kind: 'paragraph', text: [`${unanswered} unanswered ${unanswered === 1 ? 'counts' : 'count'} as wrong. Submit anyway?`, ...(session.endsAt === null ? [] : [' You have time until ', moment(session.endsAt, session.zone, 'time'), '.'])] },
      { kind: 'buttons', buttons: [{ label: 'Submit anyway', control: examControls.submit.text({ session: session.id, sure: 'yes' }), primary: true }, backButton(session, 'Back to the exam')] },
    ],
  }
}

export const goOnButton = (session: Session): Button => ({ ...backButton(session, 'Go on'), primary: true })

const backButton = ({ id }: Session, label: string): Button => ({ label, control: examControls.show.text({ session: id }), primary: false })

/** Somebody asked for an exam while one runs. @param wanted if it's another one, which they can start instead */
export function runningScreen(session: Session, wanted?: Wanted): Screen {
  const instead = ({ questions, topics }: Wanted): Button => ({
    label: 'Give up and start a new one',
    control: examControls.quit.text({ session: session.id, sure: 'ask', questions, topics: topics.map(topicMark) }),
    primary: false,
  })
  return {
    name: 'exam-running',
    session: true,
    title: 'You have an exam running',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: progress(session) },
      { kind: 'buttons', buttons: [goOnButton(session), ...(wanted === undefined ? [] : [instead(wanted)])] },
    ],
  }
}

/** @param yes the control that gives it up @param startsNew it starts another one, too */
export function giveUpScreen(session: Session, yes: string, startsNew: boolean): Screen {
  const answered = countAnswered(session)
  const lost = answered === 0 ? 'It won’t be in your history.' : `Your ${answered === 1 ? '1 answer' : `${answered} answers`} won’t count, and it won’t be in your history.`
  return {
    name: 'exam-give-up',
    session: true,
    title: 'Give up this exam?',
    tone: 'warning',
    blocks: [
      { kind: 'paragraph', text: [lost] },
      { kind: 'buttons', buttons: [{ ...backButton(session, 'Go on with it'), primary: true }, { label: startsNew ? 'Give up and start' : 'Give up', control: yes, primary: false }] },
    ],
  }
}
