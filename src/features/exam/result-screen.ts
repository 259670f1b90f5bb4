// The screens of an exam that has ended: the result, each miss explained, and the list of all of them.
import { percentsOf } from '../../core/confidence.ts'
import type { ExamResult } from '../../core/exam-result.ts'
import type { QuestionWords } from '../../core/question.ts'
import type { Session } from '../../core/session.ts'
import { minute } from '../../core/time.ts'
import { named } from '../../screens/answered.ts'
import { runControl } from '../../screens/control.ts'
import { explanation } from '../../screens/explanation.ts'
import { notice } from '../../screens/notice.ts'
import { pageOf, turnButtons } from '../../screens/page.ts'
import { passageButtons, passagesInSession } from '../../screens/passage.ts'
import { stemBlocks } from '../../screens/question.ts'
import { examBars } from '../../screens/pictures/blocks.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { changedTask, explainedBlocks, heldBackTask } from '../../screens/task.ts'
import { command, moment, strong, type Text } from '../../screens/text.ts'
import { readItem } from '../../core/study-item.ts'
import { reportButton } from '../../screens/report-control.ts'
import { goOnButton, progress } from './exam-screen.ts'
import { examControls } from './face.ts'
import { endedByTime, historyButton, newExamButton, scoreOf, type Earlier } from './start-screen.ts'
import { emphasized } from '../../screens/written.ts'

/** In percent: a bar to practice for. The real exam's passing score of 700 is no share of right answers. */
const practiceBar = 70

export type ResultView = {
  readonly session: Session
  readonly result: ExamResult
  /** Titles by topic. */
  readonly titles: ReadonlyMap<string, string>
  /** Of the topics, from 0. */
  readonly page: number
  /** Shows the topics of the page as bars as well. */
  readonly picture?: boolean
}

const topicsOnPage = 5
/** Below many notes. */
const leastOnFirst = 2

/** The first page has less room, below the notes. */
function topicPages({ topics }: ExamResult, notes: number): readonly ExamResult['topics'][] {
  const first = Math.max(leastOnFirst, topicsOnPage - Math.max(0, notes - 1))
  return [topics.slice(0, first), ...Array.from({ length: Math.ceil((topics.length - first) / topicsOnPage) }, (_, at) => topics.slice(first + at * topicsOnPage, first + (at + 1) * topicsOnPage))]
}

export function resultScreen({ session, result, titles, page, picture = false }: ResultView): Screen {
  const allNotes = notesOf(session, result)
  const { shown, at, pages, missing } = pageOf(topicPages(result, allNotes.length), { size: 1, page, what: 'result' })
  const topics = shown.flat().map(({ topic, right, of }) => ({ label: titles.get(topic) ?? topic, right, of }))
  const rows = topics.map(({ label, right, of }) => [label, `${right} of ${of}`])
  const notes = at === 0 ? allNotes : []
  const blocks: Block[] = [
    ...missing,
    { kind: 'paragraph', text: scoreLine(result) },
    ...(notes.length === 0 ? [] : ([{ kind: 'list', items: notes.map((note) => [note]) }] as const)),
    ...(result.of === 0 ? [] : [{ kind: 'footnote', text: [barLine(result)] } as const]),
    { kind: 'buttons', buttons: nextButtons(session, result, picture) },
  ]
  if (rows.length > 0) blocks.push({ kind: 'table', columns: ['Topic, the weakest first', 'Right'], rows })
  if (picture && topics.length > 0) blocks.push(examBars(topics, 'Your exam by topic'))
  if (pages > 1) blocks.push({ kind: 'footnote', text: [`Topics: page ${at + 1} of ${pages}`] }, { kind: 'buttons', buttons: turnButtons({ at, pages }, (to) => examControls.result.text({ session: session.id, page: to }), { back: 'Weaker topics', more: 'Stronger topics' }) })
  return { name: 'exam-result', title: 'Your exam', tone: 'plain', blocks }
}

/** `14 of 20 right. Your level is somewhere between 48% and 86%.` */
function scoreLine({ right, of, range }: ExamResult): Text {
  if (of === 0) return ['No question of this exam counts right now, so there’s no result.']
  const { low, high } = percentsOf(range)
  return [strong(`${right} of ${of} right.`), ` Your level is somewhere between ${low}% and ${high}%.`]
}

function notesOf(session: Session, { unanswered, changed, waiting }: ExamResult): readonly string[] {
  const minutes = Math.round(session.givenBack / minute)
  return [
    ...(endedByTime(session) ? ['Your time was up, so I submitted the exam.'] : []),
    ...(unanswered === 0 ? [] : [`${unanswered} unanswered ${unanswered === 1 ? 'counts' : 'count'} as wrong.`]),
    ...(changed === 0 ? [] : [`${changed === 1 ? '1 question has' : `${changed} questions have`} changed in the course since and ${changed === 1 ? 'doesn’t' : 'don’t'} count.`]),
    ...(waiting === 0 ? [] : [`${waiting === 1 ? '1 question is' : `${waiting} questions are`} open in a channel and ${waiting === 1 ? 'counts' : 'count'} here after that.`]),
    ...(minutes === 0 ? [] : [`I was down for ${minutes === 1 ? 'a minute' : `${minutes} minutes`}. You got that time back.`]),
  ]
}

