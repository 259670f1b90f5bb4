// The log of what people were asked and answered, and the table of items that it names. Rows are only ever added.
import type { ItemId, StudyEntry } from '../../core/study-item.ts'
import type { LocalDate } from '../../core/time.ts'
import type { Caches } from './caches.ts'
import type { Statements } from './statements.ts'

/**
 * `roundId`: of the round that asked it; null for a private session. `amends`: takes the place of the earlier entry of that round, or of
 * `replaces` in a private session. `counts`: false if its question doesn't.
 */
export type LoggedEntry = StudyEntry & { readonly id: number; readonly itemId: number; readonly roundId: number | null; readonly replaces: number | null; readonly amends: boolean; readonly counts: boolean }

type Asked = { readonly roundId: number; readonly amends?: boolean; readonly counts?: boolean }

export type StudyLogTable = {
  itemId(item: ItemId): number
  /** @param asked by a round; null for a private session */
  add(accountId: number, entry: StudyEntry, asked: Asked | null): void
  /** Of a private session: another grade for an answer, if there is an entry for it. */
  replace(accountId: number, item: ItemId, answer: Pick<StudyEntry, 'at' | 'source' | 'grade'> & { readonly counts: boolean }): void
  /** Of all the learner's accounts, in the order in which it was saved. @param after the number of an entry */
  after(learnerId: number, after: number): readonly LoggedEntry[]
  ofItem(learnerId: number, itemId: number): readonly LoggedEntry[]
  /** Fast, for whole logs. Without entries whose place a later one has taken. */
  from(learnerId: number, day: LocalDate): readonly StudyEntry[]
  hasMore(learnerId: number, after: number): boolean
}

type ShortRow = readonly [id: number, item: number, day: LocalDate, at: number, source: StudyEntry['source'], grade: StudyEntry['grade'], round: number | null, amends: number, counts: number, replaces: number | null]

type Row = Omit<LoggedEntry, 'itemId' | 'roundId' | 'amends' | 'counts'> & { readonly item_id: number; readonly round_id: number | null; readonly amends: number; readonly counts: number }

export function openStudyLogTable(db: Statements, caches: Caches): StudyLogTable {
  const sql = prepare(db)
  const itemIds = caches.open<ItemId, number>(20_000)
  const itemNames = caches.open<number, ItemId>(20_000)

  function itemId(item: ItemId): number {
    const known = itemIds.get(item)
    if (known !== undefined) return known
    const id = sql.findItem.get(item) ?? Number(sql.addItem.get(item))
    itemIds.set(item, id)
    return id
  }

  function itemName(id: number): ItemId {
    const known = itemNames.get(id)
    if (known !== undefined) return known
    const name = sql.itemName.get(id) ?? ''
    itemNames.set(id, name)
    return name
  }

  /** One account after another: a learner with several is rare, and sorting a whole log takes three times as long as reading it. */
  function shortRows(accounts: readonly number[], day: LocalDate): readonly ShortRow[] {
    const [first = [], ...others] = accounts.map((account) => withoutAmended(sql.from.all(account, day)))
    return others.length === 0 ? first : [first, ...others].flat().toSorted(([one], [other]) => one - other)
  }

  return {
    itemId,
    add: (accountId, { item, day, at, source, grade }, asked) =>
      void sql.add.run(accountId, itemId(item), day, at, source, grade, asked?.roundId ?? null, Number(asked?.amends ?? false), Number(asked?.counts ?? true)),
    replace(accountId, item, { at, source, grade, counts }) {
      const original = sql.original.get(accountId, itemId(item), source, at)
      if (original !== undefined) sql.addReplacing.run(accountId, itemId(item), original.day, at, source, grade, Number(counts), original.id)
    },
    after: (learnerId, after) => sql.after.all(learnerId, after).map(entryOf),
    ofItem: (learnerId, item) => sql.ofItem.all(learnerId, item).map(entryOf),
    from(learnerId, day) {
      const accounts = sql.accounts.all(learnerId)
      // Nearly every log: nothing was amended, and of one account nothing has to be put in order.
      const plain = accounts.length === 1 && sql.hasAmended.get(accounts[0] ?? 0) === undefined
      const rows = plain ? sql.plain.all(accounts[0] ?? 0, day) : shortRows(accounts, day).map((row) => [row[1], row[2], row[3], row[4], row[5]] as const)
      return rows.map((row) => ({ item: itemName(row[0]), day: row[1], at: row[2], source: row[3], grade: row[4] }))
    },
    hasMore: (learnerId, after) => sql.hasMore.get(learnerId, after) !== undefined,
  }
}

