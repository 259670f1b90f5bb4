// Samples of the seasons of a channel, from made-up data.
import type { Season } from '../../core/season.ts'
import type { Samples } from '../feature.ts'
import { seasonsScreen } from './seasons-screen.ts'

const today = '2026-11-24'
const autumn: Season = { name: 'Autumn 2026', from: '2026-09-01', to: '2026-12-20' }
const all: readonly Season[] = [
  { name: 'Kickoff', from: '2026-01-05', to: '2026-03-31' }, { name: 'Spring 2026', from: '2026-04-01', to: '2026-06-30' }, { name: 'Summer 2026', from: '2026-07-01', to: '2026-08-31' },
  autumn, { name: 'Winter 2027', from: '2027-01-04', to: '2027-03-31' },
]

export const samples = (): Samples => new Map([
  ['seasons', seasonsScreen({ seasons: [autumn], today, page: 0, mayManage: true, note: ['Added: Autumn 2026 (Tue, Sep 1 – Sun, Dec 20, 2026).'] })],
  ['seasons-everyone', seasonsScreen({ seasons: all, today, page: 0, mayManage: false, note: [] })],
  ['seasons-many', seasonsScreen({ seasons: all, today, page: 0, mayManage: true, note: [] })],
  ['seasons-none', seasonsScreen({ seasons: [], today, page: 0, mayManage: true, note: [] })],
])
