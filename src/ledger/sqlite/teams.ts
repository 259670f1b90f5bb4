// The part for teams, in SQLite.
import { datesOf, isAwayThroughout, teamBoard } from '../../core/team.ts'
import type { TeamQuery, Teams } from '../teams.ts'
import type { CommitQueue } from './file/commit-queue.ts'
import type { Tables } from './tables/tables.ts'

type Needs = Pick<Tables, 'places' | 'quizzes' | 'events' | 'teams' | 'scores' | 'away'>

export function openTeams({ read, write }: CommitQueue, tables: Needs): Teams {
  const { places, quizzes, events, teams } = tables
  return {
    of: (place) =>
      read(() => {
        const placeId = places.find(place)
        return placeId === undefined ? [] : teams.of(placeId)
      }),
    change: (place, event, at, rule) =>
      write(() => {
        const placeId = places.find(place)
        if (events.has(place, 'change', event)) return { kind: 'repeated' }
        const decided = rule(placeId === undefined ? [] : teams.of(placeId), quizzes.at(place))
        if ('refusal' in decided) return { kind: 'refused', refusal: decided.refusal }
        if (placeId !== undefined) teams.save(placeId, decided.teams)
        events.add(place, { kind: 'change', id: event, at, roundId: null })
        return { kind: 'saved', decided }
      }),
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

/** With their points in the span. */
function countingIn({ places, scores, teams }: Needs, { place, span, day }: TeamQuery) {
  const placeId = places.find(place)
  const all = placeId === undefined ? undefined : scores.boardId('place', placeId, 'all', day)
  if (placeId === undefined || all === undefined) return []
  return teams.counting(all, scores.boardId('place', placeId, span, day) ?? null)
}
