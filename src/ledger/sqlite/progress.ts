// One person's progress in one channel.
import type { Database } from 'better-sqlite3'
import { noScore, periods, type Period, type Score } from '../../core/board.ts'
import type { PlaceId } from '../../core/quiz.ts'
import { currentStreak, noStreak } from '../../core/study-day.ts'
import type { LocalDate } from '../../core/time.ts'
import type { BoardQuery, PersonSeen, Progress } from '../ledger.ts'
import type { Boards } from './boards.ts'
import type { People } from './people.ts'
import type { Places } from './places.ts'
import type { Rounds } from './rounds.ts'
import { scoreOf, type Scores } from './scores.ts'

type Parts = { readonly places: Places; readonly people: People; readonly rounds: Rounds; readonly scores: Scores; readonly boards: Boards }
type ScoreRow = { readonly points: number; readonly answered: number; readonly right_answers: number }
type AnswerRow = { readonly question: string; readonly is_right: number; readonly at: number }

/** As many as anybody practises from. */
const answersLimit = 500

export function openProgress(db: Database, { places, people, rounds, scores, boards }: Parts) {
  const scoreRow = db.prepare<[number, number], ScoreRow>(
    'SELECT points, answered, right_answers FROM scores WHERE person_id = ? AND board_id = ?',
  )
  const answered = db.prepare<[number, number], AnswerRow>(
    `SELECT r.question, a.is_right, a.at FROM answers a JOIN rounds r ON r.id = a.round_id
     WHERE a.person_id = +? AND a.is_right IS NOT NULL ORDER BY a.round_id DESC LIMIT +?`,
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
      answers: (person === undefined ? [] : answered.all(person.id, answersLimit)).map((row) => ({
        question: row.question,
        right: row.is_right === 1,
        at: row.at,
      })),
    }
  }
}
