// Is the bank spread as it should be over topics, owners, difficulties and facts? Told once the bank is large enough to judge.
import type { Role } from '../course.ts'
import { measureCoverage } from './coverage.ts'
import type { Check, Place, Problem } from '../problem.ts'

const enough = 100
/** A topic may fall short of its weight, but not below this part of it. */
const leastOfWeight = 0.6
const owners: Readonly<Record<Role, readonly [number, number]>> = { provider: [35, 40], customer: [40, 50], shared: [15, 20] }
const difficulties = { easy: [25, 35], medium: [45, 55], hard: [15, 25] } as const
const leastMultiple = 10

export const checkBalance: Check = (course, where) => {
  const coverage = measureCoverage(course)
  if (coverage.questions < enough) return []
  const warn = (check: string, place: Place, message: string, remedy: string): Problem => ({ level: 'warning', check, ...place, message, remedy })
  const bank = where(course)
  const percent = (count: number) => (100 * count) / coverage.questions
  const outside = (share: number, [least, most]: readonly [number, number]) => share < least || share > most
  const shown = (share: number) => `${Math.round(share * 10) / 10} %`

  const topics = course.topics.flatMap((topic, at) => {
    const { questions = 0, due = 0 } = coverage.topics[at] ?? {}
    const wanted = due * coverage.questions
    if (questions >= leastOfWeight * wanted) return []
    const message = `The topic ${topic.id} has ${questions} questions; its weight asks for ${Math.round(wanted)} of ${coverage.questions}`
    return [warn('topic-balance', where(topic, 'weight'), message, `Write at least ${Math.ceil(leastOfWeight * wanted) - questions} more`)]
  })
  const roles = Object.values(course.parties).flatMap((party) => {
    const share = percent(coverage.owners[party.id] ?? 0)
    const [least, most] = owners[party.role]
    if (!outside(share, [least, most])) return []
    const remedy = share < least ? 'Write more of them' : 'Write more about the others'
    return [warn('owner-balance', where(party), `${shown(share)} of the keys are duties of ${party.id}; ${least} to ${most} % are wanted`, remedy)]
  })
  const levels = (['easy', 'medium', 'hard'] as const).flatMap((level) => {
    const share = percent(coverage.difficulties[level] ?? 0)
    const [least, most] = difficulties[level]
    if (!outside(share, [least, most])) return []
    return [warn('difficulty-balance', bank, `${shown(share)} of the questions are ${level}; ${least} to ${most} % are wanted`, 'Judge some again, or write others')]
  })
  const share = percent(coverage.multiple)
  const multiple =
    share < leastMultiple
      ? [warn('multiple-balance', bank, `${shown(share)} of the questions have several right options; ${leastMultiple} % are wanted`, 'Write more with two')]
      : []
  return [...topics, ...roles, ...levels, ...multiple, ...untested(course, where)]
}

/** How many ids a warning lists; more would fill a screen. */
const listed = 20

const untested: Check = (course, where) => {
  const missing = new Set(measureCoverage(course).untested)
  return course.documents.flatMap((document): readonly Problem[] => {
    const facts = course.facts.filter(({ source }) => source.document === document.id)
    const ids = facts.filter(({ id }) => missing.has(id)).map(({ id }) => id)
    if (ids.length === 0) return []
    const message = `No question tests ${ids.length} of the ${facts.length} facts of document ${document.id}: ${ids.slice(0, listed).join(' ')}${ids.length > listed ? ' …' : ''}`
    return [{ level: 'warning', check: 'facts-untested', ...where(document), message, remedy: 'Write questions on those that are worth one' }]
  })
}
