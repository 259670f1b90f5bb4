// The leaderboard of teams.
import type { Shown } from '../../core/person.ts'
import type { Season } from '../../core/season.ts'
import { averageWeight, smallestTeam, type TeamBoard, type TeamRow } from '../../core/team.ts'
import type { BoardPeriod } from '../../screens/board-control.ts'
import { runControl } from '../../screens/control.ts'
import { rangeLine } from '../../screens/dates.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import { teamControls } from './face.ts'

export type TeamBoardView = {
  readonly board: TeamBoard
  readonly period: BoardPeriod
  /** Null in other periods. */
  readonly season: Season | null
  /** Those that can be chosen. */
  readonly periods: readonly BoardPeriod[]
  readonly teams: number
  /** The asker's own team. */
  readonly own: string | null
  /** How the asker is seen by others. */
  readonly shown: Shown['as']
}

const names: Readonly<Record<BoardPeriod, string>> = { week: 'this week', month: 'this month', season: 'season', all: 'all time' }
const labels: Readonly<Record<BoardPeriod, string>> = { week: 'Week', month: 'Month', season: 'Season', all: 'All time' }

export function teamBoardScreen(view: TeamBoardView): Screen {
  const { board, period, season, periods, own } = view
  const rows: Block[] = board.rows.length === 0 ? [{ kind: 'paragraph', text: emptyLine(view) }] : [{ kind: 'list', items: board.rows.map((row) => rowLine(row, row.name === own)) }]
  return {
    name: 'team-board',
    title: `Teams: ${season?.name ?? names[period]}`,
    tone: 'plain',
    blocks: [
      ...rows,
      ...ownLines(view),
      ...(board.rows.length === 0 ? [] : [{ kind: 'footnote', text: [rule(view)] } as const]),
      { kind: 'buttons', buttons: periods.map((each) => ({ label: labels[each], control: teamControls.board.text({ period: each }), primary: false, ...(each === period ? ({ state: 'current' } as const) : {}) })) },
      { kind: 'buttons', buttons: [{ label: 'Leaderboard', control: runControl.text({ line: season === null ? `board ${period}` : `board season=${season.name}` }), primary: false }] },
    ],
  }
}

function rowLine({ rank, name, members, average }: TeamRow, isOwn: boolean): Text {
  return [`${rank}. `, isOwn ? strong(name) : name, `: ${average.toFixed(2)} · ${members} people${isOwn ? ' · yours' : ''}`]
}

function emptyLine({ teams, period }: TeamBoardView): Text {
  if (teams === 0) return ['No teams here yet. A manager can add one: ', command('teams add Reds @ada @bob @cleo')]
  return [`A team is shown once ${smallestTeam} of its members count. ${whoCounts(period)}`]
}

function ownLines({ own, shown, board, teams }: TeamBoardView): Block[] {
  if (own === null) return teams === 0 ? [] : [{ kind: 'paragraph', text: ['You’re in no team yet. A manager can add you to one.'] }]
  const team: Text = ['You’re in ', strong(own), '.']
  if (shown === 'hidden') return [{ kind: 'paragraph', text: [...team, ' You’re hidden, so you don’t count for it. To show up again: ', command('privacy show')] }]
  if (shown === 'alias') return [{ kind: 'paragraph', text: [...team, ' You go by an alias, so you don’t count for it: others could tell who you are.'] }]
  const isListed = board.rows.some(({ name }) => name === own)
  return [{ kind: 'paragraph', text: isListed || board.rows.length === 0 ? team : [...team, ` It’s on this leaderboard once ${smallestTeam} of its members count.`] }]
}

/** Who is on the board, and by which rule. */
function rule({ board, season, period }: TeamBoardView): string {
  const dates = season === null ? '' : `${rangeLine(season)} · `
  const small = board.small === 0 ? '' : ` ${board.small === 1 ? '1 team has' : `${board.small} teams have`} fewer than ${smallestTeam} and ${board.small === 1 ? 'isn’t' : 'aren’t'} shown.`
  return `${dates}(points of the team + ${averageWeight} × average) ÷ (people + ${averageWeight}); average of everyone who counts: ${(board.average ?? 0).toFixed(2)}. ${whoCounts(period)}${small}`
}

function whoCounts(period: BoardPeriod): string {
  return `Members count if they’ve answered here and are shown by name${period === 'all' ? '' : ', unless they were away the whole time'}.`
}
