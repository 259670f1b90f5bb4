// The tables of accounts and learners. Every account has a learner; every person in a group has an account.
import type { Database } from 'better-sqlite3'
import type { AccountId } from '../../../core/quiz.ts'
import type { Caches } from '../file/cache.ts'

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
}

type Row = { readonly id: number; readonly name: string; readonly learner_id: number }

export function openAccountsTable(db: Database, caches: Caches): AccountsTable {
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
    const learnerId = Number(sql.addLearner.run().lastInsertRowid)
    return { id: Number(sql.add.run(name, learnerId).lastInsertRowid), learnerId }
  }

  function byId(id: number): StoredAccount & { readonly name: AccountId } {
    const row = sql.byId.get(id)
    if (row === undefined) throw new Error(`There is no account ${id}. Check the database with \`npm run study -- verify\`.`)
    return { id: row.id, learnerId: row.learner_id, name: row.name }
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
      for (const each of sql.move) each.run(into.id, from.id)
      // A session that runs on both sides: the one that is kept is the account's own.
      sql.endSessions.run(from.learnerId, into.learnerId)
      sql.moveSessions.run(into.learnerId, from.learnerId)
      sql.moveReminder.run(into.id, from.id)
      sql.forgetReminder.run(from.id)
      for (const each of sql.moveOwn) each.run(into.learnerId, from.learnerId)
      for (const each of sql.forget) each.run(from.learnerId)
      // Its memories are made again from both logs.
      sql.forgetMemories.run(into.learnerId)
      sql.startAgain.run(into.learnerId)
      sql.remove.run(from.id)
      sql.removeLearner.run(from.learnerId)
    },
  }
}

function prepare(db: Database) {
  return {
    byName: db.prepare<[string], Row>('SELECT * FROM accounts WHERE name = ?'),
    byId: db.prepare<[number], Row>('SELECT * FROM accounts WHERE id = ?'),
    addLearner: db.prepare('INSERT INTO learners DEFAULT VALUES'),
    add: db.prepare<[string, number]>('INSERT INTO accounts (name, learner_id) VALUES (?, ?)'),
    rename: db.prepare<[string, number]>('UPDATE accounts SET name = ? WHERE id = ?'),
    move: ['people', 'study_log', 'sessions'].map((table) => db.prepare<[number, number]>(`UPDATE ${table} SET account_id = ? WHERE account_id = ?`)),
    endSessions: db.prepare<[number, number]>(
      `UPDATE sessions SET ended_at = started_at, abandoned = 1
       WHERE learner_id = ? AND ended_at IS NULL AND kind IN (SELECT kind FROM sessions WHERE learner_id = ? AND ended_at IS NULL)`,
    ),
    moveSessions: db.prepare<[number, number]>('UPDATE sessions SET learner_id = ? WHERE learner_id = ?'),
    moveReminder: db.prepare<[number, number]>('UPDATE OR IGNORE reminders SET account_id = ? WHERE account_id = ?'),
    forgetReminder: db.prepare<[number]>('DELETE FROM reminders WHERE account_id = ?'),
    moveOwn: ['paused_items', 'ticks'].map((table) => db.prepare<[number, number]>(`UPDATE OR IGNORE ${table} SET learner_id = ? WHERE learner_id = ?`)),
    forget: ['memories', 'paused_items', 'ticks'].map((table) => db.prepare<[number]>(`DELETE FROM ${table} WHERE learner_id = ?`)),
    forgetMemories: db.prepare<[number]>('DELETE FROM memories WHERE learner_id = ?'),
    startAgain: db.prepare<[number]>('UPDATE learners SET remembered = 0 WHERE id = ?'),
    remove: db.prepare<[number]>('DELETE FROM accounts WHERE id = ?'),
    removeLearner: db.prepare<[number]>('DELETE FROM learners WHERE id = ?'),
  }
}
