// The table of contents: the words of questions as they were asked. Hundreds of channels are asked the same question, so each wording is
// kept once, and in memory as one object that all of its rounds share: no press parses it again.
import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { QuestionWords } from '../../../core/question.ts'
import type { Caches } from '../file/cache.ts'

export type ContentsTable = {
  /** @param id null: of a round that kept none */
  find(id: number | null): QuestionWords | null
  findOrAdd(words: QuestionWords): number
  /** Words that no round shows any more. */
  remove(id: number): void
}

/** What a content is found by, and checked by in `verify`. */
export const contentHash = (body: string): string => createHash('sha256').update(body).digest('hex')

/** About 3 kB each; more than the questions of most courses. */
const mostKept = 1_000

export function openContentsTable(db: Database, caches: Caches): ContentsTable {
  const select = db.prepare<[number], string>('SELECT body FROM contents WHERE id = ?').pluck()
  const idOf = db.prepare<[string], number>('SELECT id FROM contents WHERE hash = ?').pluck()
  const add = db.prepare<[string, string]>('INSERT INTO contents (hash, body) VALUES (?, ?)')
  const remove = db.prepare<[number]>('DELETE FROM contents WHERE id = ?')
  const cached = caches.open<number, QuestionWords>(mostKept)

  return {
    find(id) {
      if (id === null) return null
      const known = cached.get(id)
      if (known !== undefined) return known
      const body = select.get(id)
      if (body === undefined) return null
      const words = JSON.parse(body) as QuestionWords
      cached.set(id, words)
      return words
    },
    remove(id) {
      cached.delete(id)
      remove.run(id)
    },
    findOrAdd(words) {
      const body = JSON.stringify(words)
      const hash = contentHash(body)
      return idOf.get(hash) ?? Number(add.run(hash, body).lastInsertRowid)
    },
  }
}
