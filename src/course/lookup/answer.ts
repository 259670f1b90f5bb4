// The answer to a look-up, as plain data for screens and for JSON.
import type { Citation, Responsibility, Role, Tip } from '../course.ts'

export type RowAnswer = {
  readonly id: string
  readonly title: string
  /** The id of the responsible party. */
  readonly owner: string
  readonly ownerName: string
  readonly role: Role
  readonly provider: string | undefined
  readonly customer: string | undefined
  readonly note: string | undefined
  readonly sources: readonly Citation[]
}

export type Answer =
  /** Several rows for services side by side, or for a question with more than one answer. */
  | { readonly kind: 'row'; readonly query: string; readonly rows: readonly RowAnswer[] }
  | {
      readonly kind: 'term'
      readonly query: string
      /** What was found, so that a screen can lead to it. */
      readonly of: { readonly kind: 'term'; readonly id: string } | { readonly kind: 'tip'; readonly tip: Tip['kind'] }
      readonly title: string
      readonly text: string
      readonly note: string | undefined
      readonly sources: readonly Citation[]
    }
  /** A place in the documents that mentions it. Names nobody as responsible, as `note` says. */
  | {
      readonly kind: 'section'
      readonly query: string
      readonly title: string
      readonly text: string
      readonly note: string
      readonly sources: readonly Citation[]
    }
  /** The documents do not cover it. `nearest` are titles that can be looked up. */
  | { readonly kind: 'none'; readonly query: string; readonly nearest: readonly string[] }

/** What `study lookup --json` prints: programs rely on it. */
export type AnswerJson = {
  readonly query: string
  readonly found: boolean
  /** The id of a party; null if none is named, or if rows name different ones. */
  readonly owner: string | null
  readonly title: string | null
  readonly text: string
  readonly note: string | null
  readonly sources: readonly { readonly document: string; readonly section: string }[]
}

export function toRowAnswer(row: Responsibility, party: { readonly name: string; readonly role: Role }): RowAnswer {
  const { id, title, owner, provider, customer, note, sources } = row
  return { id, title, owner, ownerName: party.name, role: party.role, provider, customer, note, sources }
}

export function answerToJson(answer: Answer): AnswerJson {
  switch (answer.kind) {
    case 'row':
      return rowsToJson(answer.query, answer.rows)
    case 'term':
    case 'section': {
      const { query, title, text, note, sources } = answer
      return { query, found: true, owner: null, title, text, note: note ?? null, sources: sources.map(place) }
    }
    case 'none': {
      const near = answer.nearest.length > 0 ? ` Closest topics: ${answer.nearest.join('; ')}.` : ''
      return { query: answer.query, found: false, owner: null, title: null, text: `The course documents don’t cover this.${near}`, note: null, sources: [] }
    }
  }
}

/** The party that all rows name; null if they name different ones. */
export function ownerOf(rows: readonly RowAnswer[]): RowAnswer['owner'] | null {
  const owners = new Set(rows.map(({ owner }) => owner))
  return owners.size === 1 ? (rows[0]?.owner ?? null) : null
}

function rowsToJson(query: string, rows: readonly RowAnswer[]): AnswerJson {
  const several = rows.length > 1
  const text = rows.map((row) => [several ? `${row.title} (${row.ownerName}):` : '', row.provider, row.customer].filter(Boolean).join(' '))
  const notes = rows.flatMap(({ title, note }) => (note === undefined ? [] : [several ? `${title}: ${note}` : note]))
  const sources = new Map(rows.flatMap((row) => row.sources).map((citation) => [`${citation.document} / ${citation.section}`, place(citation)]))
  return {
    query,
    found: true,
    owner: ownerOf(rows),
    title: rows.map(({ title }) => title).join(' · '),
    text: text.join('\n'),
    note: notes.length > 0 ? notes.join('\n') : null,
    sources: [...sources.values()],
  }
}

function place({ document, section }: Citation): { document: string; section: string } {
  return { document, section }
}
