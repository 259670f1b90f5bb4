// The table of quizzes: the settings of each channel, and when its next round is due.
import type { ChannelLoss, Feedback, GroupId, PlaceId, Quiz, RecapSetting } from '../../core/quiz.ts'
import type { Instant, LocalDate } from '../../core/time.ts'
import { daysOffOf, selectDaysOff } from './days-off.ts'
import type { GroupsTable } from './groups.ts'
import type { PlacesTable } from './places.ts'
import { shuffled } from './shuffled.ts'
import type { Statements } from './statements.ts'

type QuizRow = {
  readonly place: string
  readonly group: string
  readonly time: string
  readonly zone: string
  readonly days: string
  readonly open_minutes: number | null
  readonly courses: string
  readonly topics: string
  readonly feedback: Feedback
  readonly rollover_hour: number
  readonly catch_up_minutes: number
  readonly recap: RecapSetting
  readonly weekly: number
  readonly thread: number
  readonly mention: string | null
  readonly managers: string
  readonly paused: number
  readonly retired: ChannelLoss | null
  readonly skip_date: string | null
  readonly last_date: string | null
  readonly next_date: string
  readonly next_at: number
  readonly holidays: string | null
  readonly holidays_until: string | null
  readonly days_off: string
  readonly follows: string | null
}

export type QuizzesTable = {
  at(place: PlaceId): Quiz | undefined
  byId(placeId: number): Quiz | undefined
  of(group: GroupId): readonly Quiz[]
  /** The groups with a quiz that is not paused. */
  runningIn(): readonly GroupId[]
  /** Quizzes that are due and not paused, the longest due first. */
  due(now: Instant, limit: number): readonly Quiz[]
  /** Retired quizzes whose managers are to be told, the longest waiting first. */
  toTell(now: Instant, limit: number): readonly Quiz[]
  /** Quizzes of the group, or of all, that were retired and whose managers are still to be told, now or later. */
  untold(group: GroupId | null): readonly Quiz[]
  /** Quizzes with public holidays that are not known up to that date. Those that follow another one get them from it. */
  withoutHolidays(until: LocalDate, limit: number): readonly Quiz[]
  /** How many there are. `stopped`: the channel was lost. */
  states(): Readonly<Record<'active' | 'paused' | 'stopped', number>>
  /** All but the days off. */
  save(quiz: Quiz): void
  remove(placeId: number): void
  /** @param at when managers are to be told that the quiz is retired; null: they need not be */
  saveTell(place: PlaceId, at: Instant | null): void
  /** Due dates in a row that were refused because the channel is lost. */
  unreachable(placeId: number): number
  saveUnreachable(placeId: number, dates: number): void
}

/** The channel whose quiz this one follows, and whether that is paused. */
const selectFollows = `(SELECT '{"place":' || json_quote(fp.name) || ',"paused":' || fq.paused || '}' FROM shared_channels own
  JOIN shared_channels f ON f.shared_id = own.shared_id AND f.leads = 1 AND f.place_id <> own.place_id
  JOIN places fp ON fp.id = f.place_id JOIN quizzes fq ON fq.place_id = f.place_id WHERE own.place_id = q.place_id)`

const columns = `p.name AS place, g.name AS "group", q.time, q.zone, q.days, q.open_minutes, q.courses, q.topics, q.feedback, q.rollover_hour,
  q.catch_up_minutes, q.recap, q.weekly, q.thread, q.mention, q.managers, q.paused, q.retired, q.skip_date, q.last_date, q.next_date, q.next_at, q.holidays,
  q.holidays_until, ${selectDaysOff} AS days_off, ${selectFollows} AS follows`
const select = `SELECT ${columns} FROM quizzes q JOIN places p ON p.id = q.place_id JOIN groups g ON g.id = p.group_id`

