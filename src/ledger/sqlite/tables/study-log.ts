// The log of what people were asked and answered, and the table of items that it names. Rows are only ever added.
import type { Database } from 'better-sqlite3'
import type { ItemId, StudyEntry } from '../../../core/study-item.ts'
import type { LocalDate } from '../../../core/time.ts'
import type { Caches } from '../file/cache.ts'

/** `roundId`: of the round that asked it; null for a private session. `amends`: takes the place of the earlier entry of that round. */
export type LoggedEntry = StudyEntry & { readonly id: number; readonly itemId: number; readonly roundId: number | null; readonly amends: boolean }

type Asked = { readonly roundId: number; readonly amends?: boolean }

export type StudyLogTable = {
  itemId(item: ItemId): number
  /** @param asked by a round; null for a private session */
  add(accountId: number, entry: StudyEntry, asked: Asked | null): void
  /** Of all the learner's accounts, in the order in which it was saved. @param after the number of an entry */
  after(learnerId: number, after: number): readonly LoggedEntry[]
  ofItem(learnerId: number, itemId: number): readonly LoggedEntry[]
  from(learnerId: number, day: LocalDate): readonly LoggedEntry[]
  hasMore(learnerId: number, after: number): boolean
}

type Row = Omit<LoggedEntry, 'itemId' | 'roundId' | 'amends'> & { readonly item_id: number; readonly round_id: number | null; readonly amends: number }

export function openStudyLogTable(db: Database, caches: Caches): StudyLogTable {
  const sql = prepare(db)
  const itemIds = caches.open<ItemId, number>(20_000)

  function itemId(item: ItemId): number {
    const known = itemIds.get(item)
    if (known !== undefined) return known
    const id = sql.findItem.get(item) ?? Number(sql.addItem.run(item).lastInsertRowid)
    itemIds.set(item, id)
    return id
  }

  return {
    itemId,
    add: (accountId, { item, day, at, source, grade }, asked) =>
      void sql.add.run(accountId, itemId(item), day, at, source, grade, asked?.roundId ?? null, Number(asked?.amends ?? false)),
    after: (learnerId, after) => sql.after.all(learnerId, after).map(entryOf),
    ofItem: (learnerId, item) => sql.ofItem.all(learnerId, item).map(entryOf),
    from: (learnerId, day) => sql.from.all(learnerId, day).map(entryOf),
    hasMore: (learnerId, after) => sql.hasMore.get(learnerId, after) !== undefined,
  }
}

const entryOf = ({ item_id, round_id, amends, ...row }: Row): LoggedEntry => ({ ...row, itemId: item_id, roundId: round_id, amends: amends === 1 })

function prepare(db: Database) {
  const columns = 'l.id, i.name AS item, l.item_id, l.day, l.at, l.source, l.grade, l.round_id, l.amends'
  const ofLearner = `SELECT ${columns} FROM accounts a JOIN study_log l ON l.account_id = a.id JOIN items i ON i.id = l.item_id WHERE a.learner_id = +?`
  return {
    findItem: db.prepare<[string], number>('SELECT id FROM items WHERE name = ?').pluck(),
    addItem: db.prepare<[string]>('INSERT INTO items (name) VALUES (?)'),
    add: db.prepare<[number, number, string, number, string, string, number | null, number]>(
      'INSERT INTO study_log (account_id, item_id, day, at, source, grade, round_id, amends) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    after: db.prepare<[number, number], Row>(`${ofLearner} AND l.id > +? ORDER BY l.id`),
    ofItem: db.prepare<[number, number], Row>(`${ofLearner} AND l.item_id = +? ORDER BY l.id`),
    from: db.prepare<[number, string], Row>(`${ofLearner} AND l.day >= +? ORDER BY l.id`),
    hasMore: db.prepare<[number, number], number>('SELECT 1 FROM accounts a JOIN study_log l ON l.account_id = a.id WHERE a.learner_id = +? AND l.id > +? LIMIT 1').pluck(),
  }
}
