// Samples of somebody's days away, from made-up data.
import { noStreak } from '../../core/streak.ts'
import { addDays } from '../../core/time.ts'
import { sampleRound } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { awayScreen, pastScreen, takeBackScreen } from './away-screen.ts'

const today = '2026-11-24'
const range = (from: string, to: string) => ({ from, to })

export const samples = (): Samples => new Map([
  ['away', awayScreen({ ranges: [range('2026-12-24', '2027-01-02')], today, hasPast: false, note: ['Noted: Thu, Dec 24, 2026 – Sat, Jan 2, 2027.'] })],
  ['away-now', awayScreen({ ranges: [range('2026-11-23', '2026-11-27'), range('2026-12-24', '2027-01-02')], today, hasPast: true, note: [] })],
  ['away-none', awayScreen({ ranges: [], today, hasPast: false, note: [] })],
  ['away-many', awayScreen({ ranges: Array.from({ length: 9 }, (_, week) => range(addDays('2026-12-04', 7 * week), addDays('2026-12-04', 7 * week))), today, hasPast: false, note: [] })],
  ['away-past', pastScreen([range('2026-11-12', '2026-11-13'), range('2026-08-03', '2026-08-21')])],
  ['away-past-none', pastScreen([])],
  ['away-take-back', takeBackScreen({
    days: range('2026-11-12', '2026-11-13'), running: undefined,
    streaks: [{ place: sampleRound.place, before: { ...noStreak, current: 14, longest: 14, grace: 1 }, after: { ...noStreak, current: 5, longest: 9, grace: 1 } }],
  })],
  ['away-take-back-nothing', takeBackScreen({ days: range('2026-11-23', '2026-11-25'), running: range('2026-11-23', '2026-11-27'), streaks: [] })],
])
