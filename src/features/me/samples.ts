// Samples of somebody's progress, from made-up data.
import { noScore } from '../../core/board.ts'
import type { Overview } from '../../core/overview.ts'
import { oneRight, otherSource, source } from '../../screens/sample-round.ts'
import { addDays } from '../../core/time.ts'
import type { Samples } from '../feature.ts'
import { mistakesScreen, topicsScreen } from './lists-screen.ts'
import { nextStep } from './next-step.ts'
import { pictureScreen } from './picture-screen.ts'
import { noProgress, progressScreen, type Standing } from './progress-screen.ts'
import { streakScreen } from './streak-screen.ts'

const [at, zone] = [Date.UTC(2026, 10, 23, 12), 'Europe/Berlin']
const titles = [
  'EC2: patching', 'Lambda: role, secrets, inputs, events, VPC', 'S3: access control and public buckets', 'RDS: who may connect, and with what',
  'Encryption in transit', 'IAM', 'CloudTrail', 'Service models', 'The six pillars', 'DynamoDB',
]
const topics = titles.map((title, index) => ({ topic: `topic-${index}`, title, right: index < 8 ? index : 0, of: index < 8 ? 9 : 0 }))
const days = Array.from({ length: 84 }, (_, index) => ({ date: addDays('2026-09-01', index), count: (index * 7) % 5 === 0 ? (index % 11) + 1 : 0 }))
const none = { right: 0, of: 0 }

const overview: Overview = {
  today: { right: 5, of: 6 }, alone: { right: 36, of: 48 }, topics,
  readiness: { kind: 'known', mean: 0.6509, low: 0.549, high: 0.753 },
  mistakes: [{ item: 'question:x', day: '2026-11-23', at }],
}
const early: Overview = { ...overview, alone: none, today: { right: 1, of: 1 }, topics: topics.slice(6), readiness: { kind: 'unknown', tries: 12, topics: 9 }, mistakes: [] }
const fresh: Overview = { ...early, today: none, topics: topics.slice(8), readiness: { kind: 'unknown', tries: 30, topics: 16 } }

const standing: Standing = {
  scores: { week: { points: 4, answered: 5, right: 4, days: 5 }, month: { points: 13, answered: 16, right: 13, days: 16 }, all: { points: 71, answered: 90, right: 71, days: 90 } },
  streak: { current: 12, longest: 31, lastDay: '2026-11-23', alive: 12, grace: 1, toward: 2, graceDay: '2026-11-17' }, rank: 2, people: 14, hidden: false, voided: 0, place: null, countsAtClose: false, unanswered: false, today: 'none', awayUntil: null,
}
const beginner: Standing = { ...standing, scores: { week: noScore, month: noScore, all: noScore }, streak: { current: 0, longest: 0, lastDay: null, alive: 0, grace: 0, toward: 0, graceDay: null }, rank: null, unanswered: true }

const next = (from: Overview, unanswered: boolean, due = 0) =>
  nextStep({ ...from, due, unanswered, has: () => true, titleOf: (topic) => topics.find((each) => each.topic === topic)?.title ?? topic })

const mistake = (text: string, from = source) => ({ text, about: oneRight.topicTitle, at, source: from, isQuestion: true })
const mistakes = [mistake(oneRight.stem), mistake('Which of these is yours on RDS?', otherSource), mistake('An auditor asks who tests that the backups of your RDS databases can be restored. What do you answer, and why is it so?'), mistake('Who patches the hypervisor?'), mistake('Who owns the data?')]

export const samples = (): Samples => new Map([
  ['progress', progressScreen({ overview, due: 6, standing, exams: [{ right: 14, of: 20, at, zone }, { right: 12, of: 20, at, zone }], next: next(overview, false, 6) })],
  ['progress-today-voided', progressScreen({ overview: { ...early, today: none }, due: 0, standing: { ...standing, today: 'voided' }, exams: [], next: next(early, false) })],
  ['progress-away', progressScreen({ overview: early, due: 0, standing: { ...standing, awayUntil: '2027-01-02' }, exams: [], next: next(early, false) })],
  ['progress-early', progressScreen({ overview: early, due: 0, standing, exams: [], next: next(early, true) })],
  ['progress-alone', progressScreen({ overview: early, due: 0, standing: null, exams: [{ right: 14, of: 20, at, zone }], next: next(early, false) })],
  ['progress-voided', progressScreen({ overview: fresh, due: 0, standing: { ...beginner, streak: { ...standing.streak, current: 1, longest: 1, alive: 1, grace: 0, toward: 1, graceDay: null }, voided: 1, unanswered: false }, exams: [], next: next(fresh, false) })],
  ['progress-mixed', progressScreen({ overview: early, due: 0, standing: { ...standing, rank: null, mixed: true }, exams: [], next: next(early, false) })],
  ['progress-none', progressScreen({ overview: fresh, due: 0, standing: beginner, exams: [], next: next(fresh, true) })],
  ['progress-nowhere', noProgress(next(fresh, false))],
  ['my-picture', pictureScreen(days, topics)],
  ['streak', streakScreen({ streak: standing.streak, rolloverHour: 4, place: null })],
  ['streak-elsewhere', streakScreen({ streak: { ...standing.streak, grace: 2, toward: 0, graceDay: null }, rolloverHour: 4, place: 'terminal:local:c:general' })],
  ['streak-none', streakScreen({ streak: null, rolloverHour: null, place: null })],
  ['my-topics', topicsScreen(topics, 0)],
  ['my-topics-last', topicsScreen(topics, 1)],
  ['my-mistakes', mistakesScreen(mistakes, zone, 0)],
  ['my-mistakes-last', mistakesScreen(Array.from({ length: 3 }, () => mistakes).flat(), zone, 3)],
  ['my-mistakes-labeled', mistakesScreen([{ ...mistake('Function code and dependencies (AWS Lambda)'), about: 'Whose job is it?', isQuestion: false }, { ...mistake('The bucket with the invoices can be read by anybody on the internet.', otherSource), about: 'The web shop before the sale', isQuestion: false }, ...mistakes.slice(0, 1)], zone, 0)],
  ['my-mistakes-none', mistakesScreen([], zone, 0)],
])