export function openQuizzesTable(db: Statements, groups: GroupsTable, places: PlacesTable): QuizzesTable {
  const selectAt = db.prepare<[string], QuizRow>(`${select} WHERE p.name = +?`)
  const selectById = db.prepare<[number], QuizRow>(`${select} WHERE q.place_id = +?`)
  const selectOf = db.prepare<[string], QuizRow>(`${select} WHERE g.name = +? ORDER BY q.place_id`)
  // Quizzes due at the same minute are shuffled: those set up together are often of one group, and the limit would favor it.
  const selectDue = db.prepare<[number, number], QuizRow>(
    `${select} JOIN (
       SELECT place_id AS due, next_at, ${shuffled('place_id')} AS turn FROM quizzes
       WHERE paused = 0 AND next_at <= +? ORDER BY next_at, turn LIMIT +?
     ) d ON due = q.place_id ORDER BY d.next_at, turn`,
  )
  const selectToTell = db.prepare<[number, number], QuizRow>(`${select} WHERE q.tell_at <= +? ORDER BY q.tell_at, q.place_id LIMIT +?`)
  const selectUntold = db.prepare<[{ readonly group: GroupId | null }], QuizRow>(`${select} WHERE q.tell_at IS NOT NULL AND (CAST(@group AS TEXT) IS NULL OR g.name = @group) ORDER BY q.tell_at, q.place_id`)
  const selectRunningIn = db.prepare<[], GroupId>('SELECT g.name FROM quizzes q JOIN places p ON p.id = q.place_id JOIN groups g ON g.id = p.group_id WHERE q.paused = 0 AND q.retired IS NULL GROUP BY g.id ORDER BY g.id').pluck()
  const replace = db.prepare(
    `INSERT INTO quizzes (place_id, time, zone, days, open_minutes, courses, topics, feedback, rollover_hour, catch_up_minutes, recap, weekly, thread, mention,
       managers, paused, retired, skip_date, last_date, next_date, next_at, holidays, holidays_until)
     VALUES (@placeId, @time, @zone, @days, @openMinutes, @courses, @topics, @feedback, @rolloverHour, @catchUpMinutes, @recap, @weekly, @thread, @mention,
       @managers, @paused, @retired, @skipDate, @lastDate, @nextDate, @nextAt, @holidays, @holidaysUntil)
     ON CONFLICT (place_id) DO UPDATE SET (time, zone, days, open_minutes, courses, topics, feedback, rollover_hour, catch_up_minutes, recap, weekly, thread, mention,
       managers, paused, retired, skip_date, last_date, next_date, next_at, holidays, holidays_until)
     = (excluded.time, excluded.zone, excluded.days, excluded.open_minutes, excluded.courses, excluded.topics,
       excluded.feedback, excluded.rollover_hour, excluded.catch_up_minutes, excluded.recap, excluded.weekly, excluded.thread, excluded.mention, excluded.managers,
       excluded.paused, excluded.retired, excluded.skip_date, excluded.last_date, excluded.next_date, excluded.next_at,
        excluded.holidays, excluded.holidays_until)`,
  )
  const selectWithout = db.prepare<[string, number], QuizRow>(`${select} WHERE q.holidays IS NOT NULL AND (q.holidays_until IS NULL OR q.holidays_until < +?)
    AND NOT EXISTS (SELECT 1 FROM shared_channels c WHERE c.place_id = q.place_id AND c.leads = 0) LIMIT +?`)
  const countStates = db.prepare<[], ReturnType<QuizzesTable['states']>>(
    'SELECT count(*) FILTER (WHERE paused = 0) AS active, count(*) FILTER (WHERE paused = 1 AND retired IS NULL) AS paused, count(*) FILTER (WHERE paused = 1 AND retired IS NOT NULL) AS stopped FROM quizzes',
  )
  const remove = db.prepare<[number]>('DELETE FROM quizzes WHERE place_id = ?')
  const saveTell = db.prepare<[number | null, string]>('UPDATE quizzes SET tell_at = ? WHERE place_id = (SELECT id FROM places WHERE name = ?)')
  const unreachable = db.prepare<[number], number>('SELECT unreachable FROM quizzes WHERE place_id = ?').pluck()
  const saveUnreachable = db.prepare<[number, number, number]>('UPDATE quizzes SET unreachable = ? WHERE place_id = ? AND unreachable <> ?')

  return {
    at(place) {
      const row = selectAt.get(place)
      return row === undefined ? undefined : quizOf(row)
    },
    byId(placeId) {
      const row = selectById.get(placeId)
      return row === undefined ? undefined : quizOf(row)
    },
    of: (group) => selectOf.all(group).map(quizOf),
    states: () => countStates.get() ?? { active: 0, paused: 0, stopped: 0 },
    runningIn: () => selectRunningIn.all(),
    due: (now, limit) => selectDue.all(now, limit).map(quizOf),
    toTell: (now, limit) => selectToTell.all(now, limit).map(quizOf),
    untold: (group) => selectUntold.all({ group }).map(quizOf),
    withoutHolidays: (until, limit) => selectWithout.all(until, limit).map(quizOf),
    remove: (placeId) => void remove.run(placeId),
    saveTell: (place, at) => void saveTell.run(at, place),
    unreachable: (placeId) => unreachable.get(placeId) ?? 0,
    saveUnreachable: (placeId, dates) => void saveUnreachable.run(dates, placeId, dates),
    save(quiz) {
      const { follows: _, ...own } = quiz
      replace.run({
        ...own,
        placeId: places.save(quiz.place, groups.findOrAdd(quiz.group)),
        days: JSON.stringify(quiz.days),
        courses: JSON.stringify(quiz.courses),
        topics: JSON.stringify(quiz.topics),
        managers: JSON.stringify(quiz.managers),
        paused: quiz.paused ? 1 : 0,
        weekly: quiz.weekly ? 1 : 0,
        thread: quiz.thread ? 1 : 0,
      })
    },
  }
}

function followsOf(text: string): Quiz['follows'] {
  const { place, paused } = JSON.parse(text) as { readonly place: PlaceId; readonly paused: number }
  return { place, paused: paused === 1 }
}

function quizOf(row: QuizRow): Quiz {
  return {
    group: row.group,
    place: row.place,
    time: row.time,
    zone: row.zone,
    days: JSON.parse(row.days) as Quiz['days'],
    openMinutes: row.open_minutes,
    courses: JSON.parse(row.courses) as Quiz['courses'],
    topics: JSON.parse(row.topics) as Quiz['topics'],
    feedback: row.feedback,
    rolloverHour: row.rollover_hour,
    catchUpMinutes: row.catch_up_minutes,
    recap: row.recap,
    weekly: row.weekly === 1,
    thread: row.thread === 1,
    mention: row.mention,
    managers: JSON.parse(row.managers) as Quiz['managers'],
    paused: row.paused === 1,
    retired: row.retired,
    skipDate: row.skip_date,
    lastDate: row.last_date,
    nextDate: row.next_date,
    nextAt: row.next_at,
    holidays: row.holidays,
    holidaysUntil: row.holidays_until,
    off: daysOffOf(row.days_off),
    ...(row.follows === null ? {} : { follows: followsOf(row.follows) }),
  }
}
