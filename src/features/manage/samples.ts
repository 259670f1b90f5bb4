// Samples of the screens of this feature, from made-up data.
import { sampleQuiz, closedRound, sampleRound } from '../../screens/sample-round.ts'
import type { OnHome, Samples } from '../feature.ts'
import { managing } from './home.ts'
import { refused } from './refused.ts'
import { settingsScreen, statusScreen } from './status-screen.ts'

const settingsView = { quiz: sampleQuiz, topics: [], managers: [{ kind: 'person', id: 'terminal:local:u:Ada', name: 'Ada' } as const] }

export const samples = (): Samples => new Map([
  ['status', statusScreen({ ...settingsView, mayManage: true, rounds: [sampleRound, { ...closedRound, dueAt: Date.UTC(2026, 10, 20, 8), openedAt: null, state: 'missed', reason: 'The bot was away when the round was due and came back 7 h late; a round is posted up to 6 h late.' }] })],
  ['settings', settingsScreen('The daily question is set up', settingsView)],
  ['not-set-up', refused({ kind: 'no-quiz' })],
  ['not-a-manager', refused({ kind: 'not-a-manager', managers: ['terminal:local:u:Ada'] })],
  ['last-manager', refused({ kind: 'last-manager' })],
])

export const onHome: OnHome = [managing(false), []]
