// Samples of the screens of this feature, from made-up data.
import { sampleQuiz, closedRound, sampleRound } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { refused } from './refused.ts'
import { introductionScreen } from './introduction-screen.ts'
import { savedScreen, settingsScreen } from './settings-screen.ts'
import { statusScreen } from './status-screen.ts'

const ada = { kind: 'person', id: 'terminal:local:u:Ada', name: 'Ada' } as const
const settingsView = { quiz: sampleQuiz, topics: [], managers: [ada] }

export const samples = (): Samples => new Map([
  ['status', statusScreen({ ...settingsView, mayManage: true, rounds: [sampleRound, { ...closedRound, dueAt: Date.UTC(2026, 10, 20, 8), openedAt: null, state: 'missed', reason: 'The bot was away when the round was due and came back 7 h late; a round is posted up to 6 h late.' }] })],
  ['settings', settingsScreen('Settings of this channel', settingsView)],
  ['set-up', savedScreen(settingsView, true, { kind: 'posted', message: 'sample' })],
  ['set-up-refused', savedScreen(settingsView, true, { kind: 'refused', reason: 'The app is not in the channel. Somebody there can add it: type /invite and the app’s name.' })],
  ['introduction', introductionScreen(sampleQuiz, ada, 'new')],
  ['introduction-begun', introductionScreen(sampleQuiz, ada, 'begun')],
  ['not-set-up', refused({ kind: 'no-quiz' })],
  ['not-a-manager', refused({ kind: 'not-a-manager', managers: ['terminal:local:u:Ada'] })],
  ['last-manager', refused({ kind: 'last-manager' })],
])
