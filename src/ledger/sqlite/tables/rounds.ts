// Rounds as rows: found, kept, and moved from state to state.
import type { Database } from 'better-sqlite3'
import type { NewRound, NotHeld } from '../../../core/due.ts'
import type { Asked } from '../../../core/next-question.ts'
import type { Feedback, PlaceId, Quiz } from '../../../core/quiz.ts'
import type { Round, RoundId, RoundState } from '../../../core/round.ts'
import { studyDay } from '../../../core/study-day.ts'
import type { Instant, LocalDate } from '../../../core/time.ts'
import type { Groups } from './groups.ts'
import type { Memory } from '../file/cache.ts'
import { noMeaning } from './shuffled.ts'
import type { Places } from './places.ts'

/** A round with the numbers by which other tables refer to it. */
export type StoredRound = {
  readonly id: number
  readonly placeId: number
  readonly groupId: number
  readonly round: Round
  /** Since when the post may be out; null before that. */
  readonly sendingSince: Instant | null
}

type RoundRow = {
  readonly id: number
  readonly name: string
  readonly place_id: number
  readonly group_id: number
  readonly place: string
  readonly group: string
  readonly occasion: string
  readonly state: RoundState
  readonly question: string
  readonly options: string
  readonly key: string
  readonly feedback: Feedback
  readonly zone: string
  readonly rollover_hour: number
  readonly day: string
  readonly due_at: number
  readonly opened_at: number | null
  readonly closes_at: number
  readonly closed_at: number | null
  readonly message: string | null
  readonly reason: string | null
  readonly sending_since: number | null
}

/** The study days on which a channel had rounds, the latest two: what streaks need on most days. */
type LatestDays = { readonly latest: LocalDate | null; readonly latestIsOver: boolean; readonly before: LocalDate | null }

export type Rounds = ReturnType<typeof openRounds>

const select = `SELECT r.*, p.name AS place, g.name AS "group"
  FROM rounds r JOIN places p ON p.id = r.place_id JOIN groups g ON g.id = r.group_id`

export function openRounds(db: Database, memory: Memory, groups: Groups, places: Places) {
  const lists = prepareLists(db)
  const byName = db.prepare<[string], RoundRow>(`${select} WHERE r.name = +?`)
  const byId = db.prepare<[number], RoundRow>(`${select} WHERE r.id = +?`)
  const byOccasion = db.prepare<[string, string], RoundRow>(`${select} WHERE p.name = +? AND r.occasion = +?`)
  const insert = db.prepare(
    `INSERT INTO rounds (name, place_id, group_id, occasion, state, question, options, key, feedback, zone, rollover_hour, day,
       due_at, closes_at, reason)
     VALUES (@id, @placeId, @groupId, @occasion, @state, @question, @options, @key, @feedback, @zone, @rolloverHour, @day,
       @dueAt, @closesAt, @reason)`,
  )
  const remove = db.prepare<[number]>('DELETE FROM rounds WHERE id = ?')
  const known = memory.remember<RoundId, StoredRound>(2_000)
  const days = memory.remember<number, LatestDays>(20_000)

  function find(name: RoundId): StoredRound | undefined {
    const remembered = known.get(name)
    if (remembered !== undefined) return remembered
    const row = byName.get(name)
    if (row === undefined) return undefined
    const stored = storedRound(row)
    known.set(name, stored)
    return stored
  }

  function latestDays(placeId: number): LatestDays {
    const remembered = days.get(placeId)
    if (remembered !== undefined) return remembered
    const [last, before] = lists.latestDays.all(placeId)
    const found = { latest: last?.day ?? null, latestIsOver: last?.open === 0, before: before?.day ?? null }
    days.set(placeId, found)
    return found
  }

  return {
    find,
    byId: (id: number) => optional(byId.get(id)),
    byOccasion: (place: PlaceId, occasion: string) => optional(byOccasion.get(place, occasion)),

    add(quiz: Quiz, round: NewRound | NotHeld): StoredRound {
      const notHeld = { question: '', order: [], key: [], closesAt: round.dueAt, day: studyDay(round.dueAt, quiz.zone, quiz.rolloverHour) }
      const whole = 'state' in round ? { ...notHeld, ...round } : { ...round, state: 'claimed', reason: null }
      const { lastInsertRowid } = insert.run({
        ...whole,
        placeId: places.find(quiz.place),
        groupId: groups.find(quiz.group),
        options: JSON.stringify(whole.order),
        key: JSON.stringify(whole.key),
        feedback: quiz.feedback,
        zone: quiz.zone,
        rolloverHour: quiz.rolloverHour,
      })
      return storedRound(byId.get(Number(lastInsertRowid)) as RoundRow)
    },

    /** Must be called after any change to a round. */
    changed(stored: StoredRound): void {
      known.delete(stored.round.id)
      days.delete(stored.placeId)
    },

    /** Forgets rounds that were missed and are not due yet, the first of them first. @returns channel and date of each */
    takeBackMissed(now: Instant, limit: number): readonly { readonly place: PlaceId; readonly occasion: LocalDate }[] {
      const early = lists.missedAhead.all(now, limit)
      for (const { id, name } of early) {
        remove.run(id)
        known.delete(name)
      }
      return early
    },

    latestDay: (placeId: number) => latestDays(placeId).latest,
    /** The latest study day with a round before `day`. */
    dayBefore(placeId: number, day: LocalDate): LocalDate | null {
      const { latest, before } = latestDays(placeId)
      if (latest === null || latest < day) return latest
      if (latest === day) return before
      return lists.dayBefore.get(placeId, day) ?? null
    },
    /** The latest study day with a round that has ended: another followed, or no round of it is open. */
    endedDay(placeId: number): LocalDate | null {
      const { latest, latestIsOver, before } = latestDays(placeId)
      return latestIsOver ? latest : before
    },

    /** What a channel has had of each question. Rounds that were never posted do not count. */
    history(place: PlaceId): readonly Asked[] {
      const asked = new Map<string, Asked>()
      for (const [index, row] of lists.history.all(place).entries()) {
        const { times, roundsAgo, answered, right } = asked.get(row.question) ?? { times: 0, roundsAgo: index + 1, answered: 0, right: 0 }
        const counts = { times: times + 1, answered: answered + row.answered, right: right + row.right_answers }
        asked.set(row.question, { question: row.question, roundsAgo, ...counts })
      }
      return [...asked.values()]
    },

    unsent: (now: Instant, limit: number) => lists.unsent.all(now, limit).map(storedRound),
    overdue: (now: Instant, limit: number) => lists.overdue.all(now, limit).map(storedRound),
    toTell: (now: Instant, limit: number) => lists.toTell.all(now, limit).map(storedRound),
    toRedraw: (limit: number) => lists.toRedraw.all(limit).map(storedRound),
    latest: (place: PlaceId, limit: number) => lists.latest.all(place, limit).map((row) => storedRound(row).round),
    open: (place: PlaceId, now: Instant) => optional(lists.open.get(place, now))?.round,
  }
}

