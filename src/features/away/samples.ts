// Samples of somebody's days away and of the rules for streaks, from made-up data.
import { noStreak } from '../../core/streak.ts'
import { addDays } from '../../core/time.ts'
import type { Samples } from '../feature.ts'
import { awayScreen } from './away-screen.ts'
import { streakScreen } from './streak-screen.ts'

const today = '2026-11-24'
const range = (from: string, to: string) => ({ from, to })
const streak = { ...noStreak, current: 12, longest: 31, lastDay: '2026-11-23', grace: 1, toward: 2, graceDay: '2026-11-17', alive: 12 }

export const samples = (): Samples => new Map([
  ['away', awayScreen({ ranges: [range('2026-12-24', '2027-01-02')], today, note: ['Noted: Thu, Dec 24, 2026 – Sat, Jan 2, 2027.'] })],
  ['away-now', awayScreen({ ranges: [range('2026-11-23', '2026-11-27'), range('2026-12-24', '2027-01-02')], today, note: [] })],
  ['away-none', awayScreen({ ranges: [], today, note: [] })],
  ['away-many', awayScreen({ ranges: Array.from({ length: 9 }, (_, week) => range(addDays('2026-12-04', 7 * week), addDays('2026-12-04', 7 * week))), today, note: [] })],
  ['streak', streakScreen({ streak, rolloverHour: 4, place: null })],
  ['streak-elsewhere', streakScreen({ streak: { ...streak, grace: 2, toward: 0, graceDay: null }, rolloverHour: 4, place: 'terminal:local:c:general' })],
  ['streak-none', streakScreen({ streak: null, rolloverHour: null, place: null })],
])
