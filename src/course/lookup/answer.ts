// The answer to a look-up, as plain data for screens and for JSON.
import type { Citation, Responsibility, Role, Tip } from '../course.ts'
import type { Side } from './sides.ts'

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
  | {
      readonly kind: 'row'
      readonly query: string
      readonly rows: readonly RowAnswer[]
      /** Whose half was asked for; undefined if the owner was. */
      readonly side: Side | undefined
      /** Of the term that was named, where its meaning was asked for as well, or nothing but the term was said. */
      readonly meaning?: { readonly term: string; readonly text: string }
    }
  | {
      readonly kind: 'term'
      readonly query: string
      /** What was found, so that a screen can lead to it. */
      readonly of: { readonly kind: 'term'; readonly id: string } | { readonly kind: 'tip'; readonly tip: Tip['kind'] }
      readonly title: string
      readonly text: string
      readonly note: string | undefined
      readonly sources: readonly Citation[]
      /** Who is responsible for what the term means: one row, or none. */
      readonly split: readonly RowAnswer[]
    }
  /** A place in the documents. If it only comes closest, `note` says so. */
  | {
      readonly kind: 'section'
      readonly query: string
      readonly title: string
      readonly text: string
      readonly note: string | undefined
      readonly sources: readonly Citation[]
      /** Its id, if it is no more than a fact that stands there. */
      readonly fact?: string
    }
  /**
   * The documents do not cover it. `nearest` are titles that can be looked up. `lacks`: they cover the thing, and not what is asked about
   * it; `offered` says who is responsible for the thing.
   */
  | { readonly kind: 'none'; readonly query: string; readonly nearest: readonly string[]; readonly lacks?: Lacking; readonly offered?: readonly RowAnswer[] }

export type Lacking = 'value' | 'reason' | 'code' | 'history' | 'steps' | 'answer'

export const lackingText: Readonly<Record<Lacking, string>> = {
  value: 'The documents don’t give that value.',
  reason: "The documents don’t say why.",
  code: 'The documents have no code or commands for this.',
  history: "The documents don’t say.",
  steps: "The documents don’t list steps for this.",
  answer: "The documents don’t say.",
}

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
      return rowsToJson(answer.query, answer.rows, answer.side)
    case 'term': {
      const { query, title, text, note, sources, split } = answer
      return { query, found: true, owner: ownerOf(split), title, text, note: note ?? null, sources: sources.map(place) }
    }
    case 'section': {
      const { query, title, text, note, sources } = answer
      return { query, found: true, owner: null, title, text, note: note ?? null, sources: sources.map(place) }
    }
    case 'none':
      return { query: answer.query, found: false, owner: null, title: null, text: noneText(answer), note: null, sources: [] }
  }
}

function noneText({ nearest, lacks, offered = [] }: Extract<Answer, { readonly kind: 'none' }>): string {
  if (lacks !== undefined) return `${lackingText[lacks]} Who is responsible: ${offered.map(({ title, ownerName }) => `${title} (${ownerName})`).join('; ')}.`
  const near = nearest.length > 0 ? ` Closest topics: ${nearest.join('; ')}.` : ''
  return `The course documents don’t cover this.${near}`
}

/** The party that all rows name; null if they name different ones. */
export function ownerOf(rows: readonly RowAnswer[]): RowAnswer['owner'] | null {
  const owners = new Set(rows.map(({ owner }) => owner))
  return owners.size === 1 ? (rows[0]?.owner ?? null) : null
}

function rowsToJson(query: string, rows: readonly RowAnswer[], side: Side | undefined): AnswerJson {
  const several = rows.length > 1
  const text = rows.map((row) => [several ? `${row.title} (${row.ownerName}):` : '', ...halvesOf(row, side)].filter(Boolean).join(' '))
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

/** Both, or the half of the side that was asked for. */
export function halvesOf({ provider, customer }: RowAnswer, side: Side | undefined): readonly (string | undefined)[] {
  const half = side === 'provider' ? provider : customer
  return side === undefined || half === undefined ? [provider, customer] : [half]
}

function place({ document, section }: Citation): { document: string; section: string } {
  return { document, section }
}
