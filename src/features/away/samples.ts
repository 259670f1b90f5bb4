// Samples of somebody's days away, from made-up data.
import { addDays } from '../../core/time.ts'
import type { Samples } from '../feature.ts'
import { awayScreen } from './away-screen.ts'

const today = '2026-11-24'
const range = (from: string, to: string) => ({ from, to })

export const samples = (): Samples => new Map([
  ['away', awayScreen({ ranges: [range('2026-12-24', '2027-01-02')], today, note: ['Noted: Thu, Dec 24, 2026 – Sat, Jan 2, 2027.'] })],
  ['away-now', awayScreen({ ranges: [range('2026-11-23', '2026-11-27'), range('2026-12-24', '2027-01-02')], today, note: [] })],
  ['away-none', awayScreen({ ranges: [], today, note: [] })],
  ['away-many', awayScreen({ ranges: Array.from({ length: 9 }, (_, week) => range(addDays('2026-12-04', 7 * week), addDays('2026-12-04', 7 * week))), today, note: [] })],
])
