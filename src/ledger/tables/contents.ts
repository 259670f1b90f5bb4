// The table of contents: the words of questions as they were asked. Hundreds of channels are asked the same question, so each wording is
// kept once, and in memory as one object that all of its rounds share: no press parses it again.
import { createHash } from 'node:crypto'
import type { QuestionWords } from '../../core/question.ts'
import type { Caches } from './caches.ts'
import type { Statements } from './statements.ts'

export type ContentsTable = {
  /** @param id null: of a round that kept none */
  find(id: number | null): QuestionWords | null
  findOrAdd(words: QuestionWords): number
  /** These words take the place of others wherever those are kept. */
  replace(id: number, by: QuestionWords): void
}

/** What a content is found by, and checked by in `verify`. */
export const contentHash = (body: string): string => createHash('sha256').update(body).digest('hex')

/** About 3 kB each; more than the questions of most courses. */
const mostKept = 1_000

/** Where contents are kept. */
const columns = [['rounds', 'content_id'], ['corrections', 'content_id'], ['corrections', 'content_before'], ['course_corrections', 'content_id'], ['course_corrections', 'content_asked']]

export function openContentsTable(db: Statements, caches: Caches): ContentsTable {
  const select = db.prepare<[number], string>('SELECT body FROM contents WHERE id = ?').pluck()
  const idOf = db.prepare<[string], number>('SELECT id FROM contents WHERE hash = ?').pluck()
  const add = db.prepare<[string, string], number>('INSERT INTO contents (hash, body) VALUES (?, ?) RETURNING id').pluck()
  const remove = db.prepare<[number]>('DELETE FROM contents WHERE id = ?')
  const move = columns.map(([table, column]) => db.prepare<[number, number]>(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`))
  const cached = caches.open<number, QuestionWords>(mostKept)

  function findOrAdd(words: QuestionWords): number {
    const body = JSON.stringify(words)
    const hash = contentHash(body)
    return idOf.get(hash) ?? Number(add.get(hash, body))
  }

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
    findOrAdd,
    replace(id, by) {
      const after = findOrAdd(by)
      if (after === id) return
      for (const each of move) each.run(after, id)
      cached.delete(id)
      remove.run(id)
    },
  }
}
