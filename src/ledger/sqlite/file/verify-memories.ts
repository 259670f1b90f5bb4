// Checks what learners remember: every memory must be what the log makes of it.
import type { Database } from 'better-sqlite3'
import { replay, type Memory } from '../../../core/memory.ts'
import type { Grade } from '../../../core/study-item.ts'

type LogRow = { readonly learner_id: number; readonly item_id: number; readonly item: string; readonly day: string; readonly at: number; readonly grade: Grade }
type MemoryRow = Memory & { readonly learner_id: number; readonly item_id: number; readonly item: string }

/** Makes every memory again from the log, up to the entry that its learner's memories contain. */
export function memoryProblems(db: Database): string[] {
  const kept = new Map(db.prepare<[], MemoryRow>('SELECT m.*, i.name AS item FROM memories m JOIN items i ON i.id = m.item_id').all().map((row) => [`${row.learner_id} ${row.item_id}`, row]))
  const problems: string[] = []
  const check = (log: readonly LogRow[]) => {
    const [first] = log
    if (first === undefined) return
    const key = `${first.learner_id} ${first.item_id}`
    const found = kept.get(key)
    kept.delete(key)
    if (found === undefined || !isSameMemory(replay(first.item, log), found)) problems.push(`Learner ${first.learner_id} remembers ${first.item} otherwise than the log says.`)
  }
  const rows = db.prepare<[], LogRow>(
    `SELECT a.learner_id, l.item_id, i.name AS item, l.day, l.at, l.grade FROM study_log l JOIN accounts a ON a.id = l.account_id
     JOIN learners n ON n.id = a.learner_id JOIN items i ON i.id = l.item_id
     WHERE l.id <= n.remembered AND l.counts = 1 AND NOT EXISTS (
       SELECT 1 FROM study_log o WHERE o.account_id = l.account_id AND o.id > l.id AND o.id <= n.remembered AND o.amends = 1
         AND (o.round_id = l.round_id OR o.replaces = coalesce(l.replaces, l.id)))
     ORDER BY a.learner_id, l.item_id, l.id`,
  )
  let group: LogRow[] = []
  for (const row of rows.iterate()) {
    if (group[0] !== undefined && (group[0].learner_id !== row.learner_id || group[0].item_id !== row.item_id)) {
      check(group)
      group = []
    }
    group.push(row)
  }
  check(group)
  return [...problems, ...[...kept.values()].map(({ learner_id, item }) => `Learner ${learner_id} remembers ${item}, which the log does not know.`)]
}

const isSameMemory = (one: Memory | null, other: Memory): boolean =>
  one !== null && (['stability', 'difficulty', 'reps', 'lapses', 'last', 'due'] as const).every((field) => one[field] === other[field])
