// Samples of the days off of a channel, from made-up data.
import type { DayOff } from '../../core/days-off.ts'
import type { Quiz } from '../../core/quiz.ts'
import type { Round } from '../../core/round.ts'
import { addDays, day } from '../../core/time.ts'
import { sampleQuiz, sampleRound } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { fateOf } from '../late-question.ts'
import { askAllScreen, daysOffScreen } from './days-off-screen.ts'
import { whyNotOff } from './still-off.ts'
import { unreadable } from './unreadable.ts'

const off = (kind: DayOff['kind'], from: string, to: string, name: string): DayOff => ({ kind, from, to, name, by: kind === 'off' ? 'terminal:local:u:Ada' : null, at: 0 })
const today = '2026-11-24'
const now = Date.UTC(2026, 10, 24, 10)
const some: Quiz = {
  ...sampleQuiz, holidays: 'DE-BE',
  off: [off('off', '2026-12-04', '2026-12-04', 'Team day'), off('off', '2026-12-24', '2027-01-02', 'Winter break'), off('holiday', '2026-12-25', '2026-12-25', 'Christmas Day')],
}
const many: Quiz = { ...sampleQuiz, off: Array.from({ length: 12 }, (_, week) => off('off', addDays('2026-12-04', 7 * week), addDays('2026-12-04', 7 * week), '')) }

const withdrawn: Round = { ...sampleRound, openedAt: null, message: null, state: 'skipped' }

export const samples = (): Samples => new Map([
  ['days-off', daysOffScreen({ quiz: some, now, page: 0, mayManage: true, lead: null, note: ['Off: Winter break (Thu, Dec 24, 2026 – Sat, Jan 2, 2027).'] })],
  ['days-off-withdrawn', daysOffScreen({ quiz: { ...sampleQuiz, nextDate: addDays(today, 1), nextAt: sampleQuiz.nextAt + day, off: [off('off', today, today, '')] }, now, page: 0, mayManage: true, lead: null, note: ['Off: Tue, Nov 24, 2026. ', ...fateOf(withdrawn)] })],
  ['days-off-late', daysOffScreen({ quiz: { ...some, off: [off('off', '2026-11-23', '2026-11-23', 'Sick day'), ...some.off] }, now, page: 0, mayManage: true, lead: null, note: [] })],
  ['days-off-shared', daysOffScreen({ quiz: some, now, page: 0, mayManage: true, lead: [{ kind: 'place', id: sampleRound.place }], note: [] })],
  ['days-off-none-but-holidays', daysOffScreen({ quiz: { ...some, off: some.off.slice(2) }, now, page: 0, mayManage: true, lead: null, note: whyNotOff(some, { from: '2026-12-25', to: '2026-12-25' }, today) })],
  ['days-off-holiday', unreadable('Christmas', '', { quiz: some, today }, undefined)],
  ['days-off-everyone', daysOffScreen({ quiz: some, now, page: 0, mayManage: false, lead: null, note: [] })],
  ['days-off-many', daysOffScreen({ quiz: many, now, page: 1, mayManage: true, lead: null, note: [] })],
  ['days-off-remove-all', askAllScreen(many.off, today)],
  ['days-off-remove-one', askAllScreen(some.off.slice(0, 1), today)],
  ['days-off-none', daysOffScreen({ quiz: sampleQuiz, now, page: 0, mayManage: true, lead: null, note: [] })],
])
