// The table of rounds: found one by one, added, and moved from state to state.
import type { Asked } from '../../core/asked.ts'
import { courseOfId, firstCourse, type CourseNumber } from '../../core/course-number.ts'
import type { NewRound, NotHeld, RoundBefore } from '../../core/due.ts'
import type { PlaceId, Quiz } from '../../core/quiz.ts'
import { isSameChoice, type Round, type RoundId } from '../../core/round.ts'
import { mayStep, type RoundStep } from '../../core/round-step.ts'
import { isTeamQuestion } from '../../core/team-question.ts'
import { studyDay } from '../../core/study-day.ts'
import type { Instant, LocalDate } from '../../core/time.ts'
import type { HappeningStep } from '../round-story.ts'
import type { Caches } from './caches.ts'
import type { AskedNow } from './asked-now.ts'
import type { ContentsTable } from './contents.ts'
import type { GroupsTable } from './groups.ts'
import type { HeldDaysTable } from './held-days.ts'
import type { PlacesTable } from './places.ts'
import { roundReader, selectRounds, type RoundRow, type StoredRound } from './round-row.ts'
import type { Statements } from './statements.ts'

/** What each step saves; see {@link RoundStep}. */
type StepValues = {
  /** `before`: when sending began before; if that is no longer so, somebody else has taken the round. */
  readonly send: { readonly at: Instant; readonly before: Instant | null }
  readonly defer: { readonly retryAt: Instant; readonly reason: string }
  readonly post: { readonly message: string; readonly at: Instant }
  readonly fail: { readonly reason: string }
  readonly skip: { readonly reason: string; readonly message: string | null }
  readonly close: { readonly at: Instant; readonly answered: number; readonly right: number }
  readonly recount: { readonly answered: number; readonly right: number }
  readonly redraw: { readonly reason: string | null }
  readonly tell: { readonly at: Instant | null }
}

export type RoundsTable = {
  find(name: RoundId): StoredRound | undefined
  byId(id: number): StoredRound | undefined
  /** The channel's daily round before this one, by when they were due. */
  before(placeId: number, dueAt: Instant): RoundBefore | undefined
  /** Occasions of the channel's rounds from that date on. */
  occasionsFrom(place: PlaceId, date: LocalDate): ReadonlySet<string>
  /** Rounds of the channel that are claimed and not posted. */
  unsentOf(placeId: number): readonly StoredRound[]
  /** @param sharedId what its channel shares; see {@link StoredRound} @param at when it is claimed */
  add(quiz: Quiz, round: NewRound | NotHeld, sharedId: number | null, at: Instant): StoredRound
  /** Saves a step of the round. @returns whether it could be taken */
  step<Step extends RoundStep>(stored: StoredRound, step: Step, values: StepValues[Step]): boolean
  /** What its own row has no place for; the same once more is counted. */
  note(roundId: number, step: HappeningStep, detail: string, at: Instant): void
  /** Of a round that is not posted yet, or whose post was just found: it asks this, and not what was drawn for it. */
  ask(stored: StoredRound, asked: Asked): void
  /** It asks something else than in the other channels, so it counts by itself. */
  separate(stored: StoredRound): void
  remove(stored: Pick<StoredRound, 'id' | 'placeId'>, name: RoundId): void
  /** The number of its words. */
  contentOf(stored: StoredRound): number | null
  /** It is judged and explained by this from now on; its answers are still to be judged again. */
  correct(stored: StoredRound, by: CorrectedTo): void
  correctedAt(stored: StoredRound): Instant
  /** All of its answers are judged by what it says; its post has to be drawn again. */
  finishRejudging(stored: StoredRound): void
}

type CorrectedTo = Pick<Round, 'key'> & { readonly voided: boolean; readonly content: number | null; readonly right: number; readonly at: Instant }

type Parts = { readonly groups: GroupsTable; readonly places: PlacesTable; readonly heldDays: HeldDaysTable; readonly askedNow: AskedNow; readonly contents: ContentsTable }

