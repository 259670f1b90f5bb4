// The table of scores, and the boards they belong to. An answer counts on the week, the month and the whole time, of its channel and of the
// group, and on its channel's season. The scores are sums of the answers: of each period rows of its own, so that nothing has to be counted
// when a board is shown, and each is brought up to date with each answer.
import { addAnswer, boardKey, boardsOf, noScore, type Scope, type Score, type Span } from '../../core/board.ts'
import { firstCourse, type CourseNumber } from '../../core/course-number.ts'
import { isShown } from '../../core/person.ts'
import type { Instant, LocalDate } from '../../core/time.ts'
import type { Caches } from './caches.ts'
import type { StoredPerson } from './people.ts'
import type { StoredRound } from './round-row.ts'
import type { SeasonsTable } from './seasons.ts'
import type { Statements } from './statements.ts'

export type ScoresTable = {
  /** The number of the board, if anybody is on it. @param course of a group's board */
  boardId(scope: Scope, ownerId: number, span: Span, day: LocalDate, course?: CourseNumber): number | undefined
  find(personId: number, boardId: number): Score | undefined
  /** Whether the person has any answer that counts. */
  hasAny(personId: number): boolean
  add(person: StoredPerson, round: AnsweredRound, answer: Counted): void
  /** Corrects an answer that was added before: it was judged by an earlier choice. `at`: when the choice was changed. */
  correct(person: StoredPerson, round: AnsweredRound, answer: Counted & { readonly was: boolean }): void
  /**
   * Counts an answer otherwise than before. When points were reached stays, so that the same the other way round restores all. Who has no
   * answer left that counts is shown on boards by days alone.
   */
  recount(person: StoredPerson, round: AnsweredRound, answer: Pick<Counted, 'day' | 'at'> & { readonly before: CountedAs; readonly after: CountedAs }): void
  /** Must be called after any change to seasons: they have boards. */
  forgetBoards(): void
}

/** `present`: its day counts. `right`: null if it has no verdict. */
export type CountedAs = { readonly present: boolean; readonly right: boolean | null }

export const notCounted: CountedAs = { present: false, right: null }

type AnsweredRound = Pick<StoredRound, 'id' | 'placeId' | 'groupId' | 'round'>
type Counted = { readonly day: LocalDate; readonly right: boolean; readonly at: Instant }
type Boards = Readonly<Record<Scope, readonly number[]>>

export type ScoreRow = { readonly points: number; readonly answered: number; readonly right_answers: number; readonly days: number }

export function openScoresTable(db: Statements, caches: Caches, seasons: Pick<SeasonsTable, 'on'>): ScoresTable {
  const sql = prepare(db)
  const boardsOfDay = caches.open<string, Boards>(20_000)

  function boardsFor({ placeId, groupId, round: { course = firstCourse } }: AnsweredRound, day: LocalDate): Boards {
    const name = `${placeId} ${groupId} ${course} ${day}`
    const known = boardsOfDay.get(name)
    if (known !== undefined) return known
    const all = boardsOf(day, seasons.on(placeId, day), course)
    db.readAhead?.(...all.map(({ scope, key }) => () => sql.findBoard.get(scope, scope === 'place' ? placeId : groupId, key)))
    const idsOf = (scope: Scope, ownerId: number) =>
      all.filter((each) => each.scope === scope).map(({ key }) => sql.findBoard.get(scope, ownerId, key) ?? Number(sql.addBoard.get(scope, ownerId, key)))
    const boards = { place: idsOf('place', placeId), group: idsOf('group', groupId) }
    boardsOfDay.set(name, boards)
    return boards
  }

  /** The boards of an answer, by whether no other answer of that day counts on them. Mostly that is the same for all of them. */
  function byDay(person: StoredPerson, round: AnsweredRound, day: LocalDate): readonly { readonly boards: readonly number[]; readonly isNewDay: boolean }[] {
    const { place, group } = boardsFor(round, day)
    const others = sql.othersOfDay.all(person.id, day, round.id, round.groupId)
    const course = round.round.course ?? firstCourse
    const isNew = { place: !others.some(({ placeId }) => placeId === round.placeId), group: !others.some((other) => other.course === course) }
    if (isNew.place === isNew.group) return [{ boards: [...place, ...group], isNewDay: isNew.place }]
    return [{ boards: place, isNewDay: isNew.place }, { boards: group, isNewDay: isNew.group }]
  }

  function addTo(boards: readonly number[], person: StoredPerson, { right, at }: Counted, isNewDay: boolean): void {
    const { points, answered, right: rights, days } = addAnswer(noScore, right, isNewDay)
    const on = sql.on(boards.length)
    const { changes } =
      points === 0 ? on.addNoPoints.run(answered, days, person.id, ...boards) : on.add.run(answered, rights, points, days, at, person.id, ...boards)
    if (changes === boards.length) return
    const present = new Set(on.present.all(person.id, ...boards))
    for (const board of boards) {
      if (!present.has(board)) sql.insert.run(person.id, board, points, answered, rights, at, Number(isShown(person)), days)
    }
  }

  return {
    boardId: (scope, ownerId, span, day, course = firstCourse) => sql.findBoard.get(scope, ownerId, boardKey(scope, span, day, course)),
    find(personId, boardId) {
      const row = sql.find.get(personId, boardId)
      return row === undefined ? undefined : scoreOf(row)
    },
    hasAny: (personId) => sql.hasAny.get(personId) !== undefined,
    add(person, round, answer) {
      for (const { boards, isNewDay } of byDay(person, round, answer.day)) addTo(boards, person, answer, isNewDay)
    },
    recount(person, round, { day, at, before: was, after: is }) {
      if (was.present === is.present && was.right === is.right) return
      for (const { boards, isNewDay } of byDay(person, round, day)) {
        const [before, after] = [was, is].map(({ present, right }) => (present ? addAnswer(noScore, right, isNewDay) : noScore)) as [Score, Score]
        const more = { answered: after.answered - before.answered, points: after.points - before.points, right: after.right - before.right, days: after.days - before.days }
        const on = sql.on(boards.length)
        const { changes } = on.recount.run(more.answered, Number(isShown(person)), more.answered, more.right, more.points, more.days, person.id, ...boards)
        if (changes === boards.length) continue
        const there = new Set(on.kept.all(person.id, ...boards))
        for (const board of boards) {
          if (!there.has(board)) sql.insert.run(person.id, board, after.points, after.answered, after.right, at, Number(after.answered > 0 && isShown(person)), after.days)
        }
      }
    },
    correct(person, round, { day, was, right, at }) {
      if (was === right) return
      const by = right ? 1 : -1
      const { place, group } = boardsFor(round, day)
      const boards = [...place, ...group]
      sql.on(boards.length).correct.run(by, by * addAnswer(noScore, true, false).points, by, at, person.id, ...boards)
    },
    forgetBoards: () => boardsOfDay.clear(),
  }
}

