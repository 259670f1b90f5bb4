// Samples of the screens of this feature, from made-up data.
import { day } from '../../core/time.ts'
import type { DayOff } from '../../core/days-off.ts'
import { unknownEnd } from '../../core/post-once.ts'
import type { Quiz } from '../../core/quiz.ts'
import { threadlessBlocks } from '../../screens/discussion.ts'
import { notHeldBlocks } from '../../screens/not-held.ts'
import { sampleQuiz, closedRound, sampleRound } from '../../screens/sample-round.ts'
import type { OnHome, Samples } from '../feature.ts'
import { managing } from './home.ts'
import { quizzesScreen } from './quizzes-screen.ts'
import { refused } from '../refused.ts'
import { introductionScreen } from './introduction-screen.ts'
import { savedScreen, settingsScreen } from './settings-screen.ts'
import { statusScreen, type Missing } from './status-screen.ts'

const ada = { kind: 'person', id: 'terminal:local:u:Ada', name: 'Ada' } as const
const notPosted = { ...sampleRound, openedAt: null, state: 'failed', reason: 'The bot isn’t in the channel. To add it, type /invite and the bot’s name there.' } as const
const notPostedBefore = { ...notPosted, id: 'fedcba9876543211', dueAt: notPosted.dueAt - 3 * day }
const off = (kind: DayOff['kind'], from: string, to: string, name: string): DayOff => ({ kind, from, to, name, by: null, at: 0 })
const offQuiz: Quiz = {
  ...sampleQuiz, lastDate: '2026-12-23', nextDate: '2027-01-04', nextAt: Date.UTC(2027, 0, 4, 8), holidays: 'DE-BE',
  off: [off('off', '2026-12-24', '2027-01-02', 'Winter break'), off('holiday', '2026-12-25', '2026-12-25', 'Christmas Day'), off('off', '2027-02-12', '2027-02-12', 'Team day')],
}
const pausedQuiz: Quiz = { ...sampleQuiz, lastDate: '2026-11-23', nextDate: '2026-12-07', nextAt: Date.UTC(2026, 11, 7, 8), off: [off('pause', '2026-11-24', '2026-12-06', '')] }
const settingsView = { quiz: sampleQuiz, topics: [], managers: [ada], today: '2026-11-23' }

const noThreads = 'The bot isn’t allowed to open threads in this channel. Somebody who manages the channel can allow it Create Public Threads under Edit Channel, Permissions.'
const missing: readonly Missing[] = [{ what: 'recap', why: unknownEnd }, { what: 'thread', why: noThreads }]

export const samples = (): Samples => new Map([
  ['status', statusScreen({ ...settingsView, mayManage: true, changes: new Map(), rounds: [sampleRound, { ...closedRound, dueAt: Date.UTC(2026, 10, 20, 8), openedAt: null, state: 'missed', reason: 'The bot was down when the question was due and came back 7 hours later. It posts questions at most 6 hours late.' }] })],
  ['status-days-off', statusScreen({ ...settingsView, quiz: offQuiz, today: '2026-12-23', mayManage: true, changes: new Map(), rounds: [closedRound] })],
  ['status-paused-until', statusScreen({ ...settingsView, quiz: pausedQuiz, today: '2026-11-24', mayManage: true, changes: new Map(), rounds: [closedRound] })],
  ['status-changed', statusScreen({ ...settingsView, mayManage: true, changes: new Map([[sampleRound.id, 'reworded']]), rounds: [sampleRound] })],
  ['status-voided', statusScreen({ ...settingsView, mayManage: true, changes: new Map([[sampleRound.id, 'voided']]), rounds: [sampleRound] })],
  ['status-regraded', statusScreen({ ...settingsView, mayManage: false, changes: new Map([[sampleRound.id, 'regraded']]), rounds: [sampleRound] })],
  ['status-removed', statusScreen({ ...settingsView, mayManage: true, changes: new Map([[sampleRound.id, 'removed']]), rounds: [sampleRound] })],
  ['status-unheard', statusScreen({ ...settingsView, mayManage: true, changes: new Map(), rounds: [notPosted], unheard: notHeldBlocks([{ round: notPosted, quiz: sampleQuiz }]) })],
  ['status-unheard-series', statusScreen({ ...settingsView, mayManage: true, changes: new Map(), rounds: [notPosted, notPostedBefore], unheard: notHeldBlocks([notPostedBefore, notPosted].map((round) => ({ round, quiz: sampleQuiz }))) })],
  ['status-missing', statusScreen({ ...settingsView, quiz: { ...sampleQuiz, weekly: true, thread: true }, mayManage: true, changes: new Map(), rounds: [closedRound], missing })],
  ['status-no-thread', statusScreen({ ...settingsView, quiz: { ...sampleQuiz, thread: true }, mayManage: true, changes: new Map(), rounds: [closedRound], unheard: threadlessBlocks([{ quiz: sampleQuiz, reason: noThreads }]) })],
  ['status-lacks-course', statusScreen({ ...settingsView, courses: ['house-rules'], choices: ['aws-shared-responsibility', 'other-rules'], lacking: ['house-rules'], mayManage: true, changes: new Map(), rounds: [closedRound] })],
  ['status-course-updated', statusScreen({ ...settingsView, courseNews: [{ course: undefined, news: { kind: 'taken', at: sampleRound.dueAt } }], mayManage: true, changes: new Map(), rounds: [sampleRound] })],
  ['status-course-refused', statusScreen({ ...settingsView, courseNews: ['aws-shared-responsibility', 'house-rules'].map((course) => ({ course, news: { kind: 'refused', at: sampleRound.dueAt } })), mayManage: true, changes: new Map(), rounds: [sampleRound] })],
  ['settings-courses', settingsScreen('Settings for this channel', { ...settingsView, courses: ['The AWS shared responsibility model', 'Who looks after a rented apartment'] })],
  ['settings', settingsScreen('Settings for this channel', settingsView)],
  ['set-up', savedScreen(settingsView, true, { kind: 'posted', message: 'sample' })],
  ['set-up-refused', savedScreen(settingsView, true, { kind: 'refused', reason: 'The app isn’t in the channel. To add it, type /invite and the app’s name there.' })],
  ['introduction', introductionScreen(sampleQuiz, ada, 'new')],
  ['introduction-begun', introductionScreen(sampleQuiz, ada, 'begun')],
  ['quizzes', quizzesScreen({ quizzes: [sampleQuiz, { ...sampleQuiz, paused: true, time: '14:30' }, { ...sampleQuiz, paused: true, retired: 'deleted' }], page: 0, pages: 1, total: 3, note: [] })],
  ['quizzes-page', quizzesScreen({ quizzes: Array.from({ length: 4 }, () => sampleQuiz), page: 1, pages: 7, total: 27, note: ['Paused: ', { kind: 'place', id: sampleQuiz.place }, '.'] })],
  ['no-quizzes', quizzesScreen({ quizzes: [], page: 0, pages: 1, total: 0, note: [] })],
  ['not-set-up', refused({ kind: 'no-quiz' })],
  ['not-a-manager', refused({ kind: 'not-a-manager', managers: ['terminal:local:u:Ada'] })],
  ['last-manager', refused({ kind: 'last-manager' })],
])

export const onHome: OnHome = [managing(sampleQuiz), []]