export function openRoundsTable(db: Statements, caches: Caches, { groups, places, heldDays, askedNow, contents }: Parts): RoundsTable {
  const storedRound = roundReader(contents)
  const sql = prepare(db)
  const steps = prepareSteps(db)
  const cached = caches.open<RoundId, StoredRound>(2_000)

  function find(name: RoundId): StoredRound | undefined {
    const known = cached.get(name)
    if (known !== undefined) return known
    const row = sql.byName.get(name)
    if (row === undefined) return undefined
    const stored = storedRound(row)
    cached.set(name, stored)
    return stored
  }

  function byId(id: number): StoredRound | undefined {
    const row = sql.byId.get(id)
    return row === undefined ? undefined : storedRound(row)
  }

  return {
    find,
    byId,
    before(placeId, dueAt) {
      const row = sql.before.get(placeId, dueAt)
      return row === undefined ? undefined : { state: row.state, reason: row.reason, isUnheard: row.tell_at !== null }
    },

    occasionsFrom(place, date) {
      const placeId = places.find(place)
      return new Set(placeId === undefined ? [] : sql.occasionsFrom.all(placeId, date))
    },

    unsentOf: (placeId) => sql.unsentOf.all(placeId).map(storedRound),

    add(quiz, round, sharedId, at) {
      askedNow.changed()
      const id = sql.add.get({
        ...rowOf(quiz, round),
        placeId: places.find(quiz.place),
        groupId: groups.find(quiz.group),
        content: 'words' in round && round.words !== null ? contents.findOrAdd(round.words) : null,
        feedback: quiz.feedback,
        zone: quiz.zone,
        rolloverHour: quiz.rolloverHour,
        course: courseOf('question' in round ? round.question : '', quiz.courses),
        sharedId: 'state' in round ? null : sharedId,
        claimedAt: at,
      })
      const added = byId(Number(id))
      if (added === undefined) throw new Error(`the round ${round.id} is gone`)
      return added
    },

    step(stored, step, values) {
      if (!mayStep(stored.round.state, step)) return false
      const { changes } = steps[step].run({ ...values, id: stored.id })
      cached.delete(stored.round.id)
      heldDays.changed(stored.placeId)
      askedNow.changed()
      return changes === 1
    },

    note: (roundId, step, detail, at) => void sql.note.run(roundId, step, detail, at, at),

    ask({ id, round }, { question, order, key, words }) {
      sql.ask.run({ id, question, course: courseOf(question, [round.course ?? firstCourse]), options: JSON.stringify(order), key: JSON.stringify(key), content: words === null ? null : contents.findOrAdd(words) })
      cached.delete(round.id)
    },

    contentOf: ({ id }) => sql.content.get(id) ?? null,

    correct({ id, round }, { key, voided, content, right, at }) {
      const others = [round.key, ...(round.otherKeys ?? [])].filter((other, index, all) => all.findIndex((each) => isSameChoice(each, other)) === index)
      sql.correct.run({ id, key: JSON.stringify(key), voided: Number(voided), content, right, at, others: JSON.stringify(others) })
      cached.delete(round.id)
    },

    correctedAt: ({ id }) => sql.correctedAt.get(id) ?? 0,

    finishRejudging({ id, round }) {
      sql.finishRejudging.run(id)
      cached.delete(round.id)
    },

    separate({ id, round }) {
      sql.separate.run(id)
      cached.delete(round.id)
    },

    remove({ id, placeId }, name) {
      sql.removeNotes.run(id)
      sql.remove.run(id)
      cached.delete(name)
      heldDays.changed(placeId)
      askedNow.changed()
    },
  }
}

/** A round without a question, and one with a team's own, are of the channel's first course. */
const courseOf = (question: string, [first = firstCourse]: readonly CourseNumber[]): CourseNumber => (question === '' || isTeamQuestion(question) ? first : courseOfId(question))

function rowOf(quiz: Quiz, round: NewRound | NotHeld) {
  const notHeld = { question: '', order: [], key: [], closesAt: round.dueAt, missedUntil: null, day: studyDay(round.dueAt, quiz.zone, quiz.rolloverHour) }
  const whole = 'state' in round ? { ...notHeld, ...round } : { ...round, state: 'claimed', reason: null, missedUntil: null }
  return { ...whole, options: JSON.stringify(whole.order), key: JSON.stringify(whole.key) }
}

