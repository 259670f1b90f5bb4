// The part for teams.
import { datesOf, isAwayThroughout, teamBoard } from '../../core/team.ts'
import type { Jobs } from '../jobs.ts'
import type { TeamList, TeamQuery, Teams } from '../teams.ts'
import { changeByRule } from './change-by-rule.ts'
import type { Tables } from '../tables/tables.ts'
import type { Counting } from '../tables/teams.ts'

type Needs = Pick<Tables, 'places' | 'quizzes' | 'events' | 'teams' | 'scores' | 'away' | 'sharedChannels' | 'sharedScores'>

export function openTeams({ read, write }: Jobs, tables: Needs): Teams {
  const { places, teams } = tables
  return {
    of: (place) =>
      read(() => {
        const placeId = places.find(place)
        return placeId === undefined ? [] : teams.of(placeId)
      }),
    change: changeByRule(write, tables, { of: teams.of, save: (placeId, after: TeamList) => teams.save(placeId, after.teams) }),
    board: (query) => read(() => board(tables, query)),
    counting: (place) => read(() => new Map(countingIn(tables, { place, span: 'all', day: '' }).map(({ person, name }) => [person, name]))),
  }
}

function board(tables: Needs, query: TeamQuery) {
  const { places, quizzes, teams, away } = tables
  const placeId = places.find(query.place)
  const dates = datesOf(query.span, query.day)
  const days = quizzes.at(query.place)?.days ?? []
  const counting = countingIn(tables, query).filter(({ personId }) => dates === null || !isAwayThroughout(away.of(personId), dates, days))
  return teamBoard(placeId === undefined ? [] : teams.of(placeId), counting)
}

/** With their points in the span, wherever they answered a question that channels share. */
function countingIn({ places, scores, teams, sharedChannels, sharedScores }: Needs, { place, span, day }: TeamQuery): readonly Counting[] {
  const placeId = places.find(place)
  const sharedId = placeId === undefined ? undefined : sharedChannels.of(placeId)
  const ownerId = sharedId ?? placeId
  const all = ownerId === undefined ? undefined : scores.boardId('place', ownerId, 'all', day)
  if (placeId === undefined || ownerId === undefined || all === undefined) return []
  const everyone = teams.counting(all, scores.boardId('place', ownerId, span, day) ?? null, placeId)
  if (sharedId === undefined || typeof span !== 'object') return everyone
  const points = new Map(sharedScores.season(sharedId, span).map((score) => [score.personId, score.points]))
  return everyone.map((each) => ({ ...each, points: points.get(each.seat) ?? 0 }))
}
