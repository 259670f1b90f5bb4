// A round that was posted and closed has a reason on record where its post could not show the answer. The status called it
// not posted where another round came after it, and kept the reason to itself.
import { expect, it } from 'vitest'
import { defaultSettings, type Quiz } from '../../src/core/quiz.ts'
import type { Round } from '../../src/core/round.ts'
import { statusScreen } from '../../src/features/manage/status-screen.ts'
import { words } from '../bot/stage.ts'

const [opened, closes] = [Date.UTC(2026, 2, 2, 8), Date.UTC(2026, 2, 3, 7)]
const quiz: Quiz = {
  ...defaultSettings, zone: 'UTC', group: 'terminal:team', place: 'terminal:team:general', managers: [], paused: false, retired: null, skipDate: null,
  lastDate: '2026-03-02', nextDate: '2026-03-03', nextAt: Date.UTC(2026, 2, 3, 9), off: [], holidaysUntil: null,
}
const closed: Round = {
  id: '0123456789abcdef', group: quiz.group, place: quiz.place, occasion: '2026-03-02', state: 'closed', question: 'q', words: null, order: ['a', 'b'], key: ['a'],
  feedback: 'instant', zone: 'UTC', rolloverHour: 4, day: '2026-03-02', dueAt: opened, openedAt: opened, closesAt: closes, closedAt: closes, message: 'm',
  reason: 'The post was deleted.', missedUntil: null,
}
const open: Round = { ...closed, id: 'fedcba9876543210', occasion: '2026-03-03', state: 'open', closedAt: null, reason: null }
const status = (rounds: readonly Round[]) => words(statusScreen({ quiz, rounds, topics: [], managers: [], changes: new Map(), today: '2026-03-03', mayManage: false }))

it('of the latest question', () => {
  expect(status([closed])).toMatch(/Latest question: Mon, Mar 2.*closed Tue, Mar 3.*\. The answer couldn’t be shown: The post was deleted\./u)
  expect(status([closed])).not.toContain('not posted')
})

it('of one before it', () => {
  expect(status([open, closed])).toMatch(/Not shown: Mon, Mar 2.*The post was deleted\./u)
  expect(status([open, closed])).not.toContain('not posted')
})

it('and one that was not posted is called that', () => {
  expect(status([open, { ...closed, state: 'failed' }])).toMatch(/Not posted: due .*not posted: The post was deleted\./u)
})
