// Explanations may only name services of their question; any other slipped in from elsewhere.
import type { Concept, Course, Question, Section } from '../course.ts'
import type { Check, Problem } from '../problem.ts'
import { optionIds } from '../read/schema.ts'

export const checkServices: Check = (course, where) => {
  const services = course.concepts.filter(({ kind }) => kind === 'service').map(toNamePatterns)
  const readable = course.questions.filter(({ sources }) => sources.every(({ key }) => course.byId.sections.has(key)))
  return readable.flatMap((question) => {
    const { topic, stem, options } = question
    const asked = [course.byId.topics.get(topic)?.title ?? '', stem, ...options.map(({ text }) => text)].join('\n')
    const known = [asked, ...citedSectionTexts(course, question)].join('\n')
    return explanations(question).flatMap(([field, text]) =>
      services.filter(({ said, meant }) => said.test(text) && !meant.test(known)).map(({ name }): Problem => ({
        level: 'error',
        check: 'service-uncited',
        ...where(question, ...field),
        question: question.id,
        message: `${question.id}: ${field.join('.')} names ${name}, which is not in the question or in a section it cites`,
        remedy: 'Remove it, or cite a section about it',
      })),
    )
  })
}

/** Without the note, which says how other documents and services differ. */
function explanations({ explanation, keyPoint, whyNot }: Question): readonly (readonly [field: readonly string[], text: string])[] {
  const reasons = optionIds.flatMap((id) => (whyNot[id] === undefined ? [] : [[['whyNot', id], whyNot[id]] as const]))
  return [[['explanation'], explanation], [['keyPoint'], keyPoint], ...reasons]
}

type NamePatterns = { readonly name: string; readonly said: RegExp; readonly meant: RegExp }

/**
 * An explanation names a service only with the service's own capitals ("Config", not "config"); the question and its sections may use
 * any. When in doubt, nothing is reported.
 */
function toNamePatterns({ name, aliases }: Concept): NamePatterns {
  const names = [name, ...aliases].flatMap((text) => [text, text.replace(/^(Amazon|AWS) /, '')])
  const capital = names.filter((text) => /\p{Lu}/u.test(text))
  return { name, said: anyOf(capital, 'u'), meant: anyOf(names, 'iu') }
}

function anyOf(names: readonly string[], flags: string): RegExp {
  const longestFirst = [...new Set(names)].sort((one, other) => other.length - one.length)
  return names.length === 0 ? /(?!)/ : new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(RegExp.escape).join('|')})(?:e?s)?(?![\\p{L}\\p{N}])`, flags)
}

/** What the cited sections say, with the sections below them: citing a chapter cites all of it. */
function citedSectionTexts(course: Course, question: Question): readonly string[] {
  return question.sources.flatMap(({ key }) => {
    const cited = course.byId.sections.get(key)
    if (cited === undefined) return []
    const { sections = [] } = course.byId.documents.get(cited.document) ?? {}
    return sectionsBelow(sections, cited).flatMap(({ heading, text }) => [heading, text])
  })
}

function sectionsBelow(sections: readonly Section[], top: Section): readonly Section[] {
  const from = sections.indexOf(top)
  const end = sections.findIndex(({ level }, at) => at > from && level <= top.level)
  return sections.slice(from, end === -1 ? undefined : end)
}
