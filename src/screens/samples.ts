// One or more examples of every screen, from made-up data: for `study preview`, and for the contract of all renderers.
import { noScore } from '../core/board.ts'
import { defaultSettings, type Quiz } from '../core/quiz.ts'
import type { Round } from '../core/round.ts'
import { findCommand } from '../commands/commands.ts'
import { boardScreen, progressScreen, type BoardView, type ProgressView } from '../features/boards/board-screen.ts'
import { compareScreen, tablesScreen, type Comparison } from '../features/lookup/compare-screen.ts'
import { commandHelpScreen, helpScreen, misunderstood } from '../features/help/help-screen.ts'
import { homeScreen } from '../features/home/home-screen.ts'
import { lookupScreen, type ResponsibilityView } from '../features/lookup/lookup-screen.ts'
import { notice, refusal } from './notice.ts'
import { questionScreen, type QuestionContent, type Source } from './question.ts'
import { notedScreen, resultScreen } from '../features/daily/result-screen.ts'
import { revealScreen } from './reveal.ts'
import type { RankingRow, Screen } from './screen.ts'
import { settingsScreen, statusScreen, whenNext } from '../features/manage/status-screen.ts'
import { command } from './text.ts'

const opened = Date.UTC(2026, 10, 23, 8)
const closes = Date.UTC(2026, 10, 24, 7)
const zone = 'Europe/Berlin'

const source: Source = { document: '002', title: 'Responsibilities by service', section: 'AWS Lambda' }
const otherSource: Source = { document: '000', title: 'Shared Responsibilities - Areas of Joint Accountability', section: 'Patching Scenarios by Service Type' }

const one: QuestionContent = {
  topicTitle: 'Lambda: runtime, code and dependencies',
  stem: 'A security scan of your Lambda functions reports two things: the managed Python runtime is one patch behind, and a library bundled with the function has a known hole. Your lead asks which of the two is a ticket for your own team. What do you answer?',
  options: [
    { id: 'a', text: 'The library; the managed runtime is patched by AWS' },
    { id: 'b', text: 'The runtime; AWS updates bundled libraries' },
    { id: 'c', text: 'Both, because the function is yours' },
    { id: 'd', text: 'Neither, because Lambda is serverless' },
  ],
  explanation: 'Dependencies travel in your deployment package, so only your team can replace them. AWS patches the managed runtime below.',
  whyNot: {
    b: 'It is the other way round: AWS never opens your package.',
    c: 'Owning the function does not make you the owner of the managed runtime.',
    d: 'Without servers there is still code, and the code is yours.',
  },
  keyPoint: 'On Lambda you patch what you upload.',
  note: 'In practice: with container images and custom runtimes the runtime is yours as well.',
  sources: [source, otherSource],
  tip: 'On another subject: Before you read the options, ask whether the item is about AWS’s infrastructure or about your own configuration and data.',
}

const two: QuestionContent = {
  ...one,
  topicTitle: 'S3: access control and public buckets',
  stem: 'An audit finds that a bucket with invoices can be read by anyone. Which steps are your team’s to take?',
  options: [
    { id: 'a', text: 'Turn Block Public Access on' },
    { id: 'b', text: 'Narrow the bucket policy' },
    { id: 'c', text: 'Ask AWS to lock the storage hardware' },
    { id: 'd', text: 'Wait for AWS to report the exposure' },
  ],
}

const round: Round = {
  id: '0123456789abcdef', group: 'terminal:local', place: 'terminal:local:here', occasion: '2026-11-23', state: 'open',
  question: 'sample', order: ['c', 'a', 'd', 'b'], key: ['a'], feedback: 'instant', zone, rolloverHour: 4, day: '2026-11-23',
  dueAt: opened, openedAt: opened, closesAt: closes, closedAt: null, message: 'sample', reason: null,
}
const roundOfTwo: Round = { ...round, id: 'fedcba9876543210', key: ['a', 'b'], feedback: 'at-close' }
const closed: Round = { ...round, state: 'closed', closedAt: closes }

const row = (rank: number, name: string, points: number, accuracy: number, streak: number, you = false): RankingRow => ({
  rank, person: { id: `terminal:local:u:${name}`, name }, points, accuracy, streak, you,
})
const people = ['Ada', 'Grace', 'Linus', 'Barbara', 'Edsger'].map((name) => ({ id: `terminal:local:u:${name}`, name }))

const board: BoardView = {
  scope: 'place', period: 'week', page: 0, pages: 2, people: 14, absent: null,
  rows: [row(1, 'Ada', 5, 100, 12), row(2, 'Grace', 4, 80, 12), row(2, 'Linus', 4, 80, 3), row(4, 'Barbara', 3, 60, 0), row(5, 'Edsger', 1, 50, 1)],
  own: row(11, 'You', 0, 0, 1, true),
}

const progress: ProgressView = {
  scores: { week: { points: 4, answered: 5, right: 4 }, month: { points: 13, answered: 16, right: 13 }, all: { points: 71, answered: 90, right: 71 } },
  streak: 12, longest: 31, rank: 2, people: 14, hidden: false, countsAtClose: false,
}
const beginner: ProgressView = { scores: { week: noScore, month: noScore, all: noScore }, streak: 0, longest: 0, rank: null, people: 14, hidden: false, countsAtClose: false }

