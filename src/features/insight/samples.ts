// Samples of the screens of this feature, from made-up data.
import { levelRange } from '../../core/confidence.ts'
import type { Discrimination } from '../../core/discrimination.ts'
import type { Insight, Result } from '../../core/insight.ts'
import type { Source } from '../../core/question.ts'
import type { FileBlock } from '../../screens/screen.ts'
import type { Samples } from '../feature.ts'
import { exportScreen, nothingToExport } from './export-screen.ts'
import { questionsScreen, topicsScreen, type QuestionLine } from './lists-screen.ts'
import { overviewScreen } from './overview-screen.ts'

const result = (right: number, answered: number): Result => ({ right, answered, range: levelRange(right, answered) })
const source: Source = { document: '003', title: 'Responsibilities by Service', section: 'AWS Lambda', key: '003 / AWS Lambda' }

const quarter: Insight = {
  rounds: 62, keptBack: 2, answers: 410, overall: result(290, 398), isOverallPrivate: false, topics: [], thinTopics: 3, privateTopics: 0, questions: [], thinQuestions: 4, privateQuestions: 0,
  weekdays: [7.1, 6.9, 6.4, 6.6, 4.2].map((people, index) => ({ day: index + 1, rounds: 12 + (index % 2), people })),
}
const nothing: Insight = { ...quarter, rounds: 0, keptBack: 0, answers: 0, overall: null, weekdays: [], thinTopics: 0, thinQuestions: 0 }

const titles = ['Lambda: role, secrets, inputs, events, VPC', 'Who patches what', 'Availability and backups, from zones to restores', 'Networks', 'Encryption at rest', 'Identity and access', 'Physical security', 'Compliance reports']
const topics = titles.map((title, index) => ({ title, ...result(9 + 3 * index, 30 + index) }))

const suspicious: Discrimination = { people: 41, r: -0.2, range: { low: -0.48, high: 0.12 }, rival: ['c'] }
const line: QuestionLine = {
  ...result(4, 41), stem: 'A public web form feeds a Lambda function. A tester types part of a SQL statement into one field and gets other customers’ records back. Which change fixes the flaw?',
  topicTitle: titles[0] ?? '', lure: { text: 'Move the function to the newest runtime that AWS manages', people: 21 }, discrimination: suspicious, source,
}
const lines = [line, { ...line, ...result(3, 8), lure: null, discrimination: undefined }, { ...line, ...result(12, 30), discrimination: { ...suspicious, r: 0.4, range: { low: 0.1, high: 0.6 }, rival: null } }]

const file = (name: string, title: string): FileBlock => ({ kind: 'file', name, title, data: new TextEncoder().encode('rank,name') })

export const samples = (): Samples => new Map([
  ['insight', overviewScreen(quarter, topics.slice(0, 3).map((topic) => ({ ...topic, source })), 'quarter')],
  ['insight-empty', overviewScreen(nothing, [], 'month')],
  ['insight-few', overviewScreen({ ...nothing, rounds: 1, answers: 2, keptBack: 1 }, [], 'month')],
  ['insight-private', overviewScreen({ ...nothing, rounds: 2, answers: 15, keptBack: 2, isOverallPrivate: true }, [], 'month', 1)],
  ['insight-voided', overviewScreen(nothing, [], 'month', 1)],
  ['insight-topics', topicsScreen([...topics, ...topics], { thin: 3, kept: 1, voided: 2 }, 'quarter', 0)],
  ['insight-topics-few', topicsScreen([], { thin: 4, kept: 0, voided: 1 }, 'month', 0)],
  ['insight-questions', questionsScreen('hardest', { shown: lines, at: 1, pages: 9, first: 3, missing: [] }, { thin: 4, kept: 2, voided: 1 }, 'quarter')],
  ['insight-questions-few', questionsScreen('easiest', { shown: [], at: 0, pages: 1, first: 0, missing: [] }, { thin: 1, kept: 0, voided: 0 }, 'month')],
  ['insight-questions-private', questionsScreen('easiest', { shown: [], at: 0, pages: 1, first: 0, missing: [] }, { thin: 0, kept: 2, voided: 0 }, 'month')],
  ['insight-export', exportScreen('quarter', [file('studyhall-boards-2026-11-23.csv', 'Leaderboards'), file('studyhall-answers-2026-11-23.csv', 'Questions, and how many chose what')])],
  ['insight-export-nothing', nothingToExport('month', 3)],
])
