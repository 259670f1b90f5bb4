// Samples of the screens of teams, from made-up data.
import { mostTeams, type Team } from '../../core/team.ts'
import type { Samples } from '../feature.ts'
import { laterLine, othersLine } from './role-words.ts'
import { teamBoardScreen, type TeamBoardView } from './team-board-screen.ts'
import { deleteScreen, teamScreen, teamsScreen } from './teams-screen.ts'

const board: TeamBoardView = {
  board: {
    rows: [{ rank: 1, name: 'Blue Herons', members: 4, average: 3.6 }, { rank: 2, name: 'Reds', members: 12, average: 3.2 }, { rank: 2, name: 'Back to Basics', members: 3, average: 3.2 }],
    average: 3.1,
    small: 1,
  },
  period: 'week', season: null, periods: ['week', 'month', 'season', 'all'], teams: 4, own: 'Reds', shown: 'name',
}

const many = Array.from({ length: mostTeams }, (_, at) => ({ rank: at + 1, name: `Team of Floor ${at + 1}`, members: 20 - at, average: 5 - at / 4 }))
const empty = { rows: [], average: 2, small: 1 }

const named = (count: number): Team => ({ name: 'Reds', people: ['Ada', 'Ben', 'Cleo', 'Dora', 'Edsger'].slice(0, count) })
const all: readonly Team[] = [named(5), { name: 'Blue Herons', people: ['Grace', 'Linus', 'Barbara'] }, { name: 'Back to Basics', people: ['Alan'] }]
const counting = new Map(['Ada', 'Ben', 'Cleo', 'Dora', 'Grace', 'Linus', 'Barbara'].map((name) => [name, name]))

export const samples = (): Samples => new Map([
  ['team-board', teamBoardScreen(board)],
  ['team-board-season', teamBoardScreen({ ...board, period: 'season', season: { name: 'Autumn 2026', from: '2026-09-01', to: '2026-12-20' }, board: { ...board.board, small: 0 }, own: 'Greens' })],
  ['team-board-full', teamBoardScreen({ ...board, board: { rows: many, average: 3, small: 0 }, teams: mostTeams, own: 'Team of Floor 3', shown: 'name' })],
  ['team-board-hidden', teamBoardScreen({ ...board, period: 'all', shown: 'hidden' })],
  ['team-board-alias', teamBoardScreen({ ...board, board: empty, shown: 'alias' })],
  ['team-board-empty', teamBoardScreen({ ...board, board: { ...empty, small: 0 }, teams: 0, own: null, periods: ['week', 'month', 'all'] })],
  ['teams', teamsScreen(all, counting, [])],
  ['teams-full', teamsScreen(many.map(({ name }) => ({ name, people: ['Ada', 'Alan'] })), counting, ['Deleted: Reds.'])],
  ['teams-none', teamsScreen([], counting, [])],
  ['team-members', teamScreen(named(5), counting, ['Added 2 people to Reds. One of them left another team: everyone is in one team only.'])],
  ['team-members-role', teamScreen(named(5), counting, [`Added 12 people to Reds. 2 of them left another team: everyone is in one team only.${laterLine('slack:T0', 2)}`, ...othersLine('slack:T0', 2, 'Reds', ['Ada', 'Ben', 'Cleo', 'Dora', 'Edsger'])])],
  ['team-members-small', teamScreen({ name: 'Back to Basics', people: ['Alan'] }, counting, [])],
  ['team-members-nobody', teamScreen(named(0), counting, [])],
  ['team-delete', deleteScreen(named(5))],
])
