// Samples of the screens of a review.
import type { FindingWords } from '../../core/case.ts'
import type { DrillWords } from '../../core/drill.ts'
import type { CardWords } from '../../core/card.ts'
import type { Session } from '../../core/session.ts'
import { grades } from '../../core/study-item.ts'
import { oneRight, otherSource, source, twoRight } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { asideScreen } from './aside-screen.ts'
import { quietScreen, reminderScreen, remindedScreen } from './reminder-screen.ts'
import { noMisses, noMistakes, nothingDue, reviewScreen, reviewSummary, type Shown } from './review-screen.ts'

const at = Date.UTC(2026, 10, 23, 12)
const step = (chosen: readonly string[], guess = false) => ({ chosen, at, guess, flag: false })
const task = { item: 'question:sample', order: ['c', 'a', 'd', 'b'], key: ['a'], content: 1 }
const cardTask = { item: 'card:sample', order: grades, key: [], content: 1 }

const session: Session = {
  id: '0123456789abcdef', kind: 'review', about: '63', tasks: [task, cardTask, { ...task, key: ['a', 'b'] }, task], steps: new Map(), position: 0, zone: 'Europe/Berlin',
  startedAt: at, endsAt: null, endedAt: null, abandoned: false, givenBack: 0,
}
const ended: Session = { ...session, position: 4, endedAt: at, steps: new Map([[0, step(['a'])], [1, step(['again'])], [2, step(['c', 'a'])], [3, step(['a'], true)]]) }
const on = (position: number): Session => ({ ...session, position, steps: new Map([...ended.steps].filter(([each]) => each < position)) })

const card: CardWords = {
  topicTitle: 'EC2: patching the guest operating system',
  front: 'Who patches the guest operating system of an EC2 instance?',
  back: 'The customer. AWS patches the host and the hypervisor below it and never logs in to the guest.',
  sources: [source],
}
const labels = [{ id: 'aws', name: 'AWS' }, { id: 'customer', name: 'The customer' }, { id: 'shared', name: 'Shared' }]
const duty: DrillWords = {
  kind: 'duty',
  what: 'Function code and dependencies',
  partOf: 'AWS Lambda',
  labels,
  why: [
    { party: 'AWS', text: 'AWS runs the function on a runtime that it patches.' },
    { party: 'The customer', text: 'You write the code, keep its libraries current, and fix what scanners find in them.' },
  ],
  note: null,
  sources: [source],
}
const finding: FindingWords = {
  caseTitle: 'The web shop before the sale',
  situation: 'An online shop expects its biggest sale of the year. Two weeks ahead the team goes through its setup and finds five open points.',
  architecture: [],
  finding: 'The bucket with the invoices can be read by anybody on the internet.',
  question: null,
  labels,
  change: 'Turn on Block Public Access for the bucket, and give the shop’s role read access.',
  reasoning: 'AWS keeps S3 running and offers the controls. Who may read a bucket is decided by its policies, and those are the customer’s.',
  sources: [source],
}
const labeled = (item: string): Session => ({ ...session, about: '2', tasks: [{ item, order: labels.map(({ id }) => id), key: ['customer'], content: 1 }, task] })
const cardShown: Shown = { kind: 'card', words: card }
const question: Shown = { kind: 'question', words: oneRight }
const missed: Session = { ...session, steps: new Map([[0, step(['d'])]]) }
const stems = ['A bucket with invoices can be read by anyone. Which steps are your team’s to take?', oneRight.stem, card.front]

export const samples = (): Samples => new Map([
  ['review', reviewScreen(session, question, 'front', null)],
  ['review-guessing', reviewScreen({ ...on(3), steps: new Map([...on(3).steps, [3, step([], true)]]) }, question, 'front', null)],
  ['review-two', reviewScreen(on(2), { kind: 'question', words: twoRight }, 'front', null)],
  ['review-card', reviewScreen(on(1), cardShown, 'front', null)],
  ['review-card-back', reviewScreen(on(1), cardShown, 'back', null)],
  ['review-duty', reviewScreen(labeled('duty:sample'), { kind: 'duty', words: duty }, 'front', null)],
  ['review-duty-wrong', reviewScreen({ ...labeled('duty:sample'), steps: new Map([[0, step(['aws'])]]) }, { kind: 'duty', words: duty }, 'front', null)],
  ['review-finding', reviewScreen(labeled('finding:sample/one'), { kind: 'finding', words: finding }, 'front', null)],
  ['review-finding-right', reviewScreen({ ...labeled('finding:sample/one'), steps: new Map([[0, step(['customer'])]]) }, { kind: 'finding', words: finding }, 'front', null)],
  ['review-no-mistakes', noMistakes()],
  ['review-changed', reviewScreen(session, { kind: 'question', words: null }, 'front', null)],
  ['review-changed-card', reviewScreen(on(1), { kind: 'card', words: null }, 'front', null)],
  ['review-right', reviewScreen({ ...ended, position: 0 }, question, 'front', null)],
  ['review-wrong', reviewScreen(missed, question, 'front', null)],
  ['review-leech', reviewScreen(missed, question, 'front', { lapses: 4, aside: false })],
  ['review-leech-aside', reviewScreen(missed, question, 'front', { lapses: 4, aside: true })],
  ['review-graded', reviewScreen({ ...ended, position: 1 }, cardShown, 'front', { lapses: 5, aside: false })],
  ['review-summary', reviewSummary(ended, [{ topic: 'S3: access control and public buckets', source }, { topic: 'Lambda: runtime, code and dependencies', source: otherSource }], true)],
  ['review-stopped', reviewSummary({ ...ended, steps: new Map() }, [], false)],
  ['review-nothing', nothingDue('2026-11-24')],
  ['review-nothing-yet', nothingDue(null)],
  ['review-no-misses', noMisses()],
  ['review-aside', asideScreen(stems.map((words, index) => ({ item: `question:${index}`, words })))],
  ['review-aside-many', asideScreen(Array.from({ length: 12 }, (_, index) => ({ item: `question:${index}`, words: stems[index % 3] ?? '' })))],
  ['review-aside-none', asideScreen([])],
  ['review-reminder', reminderScreen(10)],
  ['review-reminder-one', reminderScreen(1)],
  ['review-reminded', remindedScreen({ time: '08:30', zone: 'Europe/Berlin' })],
  ['review-quiet', quietScreen()],
])
