// The tables of the codes with which channels join others, and of what people typed that was none.
import { mostTries } from '../../core/code.ts'
import type { PersonId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import { hashOf } from './code-hash.ts'
import type { Statements } from './statements.ts'

export type NewCode = { readonly placeId: number; readonly code: string; readonly by: PersonId; readonly endsAt: Instant }

export type ShareCodesTable = {
  /** In place of the channel's last one. */
  save(code: NewCode): void
  find(code: string): { readonly placeId: number; readonly endsAt: Instant; readonly used: boolean } | undefined
  use(code: string, at: Instant): void
  /** When the person last typed something that doesn't work, the latest first. */
  failures(person: PersonId): readonly Instant[]
  /** Earlier ones than before `since` are forgotten, whoever's they are. */
  addFailure(person: PersonId, at: Instant, since: Instant): void
}

export function openShareCodesTable(db: Statements): ShareCodesTable {
  const drop = db.prepare<[number, string]>('DELETE FROM share_codes WHERE place_id = ? OR hash = ?')
  const save = db.prepare<[number, string, string, number]>('INSERT INTO share_codes (place_id, hash, by_person, ends_at) VALUES (?, ?, ?, ?)')
  const find = db.prepare<[string], { readonly placeId: number; readonly endsAt: number; readonly used: number }>(
    'SELECT place_id AS placeId, ends_at AS endsAt, used_at IS NOT NULL AS used FROM share_codes WHERE hash = ?',
  )
  const use = db.prepare<[number, string]>('UPDATE share_codes SET used_at = ? WHERE hash = ?')
  const failures = db.prepare<[string, number], number>('SELECT at FROM share_tries WHERE person = ? ORDER BY at DESC LIMIT ?').pluck()
  const addFailure = db.prepare<[string, number]>('INSERT INTO share_tries (person, at) VALUES (?, ?)')
  const forget = db.prepare<[number]>('DELETE FROM share_tries WHERE at < ?')
  return {
    save({ placeId, code, by, endsAt }) {
      drop.run(placeId, hashOf(code))
      save.run(placeId, hashOf(code), by, endsAt)
    },
    find(code) {
      const row = find.get(hashOf(code))
      return row === undefined ? undefined : { ...row, used: row.used === 1 }
    },
    use: (code, at) => void use.run(at, hashOf(code)),
    failures: (person) => failures.all(person, mostTries),
    addFailure(person, at, since) {
      forget.run(since)
      addFailure.run(person, at)
    },
  }
}
