// The boards of channels that share their daily question: the sum of their own boards. Somebody who is known in several of their groups has
// one seat. Made anew from those boards wherever they change.
import { boardsOf, pointsForRight, type Score } from '../../core/board.ts'
import type { DateRange } from '../../core/date-range.ts'
import type { LocalDate } from '../../core/time.ts'
import { shownDifferently } from './people.ts'
import type { SharedChannelsTable } from './shared-channels.ts'
import type { Statements } from './statements.ts'

export type SeasonScore = Score & { readonly personId: number; readonly aliased: boolean; readonly shown: boolean }

/** As whom somebody stands on a board. `mixed`: not shown, as the channels that share it show them in different ways. */
export type Seat = { readonly personId: number; readonly shown: boolean; readonly mixed: boolean }

export type SharedScores = {
  /** The seat of an account's learner. Undefined if nobody of theirs is in one of the groups. */
  seat(sharedId: number, accountId: number): Seat | undefined
  /** Everybody's points on the common board of a season, which only one of the channels may have: in the order of points, also of people who aren't shown. */
  season(sharedId: number, dates: DateRange): readonly SeasonScore[]
  /** Whether these learners, taken as one, are left out of a common board because the groups of its channels show them in different ways. @param groupId only boards of channels there */
  isMixed(learners: readonly number[], groupId: number | null): boolean
  /** As whom these learners, taken as one, stand on a common board that shows another one of them so far. Undefined if no name would go. */
  joinedAs(learners: readonly number[]): number | undefined
  /** After an answer for `day` in the channel changed its board. */
  refresh(placeId: number, accountId: number, day: LocalDate): void
  /** Of one learner, on all boards: they are seen in another way, or are known by more or fewer accounts. */
  recountLearner(sharedId: number, learnerId: number): void
  /** After a channel joined or left. */
  recount(sharedId: number): void
  /** Nothing is shared any more. */
  remove(sharedId: number): void
}

export function openSharedScores(db: Statements, sharedChannels: Pick<SharedChannelsTable, 'of'>): SharedScores {
  const sql = prepare(db)

  const seat = (sharedId: number, accountId: number): Seat | undefined => {
    const found = sql.seat.get({ sharedId, accountId })
    return found === undefined ? undefined : { personId: found.personId, shown: found.shown === 1, mixed: found.mixed === 1 }
  }

  return {
    seat,
    season: (sharedId, dates) => sql.season.all({ sharedId, from: dates.from, to: dates.to }).map(({ aliased, shown, ...score }) => ({ ...score, aliased: aliased === 1, shown: shown === 1 })),
    isMixed: (learners, groupId) => sql.isMixed.get({ learners: JSON.stringify(learners), groupId }) !== undefined,
    joinedAs: (learners) => sql.joinedAs.get({ learners: JSON.stringify(learners) }),
    refresh(placeId, accountId, day) {
      const sharedId = sharedChannels.of(placeId)
      const found = sharedId === undefined ? undefined : seat(sharedId, accountId)
      if (sharedId === undefined || found === undefined) return
      for (const { scope, key } of boardsOf(day)) {
        if (scope !== 'place') continue
        sql.addBoard.run(sharedId, key)
        sql.refresh.run({ sharedId, accountId, key, personId: found.personId, shown: Number(found.shown) })
      }
    },
    recountLearner(sharedId, learnerId) {
      for (const each of sql.withoutLearner) each.run({ sharedId, learnerId })
      sql.count.run({ sharedId, learnerId })
    },
    recount(sharedId) {
      for (const each of sql.without) each.run({ sharedId })
      sql.addBoards.run({ sharedId })
      sql.count.run({ sharedId, learnerId: null })
    },
    remove(sharedId) {
      for (const each of sql.without) each.run({ sharedId })
      sql.removeBoards.run({ sharedId })
    },
  }
}

type OfShared = { readonly sharedId: number }
type OfLearner = OfShared & { readonly learnerId: number | null }

/**
 * One row for each learner who is known in a group of these channels. Somebody who hides in one of them hides in all. Who is shown by another
 * name in one of them is left out: a name that turned into an alias, or one alias into another, would tell whose it is.
 */
