// Samples of final boards, from made-up data.
import type { RankingRow } from '../../screens/screen.ts'
import type { Samples } from '../feature.ts'
import { finalBoardScreen, type FinalBoardView } from './final-board-screen.ts'
import { finalPost, withoutBoard } from './final-post.ts'

const row = (rank: number, name: string, points: number, accuracy: number, streak: number): RankingRow => ({
  rank, person: { id: `terminal:local:u:${name}`, name }, points, accuracy, streak, answered: Math.round((100 * points) / accuracy), days: points + 1, you: false,
})
const week = { from: '2026-11-16', to: '2026-11-22', name: null }
const season = { from: '2026-09-01', to: '2026-12-20', name: 'Autumn 2026' }
const rows = [row(1, 'Ada', 5, 100, 12), row(2, 'Grace', 4, 80, 12), row(2, 'Blue Heron (alias)', 4, 80, 3)]
const on: FinalBoardView = { choice: 'both', next: { ...season, at: Date.UTC(2026, 11, 21, 7), hasPoints: true }, zone: 'Europe/Berlin', paused: false, problem: null }

export const samples = (): Samples => new Map([
  ['final-board', finalBoardScreen(on)],
  ['final-board-no-points', finalBoardScreen({ ...on, choice: 'week', next: { ...week, at: Date.UTC(2026, 10, 23, 7), hasPoints: false } })],
  ['final-board-off', finalBoardScreen({ ...on, choice: 'off', next: null })],
  ['final-board-no-season', finalBoardScreen({ ...on, choice: 'season', next: null, problem: 'The bot isn’t in this channel. Invite it, then it can post.' })],
  ['final-board-paused', finalBoardScreen({ ...on, choice: 'week', next: null, paused: true })],
  ['final-post', finalPost(season, rows, { people: 14, more: 0 })],
  ['final-post-week', finalPost(week, rows, { people: 14, more: 0 })],
  ['final-post-tie', finalPost(week, Array.from({ length: 5 }, (_, at) => row(1, `Person ${at + 1}`, 1, 100, 0)), { people: 40, more: 35 })],
  ['final-post-gone', withoutBoard(week)],
])
