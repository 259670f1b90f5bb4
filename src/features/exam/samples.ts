// Samples of the screens of exams.
import type { Session } from '../../core/session.ts'
import { examResult } from '../../core/exam-result.ts'
import { oneRight, twoRight } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { examScreen, giveUpScreen, overviewScreen, runningScreen, submitScreen } from './exam-screen.ts'
import { examControls } from './face.ts'
import { historyScreen, missScreen, resultScreen } from './result-screen.ts'
import { givenUpScreen, noneRunning, noQuestions, startScreen } from './start-screen.ts'
import { timeUpScreen } from './time-up-screen.ts'

const at = Date.UTC(2026, 10, 23, 12)
const minutes = (count: number) => at + count * 60_000
const task = { item: 'question:sample', order: ['c', 'a', 'd', 'b'], key: ['a'], content: 1 }
const tasks = Array.from({ length: 20 }, (_, position) => ({ ...task, item: `question:${position}`, key: position === 3 ? ['a', 'b'] : ['a'] }))
const step = (chosen: readonly string[], flag = false) => ({ chosen, at, guess: false, flag })

const session: Session = {
  id: '0123456789abcdef', kind: 'exam', about: '20 ', tasks, steps: new Map(), position: 0, zone: 'Europe/Berlin',
  startedAt: at, endsAt: minutes(28), endedAt: null, abandoned: false, givenBack: 0,
}
const steps = new Map(tasks.map((_, position) => [position, step(position % 3 === 1 ? ['b'] : ['a'], position === 6)] as const))
const most = new Map([...steps].filter(([position]) => position % 7 !== 4))
const midway: Session = { ...session, position: 3, steps: most }
const full: Session = { ...session, tasks: Array.from({ length: 65 }, () => task), steps: most, position: 65, endsAt: minutes(90) }
const ended: Session = { ...session, steps, endedAt: minutes(20) }
const late: Session = { ...session, steps: most, endedAt: minutes(31), endsAt: minutes(31), givenBack: 180_000 }

const titles = new Map(['S3: access control and public buckets', 'Lambda: runtime, code and dependencies', 'IAM: users, roles and policies', 'EC2: patching the guest system'].map((title, topic) => [`t${topic}`, title]))
const few = (of: Session) => examResult(of, ({ item }) => ({ topic: `t${Number(item.slice(9)) % 4}` }))
const many = (of: Session) => examResult(of, ({ item }) => (item === 'question:19' ? 'changed' : item === 'question:18' ? 'waiting' : { topic: `t${item.slice(9)}` }))
const wanted = { questions: 20, topics: [] }
const view = { titles, page: 0 }

export const samples = (): Samples => new Map([
  ['exam-start', startScreen({ available: 65, wanted, topics: [], latest: undefined })],
  ['exam-start-again', startScreen({ available: 65, wanted: { questions: 10, topics: ['t0'] }, topics: ['S3: access control and public buckets'], latest: { session: late, result: few(late) } })],
  ['exam', examScreen(session, oneRight)],
  ['exam-fewer', examScreen({ ...session, about: '30 ' }, oneRight)],
  ['exam-answered', examScreen({ ...midway, position: 6 }, oneRight)],
  ['exam-two', examScreen({ ...midway, position: 3 }, twoRight)],
  ['exam-last', examScreen({ ...midway, position: 19 }, oneRight)],
  ['exam-changed', examScreen(midway, null)],
  ['exam-overview', overviewScreen({ ...midway, position: 20 }, { topics: [] })],
  ['exam-overview-full', overviewScreen(full, { topics: ['S3: access control and public buckets'] })],
  ['exam-overview-done', overviewScreen({ ...session, position: 20, steps: new Map([...steps].map(([position, { chosen }]) => [position, step(chosen)])) }, { topics: [] })],
  ['exam-overview-changed', overviewScreen({ ...midway, position: 20 }, { topics: [], changed: new Set([2, 11]) })],
  ['exam-submit', submitScreen(midway, 3)],
  ['exam-running', runningScreen(midway, { questions: 65, topics: [] })],
  ['exam-started-twice', runningScreen(session)],
  ['exam-give-up', giveUpScreen(midway, examControls.quit.text({ session: session.id, sure: 'yes', questions: 0, topics: [] }), false)],
  ['exam-given-up', givenUpScreen()],
  ['exam-none', noneRunning()],
  ['exam-no-questions', noQuestions()],
  ['exam-result', resultScreen({ session: ended, result: few(ended), ...view })],
  ['exam-result-picture', resultScreen({ session: ended, result: few(ended), ...view, picture: true })],
  ['exam-result-late', resultScreen({ session: late, result: many(late), ...view, page: 1 })],
  ['exam-time-up', timeUpScreen(session.id)],
  ['exam-miss', missScreen(ended, 1, oneRight, few(ended).missed)],
  ['exam-miss-unanswered', missScreen(late, 4, oneRight, few(late).missed)],
  ['exam-miss-changed', missScreen(ended, 19, 'changed', few(ended).missed)],
  ['exam-history', historyScreen([late, ended, ended].map((one) => ({ session: one, result: few(one) })))],
  ['exam-history-running', historyScreen([{ session: ended, result: few(ended) }], midway)],
  ['exam-history-empty', historyScreen([])],
])