const quiz: Quiz = {
  ...defaultSettings, zone, group: round.group, place: round.place, managers: ['terminal:local:u:Ada'], paused: false, skipDate: null,
  lastDate: '2026-11-23', nextDate: '2026-11-24', nextAt: Date.UTC(2026, 10, 24, 8),
}
const settingsView = { quiz, topics: [], managers: [{ kind: 'person', id: 'terminal:local:u:Ada', name: 'Ada' } as const] }

const patching: ResponsibilityView = {
  title: 'Patching the guest operating system on EC2', owner: 'The customer',
  halves: [
    { party: 'AWS', text: 'AWS patches the host and the hypervisor under the instance.' },
    { party: 'The customer', text: 'You patch the guest operating system and everything that you install on it.' },
  ],
  note: 'Documents differ: patch management as an area is a shared control.', sources: [otherSource],
}

const comparison: Comparison = {
  title: 'Who takes what on EC2, RDS and WorkMail',
  columns: ['', 'EC2 (IaaS)', 'RDS (PaaS)', 'WorkMail (SaaS)'],
  rows: [['Physical infrastructure', 'AWS', 'AWS', 'AWS'], ['Operating system', 'The customer', 'AWS', 'AWS'], ['Data', 'The customer', 'The customer', 'The customer']],
  sources: [otherSource],
}

const setup = findCommand('setup')

/** By the name of the screen and, where there are several, what sets this one apart. */
export const samples: ReadonlyMap<string, Screen> = new Map<string, Screen>([
  ['question', questionScreen(round, one)],
  ['question-two', questionScreen(roundOfTwo, two, ['a'])],
  ['result-right', resultScreen(round, one, { chosen: ['a'], right: true, remark: null, streak: 13 })],
  ['result-again', resultScreen(round, one, { chosen: ['d'], right: false, remark: 'You answered this one already.', streak: null, withQuestion: true })],
  ['result-wrong', resultScreen(round, one, { chosen: ['d'], right: false, remark: 'Your first answer counts, so nothing has changed.', streak: null })],
  ['noted', notedScreen(roundOfTwo, two, ['a', 'b'], false)],
  ['reveal', revealScreen(closed, one, { answered: 9, votes: new Map([['a', 6], ['c', 2], ['d', 1]]), right: people, mine: null })],
  ['board', boardScreen(board)],
  ['board-empty', boardScreen({ ...board, rows: [], own: null, people: 0, pages: 1, absent: 'no-answer' })],
  ['progress', progressScreen(progress)],
  ['progress-none', progressScreen(beginner)],
  ['lookup', lookupScreen({ words: 'ec2 os patching', kind: 'responsibilities', rows: [patching] })],
  ['lookup-two', lookupScreen({ words: 'ec2 and lambda', kind: 'responsibilities', rows: [patching, { ...patching, title: 'Patching the managed runtime of Lambda', owner: 'AWS', note: null, sources: [source] }] })],
  ['lookup-term', lookupScreen({ words: 'hypervisor', kind: 'term', term: 'Hypervisor', definition: 'The software layer that shares one physical host among instances and keeps them apart.', note: null, sources: [otherSource] })],
  ['lookup-nothing', lookupScreen({ words: 'price of lunch', kind: 'nothing', nearest: ['Patch management', 'Amazon S3'] })],
  ['lookup-far', lookupScreen({ words: 'lunch', kind: 'nothing', nearest: [] })],
  ['compare', compareScreen(comparison, [{ id: 'patching', title: 'Who patches what, service by service' }])],
  ['compare-choice', tablesScreen([{ id: 'split', title: comparison.title }, { id: 'patching', title: 'Who patches what, service by service' }], 'lunch')],
  ['home', homeScreen({ channels: [{ place: round.place, question: questionScreen(round, one), next: [], progress }] }, 'The AWS shared responsibility model')],
  ['home-several', homeScreen({ channels: [{ place: round.place, question: null, next: whenNext(quiz), progress }, { place: 'terminal:local:there', question: null, next: whenNext(quiz), progress: beginner }] }, 'The AWS shared responsibility model')],
  ['home-empty', homeScreen({ channels: [] }, 'The AWS shared responsibility model')],
  ['status', statusScreen({ ...settingsView, mayManage: true, rounds: [round, { ...closed, dueAt: Date.UTC(2026, 10, 20, 8), openedAt: null, state: 'missed', reason: 'The bot was away when the round was due and came back 7 h late; a round is posted up to 6 h late.' }] })],
  ['settings', settingsScreen('The daily question is set up', settingsView)],
  ['help', helpScreen('The AWS shared responsibility model', 'Who secures what on AWS.')],
  ...(setup === undefined ? [] : [['help-setup', commandHelpScreen(setup)] as const, ['refusal-usage', misunderstood('I do not understand “nein” here.', setup)] as const]),
  ['notice', notice('Paused', [['No question is posted here until ', command('resume'), '. An open round closes at its time.']])],
  ['refusal', refusal('Only managers can do that', [['This quiz is managed by ', { kind: 'person', id: 'terminal:local:u:Ada', name: 'Ada' }, ', and by owners and admins.']])],
])

