// The leaderboard of teams, and what managers do with teams.
import { currentSeason, seasonNamed } from '../../core/season.ts'
import { teamOf } from '../../core/team.ts'
import { boardPeriods, type BoardPeriod } from '../../screens/board-control.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import { refusal } from '../../screens/notice.ts'
import { personSeen, type Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import { noSeasons, noSuchSeason } from '../no-season.ts'
import { notAllowed } from '../rights.ts'
import type { Means } from '../services.ts'
import { inPlaceOf, studyDayOf } from '../where.ts'
import { askToDelete, carryOutDelete, changeTeams, keepTeam, listTeams, showTeam } from './change.ts'
import type { teams } from './face.ts'
import { teamBoardScreen } from './team-board-screen.ts'

export const commands: Answers<typeof teams>['commands'] = {
  team: ({ period = 'week', season = '' }, request, means) => board(season === '' ? period : 'season', season, request, means),
  teams: async ({ change, team }, request, means) => {
    const no = await notAllowed(request, means)
    if (no !== undefined) return no
    if (team === undefined) return change === undefined ? listTeams(request, means) : misunderstood(`Which team? Write its name after “${change}”.`, means.commands.find('teams'))
    if (change === 'delete') return askToDelete(team, request, means)
    return change === undefined ? showTeam(team, request, means) : changeTeams(change, team, request, means)
  },
}

export const controls: Answers<typeof teams>['controls'] = {
  board: ({ period }, press, means) => board(period, '', press, means),
  list: async (_, press, means) => (await notAllowed(press, means)) ?? listTeams(press, means),
  team: async ({ name }, press, means) => (await notAllowed(press, means)) ?? showTeam(name, press, means),
  keepTeam: async ({ name }, press, means) => (await notAllowed(press, means)) ?? keepTeam(name, press, means),
  deleteTeam: async ({ name }, press, means) => (await notAllowed(press, means)) ?? carryOutDelete(name, press, means),
}

/** Asked before a complaint about what was typed. */
export const rights: Answers<typeof teams>['rights'] = { teams: notAllowed }

/** @param named of a season; empty: the current one */
async function board(period: BoardPeriod, named: string, request: Request, means: Means): Promise<Screen> {
  const { ledger } = means
  const there = await inPlaceOf(request, means)
  if (there === undefined) return refusal('Ask in a channel', [['Each channel has its own teams. Type ', command('team'), ' in a channel.']])
  const { asker, group, place } = there
  const day = studyDayOf(await ledger.quizzes.at(place), request)
  const seasons = await ledger.seasons.of(place)
  if (period === 'season' && named === '' && seasons.length === 0) return noSeasons()
  const season = period !== 'season' ? null : named === '' ? currentSeason(seasons, day) : seasonNamed(seasons, named)
  if (season === undefined) return noSuchSeason(named, seasons, 'team')
  const [found, all, shown] = await Promise.all([
    ledger.teams.board({ place, span: season ?? (period === 'season' ? 'all' : period), day }),
    ledger.teams.of(place),
    ledger.people.shown(group, asker.id, personSeen(there).account),
  ])
  const own = teamOf(all, asker.id)
  return teamBoardScreen({ board: found, period, season, periods: boardPeriods.filter((each) => each !== 'season' || seasons.length > 0), teams: all.length, own: own?.name ?? null, shown: shown.as })
}