function prepare(db: Statements) {
  return {
    byName: db.prepare<[string], RoundRow>(`${selectRounds} WHERE r.name = +?`),
    byId: db.prepare<[number], RoundRow>(`${selectRounds} WHERE r.id = +?`),
    before: db.prepare<[number, number], Pick<Round, 'state' | 'reason'> & { readonly tell_at: Instant | null }>(
      `SELECT state, reason, tell_at FROM rounds WHERE place_id = +? AND due_at < +? AND instr(occasion, '+') = 0 ORDER BY due_at DESC, id DESC LIMIT 1`,
    ),
    occasionsFrom: db.prepare<[number, string], string>('SELECT occasion FROM rounds WHERE place_id = ? AND occasion >= ?').pluck(),
    unsentOf: db.prepare<[number], RoundRow>(`${selectRounds} WHERE r.place_id = +? AND r.state IN ('claimed', 'sending') ORDER BY r.due_at, r.id`),
    add: db.prepare<[object], number>(
      `INSERT INTO rounds (name, place_id, group_id, occasion, state, question, content_id, options, key, feedback, zone, rollover_hour, day,
         due_at, closes_at, reason, missed_until, shared_id, course, claimed_at)
       VALUES (@id, @placeId, @groupId, @occasion, @state, @question, @content, @options, @key, @feedback, @zone, @rolloverHour, @day,
         @dueAt, @closesAt, @reason, @missedUntil, @sharedId, @course, @claimedAt) RETURNING id`,
    ).pluck(),
    ask: db.prepare(`UPDATE rounds SET question = @question, course = @course, options = @options, key = @key, content_id = @content WHERE id = @id AND state IN ('claimed', 'sending')`),
    separate: db.prepare<[number]>('UPDATE rounds SET shared_id = NULL WHERE id = ?'),
    note: db.prepare<[number, HappeningStep, string, number, number]>(
      `INSERT INTO round_steps (round_id, step, detail, first_at, last_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (round_id, step, detail) DO UPDATE SET last_at = excluded.last_at, times = round_steps.times + 1`,
    ),
    removeNotes: db.prepare<[number]>('DELETE FROM round_steps WHERE round_id = ?'),
    remove: db.prepare<[number]>('DELETE FROM rounds WHERE id = ?'),
    content: db.prepare<[number], number | null>('SELECT content_id FROM rounds WHERE id = ?').pluck(),
    correct: db.prepare(
      `UPDATE rounds SET key = @key, voided = @voided, content_id = @content, other_keys = @others, corrected_at = @at, rejudge = 1,
         right_answers = iif(state = 'closed', @right, right_answers) WHERE id = @id`,
    ),
    correctedAt: db.prepare<[number], number | null>('SELECT corrected_at FROM rounds WHERE id = ?').pluck(),
    finishRejudging: db.prepare<[number]>('UPDATE rounds SET rejudge = 0, redrawn = 0 WHERE id = ?'),
  }
}

function prepareSteps(db: Statements) {
  const update = (columns: string, condition = 'true') => db.prepare(`UPDATE rounds SET ${columns} WHERE id = @id AND ${condition}`)
  return {
    send: update(`state = 'sending', sending_since = @at, retry_at = NULL`, `state IN ('claimed', 'sending') AND sending_since IS NOT DISTINCT FROM @before`),
    defer: update(`state = 'claimed', sending_since = NULL, retry_at = @retryAt, reason = @reason`),
    post: update(`state = 'open', message = @message, opened_at = @at, retry_at = NULL, reason = NULL`),
    fail: update(`state = 'failed', reason = @reason`),
    skip: update(`state = 'skipped', reason = @reason, message = @message`),
    close: update(`state = 'closed', closed_at = @at, answered = @answered, right_answers = @right`),
    recount: update('answered = @answered, right_answers = @right, redrawn = 0'),
    redraw: update('redrawn = 1, reason = @reason'),
    tell: update('tell_at = @at'),
  }
}
