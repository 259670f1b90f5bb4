// The tables of accounts and learners. Every account has a learner; every person in a group has an account.
import type { AccountId } from '../../core/quiz.ts'
import type { Caches } from './caches.ts'
import type { Statements } from './statements.ts'

export type StoredAccount = { readonly id: number; readonly learnerId: number }

export type AccountsTable = {
  find(name: AccountId): StoredAccount | undefined
  /** A new account has a learner of its own. */
  findOrAdd(name: AccountId): StoredAccount
  byId(id: number): StoredAccount & { readonly name: AccountId }
  /** An account that nobody has under that name yet. */
  rename(id: number, name: AccountId): void
  /** The same user was known by two accounts: all that is one's becomes the other's, and the first is gone. */
  merge(from: StoredAccount, into: StoredAccount): void
  /** All accounts of one learner belong to another from here on; the first learner is gone. Memories are to be made again. */
  unite(from: number, into: number): void
  /** These accounts get a learner of their own. @returns the learner */
  setApart(ids: readonly number[]): number
  ofLearner(learnerId: number): readonly number[]
}

type Row = { readonly id: number; readonly name: string; readonly learner_id: number }

export function openAccountsTable(db: Statements, caches: Caches): AccountsTable {
  const sql = prepare(db)
  const cached = caches.open<AccountId, StoredAccount>(50_000)

  function find(name: AccountId): StoredAccount | undefined {
    const known = cached.get(name)
    if (known !== undefined) return known
    const row = sql.byName.get(name)
    if (row === undefined) return undefined
    const account = { id: row.id, learnerId: row.learner_id }
    cached.set(name, account)
    return account
  }

  function add(name: AccountId): StoredAccount {
    const learnerId = Number(sql.addLearner.get())
    return { id: Number(sql.add.get(name, learnerId)), learnerId }
  }

  function byId(id: number): StoredAccount & { readonly name: AccountId } {
    const row = sql.byId.get(id)
    if (row === undefined) throw new Error(`There is no account ${id}. Check the database with \`npm run -s study -- verify\`.`)
    return { id: row.id, learnerId: row.learner_id, name: row.name }
  }

  function unite(from: number, into: number): void {
    sql.unite.run(into, from)
    sql.forgetMemories.run(from)
    sql.forgetMemories.run(into)
    sql.startAgain.run(into)
    sql.removeLearner.run(from)
    cached.clear()
  }

  return {
    find,
    findOrAdd: (name) => find(name) ?? add(name),
    byId,
    rename(id, name) {
      cached.delete(byId(id).name)
      sql.rename.run(name, id)
    },
    merge(from, into) {
      cached.delete(byId(from.id).name)
      // A session that runs on both sides: the one that is kept is the account's own.
      sql.endSessions.run(from.id, into.id)
      for (const each of sql.move) each.run({ into: into.id, from: from.id })
      for (const each of sql.left) each.run(from.id)
      sql.linkWithItself.run()
      if (from.learnerId !== into.learnerId) unite(from.learnerId, into.learnerId)
      sql.remove.run(from.id)
    },
    unite,
    setApart(ids) {
      const learnerId = Number(sql.addLearner.get())
      for (const id of ids) sql.give.run(learnerId, id)
      cached.clear()
      return learnerId
    },
    ofLearner: (learnerId) => sql.ofLearner.all(learnerId),
  }
}

type Move = { readonly into: number; readonly from: number }

/** What an account takes over, in which column it is named, and of what it keeps its own row if it has one like it. */
const moved: readonly (readonly [table: string, column: string, had?: string])[] = [
  ['people', 'account_id'], ['study_log', 'account_id'], ['sessions', 'account_id'], ['links', 'account_id'], ['links', 'taker_id'], ['link_tries', 'account_id'],
  ['reminders', 'account_id', ''],
  ['paused_items', 'account_id', ' AND o.item_id = paused_items.item_id'],
  ['ticks', 'account_id', ' AND o.item = ticks.item'],
  ['reports', 'account_id', ' AND o.question = reports.question AND o.kind = reports.kind AND o.settled_at IS NULL AND reports.settled_at IS NULL'],
]

function prepare(db: Statements) {
  return {
    byName: db.prepare<[string], Row>('SELECT * FROM accounts WHERE name = ?'),
    byId: db.prepare<[number], Row>('SELECT * FROM accounts WHERE id = ?'),
    addLearner: db.prepare<[], number>('INSERT INTO learners DEFAULT VALUES RETURNING id').pluck(),
    add: db.prepare<[string, number], number>('INSERT INTO accounts (name, learner_id) VALUES (?, ?) RETURNING id').pluck(),
    rename: db.prepare<[string, number]>('UPDATE accounts SET name = ? WHERE id = ?'),
    move: moved.map(([table, column, had]) => db.prepare<[Move]>(`UPDATE ${table} SET ${column} = @into WHERE ${column} = @from${had === undefined ? '' : ` AND NOT EXISTS (SELECT 1 FROM ${table} o WHERE o.${column} = @into${had})`}`)),
    left: ['reminders', 'paused_items', 'ticks', 'link_codes', 'reports'].map((table) => db.prepare<[number]>(`DELETE FROM ${table} WHERE account_id = ?`)),
    linkWithItself: db.prepare('DELETE FROM links WHERE account_id = taker_id'),
    unite: db.prepare<[number, number]>('UPDATE accounts SET learner_id = ? WHERE learner_id = ?'),
    give: db.prepare<[number, number]>('UPDATE accounts SET learner_id = ? WHERE id = ?'),
    ofLearner: db.prepare<[number], number>('SELECT id FROM accounts WHERE learner_id = ? ORDER BY id').pluck(),
    endSessions: db.prepare<[number, number]>(
      `UPDATE sessions SET ended_at = started_at, abandoned = 1
       WHERE account_id = ? AND ended_at IS NULL AND (kind, course) IN (SELECT kind, course FROM sessions WHERE account_id = ? AND ended_at IS NULL)`,
    ),
    forgetMemories: db.prepare<[number]>('DELETE FROM memories WHERE learner_id = ?'),
    startAgain: db.prepare<[number]>('UPDATE learners SET remembered = 0 WHERE id = ?'),
    remove: db.prepare<[number]>('DELETE FROM accounts WHERE id = ?'),
    removeLearner: db.prepare<[number]>('DELETE FROM learners WHERE id = ?'),
  }
}