function prepareLists(db: Database) {
  // Groups whose turn it is at the same moment come in another order with each of their rounds.
  const byChance = noMeaning('id')
  return {
    latestDays: db.prepare<[number], { day: string; open: number }>(
      `SELECT day, max(state = 'open') AS open FROM rounds WHERE place_id = +? AND state IN ('open', 'closed')
       GROUP BY day ORDER BY day DESC LIMIT 2`,
    ),
    dayBefore: db
      .prepare<[number, string], string | null>(
        `SELECT max(day) FROM rounds WHERE place_id = +? AND state IN ('open', 'closed') AND day < +?`,
      )
      .pluck(),
    history: db.prepare<[string], { question: string; answered: number; right_answers: number }>(
      `SELECT question, answered, right_answers FROM rounds WHERE place_id = (SELECT id FROM places WHERE name = ?)
       AND state IN ('claimed', 'sending', 'open', 'closed') ORDER BY due_at DESC, id DESC`,
    ),
    unsent: db.prepare<[number, number], RoundRow>(
      `${select} JOIN (
         SELECT id AS turn_of, row_number() OVER (PARTITION BY group_id ORDER BY due_at) AS turn FROM rounds
         WHERE state IN ('claimed', 'sending') AND coalesce(retry_at, 0) <= +? ORDER BY turn, due_at, ${byChance} LIMIT +?
       ) ON turn_of = r.id
       JOIN quizzes q ON q.place_id = r.place_id ORDER BY turn, r.due_at`,
    ),
    overdue: db.prepare<[number, number], RoundRow>(`${select} WHERE r.state = 'open' AND r.closes_at <= +? ORDER BY r.closes_at LIMIT +?`),
    toTell: db.prepare<[number, number], RoundRow>(`${select} WHERE r.tell_at <= +? ORDER BY r.tell_at, r.id LIMIT +?`),
    toRedraw: db.prepare<[number], RoundRow>(
      `${select} JOIN (
         SELECT id AS turn_of, row_number() OVER (PARTITION BY group_id ORDER BY closed_at) AS turn FROM rounds
         WHERE state = 'closed' AND redrawn = 0 ORDER BY turn, closed_at, ${byChance} LIMIT +?
       ) ON turn_of = r.id ORDER BY turn, r.closed_at`,
    ),
    missedAhead: db.prepare<[number, number], Pick<RoundRow, 'id' | 'name' | 'place' | 'occasion'>>(
      `SELECT r.id, r.name, r.occasion, p.name AS place FROM rounds r JOIN places p ON p.id = r.place_id
       WHERE r.state = 'missed' AND r.due_at > +? ORDER BY r.due_at LIMIT +?`,
    ),
    latest: db.prepare<[string, number], RoundRow>(`${select} WHERE p.name = +? ORDER BY r.due_at DESC, r.id DESC LIMIT +?`),
    open: db.prepare<[string, number], RoundRow>(
      `${select} WHERE p.name = +? AND r.state = 'open' AND r.closes_at > +? ORDER BY r.opened_at DESC, r.id DESC LIMIT 1`,
    ),
  }
}

function optional(row: RoundRow | undefined): StoredRound | undefined {
  return row === undefined ? undefined : storedRound(row)
}

function storedRound(row: RoundRow): StoredRound {
  const round: Round = {
    id: row.name,
    group: row.group,
    place: row.place,
    occasion: row.occasion,
    state: row.state,
    question: row.question,
    order: JSON.parse(row.options) as Round['order'],
    key: JSON.parse(row.key) as Round['key'],
    feedback: row.feedback,
    zone: row.zone,
    rolloverHour: row.rollover_hour,
    day: row.day,
    dueAt: row.due_at,
    openedAt: row.opened_at,
    closesAt: row.closes_at,
    closedAt: row.closed_at,
    message: row.message,
    reason: row.reason,
  }
  return { id: row.id, placeId: row.place_id, groupId: row.group_id, round, sendingSince: row.sending_since }
}
