// Whether the questions are spread as they should be over topics, owners, difficulties and facts.
import { numberOf } from '../../core/number-of.ts'
import type { Course, Role } from '../course.ts'
import type { Check, Place, Problem, Where } from '../problem.ts'
import { difficulties } from '../read/schema.ts'
import { measureCoverage, type Coverage } from './coverage.ts'

/** With fewer questions the spread says little, so nothing is checked. */
const enoughQuestions = 100
/** A topic may fall short of its weight, but not below this part of it. */
const leastOfWeight = 0.6

/** From … to …, in percent of all questions. */
type Range = readonly [least: number, most: number]
const ownerShares: Readonly<Record<Role, Range>> = { provider: [35, 40], customer: [40, 50], shared: [15, 20] }
const difficultyShares: Readonly<Record<(typeof difficulties)[number], Range>> = { easy: [25, 35], medium: [45, 55], hard: [15, 25] }
/** Of questions with several right options, in percent. */
const leastMultiple = 10

/** The most fact ids that a warning lists; more would fill a screen. */
const mostIds = 20

type Measured = { readonly course: Course; readonly where: Where; readonly coverage: Coverage }

export const checkBalance: Check = (course, where) => {
  const coverage = measureCoverage(course)
  if (coverage.questions < enoughQuestions) return []
  const measured = { course, where, coverage }
  return [checkTopics, checkOwners, checkDifficulties, checkMultiple, checkFactsTested].flatMap((check) => check(measured))
}

function warning(check: string, place: Place, message: string, remedy: string): Problem {
  return { level: 'warning', check, ...place, message, remedy }
}

const percentOf = (count: number, { questions }: Coverage): number => (100 * count) / questions

const isOutside = (share: number, [least, most]: Range): boolean => share < least || share > most

const inWords = (share: number): string => `${Math.round(share * 10) / 10}%`

function checkTopics({ course, where, coverage }: Measured): readonly Problem[] {
  return course.topics.flatMap((topic, at) => {
    const { questions = 0, due = 0 } = coverage.topics[at] ?? {}
    const wanted = due * coverage.questions
    if (questions >= leastOfWeight * wanted) return []
    const message = `The topic ${topic.id} has ${numberOf(questions, 'question')}; its weight asks for ${Math.round(wanted)} of ${coverage.questions}`
    return [warning('topic-balance', where(topic, 'weight'), message, `Write at least ${Math.ceil(leastOfWeight * wanted) - questions} more`)]
  })
}

function checkOwners({ course, where, coverage }: Measured): readonly Problem[] {
  return Object.values(course.parties).flatMap((party) => {
    const share = percentOf(coverage.owners[party.id] ?? 0, coverage)
    const [least, most] = ownerShares[party.role]
    if (!isOutside(share, [least, most])) return []
    const message = `${inWords(share)} of the keys are duties of ${party.id}; the target is ${least} to ${most}%`
    return [warning('owner-balance', where(party), message, share < least ? 'Write more of them' : 'Write more about the others')]
  })
}

function checkDifficulties({ course, where, coverage }: Measured): readonly Problem[] {
  return difficulties.flatMap((level) => {
    const share = percentOf(coverage.difficulties[level] ?? 0, coverage)
    const [least, most] = difficultyShares[level]
    if (!isOutside(share, [least, most])) return []
    const message = `${inWords(share)} of the questions are ${level}; the target is ${least} to ${most}%`
    return [warning('difficulty-balance', where(course), message, 'Rate some again, or write others')]
  })
}

function checkMultiple({ course, where, coverage }: Measured): readonly Problem[] {
  const share = percentOf(coverage.multiple, coverage)
  if (share >= leastMultiple) return []
  const message = `${inWords(share)} of the questions have several right options; the target is ${leastMultiple}%`
  return [warning('multiple-balance', where(course), message, 'Write more questions with two right options')]
}

function checkFactsTested({ course, where, coverage }: Measured): readonly Problem[] {
  const untested = new Set(coverage.untested)
  return course.documents.flatMap((document): readonly Problem[] => {
    const facts = course.facts.filter(({ source }) => source.document === document.id)
    const ids = facts.filter(({ id }) => untested.has(id)).map(({ id }) => id)
    if (ids.length === 0) return []
    const shown = `${ids.slice(0, mostIds).join(' ')}${ids.length > mostIds ? ' …' : ''}`
    const message = `No question tests ${ids.length} of the ${facts.length} facts of document ${document.id}: ${shown}`
    return [warning('facts-untested', where(document), message, 'Write questions about the facts that deserve one')]
  })
}
