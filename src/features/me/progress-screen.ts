// One person's progress at a glance.
import type { Overview } from '../../core/overview.ts'
import { fewestTries, type Readiness } from '../../core/readiness.ts'
import type { PlaceId } from '../../core/quiz.ts'
import type { Instant, LocalDate, Zone } from '../../core/time.ts'
import type { Progress } from '../../ledger/boards.ts'
import { notice } from '../../screens/notice.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { command, moment, strong, type Inline, type Text } from '../../screens/text.ts'
import { shortDate } from '../../screens/dates.ts'
import { graceLine, streakFact } from '../../screens/streak-lines.ts'
import { meControls } from './face.ts'
import type { NextStep } from './next-step.ts'
import { hiddenNote, mixedNote, standingFacts } from './standing-facts.ts'

/** In one channel. `place`: null where the asker is in it. */
export type Standing = Progress & {
  readonly place: PlaceId | null
  /** Answers count, and are explained, when the question closes. */
  readonly countsAtClose: boolean
  /** A question is open, and they have not answered it. */
  readonly unanswered: boolean
  /** Answers of today that aren't in the log: none, one that is judged at the close, or one to a question that doesn't count. */
  readonly today: 'none' | 'waiting' | 'voided'
  /** The last day that they are away, if they are now. */
  readonly awayUntil: LocalDate | null
}

export type ExamScore = { readonly right: number; readonly of: number; readonly at: Instant; readonly zone: Zone }

export type MeView = {
  readonly overview: Overview
  /** Questions and cards that a review would bring up. */
  readonly due: number
  readonly standing: Standing | null
  /** The latest first. */
  readonly exams: readonly ExamScore[]
  readonly next: NextStep
  /** Too few questions to ever tell how an exam would go. */
  readonly isSmallCourse?: boolean
}

export function progressScreen({ overview, due, standing, exams, next, isSmallCourse = false }: MeView): Screen {
  const buttons = [next.button, ...ownButtons(overview)]
  const isNew = overview.topics.every(({ of }) => of === 0) && overview.alone.of === 0 && exams.length === 0
  const counted = standing !== null && standing.scores.all.answered > 0
  const hasStreak = counted || (standing !== null && standing.streak.lastDay !== null)
  const facts = [...(isNew ? [] : learningFacts(overview, standing?.today ?? 'none', due, exams)), ...(hasStreak ? [streakFact(standing)] : []), ...(counted ? standingFacts(standing) : [])]
  const blocks: Block[] = [
    ...(standing === null || counted ? [] : [notCounted(standing)]),
    ...(facts.length === 0 ? [] : ([{ kind: 'facts', facts }] as const)),
    ...(isNew ? [] : ([{ kind: 'paragraph', text: readinessLine(overview.readiness, isSmallCourse) }] as const)),
    ...(hasStreak ? [{ kind: 'footnote', text: [...awayNote(standing), ...graceLine(standing)] } as const] : []),
    { kind: 'paragraph', text: next.text },
    { kind: 'buttons', buttons },
    ...(standing?.hidden === true ? [hiddenNote] : standing?.mixed === true ? [mixedNote] : []),
  ]
  return { name: 'progress', title: 'Your progress', tone: 'plain', blocks }
}

/** For somebody who has answered nothing, anywhere. */
export function noProgress(next: NextStep): Screen {
  return notice('Your progress', [['No answers yet. Your progress starts with your first answer. Type ', command('today'), ' in a channel to see its question, or start on your own.'], next.text], [next.button])
}

function ownButtons({ topics, mistakes }: Overview): readonly Button[] {
  return [
    ...(topics.some(({ of }) => of > 0) ? [{ label: 'By topic', control: meControls.topics.text({ page: 0 }), primary: false }] : []),
    ...(topics.some(({ of }) => of > 0) ? [{ label: 'Show as a picture', control: meControls.picture.text({}), primary: false }] : []),
    ...(mistakes.length > 0 ? [{ label: 'My mistakes', control: meControls.mistakes.text({ page: 0 }), primary: false }] : []),
  ]
}

const awayNote = ({ awayUntil }: Standing): Text => (awayUntil === null ? [] : [`Away until ${shortDate(awayUntil)}. `])

function notCounted({ countsAtClose, voided, unanswered }: Standing): Block {
  const counting = countsAtClose ? ' Answers count once the question closes.' : ''
  const without = voided === 1 ? ' A question you answered doesn’t count: it earns no points, but your streak stays.' : ` ${voided} questions you answered don’t count: they earn no points, but your streak stays.`
  const look: Text = voided > 0 && !unanswered ? [] : [' To see the question: ', command('today')]
  return { kind: 'paragraph', text: [`You have no points in this channel yet.${voided === 0 ? '' : without}${counting}`, ...look] }
}

const unjudged: Readonly<Record<Standing['today'], string>> = { none: 'no answers yet', waiting: 'answered; the result comes when it closes', voided: 'answered, but the question doesn’t count' }

function learningFacts({ today, alone, topics }: Overview, inChannel: Standing['today'], due: number, all: readonly ExamScore[]) {
  const exams = all.filter(({ of }) => of > 0)
  const answered = topics.filter(({ of }) => of > 0).length
  const fact = (label: string, value: Text) => ({ label, value })
  return [
    fact('Today', [today.of === 0 ? unjudged[inChannel] : answersOf(today)]),
    ...(due > 0 ? [fact('Due for review', [String(due)])] : []),
    ...(alone.of > 0 ? [fact('On your own', [answersOf(alone)])] : []),
    ...(exams.length > 0 ? [fact('Exams', examsLine(exams))] : []),
    fact('Covered', [`you’ve answered questions on ${answered} of ${topics.length} ${topics.length === 1 ? 'topic' : 'topics'}`]),
  ]
}

const answersOf = ({ right, of }: { readonly right: number; readonly of: number }) => `${of} ${of === 1 ? 'answer' : 'answers'}, ${right} right`

/** `14 of 20 right on Mon, Nov 23; before that 12 of 20, 9 of 20` */
function examsLine([latest, ...before]: readonly ExamScore[]): Text {
  if (latest === undefined) return []
  const earlier = before.map(({ right, of }) => `${right} of ${of}`).join(', ')
  const line: Inline[] = [`${latest.right} of ${latest.of} right on `, moment(latest.at, latest.zone, 'date')]
  return earlier === '' ? line : [...line, `; before that ${earlier}`]
}

const percent = (share: number) => `${Math.round(share * 100)}%`

function readinessLine(readiness: Readiness, isSmallCourse: boolean): Text {
  if (readiness.kind === 'known') {
    return ['If the exam were today, you’d get about ', strong(`${percent(readiness.mean)} right`), ` (between ${percent(readiness.low)} and ${percent(readiness.high)}).`]
  }
  if (isSmallCourse) return [`This course is too small to say how an exam would go: that takes first answers to ${fewestTries} questions, on most of its topics.`]
  const { tries, topics } = readiness
  const inTopics = `${topics} more ${topics === 1 ? 'topic' : 'topics'}`
  const missing = tries === 0 ? `answer questions on at least ${inTopics}` : `answer ${tries} more new ${tries === 1 ? 'question' : 'questions'}${topics === 0 ? '' : `, and cover at least ${inTopics}`}`
  return [`To see how an exam would go, ${missing}. `, command('practice'), ' brings up new ones.']
}
