// Lists of rounds: those that wait for something to be done, and those of one channel.
import type { GroupId, PlaceId } from '../../core/quiz.ts'
import type { Round, RoundId } from '../../core/round.ts'
import { day, type Instant, type LocalDate } from '../../core/time.ts'
import { selectRounds, type ReadRound, type RoundRow, type StoredRound } from './round-row.ts'
import { shuffled } from './shuffled.ts'
import type { Statements } from './statements.ts'

export type MissedRound = {
  readonly id: number
  readonly placeId: number
  readonly name: RoundId
  readonly place: PlaceId
  readonly occasion: LocalDate
  readonly dueAt: Instant
}

export type RoundLists = {
  /** Claimed and sending rounds whose time to try again has come: the oldest of each group, then the next of each. */
  unsent(now: Instant, limit: number): readonly StoredRound[]
  /** When the oldest of those that wait to be sent was due, whenever it is tried again, and what for. */
  waiting(except?: readonly GroupId[]): { readonly since: Instant; readonly why: string | null } | null
  /** Open rounds whose time is over. */
  overdue(now: Instant, limit: number): readonly StoredRound[]
  /** Those of them with answers that wait for the close. */
  withWaiting(now: Instant, limit: number): readonly StoredRound[]
  /** Of each channel that has any to tell now, all that nobody has heard: they make one message. */
  toTell(now: Instant, limit: number): readonly StoredRound[]
  /** Closed rounds whose post has to be drawn: the oldest of the last two days in each group, then the next of each, and older ones after those. */
  toRedraw(limit: number): readonly StoredRound[]
  /** Missed rounds of which a date is not even due yet: they were recorded under a clock that ran ahead. The first due first. */
  missedAhead(now: Instant, limit: number): readonly MissedRound[]
  latest(place: PlaceId, limit: number): readonly Round[]
  /** The latest rounds of the channel that people could answer. */
  posted(place: PlaceId, limit: number): readonly Round[]
  /** The newest round of the channel that takes answers now. */
  open(place: PlaceId, now: Instant): Round | undefined
  /** All rounds of the channel that take answers now, the newest first. */
  allOpen(place: PlaceId, now: Instant): readonly StoredRound[]
  /** The newest round of the channel whose time to answer is over. */
  over(place: PlaceId, now: Instant): Round | undefined
}

export function openRoundLists(db: Statements, storedRound: ReadRound): RoundLists {
  const waiting = prepareWaiting(db)
  const ofPlace = prepareOfPlace(db)
  return {
    unsent: (now, limit) => waiting.unsent.all(now, limit).map(storedRound),
    waiting: (except = []) => waiting.oldest.get(JSON.stringify(except)) ?? null,
    overdue: (now, limit) => waiting.overdue.all(now, limit).map(storedRound),
    withWaiting: (now, limit) => waiting.withWaiting.all(now, limit).map(storedRound),
    toTell: (now, limit) => waiting.toTell.all(now, limit).map(storedRound),
    toRedraw: (limit) => waiting.toRedraw.all(limit).map(storedRound),
    missedAhead: (now, limit) => waiting.missedAhead.all(now, limit),
    latest: (place, limit) => ofPlace.latest.all(place, limit).map((row) => storedRound(row).round),
    posted: (place, limit) => ofPlace.posted.all(place, limit).map((row) => storedRound(row).round),
    open(place, now) {
      const row = ofPlace.open.get(place, now)
      return row === undefined ? undefined : storedRound(row).round
    },
    allOpen: (place, now) => ofPlace.allOpen.all(place, now).map(storedRound),
    over(place, now) {
      const row = ofPlace.over.get(place, now)
      return row === undefined ? undefined : storedRound(row).round
    },
  }
}

