// A channel's teams: everyone sees their leaderboard, managers say who is in them.
import { boardPeriods } from '../../screens/board-control.ts'
import { control, oneOf, words } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

export const teamControls = {
  board: control('team-board', { period: oneOf('week', 'month', 'season', 'all') }),
  list: control('teams', {}, { rights: true }),
  team: control('team-members', { name: words }, { rights: true }),
  /** Leaves it as it is. */
  keepTeam: control('team-not-deleted', { name: words }, { rights: true }),
  deleteTeam: control('team-delete', { name: words }, { rights: true }),
}

export const teams = {
  commands: {
    team: {
      summary: 'Show the leaderboard of teams, and your own team',
      for: 'everyone',
      options: {
        period: { kind: 'choice', summary: 'This week, this month, this season, or all time', choices: boardPeriods, synonyms: { 'this-week': 'week', weekly: 'week', 'this-month': 'month', monthly: 'month', 'this-season': 'season', 'all-time': 'all' } },
        season: { kind: 'name', summary: 'The name of a season, also of one that’s over', named: '"Autumn 2026"' },
      },
      examples: ['team', 'team month', 'team season Autumn 2026'],
    },
    teams: {
      summary: 'Show, add, change, rename, or delete teams',
      for: 'managers',
      options: {
        change: { kind: 'choice', summary: 'Add people to a team, remove them, rename a team, or delete it', choices: ['add', 'remove', 'rename', 'delete'], synonyms: { create: 'add' } },
        team: { kind: 'members', summary: 'Its name, then people, a role or user group, or a channel: Reds @ada; to rename it: Reds to Blues' },
      },
      examples: ['teams', 'teams add Reds @ada @bob @cleo', 'teams add Reds @on-call', 'teams remove Reds @bob', 'teams rename Reds to Blues', 'teams delete Reds'],
      aliases: ['team add', 'team remove', 'team rename', 'team delete'],
      changes: 'with-values',
    },
  },
  controls: teamControls,
} as const satisfies Face
