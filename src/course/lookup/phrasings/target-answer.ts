// The answer that sentences in people's own words lead to, as look-ups give it.
import type { Phrasing } from '../../course.ts'
import type { Answer } from '../answer.ts'
import { offer } from '../by-form.ts'
import { questionBehind, splitClauses } from '../clauses.ts'
import { formOf } from '../form.ts'
import type { Prepared } from '../prepared.ts'
import { factAnswerOf, foundAnswer, rowsAnswer, termAnswer } from '../to-answer.ts'
import type { Side } from '../sides.ts'
import { joinParticles, readWords } from '../words.ts'

/** @returns undefined if the course doesn't have it */
export function targetAnswer(prepared: Prepared, query: string, read: string, answer: Phrasing['answer'], found: Answer): Answer | undefined {
  const { course, sections } = prepared
  const { byId } = course
  if (answer === 'none') return noneInstead(prepared, query, read, found)
  if ('rows' in answer) {
    const rows = answer.rows.flatMap((id) => byId.responsibilities.get(id) ?? [])
    return rows.length === 0 ? undefined : rowsAnswer(course, query, rows, sideOf(prepared, read))
  }
  if ('section' in answer) {
    const section = byId.sections.get(answer.section.key)
    return section === undefined ? undefined : foundAnswer(course, query, sections.whole({ section, snippet: section.text }, readWords(read)), { whole: true })
  }
  if ('term' in answer) {
    const term = byId.glossary.get(answer.term)
    return term === undefined ? undefined : termAnswer(course, query, term, [])
  }
  const fact = byId.facts.get(answer.fact)
  return fact === undefined ? undefined : factAnswerOf(course, query, fact)
}

/** Whose half is asked for. */
function sideOf({ sideOf }: Prepared, read: string): Side | undefined {
  const form = formOf(joinParticles(readWords(questionBehind(splitClauses(read).asking))), sideOf, new Set())
  return form.kind === 'side' ? form.side : undefined
}

/** What was found said nothing about the question, but says who is responsible for what it names. */
function noneInstead(prepared: Prepared, query: string, read: string, found: Answer): Answer {
  if (found.kind === 'none') return found
  const { asking } = splitClauses(read)
  return offer(prepared, { query, text: asking, reading: prepared.read(asking) }, 'answer') ?? { kind: 'none', query, nearest: [] }
}