function prepareWaiting(db: Statements) {
  // Shuffled, so that groups whose rounds are due at the same moment do not come in the same order every day.
  const order = shuffled('id')
  return {
    unsent: db.prepare<[number, number], RoundRow>(
      `${selectRounds} JOIN (
         SELECT id AS turn_of, row_number() OVER (PARTITION BY group_id ORDER BY due_at) AS turn FROM rounds
         WHERE state IN ('claimed', 'sending') AND coalesce(retry_at, 0) <= +? ORDER BY turn, due_at, ${order} LIMIT +?
       ) ON turn_of = r.id
       JOIN quizzes q ON q.place_id = r.place_id ORDER BY turn, r.due_at, ${shuffled('r.id')}`,
    ),
    oldest: db.prepare<[string], { readonly since: Instant; readonly why: string | null }>(
      `SELECT due_at AS since, iif(state = 'claimed', reason, NULL) AS why FROM rounds WHERE state IN ('claimed', 'sending')
         AND group_id NOT IN (SELECT g.id FROM json_each(?) e JOIN groups g ON g.name = e.value) ORDER BY due_at LIMIT 1`,
    ),
    overdue: db.prepare<[number, number], RoundRow>(
      `${selectRounds} WHERE r.state = 'open' AND r.closes_at <= +? ORDER BY r.closes_at, r.id LIMIT +?`,
    ),
    withWaiting: db.prepare<[number, number], RoundRow>(
      `${selectRounds} WHERE r.state = 'open' AND r.closes_at <= +? AND r.feedback = 'at-close'
       AND EXISTS (SELECT 1 FROM answers a WHERE a.round_id = r.id AND a.is_right IS NULL AND a.present <= 1 - r.voided) ORDER BY r.closes_at, r.id LIMIT +?`,
    ),
    toTell: db.prepare<[number, number], RoundRow>(
      `${selectRounds} WHERE r.tell_at IS NOT NULL AND r.place_id IN (SELECT place_id FROM rounds WHERE tell_at <= +?) ORDER BY r.tell_at, r.id LIMIT +?`,
    ),
    // What closed just now doesn't wait behind a year of posts that somebody has drawn again without their name.
    toRedraw: db.prepare<[number], RoundRow>(
      `${selectRounds} JOIN (
         SELECT id AS turn_of, row_number() OVER (PARTITION BY group_id ORDER BY is_old, closed_at) AS turn, is_old FROM (
           SELECT id, group_id, closed_at, closed_at < max(closed_at) OVER (PARTITION BY group_id) - ${2 * day} AS is_old FROM rounds
           WHERE state = 'closed' AND redrawn = 0 AND rejudge = 0
         ) ORDER BY turn, is_old, closed_at, ${order} LIMIT +?
       ) ON turn_of = r.id ORDER BY turn, is_old, r.closed_at, ${shuffled('r.id')}`,
    ),
    missedAhead: db.prepare<[number, number], MissedRound>(
      `SELECT r.id, r.place_id AS placeId, r.name, r.occasion, r.due_at AS dueAt, p.name AS place FROM rounds r JOIN places p ON p.id = r.place_id
       WHERE r.state = 'missed' AND r.missed_until > +? ORDER BY r.due_at, r.id LIMIT +?`,
    ),
  }
}

function prepareOfPlace(db: Statements) {
  return {
    latest: db.prepare<[string, number], RoundRow>(`${selectRounds} WHERE p.name = +? ORDER BY r.due_at DESC, r.id DESC LIMIT +?`),
    posted: db.prepare<[string, number], RoundRow>(
      `${selectRounds} WHERE p.name = +? AND r.state IN ('open', 'closed') AND r.question <> '' ORDER BY r.due_at DESC, r.id DESC LIMIT +?`,
    ),
    open: db.prepare<[string, number], RoundRow>(
      `${selectRounds} WHERE p.name = +? AND r.state = 'open' AND r.closes_at > +? ORDER BY r.opened_at DESC, r.id DESC LIMIT 1`,
    ),
    allOpen: db.prepare<[string, number], RoundRow>(
      `${selectRounds} WHERE p.name = +? AND r.state = 'open' AND r.closes_at > +? ORDER BY r.opened_at DESC, r.id DESC`,
    ),
    over: db.prepare<[string, number], RoundRow>(
      `${selectRounds} WHERE p.name = +? AND (r.state = 'closed' OR (r.state = 'open' AND r.closes_at <= +?))
       ORDER BY r.due_at DESC, r.id DESC LIMIT 1`,
    ),
  }
}