const entryOf = ({ item_id, round_id, amends, counts, ...row }: Row): LoggedEntry => ({ ...row, itemId: item_id, roundId: round_id, amends: amends === 1, counts: counts === 1 })

/** Of one account: a choice that was changed in time, and arrived late, and a correction take the place of what was there before. */
function withoutAmended(rows: readonly ShortRow[]): readonly ShortRow[] {
  if (rows.every((row) => row[7] === 0)) return rows
  const placeOf = (row: ShortRow) => placeIn({ id: row[0], roundId: row[6], replaces: row[9] })
  const latest = new Map(rows.map((row) => [placeOf(row), row]))
  return rows.filter((row) => latest.get(placeOf(row)) === row && row[8] === 1)
}

/** Of the entries with one place, only the latest counts. */
export const placeIn = ({ id, roundId, replaces }: Pick<LoggedEntry, 'id' | 'roundId' | 'replaces'>): string => (roundId === null ? `entry ${replaces ?? id}` : `round ${roundId}`)

function prepare(db: Statements) {
  const columns = 'l.id, i.name AS item, l.item_id, l.day, l.at, l.source, l.grade, l.round_id, l.amends, l.counts, l.replaces'
  const ofLearner = `SELECT ${columns} FROM accounts a JOIN study_log l ON l.account_id = a.id JOIN items i ON i.id = l.item_id WHERE a.learner_id = +?`
  return {
    findItem: db.prepare<[string], number>('SELECT id FROM items WHERE name = ?').pluck(),
    addItem: db.prepare<[string], number>('INSERT INTO items (name) VALUES (?) RETURNING id').pluck(),
    add: db.prepare<[number, number, string, number, string, string, number | null, number, number]>(
      'INSERT INTO study_log (account_id, item_id, day, at, source, grade, round_id, amends, counts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    original: db.prepare<[number, number, string, number], { readonly id: number; readonly day: LocalDate }>(
      'SELECT id, day FROM study_log WHERE account_id = ? AND item_id = ? AND source = ? AND at = ? AND round_id IS NULL AND replaces IS NULL LIMIT 1',
    ),
    addReplacing: db.prepare<[number, number, string, number, string, string, number, number]>(
      'INSERT INTO study_log (account_id, item_id, day, at, source, grade, amends, counts, replaces) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)',
    ),
    after: db.prepare<[number, number], Row>(`${ofLearner} AND l.id > +? ORDER BY l.id`),
    ofItem: db.prepare<[number, number], Row>(`${ofLearner} AND l.item_id = +? ORDER BY l.id`),
    accounts: db.prepare<[number], number>('SELECT id FROM accounts WHERE learner_id = +? ORDER BY id').pluck(),
    itemName: db.prepare<[number], ItemId>('SELECT name FROM items WHERE id = ?').pluck(),
    from: db
      .prepare<[number, string], ShortRow>('SELECT id, item_id, day, at, source, grade, round_id, amends, counts, replaces FROM study_log WHERE account_id = +? AND day >= +? ORDER BY id')
      .raw(),
    hasAmended: db.prepare<[number], number>('SELECT 1 FROM study_log WHERE account_id = ? AND amends = 1 LIMIT 1').pluck(),
    plain: db
      .prepare<[number, string], readonly [item: number, day: LocalDate, at: number, source: StudyEntry['source'], grade: StudyEntry['grade']]>('SELECT item_id, day, at, source, grade FROM study_log WHERE account_id = +? AND day >= +? ORDER BY id')
      .raw(),
    hasMore: db.prepare<[number, number], number>('SELECT 1 FROM accounts a JOIN study_log l ON l.account_id = a.id WHERE a.learner_id = +? AND l.id > +? LIMIT 1').pluck(),
  }
}
