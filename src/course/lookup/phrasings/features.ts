// What speaks for and against each possible answer to a question, as numbers.
import type { Course } from '../../course.ts'
import type { Answer, Lacking } from '../answer.ts'
import { isWholeSplit } from '../row-concepts.ts'
import type { Kinds } from './kinds.ts'
import type { FindNear, Near } from './near.ts'
import { bareTarget, type OpenIndex, type Target } from './open-index.ts'
import type { Said } from './said.ts'
import { isContent, type Tokens } from './tokens.ts'

export const featureNames = [
  'nearest', 'recalled', 'held', 'spoken', 'titled', 'meant', 'sure', 'gap', 'lostSure', 'lacksService', 'otherService', 'broad', 'kind', 'found', 'foundNear', 'foundClosest', 'several', 'fact',
  'none', 'noneFound', 'noneLacking', 'noneValue', 'noneUnknown', 'noneUnheld', 'noneUnsure',
] as const
export type Features = Readonly<Record<(typeof featureNames)[number], number>>
export type Candidate = { readonly target: Target; readonly features: Features }

/** So many of the nearest are looked at closely. */
const mostNear = 25
/** Wider services of a named one count less. */
const leastNamed = 0.5
/** What is asked for by the form of the question alone. */
const asksForValue: ReadonlySet<Lacking> = new Set(['value', 'code', 'history', 'reason'])
/** For a kind that no sentence has. */
const unlikely = -3

export type Known = {
  readonly course: Course
  readonly index: OpenIndex
  readonly near: FindNear
  readonly kinds: Kinds
  readonly said: (target: Target) => Said
  /** The tokens of services. */
  readonly services: ReadonlySet<string>
}

/** A token of the question, and its weight in it. */
type Worth = readonly [token: string, worth: number]

/** @param found what look-ups find without the sentences */
export function candidates({ course, index, near, kinds, said, services }: Known, asked: Tokens, found: Answer): readonly Candidate[] {
  const worths = [...asked].map(([token, weight]): Worth => [token, weight * index.weigh(token)])
  const total = worths.reduce((sum, [, worth]) => sum + worth, 0)
  const content = worths.reduce((sum, [token, worth]) => (isContent(token) ? sum + worth : sum), 0) || 1
  const isLacking = found.kind === 'none' && found.lacks !== undefined
  const isLost = found.kind === 'none' && !isLacking
  const likely = kinds(asked)
  const ofServices = [...asked].filter(([token]) => services.has(token))
  // A service in the scene counts where the question names none.
  const strongest = Math.max(leastNamed, ...ofServices.map(([, weight]) => weight))
  const named = ofServices.filter(([, weight]) => weight === strongest).map(([token]) => token)
  // Something besides services: “patching on RDS” is no question for all of RDS.
  const isDuty = found.kind === 'row' && !found.rows.some(({ id }) => isOfWholeService(course, id))
  const namesDuty = [...asked].some(([token, weight]) => token.startsWith('#') && weight === 1 && !services.has(token))
  const foundTarget = targetOf(course, found)
  const foundRows = new Set(found.kind === 'row' ? found.rows.map(({ id }) => id) : [])
  const measured = withOthers(near(asked, mostNear), foundTarget, found, index).map(({ target, nearest, recalled, held }) => {
    const { title, text, services: own } = said(target)
    const isFound = target.key === foundTarget?.key
    const rows = rowsOf(target)
    let spoken = 0
    let titled = 0
    let meant = 0
    let sure = 0
    let gap = 0
    for (const [token, worth] of worths) {
      const isTitled = title.has(token)
      if (isTitled) titled += worth
      const isSaid = isTitled || text.has(token)
      const times = target.times(token)
      const isSpoken = isSaid || times > 0
      if (isSpoken) spoken += worth
      if (!isContent(token)) continue
      if (isSaid || times > 1) sure += worth
      if (isSpoken) meant += worth
      else gap = Math.max(gap, worth)
    }
    const features: Features = {
      ...nothing,
      nearest,
      recalled,
      held,
      spoken: spoken / total,
      titled: titled / total,
      meant: target.kind === 'none' ? 0 : meant / content,
      sure: target.kind === 'none' ? 0 : sure / content,
      lostSure: isLost && target.kind !== 'none' ? 1 - sure / content : 0,
      gap: target.kind === 'none' ? 0 : gap / content,
      lacksService: target.kind !== 'none' && lacks(named, strongest, (token) => own.has(token) || title.has(token) || text.has(token) || target.times(token) > 0) ? 1 : 0,
      otherService: isOther(own, rows, asked) ? 1 : 0,
      broad: (namesDuty || isDuty) && rows.length > 0 && rows.every((id) => isOfWholeService(course, id)) ? 1 : 0,
      kind: likely.get(target.kind) ?? unlikely,
      found: isFound ? 1 : 0,
      foundNear: !isFound && rows.some((id) => foundRows.has(id)) ? 1 : 0,
      foundClosest: isFound && found.kind === 'section' ? (found.note === undefined ? 0.5 : 1) : 0,
      several: rows.length > 1 ? (isFound ? 1 : -0.3) : 0,
      fact: target.kind === 'fact' ? 1 : 0,
    }
    return { target, features }
  })
  const unknown = worths.reduce((sum, [token, worth]) => (index.postings.has(token) || !isContent(token) ? sum : sum + worth), 0) / content
  const mostSpoken = Math.max(0, ...measured.map(({ features }) => features.meant))
  const mostSure = Math.max(0, ...measured.map(({ features }) => features.sure))
  const ofNone = { none: 1, noneFound: isLost ? 1 : 0, noneLacking: isLacking ? 1 : 0, noneValue: found.kind === 'none' && asksForValue.has(found.lacks ?? 'answer') ? 1 : 0, noneUnknown: unknown, noneUnheld: 1 - mostSpoken, noneUnsure: 1 - mostSure }
  return measured.map(({ target, features }) => ({ target, features: target.kind === 'none' ? { ...features, ...ofNone } : features }))
}

