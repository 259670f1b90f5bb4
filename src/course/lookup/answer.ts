// What a look-up answers: plain data, for every place that shows it.
import type { Citation, Responsibility, Role } from '../course.ts'

export type RowAnswer = {
  readonly id: string
  readonly title: string
  /** The id, the name and the role of the party that is responsible. */
  readonly owner: string
  readonly ownerName: string
  readonly role: Role
  readonly provider: string | undefined
  readonly customer: string | undefined
  readonly note: string | undefined
  readonly sources: readonly Citation[]
}

export type Answer =
  /** Several rows: services side by side, or a question that has more than one answer. */
  | { readonly kind: 'row'; readonly query: string; readonly rows: readonly RowAnswer[] }
  | {
      readonly kind: 'term'
      readonly query: string
      readonly title: string
      readonly text: string
      readonly note: string | undefined
      readonly sources: readonly Citation[]
    }
  /** A place in the documents that speaks of it. Nobody is named as responsible: `note` says so. */
  | {
      readonly kind: 'section'
      readonly query: string
      readonly title: string
      readonly text: string
      readonly note: string
      readonly sources: readonly Citation[]
    }
  /** The documents do not hold it. `nearest` are titles that can be asked for. */
  | { readonly kind: 'none'; readonly query: string; readonly nearest: readonly string[] }

export type AnswerJson = {
  readonly query: string
  readonly found: boolean
  /** The id of a party; null where nobody is named or where several rows name different ones. */
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
      const near = answer.nearest.length > 0 ? ` Nearest: ${answer.nearest.join('; ')}.` : ''
      return { query: answer.query, found: false, owner: null, title: null, text: `The documents do not cover this.${near}`, note: null, sources: [] }
    }
  }
}

/** The one party that all rows name. */
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