/** What so few answers can say about the bar, and no more. */
function barLine({ range }: ExamResult): string {
  const { low, high } = percentsOf(range)
  if (low >= practiceBar) return `All of that range is above a practice bar of ${practiceBar}%.`
  if (high < practiceBar) return `All of that range is below a practice bar of ${practiceBar}%.`
  return `A practice bar of ${practiceBar}% is within that range, so this exam alone can’t tell. More questions narrow it.`
}

function nextButtons({ id }: Session, { missed, of }: ExamResult, picture: boolean): readonly Button[] {
  const [first] = missed
  const misses: readonly Button[] =
    first === undefined
      ? []
      : [
          { label: 'Go through the misses', control: examControls.miss.text({ session: id, position: first }), primary: true },
          { label: 'Review these', control: runControl.text({ line: 'review exam' }), primary: false },
        ]
  const asPicture: readonly Button[] = picture || of === 0 ? [] : [{ label: 'Show as a picture', control: examControls.picture.text({ session: id }), primary: false }]
  return [...misses, newExamButton(), historyButton(), ...asPicture]
}

/** @param words why there are none: changed since, or a channel is being asked it now @param missed positions of all misses */
export function missScreen(session: Session, position: number, words: QuestionWords | 'changed' | 'held-back', missed: readonly number[]): Screen {
  const at = missed.indexOf(position)
  const next = missed[at + 1]
  const back: Button = { label: 'Back to the result', control: examControls.show.text({ session: session.id }), primary: next === undefined }
  const buttons: readonly Button[] = [
    ...(next === undefined ? [] : [{ label: 'Next miss', control: examControls.miss.text({ session: session.id, position: next }), primary: true }]),
    ...passageButtons(typeof words === 'string' ? [] : words.sources, passagesInSession),
    back,
    ...(typeof words === 'string' ? [] : [reportButton(readItem(session.tasks[position]?.item ?? '').id)]),
  ]
  return {
    name: 'exam-miss',
    title: `Miss ${at + 1} of ${missed.length}`,
    tone: 'plain',
    blocks: [
      ...explained(session, position, words),
      { kind: 'buttons', buttons },
    ],
  }
}

function explained({ tasks, steps }: Session, position: number, words: QuestionWords | 'changed' | 'held-back'): readonly Block[] {
  const task = tasks[position]
  if (words === 'held-back') return [heldBackTask]
  if (task === undefined || words === 'changed') return [changedTask]
  const step = steps.get(position)
  if (step !== undefined && step.chosen.length > 0) return explainedBlocks(task, words, step)
  return [
    ...stemBlocks(task, words),
    { kind: 'paragraph', text: ['You didn’t answer.\nThe answer is ', ...emphasized(named(task, words, task.key))] },
    ...explanation(words),
  ]
}

/** @param earlier the latest first @param running the exam that is not over yet */
export function historyScreen(earlier: readonly Earlier[], running?: Session): Screen {
  if (earlier.length === 0 && running === undefined) return notice('No exams yet', [['Your results will be here. To take one, type ', command('exam'), '.']], [newExamButton()])
  const links = earlier.slice(0, resultsLinked).map(({ session }, at): Button => ({ label: linkLabel(at), control: examControls.show.text({ session: session.id }), primary: false }))
  return {
    name: 'exam-history',
    title: 'Your exams',
    tone: 'plain',
    blocks: [
      ...(running === undefined ? [] : ([{ kind: 'paragraph', text: ['You have an exam running: ', ...progress(running)] }] as const)),
      ...(earlier.length === 0 ? [] : pastBlocks(earlier)),
      { kind: 'buttons', buttons: [...links, running === undefined ? newExamButton() : goOnButton(running)] },
    ],
  }
}

const pastBlocks = (earlier: readonly Earlier[]): readonly Block[] => [
  { kind: 'list', items: earlier.map(historyLine) },
  { kind: 'footnote', text: ['The percentages are the range your level is probably in.'] },
]

/** Buttons that open a result of the list. */
const resultsLinked = 4

const linkLabel = (at: number) => `Result ${at + 1}`

function historyLine({ session, result }: Earlier, at: number): Text {
  const { low, high } = percentsOf(result.range)
  const range = result.of === 0 ? '' : ` (${low}% to ${high}%)`
  return [`${at + 1}. `, moment(session.startedAt, session.zone, 'date'), ': ', strong(scoreOf(result)), range]
}
