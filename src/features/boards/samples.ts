// Samples of the screens of this feature, from made-up data.
import { noScore } from '../../core/board.ts'
import type { Progress } from '../../ledger/boards.ts'
import type { RankingRow } from '../../screens/screen.ts'
import type { OnHome, Samples } from '../feature.ts'
import { boardScreen, type BoardView, type SeasonView } from './board-screen.ts'
import { standing } from './home.ts'

const row = (rank: number, name: string, points: number, accuracy: number, streak: number, you = false): RankingRow => ({
  rank, person: { id: `terminal:local:u:${name}`, name }, points, accuracy, streak, answered: accuracy === 0 ? 1 : Math.round((100 * points) / accuracy), days: Math.max(1, streak), you,
})

const board: BoardView = {
  scope: 'place', period: 'week', by: 'points', season: null, hasSeasons: true, otherScope: false, past: null, accuracy: null, withoutAliases: false, page: 0, pages: 2, noPage: null, people: 14, absent: null, picture: false,
  rows: [row(1, 'Ada', 5, 100, 12), row(2, 'Grace', 4, 80, 12), row(2, 'Linus', 4, 80, 3), row(4, 'Barbara', 3, 60, 0), row(5, 'Edsger', 1, 50, 1)],
  own: row(11, 'Margaret', 0, 0, 1, true),
}

const autumn: SeasonView = { name: 'Autumn 2026', from: '2026-09-01', to: '2026-12-20', earlier: 'Summer 2026', later: 'Winter 2027', isToCome: false, isOver: false }

const accurate = ([[1, 'Ada', 26, 84, 30], [2, 'Grace', 20, 80, 25], [3, 'Linus', 12, 76, 16], [4, 'Barbara', 6, 72, 11]] as const).map(([rank, name, points, percent, answered]): RankingRow => ({ ...row(rank, name, points, percent, 3), answered }))

const lastPage: BoardView = {
  ...board, scope: 'group', period: 'month', page: 1, noPage: 6, own: null,
  rows: [row(11, 'Margaret', 0, 0, 1, true), row(11, 'Alan', 0, 0, 0), row(11, 'Joan', 0, 0, 0)],
}

/** Names that are hard to show: alike, long, from right to left, wide, with emoji, and like markup. */
const names: BoardView = {
  ...board, period: 'all', pages: 1, people: 8,
  rows: [
    { ...row(1, 'Sam Lee', 21, 95, 14), person: { id: 'terminal:local:u:sam1', name: 'Sam Lee' } },
    { ...row(2, 'Sam Lee', 20, 91, 0), person: { id: 'terminal:local:u:sam2', name: 'Sam Lee' } },
    row(3, 'Maximiliane Alexandra von und zu Hohenstein-Wittelsbach', 19, 86, 3), row(4, 'שרה לוי', 17, 81, 2), row(5, '王小明', 12, 80, 5),
    row(6, 'Zoë 🦊', 9, 64, 1), row(7, '*_Ada_*', 4, 57, 0, true), row(8, '1. <Bob>', 1, 50, 1),
  ],
  own: null,
}

const progress: Progress = {
  scores: { week: { points: 4, answered: 5, right: 4, days: 5 }, month: { points: 13, answered: 16, right: 13, days: 16 }, all: { points: 71, answered: 90, right: 71, days: 90 } },
  streak: { current: 12, longest: 31, lastDay: '2026-11-23', alive: 12, grace: 1, toward: 2, graceDay: null }, rank: 2, people: 14, hidden: false, voided: 0,
}
const beginner: Progress = {
  scores: { week: noScore, month: noScore, all: noScore }, streak: { current: 0, longest: 0, lastDay: null, alive: 0, grace: 0, toward: 0, graceDay: null }, rank: null, people: 14, hidden: false, voided: 0,
}

export const samples = (): Samples => new Map([
  ['board', boardScreen(board)],
  ['board-shared', boardScreen({ ...board, channels: 2 })],
  ['board-picture', boardScreen({ ...board, picture: true })],
  ['board-last', boardScreen(lastPage)],
  ['board-names', boardScreen(names)],
  ['board-mixed', boardScreen({ ...board, channels: 2, own: null, absent: { kind: 'mixed' } })],
  ['board-empty', boardScreen({ ...board, rows: [], own: null, people: 0, pages: 1, absent: { kind: 'no-answer' } })],
  ['board-alias', boardScreen({ ...board, pages: 1, people: 3, rows: board.rows.slice(0, 3), own: null, absent: { kind: 'few-of-alias', answered: 1 }, withoutAliases: true })],
  ['board-alias-alone', boardScreen({ ...board, pages: 1, people: 0, rows: [], own: null, absent: { kind: 'small-board' }, withoutAliases: true })],
  ['board-season', boardScreen({ ...board, period: 'season', season: autumn })],
  ['board-season-empty', boardScreen({ ...board, period: 'season', season: { ...autumn, isOver: true }, pages: 1, people: 0, rows: [], own: null, absent: { kind: 'no-answer' } })],
  ['board-season-shared', boardScreen({ ...board, period: 'season', season: autumn, channels: 2 })],
  ['board-accuracy', boardScreen({ ...board, period: 'month', by: 'accuracy', hasSeasons: false, pages: 1, people: 4, rows: accurate, own: null, absent: { kind: 'too-few', answered: 7 }, accuracy: { average: 0.784, tooFew: 3 }, withoutAliases: true })],
  ['board-accuracy-empty', boardScreen({ ...board, by: 'accuracy', pages: 1, people: 0, rows: [], own: null, absent: { kind: 'too-few', answered: 2 }, accuracy: { average: null, tooFew: 5 } })],
  ['board-days', boardScreen({ ...board, period: 'all', by: 'days', rows: board.rows.map((each, at) => ({ ...each, days: 40 - at })) })],
])

export const onHome: OnHome = [progress, beginner].map(standing)