const seats = (sharedId: string) => `SELECT DISTINCT a.learner_id, first_value(p.id) OVER same AS person_id,
    max(p.hidden) OVER whole = 0 AND min(p.gone) OVER whole = 0 AND NOT (${shownDifferently('OVER whole')}) AS shown,
    max(p.hidden) OVER whole = 0 AND ${shownDifferently('OVER whole')} AS mixed
  FROM people p JOIN accounts a ON a.id = p.account_id
  WHERE p.group_id IN (SELECT l.group_id FROM shared_channels c JOIN places l ON l.id = c.place_id WHERE c.shared_id = ${sharedId})`
const windows = 'WINDOW whole AS (PARTITION BY a.learner_id), same AS (PARTITION BY a.learner_id ORDER BY p.alias IS NULL, p.id)'

/** Somebody may have answered in several of them on one day. `learner`, `period`: where they stand. */
const daysOf = (learner: string, period: string) => `(SELECT count(DISTINCT n.day) FROM accounts d CROSS JOIN people q ON q.account_id = d.id
  CROSS JOIN answers n ON n.person_id = q.id CROSS JOIN rounds o ON o.id = n.round_id
  WHERE d.learner_id = ${learner} AND o.place_id IN (SELECT place_id FROM shared_channels WHERE shared_id = @sharedId)
    AND n.present = 1 AND n.superseded_by IS NULL AND ${period} IN ('all', substr(n.day, 1, 7), strftime('%G-W%V', n.day)))`

/** Seasons are each channel's own. */
const isCommon = (period: string) => `instr(${period}, '..') = 0`

const boardsOfShared = `SELECT id FROM boards WHERE scope = 'place' AND owner_id = @sharedId`
export const columns = 'person_id, board_id, points, answered, right_answers, reached_at, shown, days'
const sums = 'sum(s.points), sum(s.answered), sum(s.right_answers), max(s.reached_at)'

/** The scores of a common board, in the order of {@link columns}. `@learnerId`: of one learner, or NULL. */
export const selectShared = `WITH seats AS (${seats('@sharedId')} AND (CAST(@learnerId AS BIGINT) IS NULL OR a.learner_id = @learnerId) ${windows})
  SELECT t.person_id, own.id, ${sums}, iif(t.shown AND sum(s.answered) > 0, 1, 0), ${daysOf('t.learner_id', 'own.period')}
  FROM seats t JOIN accounts a ON a.learner_id = t.learner_id JOIN people p ON p.account_id = a.id JOIN scores s ON s.person_id = p.id
    JOIN boards b ON b.id = s.board_id AND b.scope = 'place' JOIN shared_channels c ON c.place_id = b.owner_id AND c.shared_id = @sharedId
    JOIN boards own ON own.scope = 'place' AND own.owner_id = @sharedId AND own.period = b.period
  GROUP BY t.person_id, t.learner_id, t.shown, own.id`

