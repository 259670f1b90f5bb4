// The table of memories, and of what learners set aside.
import type { Memory } from '../../core/memory.ts'
import type { ItemId } from '../../core/study-item.ts'
import type { Instant } from '../../core/time.ts'
import type { Statements } from './statements.ts'

export type MemoriesTable = {
  /** The number of the last entry of the log that the learner's memories contain. */
  remembered(learnerId: number): number
  saveRemembered(learnerId: number, entry: number): void
  find(learnerId: number, itemId: number): Memory | undefined
  save(learnerId: number, itemId: number, memory: Memory): void
  remove(learnerId: number, itemId: number): void
  all(learnerId: number): ReadonlyMap<ItemId, Memory>
  /** They are made again from the whole log when somebody asks. */
  forget(learnerId: number): void
  /** By any of the learner's accounts. */
  paused(learnerId: number): ReadonlySet<ItemId>
  pause(accountId: number, itemId: number, at: Instant): void
  /** For all of the learner's accounts. */
  resume(learnerId: number, itemId: number): void
}

export function openMemoriesTable(db: Statements): MemoriesTable {
  const columns = 'm.stability, m.difficulty, m.reps, m.lapses, m.last, m.due'
  const remembered = db.prepare<[number], number>('SELECT remembered FROM learners WHERE id = ?').pluck()
  const saveRemembered = db.prepare<[number, number]>('UPDATE learners SET remembered = ? WHERE id = ?')
  const find = db.prepare<[number, number], Memory>(`SELECT ${columns} FROM memories m WHERE m.learner_id = ? AND m.item_id = ?`)
  const save = db.prepare<[number, number, number, number, number, number, string, string]>(
    `INSERT INTO memories VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (learner_id, item_id) DO UPDATE SET (stability, difficulty, reps, lapses, last, due) =
     (excluded.stability, excluded.difficulty, excluded.reps, excluded.lapses, excluded.last, excluded.due)`,
  )
  const remove = db.prepare<[number, number]>('DELETE FROM memories WHERE learner_id = ? AND item_id = ?')
  const all = db.prepare<[number], Memory & { item: string }>(
    `SELECT i.name AS item, ${columns} FROM memories m JOIN items i ON i.id = m.item_id WHERE m.learner_id = +? ORDER BY m.item_id`,
  )
  const forget = db.prepare<[number]>('DELETE FROM memories WHERE learner_id = ?')
  const paused = db.prepare<[number], string>('SELECT i.name FROM accounts a JOIN paused_items p ON p.account_id = a.id JOIN items i ON i.id = p.item_id WHERE a.learner_id = +?').pluck()
  const pause = db.prepare<[number, number, number]>('INSERT INTO paused_items VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  const resume = db.prepare<[number, number]>('DELETE FROM paused_items WHERE account_id IN (SELECT id FROM accounts WHERE learner_id = ?) AND item_id = ?')

  return {
    remembered: (learnerId) => remembered.get(learnerId) ?? 0,
    saveRemembered: (learnerId, entry) => void saveRemembered.run(entry, learnerId),
    find: (learnerId, itemId) => find.get(learnerId, itemId),
    save: (learnerId, itemId, { stability, difficulty, reps, lapses, last, due }) =>
      void save.run(learnerId, itemId, stability, difficulty, reps, lapses, last, due),
    remove: (learnerId, itemId) => void remove.run(learnerId, itemId),
    all: (learnerId) => new Map(all.all(learnerId).map(({ item, ...memory }) => [item, memory])),
    forget(learnerId) {
      forget.run(learnerId)
      saveRemembered.run(0, learnerId)
    },
    paused: (learnerId) => new Set(paused.all(learnerId)),
    pause: (accountId, itemId, at) => void pause.run(accountId, itemId, at),
    resume: (learnerId, itemId) => void resume.run(learnerId, itemId),
  }
}
