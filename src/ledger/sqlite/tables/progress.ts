// One person's progress in one channel.
import type { Database } from 'better-sqlite3'
import { noScore, periods, type Period, type Score } from '../../../core/board.ts'
import type { PlaceId } from '../../../core/quiz.ts'
import { currentStreak, noStreak } from '../../../core/study-day.ts'
import type { LocalDate } from '../../../core/time.ts'
import type { BoardQuery, Progress } from '../../boards.ts'
import type { PersonSeen } from '../../people.ts'
import type { Boards } from '../boards.ts'
import type { People } from './people.ts'
import type { Places } from './places.ts'
import type { Rounds } from './rounds.ts'
import { scoreOf, type Scores } from './scores.ts'

type Parts = { readonly places: Places; readonly people: People; readonly rounds: Rounds; readonly scores: Scores; readonly boards: Boards }
type ScoreRow = { readonly points: number; readonly answered: number; readonly right_answers: number }

export function openProgress(db: Database, { places, people, rounds, scores, boards }: Parts) {
  const scoreRow = db.prepare<[number, number], ScoreRow>(
    'SELECT points, answered, right_answers FROM scores WHERE person_id = ? AND board_id = ?',
  )

  return (seen: PersonSeen, place: PlaceId, day: LocalDate): Progress => {
    const person = people.find(seen.group, seen.id)
    const placeId = places.find(place)
    const streak = person === undefined || placeId === undefined ? noStreak : people.streak(person.id, placeId)
    const whole: BoardQuery = { group: seen.group, place, scope: 'place', period: 'all', day, page: 0, size: 0, asker: seen.id }
    const board = boards.read(whole)

    function score(period: Period): Score {
      const boardId = placeId === undefined ? undefined : scores.find('place', placeId, period, day)
      const row = person === undefined || boardId === undefined ? undefined : scoreRow.get(person.id, boardId)
      return row === undefined ? noScore : scoreOf(row)
    }

    return {
      scores: Object.fromEntries(periods.map((period) => [period, score(period)])) as Record<Period, Score>,
      streak: { ...streak, alive: placeId === undefined ? 0 : currentStreak(streak, rounds.endedDay(placeId)) },
      rank: board.own?.rank ?? null,
      people: board.people,
      hidden: person?.hidden ?? false,
    }
  }
}