const nothing = Object.fromEntries(featureNames.map((name) => [name, 0])) as Features

function isOfWholeService({ byId }: Course, id: string): boolean {
  const row = byId.responsibilities.get(id)
  return row !== undefined && isWholeSplit(row)
}

/** Each service that the question names has to be spoken of; of those in the scene, one. */
const lacks = (named: readonly string[], weight: number, speaksOf: (token: string) => boolean): boolean => (weight < 1 ? named.length > 0 && !named.some(speaksOf) : !named.every(speaksOf))

/** About services that the question doesn't name: each of several rows speaks of its own. */
function isOther(services: ReadonlySet<string>, rows: readonly string[], asked: Tokens): boolean {
  const unnamed = [...services].filter((service) => !asked.has(service)).length
  return rows.length > 1 ? unnamed > 0 : services.size > 0 && unnamed === services.size
}

const rowsOf = ({ answer }: Target): readonly string[] => (answer !== 'none' && 'rows' in answer ? answer.rows : [])

/** What was found, each of its rows alone, the rows that it offers, and that the documents don't hold it. */
function withOthers(nearest: readonly Near[], foundTarget: Target | undefined, found: Answer, { byKey }: OpenIndex): readonly Near[] {
  const rows = found.kind === 'row' && found.rows.length > 1 ? found.rows : found.kind === 'none' ? (found.offered ?? []) : []
  const others = [...(foundTarget === undefined ? [] : [foundTarget]), ...rows.map(({ id }) => bareTarget({ rows: [id] })), bareTarget('none')]
  const known = new Set(nearest.map(({ target }) => target.key))
  const added = [...new Map(others.map((target) => [target.key, target])).values()].filter(({ key }) => !known.has(key))
  return [...nearest, ...added.map((target) => ({ target: byKey.get(target.key) ?? target, nearest: 0, recalled: 0, held: 0 }))]
}

/** An answer as one of those that sentences can have; undefined for a tip, or several terms. */
export function targetOf({ byId }: Pick<Course, 'byId'>, answer: Answer): Target | undefined {
  switch (answer.kind) {
    case 'row':
      return bareTarget({ rows: answer.rows.map(({ id }) => id) })
    case 'term':
      return answer.of.kind === 'term' && byId.glossary.get(answer.of.id)?.term === answer.title ? bareTarget({ term: answer.of.id }) : undefined
    case 'section': {
      const [section] = answer.sources
      if (answer.fact !== undefined) return bareTarget({ fact: answer.fact })
      return section === undefined ? undefined : bareTarget({ section })
    }
    case 'none':
      return bareTarget('none')
  }
}
