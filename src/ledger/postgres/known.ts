// What a transaction has read and what still holds. Nobody else writes while it lasts (job-queue.ts), or it sees one moment alone, so a
// question that was answered needs no second answer until the transaction itself writes to one of the tables that the question names.
import type { Answer, Question } from './question.ts'

export type Known = {
  answer(question: Question): Answer | undefined
  /** To be called in the order in which the questions are sent. */
  sent(question: Question): void
  /** Before anything else is sent. */
  answered(question: Question, answer: Answer): void
}

/** What triggers write to when somebody writes to a table. */
export const triggered: Readonly<Record<string, readonly string[]>> = { scores: ['levels'] }

/** `words`: the names of its tables are among them. `written`: undefined if it may be any table. */
type Kind = { readonly isRead: boolean; readonly words: ReadonlySet<string>; readonly written: readonly string[] | undefined }

export function openKnown(): Known {
  const kept = new Map<string, Map<string, Answer>>()
  return {
    answer: ({ text, values }) => kept.get(text)?.get(keyOf(values)),
    sent({ text }) {
      const { isRead, written } = kindOf(text)
      if (isRead) return
      for (const read of kept.keys()) if (written === undefined || written.some((table) => kindOf(read).words.has(table))) kept.delete(read)
    },
    answered({ text, values }, answer) {
      if (!kindOf(text).isRead) return
      const answers = kept.get(text) ?? new Map<string, Answer>()
      kept.set(text, answers.set(keyOf(values), answer))
    },
  }
}

const keyOf = (values: readonly unknown[]): string => JSON.stringify(values)

/** Whether it only reads. */
export const isRead = (text: string): boolean => kindOf(text).isRead

const kinds = new Map<string, Kind>()

function kindOf(text: string): Kind {
  const known = kinds.get(text)
  if (known !== undefined) return known
  const kind = findKind(text)
  kinds.set(text, kind)
  return kind
}

function findKind(text: string): Kind {
  const words = new Set(text.match(/\w+/gu))
  const targets = [...text.matchAll(/\b(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(?<table>\w+)/gu)].flatMap(({ groups }) => groups?.['table'] ?? [])
  const isRead = /^\s*(?:SELECT|WITH)\b/u.test(text) && targets.length === 0
  const written = targets.length === 0 ? undefined : targets.flatMap((table) => [table, ...(triggered[table] ?? [])])
  return { isRead, words, written }
}
