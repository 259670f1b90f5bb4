// Takes answers: what the rules make of each, and all that follows from it, in one transaction.
import type { Database } from 'better-sqlite3'
import type { OptionId } from '../../core/quiz.ts'
import { isRight, judge, type Answer, type Round, type RoundId } from '../../core/round.ts'
import { countedDay, currentStreak, extendStreak, noStreak, studyDay, type Streak } from '../../core/study-day.ts'
import { minute, type Instant, type LocalDate } from '../../core/time.ts'
import type { AnswerOutcome } from '../answers.ts'
import type { PersonSeen } from '../people.ts'
import type { Memory } from './file/cache.ts'
import type { People, Person } from './tables/people.ts'
import type { Rounds, StoredRound } from './tables/rounds.ts'
import type { Scores } from './tables/scores.ts'

export type Answers = ReturnType<typeof openAnswers>

type AnswerRow = { readonly chosen: string; readonly at: number; readonly day: string }
type WaitingRow = AnswerRow & { readonly id: number; readonly display_name: string; readonly hidden: number; readonly gone: number }

export function openAnswers(db: Database, memory: Memory, rounds: Rounds, people: People, scores: Scores) {
  const sql = prepare(db)
  const studyDays = memory.remember<string, LocalDate>(1_000)

  function find(roundId: number, personId: number): Omit<Answer, 'person'> | undefined {
    const row = sql.find.get(personId, roundId)
    return row === undefined ? undefined : { chosen: optionsOf(row.chosen), at: row.at, day: row.day }
  }

  /** The first answer of a person in a round: kept, counted for its study day, and for the streak at once. */
  function add(person: Person, stored: StoredRound, before: Streak, chosen: string, right: boolean | null, at: Instant): Streak {
    const day = dayOf(stored, at)
    sql.add.run(person.id, stored.id, chosen, at, day, right === null ? null : Number(right))
    sql.vote.run(stored.id, chosen)
    if (right !== null) scores.add(person, stored, { day, right, at })
    const streak = extendStreak(before, day, rounds.dayBefore(stored.placeId, day))
    people.saveMember(person.id, stored.placeId, streak, at)
    return streak
  }

  function dayOf({ placeId, round }: StoredRound, at: Instant): LocalDate {
    return countedDay(today(round, at), round.day, rounds.latestDay(placeId) ?? round.day)
  }

  /** Asked of the calendar once a minute and not for each answer: no zone begins a day within a minute. */
  function today({ zone, rolloverHour }: Round, at: Instant): LocalDate {
    const key = `${Math.floor(at / minute)} ${rolloverHour} ${zone}`
    const known = studyDays.get(key)
    if (known !== undefined) return known
    const found = studyDay(at, zone, rolloverHour)
    studyDays.set(key, found)
    return found
  }

  /** Another choice before the close. It keeps the study day of the first one, so it cannot move a streak. */
  function change(person: Person, stored: StoredRound, earlier: readonly OptionId[], chosen: string, at: Instant): void {
    sql.change.run(chosen, at, person.id, stored.id)
    sql.unvote.run(stored.id, textOf(earlier))
    sql.vote.run(stored.id, chosen)
  }

  return {
    find,

    take(name: RoundId, seen: PersonSeen, chosen: readonly OptionId[], at: Instant): AnswerOutcome | undefined {
      const stored = rounds.find(name)
      if (stored === undefined || stored.round.group !== seen.group) return undefined
      const known = people.find(seen.group, seen.id)
      const before = known === undefined ? undefined : find(stored.id, known.id)
      const earlier = before?.chosen
      // A press from before the answer that stands is on its way for the second time: it changes nothing.
      const late = before !== undefined && at < before.at
      const verdict = judge(stored.round, earlier, late ? before.chosen : chosen, at)
      const outcome = (streak: Streak, stands: readonly OptionId[] | undefined): AnswerOutcome => ({
        round: stored.round,
        verdict,
        chosen: stands ?? null,
        streak: currentStreak(streak, rounds.endedDay(stored.placeId)),
      })
      const isFirst = verdict.kind === 'counted' && earlier === undefined
      const person = isFirst ? people.findOrAdd(seen, at) : known && people.refresh(known, seen)
      if (person === undefined) return outcome(noStreak, undefined)
      const streak = people.streak(person.id, stored.placeId)
      if (verdict.kind !== 'counted') return outcome(streak, earlier)
      if (earlier === undefined) return outcome(add(person, stored, streak, textOf(chosen), verdict.right, at), chosen.toSorted())
      if (verdict.changed) change(person, stored, earlier, textOf(chosen), at)
      return outcome(streak, late ? before.chosen : chosen.toSorted())
    },

    /** Judges the answers that waited for the close, and counts them for the boards. */
    judgeWaiting(stored: StoredRound): void {
      for (const row of sql.waiting.all(stored.id)) {
        const right = isRight(stored.round.key, optionsOf(row.chosen))
        const person = { id: row.id, name: row.display_name, hidden: row.hidden === 1, gone: row.gone === 1 }
        sql.judge.run(Number(right), row.id, stored.id)
        scores.add(person, stored, { day: row.day, right, at: row.at })
      }
    },
  }
}

/** In one order, so that equal choices are equal as text. */
export function textOf(chosen: readonly OptionId[]): string {
  return JSON.stringify(chosen.toSorted())
}

export function optionsOf(text: string): readonly OptionId[] {
  return JSON.parse(text) as readonly OptionId[]
}

function prepare(db: Database) {
  return {
    find: db.prepare<[number, number], AnswerRow>('SELECT chosen, at, day FROM answers WHERE person_id = ? AND round_id = ?'),
    add: db.prepare<[number, number, string, number, string, number | null]>('INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?)'),
    change: db.prepare<[string, number, number, number]>('UPDATE answers SET chosen = ?, at = ? WHERE person_id = ? AND round_id = ?'),
    vote: db.prepare<[number, string]>('INSERT INTO votes VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET people = people + 1'),
    unvote: db.prepare<[number, string]>('UPDATE votes SET people = people - 1 WHERE round_id = ? AND chosen = ?'),
    waiting: db.prepare<[number], WaitingRow>(
      `SELECT p.id, p.display_name, p.hidden, p.gone, a.chosen, a.at, a.day FROM answers a JOIN people p ON p.id = a.person_id
       WHERE a.round_id = +? AND a.is_right IS NULL ORDER BY a.at`,
    ),
    judge: db.prepare<[number, number, number]>('UPDATE answers SET is_right = ? WHERE person_id = ? AND round_id = ?'),
  }
}