function prepare(db: Statements) {
  const peopleOf = `SELECT p.id FROM people p JOIN accounts a ON a.id = p.account_id WHERE a.learner_id = @learnerId`
  const all = <Values extends object>(statements: readonly string[]) => statements.map((statement) => db.prepare<[Values]>(statement))
  return {
    seat: db.prepare<[OfShared & { readonly accountId: number }], { readonly personId: number; readonly shown: number; readonly mixed: number }>(
      `SELECT person_id AS personId, shown, mixed FROM (${seats('@sharedId')} AND a.learner_id = (SELECT learner_id FROM accounts WHERE id = @accountId) ${windows})`,
    ),
    // The stored boards of seasons are of one channel each.
    season: db.prepare<[OfShared & DateRange], Score & { readonly personId: number; readonly aliased: number; readonly shown: number }>(
      `WITH seats AS (${seats('@sharedId')} ${windows})
       SELECT t.person_id AS personId, ${pointsForRight} * coalesce(sum(n.is_right), 0) AS points, count(n.is_right) AS answered, coalesce(sum(n.is_right), 0) AS "right", count(DISTINCT n.day) AS days,
         s.alias_key IS NOT NULL AS aliased, t.shown
       FROM seats t JOIN people s ON s.id = t.person_id CROSS JOIN accounts a ON a.learner_id = t.learner_id CROSS JOIN people p ON p.account_id = a.id
         CROSS JOIN answers n ON n.person_id = p.id AND n.day BETWEEN @from AND @to CROSS JOIN rounds r ON r.id = n.round_id
       WHERE r.place_id IN (SELECT place_id FROM shared_channels WHERE shared_id = @sharedId) AND n.present = 1 AND n.superseded_by IS NULL
       GROUP BY t.person_id, t.shown, s.alias_key ORDER BY points DESC, answered, coalesce(max(iif(n.is_right = 1, n.at, NULL)), min(n.at)), t.person_id`,
    ),
    isMixed: db.prepare<[{ readonly learners: string; readonly groupId: number | null }], number>(
      `SELECT 1 FROM accounts a CROSS JOIN people p ON p.account_id = a.id CROSS JOIN places l ON l.group_id = p.group_id CROSS JOIN shared_channels c ON c.place_id = l.id
       WHERE a.learner_id IN (SELECT CAST(value AS BIGINT) FROM json_each(@learners)) AND (CAST(@groupId AS BIGINT) IS NULL OR c.shared_id IN
         (SELECT o.shared_id FROM places h CROSS JOIN shared_channels o ON o.place_id = h.id WHERE h.group_id = @groupId))
       GROUP BY c.shared_id HAVING max(p.hidden) = 0 AND ${shownDifferently()} LIMIT 1`,
    ).pluck(),
    joinedAs: db.prepare<[{ readonly learners: string }], number>(
      `SELECT min(p.id) FROM accounts a CROSS JOIN people p ON p.account_id = a.id CROSS JOIN places l ON l.group_id = p.group_id CROSS JOIN shared_channels c ON c.place_id = l.id
       WHERE a.learner_id IN (SELECT CAST(value AS BIGINT) FROM json_each(@learners))
       GROUP BY c.shared_id HAVING max(p.hidden) = 0 AND NOT (${shownDifferently()}) AND min(p.id) < max(iif(EXISTS
         (SELECT 1 FROM boards b CROSS JOIN scores s ON s.board_id = b.id WHERE b.scope = 'place' AND b.owner_id = c.shared_id AND b.period = 'all' AND s.person_id = p.id AND s.shown = 1), p.id, 0)) LIMIT 1`,
    ).pluck(),
    addBoard: db.prepare<[number, string]>(`INSERT INTO boards (scope, owner_id, period) VALUES ('place', ?, ?) ON CONFLICT DO NOTHING`),
    refresh: db.prepare<[OfShared & { readonly accountId: number; readonly key: string; readonly personId: number; readonly shown: number }]>(
      `INSERT INTO scores (${columns})
       SELECT CAST(@personId AS BIGINT), (SELECT id FROM boards WHERE scope = 'place' AND owner_id = @sharedId AND period = @key), ${sums}, iif(sum(s.answered) > 0, CAST(@shown AS BIGINT), 0),
         ${daysOf('(SELECT learner_id FROM accounts WHERE id = @accountId)', '@key')}
       FROM shared_channels c CROSS JOIN boards b ON b.scope = 'place' AND b.owner_id = c.place_id AND b.period = @key
         CROSS JOIN accounts a ON a.learner_id = (SELECT learner_id FROM accounts WHERE id = @accountId) CROSS JOIN people p ON p.account_id = a.id
         CROSS JOIN scores s ON s.person_id = p.id AND s.board_id = b.id
       WHERE c.shared_id = @sharedId HAVING count(*) > 0
       ON CONFLICT (person_id, board_id) DO UPDATE SET (points, answered, right_answers, reached_at, shown, days)
         = (excluded.points, excluded.answered, excluded.right_answers, excluded.reached_at, excluded.shown, excluded.days)`,
    ),
    // The levels of a board follow from what is shown (see the trigger).
    withoutLearner: all<OfLearner>([
      `UPDATE scores SET shown = 0 WHERE person_id IN (${peopleOf}) AND board_id IN (${boardsOfShared})`,
      `DELETE FROM scores WHERE person_id IN (${peopleOf}) AND board_id IN (${boardsOfShared})`,
    ]),
    without: all<OfShared>([`DELETE FROM scores WHERE board_id IN (${boardsOfShared})`, `DELETE FROM levels WHERE board_id IN (${boardsOfShared})`]),
    removeBoards: db.prepare<[OfShared]>(`DELETE FROM boards WHERE scope = 'place' AND owner_id = @sharedId`),
    addBoards: db.prepare<[OfShared]>(
      `INSERT INTO boards (scope, owner_id, period)
       SELECT DISTINCT 'place', CAST(@sharedId AS BIGINT), b.period FROM shared_channels c JOIN boards b ON b.scope = 'place' AND b.owner_id = c.place_id WHERE c.shared_id = @sharedId AND ${isCommon('b.period')} ON CONFLICT DO NOTHING`,
    ),
    count: db.prepare<[OfLearner]>(`INSERT INTO scores (${columns}) ${selectShared}`),
  }
}
