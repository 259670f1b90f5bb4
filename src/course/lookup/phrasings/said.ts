// What the course itself says under a possible answer: its title, its text, and the services that it is about.
import type { Course, Phrasing } from '../../course.ts'
import { readWords } from '../words.ts'
import type { Target } from './open-index.ts'
import type { Tokenizer, Tokens } from './tokens.ts'

export type Said = { readonly title: Tokens; readonly text: Tokens; readonly services: ReadonlySet<string> }

/** In characters: the start of a long section says what it is about. */
const longest = 2000

export function buildSaid(course: Course, tokenize: Tokenizer): (target: Target) => Said {
  const known = new Map<string, Said>()
  const read = (text: string): Tokens => tokenize(readWords(text.slice(0, longest)))
  return ({ key, answer }) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const { title, text, services } = textOf(course, answer)
    const said = { title: read(title), text: read(text), services: new Set(services.map((id) => `#${id}`)) }
    known.set(key, said)
    return said
  }
}

function textOf({ byId }: Course, answer: Phrasing['answer']): { readonly title: string; readonly text: string; readonly services: readonly string[] } {
  if (answer === 'none') return { title: '', text: '', services: [] }
  if ('rows' in answer) {
    const rows = answer.rows.flatMap((id) => byId.responsibilities.get(id) ?? [])
    const texts = rows.map(({ provider, customer, note }) => [provider, customer, note].join(' '))
    return { title: rows.map(({ title }) => title).join(' '), text: texts.join(' '), services: rows.flatMap(({ service }) => service) }
  }
  if ('section' in answer) {
    const section = byId.sections.get(answer.section.key)
    return { title: section?.path.join(' ') ?? '', text: section?.text ?? '', services: [] }
  }
  if ('term' in answer) {
    const term = byId.glossary.get(answer.term)
    return { title: [term?.term, ...(term?.aliases ?? [])].join(' '), text: term?.definition ?? '', services: [] }
  }
  const fact = byId.facts.get(answer.fact)
  return { title: [fact?.subject, fact?.aspect].join(' '), text: fact?.fact ?? '', services: [] }
}