export function scoreOf({ points, answered, right_answers, days }: ScoreRow): Score {
  return { points, answered, right: right_answers, days }
}

function prepare(db: Statements) {
  const byCount = new Map<number, ReturnType<typeof prepareOn>>()
  return {
    /** Statements for so many boards at once: an answer adds the same to each of them. */
    on(boards: number) {
      const known = byCount.get(boards) ?? prepareOn(db, boards)
      byCount.set(boards, known)
      return known
    },
    findBoard: db.prepare<[string, number, string], number>('SELECT id FROM boards WHERE scope = ? AND owner_id = ? AND period = ?').pluck(),
    addBoard: db.prepare<[string, number, string], number>('INSERT INTO boards (scope, owner_id, period) VALUES (?, ?, ?) RETURNING id').pluck(),
    find: db.prepare<[number, number], ScoreRow>('SELECT points, answered, right_answers, days FROM scores WHERE person_id = ? AND board_id = ? AND answered > 0'),
    hasAny: db.prepare<[number], number>('SELECT 1 FROM scores WHERE person_id = ? AND answered > 0 LIMIT 1').pluck(),
    // In place of a row of somebody who has no answer that counts, if there is one. They may have been there on other days.
    insert: db.prepare<number[]>(
      `INSERT INTO scores (person_id, board_id, points, answered, right_answers, reached_at, shown, days) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (person_id, board_id) DO UPDATE SET (points, answered, right_answers, reached_at, shown, days) =
         (excluded.points, excluded.answered, excluded.right_answers, excluded.reached_at, excluded.shown, scores.days + excluded.days)`,
    ),
    // The channels and courses of the person's other answers of that day which count already.
    othersOfDay: db.prepare<[number, string, number, number], { readonly placeId: number; readonly course: CourseNumber }>(
      `SELECT r.place_id AS placeId, r.course FROM answers a CROSS JOIN rounds r ON r.id = a.round_id
       WHERE a.person_id = +? AND a.day = +? AND a.round_id <> +? AND a.present = 1 AND a.superseded_by IS NULL AND r.group_id = +?`,
    ),
  }
}

function prepareOn(db: Statements, boards: number) {
  const ofBoards = `WHERE person_id = ? AND board_id IN (${Array.from({ length: boards }, () => '?').join(', ')})`
  return {
    present: db.prepare<number[], number>(`SELECT board_id FROM scores ${ofBoards} AND answered > 0`).pluck(),
    kept: db.prepare<number[], number>(`SELECT board_id FROM scores ${ofBoards}`).pluck(),
    recount: db.prepare<number[]>(
      `UPDATE scores SET shown = iif(answered + ? > 0, CAST(? AS BIGINT), 0), answered = answered + ?, right_answers = right_answers + ?, points = points + ?, days = days + ? ${ofBoards}`,
    ),
    // An answer without points leaves alone when the points were reached, and so the levels.
    add: db.prepare<number[]>(
      `UPDATE scores SET answered = answered + ?, right_answers = right_answers + ?, points = points + ?, days = days + ?, reached_at = ? ${ofBoards} AND answered > 0`,
    ),
    // When the points were reached that are left after a loss is not known.
    correct: db.prepare<number[]>(
      `UPDATE scores SET right_answers = right_answers + ?, points = points + ?, reached_at = iif(CAST(? AS BIGINT) > 0, ?, reached_at) ${ofBoards}`,
    ),
    addNoPoints: db.prepare<number[]>(`UPDATE scores SET answered = answered + ?, days = days + ? ${ofBoards} AND answered > 0`),
  }
}
