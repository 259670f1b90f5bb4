// Samples of the weekly recap, from made-up data.
import { closedRound, oneRight } from '../../screens/sample-round.ts'
import type { Samples } from '../feature.ts'
import { weekPost, type WeekView } from './week-post.ts'
import { weeklyScreen, type WeeklyView } from './weekly-screen.ts'

const round = { round: closedRound.id, day: '2026-11-23', answered: 14, right: 6 }
const full: WeekView = {
  week: '2026-11-23', days: 5, turnout: { people: 14, answers: 61 }, well: { kind: 'more-people', more: 2 },
  everyDay: { names: ['Ada', 'Grace', 'Blue Heron (alias)'], count: 7 },
  hardest: round, hard: { round: closedRound, content: oneRight }, topic: { topic: 'lambda', answered: 52, right: 28 }, topicTitle: 'Lambda: runtime, code and dependencies',
}
const small: WeekView = { ...full, week: '2026-11-30', days: 4, turnout: null, well: { kind: 'all-answered' }, everyDay: null, hardest: null, hard: null, topic: null }
const off: WeeklyView = { on: false, nextAt: Date.UTC(2026, 10, 30, 7), zone: 'Europe/Berlin', problem: null, now: Date.UTC(2026, 10, 27, 9), preview: weekPost(full) }

export const samples = (): Samples => new Map([
  ['week-post', weekPost(full)],
  ['week-post-small', weekPost(small)],
  ['week-post-all-right', weekPost({ ...full, well: { kind: 'all-right', of: { ...round, right: 14 } }, topic: null })],
  ['weekly', weeklyScreen({ ...off, on: true })],
  ['weekly-off', weeklyScreen({ ...off, preview: undefined })],
  ['weekly-paused', weeklyScreen({ ...off, on: true, nextAt: null, preview: weekPost(small) })],
  ['weekly-refused', weeklyScreen({ ...off, on: true, problem: 'The bot isn’t in this channel. Invite it, then it can post.', preview: weekPost(small) })],
])
