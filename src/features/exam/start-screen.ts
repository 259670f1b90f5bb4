// Before an exam: what it will be, so that nobody's clock runs by surprise; and what there is when none can start or one was given up.
import type { ExamResult } from '../../core/exam-result.ts'
import { fullExam, timeFor } from '../../core/exam.ts'
import { minute } from '../../core/time.ts'
import type { Session } from '../../core/session.ts'
import { runControl } from '../../screens/control.ts'
import { notice, refusal } from '../../screens/notice.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { command, strong } from '../../screens/text.ts'
import { examControls, topicMark } from './face.ts'
import type { Wanted } from './wanted.ts'

export type Earlier = { readonly session: Session; readonly result: ExamResult }

export type StartView = {
  readonly wanted: Wanted
  /** How many questions about different points there are, up to those of a full exam. */
  readonly available: number
  /** Titles; empty for all topics. */
  readonly topics: readonly string[]
  readonly latest: Earlier | undefined
}

const minutesFor = (questions: number): number => timeFor(questions) / minute

export function startScreen({ wanted, available, topics, latest }: StartView): Screen {
  const about = topics.length === 0 ? 'from all topics, by their share of the course' : `about ${topics.join(' · ')}`
  const start = (questions: number, label: string, primary: boolean): Button => ({
    label,
    control: examControls.start.text({ questions, topics: wanted.topics.map(topicMark) }),
    primary,
  })
  const count = Math.min(wanted.questions, available)
  const fewer: readonly Block[] = count === wanted.questions ? [] : [{ kind: 'footnote', text: [`There ${count === 1 ? 'is only 1 question that can be asked' : `are only ${count} questions about different points`} right now, not ${wanted.questions}.`] }]
  const full = wanted.questions === fullExam.questions || topics.length > 0 || available < fullExam.questions ? [] : [start(fullExam.questions, `Full exam: ${fullExam.questions} in ${fullExam.minutes} minutes`, false)]
  return {
    name: 'exam-start',
    session: true,
    title: 'Practice exam',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [strong(`${count} ${count === 1 ? 'question' : 'questions'} in ${minutesFor(count)} minutes`), `, ${about}.`] },
      { kind: 'paragraph', text: ['The time starts when you do. You can flag questions, go back and change answers until you submit. Explanations come at the end.'] },
      ...fewer,
      ...latestBlocks(latest),
      { kind: 'buttons', buttons: [start(wanted.questions, 'Start', true), ...full, ...(latest === undefined ? [] : [historyButton()])] },
    ],
  }
}

/** Somebody who comes back after their time was up finds the result here. */
function latestBlocks(latest: Earlier | undefined): readonly Block[] {
  if (latest === undefined) return []
  const { session, result } = latest
  return [
    { kind: 'paragraph', text: [`Your last exam: ${scoreOf(result)}.${endedByTime(session) ? ' Its time was up.' : ''}`] },
    { kind: 'buttons', buttons: [{ label: 'See the result', control: examControls.show.text({ session: session.id }), primary: false }] },
  ]
}

/** `14 of 20 right`. All questions may have changed since, or be open in a channel. */
export const scoreOf = ({ right, of }: Pick<ExamResult, 'right' | 'of'>): string => (of === 0 ? 'no result right now' : `${right} of ${of} right`)

export const endedByTime = ({ endsAt, endedAt }: Pick<Session, 'endsAt' | 'endedAt'>): boolean => endsAt !== null && endedAt !== null && endedAt >= endsAt

export const historyButton = (): Button => ({ label: 'History', control: examControls.history.text({}), primary: false })

export const newExamButton = (): Button => ({ label: 'New exam', control: runControl.text({ line: 'exam' }), primary: false })

export const givenUpScreen = (): Screen => ({
  ...notice('You gave up this exam', [['It counts for nothing.']], [newExamButton(), historyButton()]),
  name: 'exam-given-up',
})

/** To submit, or to give up. One whose time was up is among the earlier ones. */
export const noneRunning = (): Screen => ({
  ...notice('You have no exam under way', [['Start one when you have the time: ', command('exam')]], [newExamButton(), historyButton()]),
  name: 'exam-none',
})

/** All questions that there would be are open in a channel. */
export const noQuestions = (): Screen =>
  refusal('No exam right now', [['All questions about this are open in a channel at the moment. Try ', command('exam'), ' without topics, or later.']])
