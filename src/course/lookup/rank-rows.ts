// Which rows answer a question about one service or none, and how well.
import type { Concept, Course, Responsibility } from '../course.ts'
import { conceptIds } from './row-concepts.ts'

/** A question about at most one service. */
export type Duty = { readonly service: Concept | undefined; readonly things: readonly Concept[]; readonly acts: readonly Concept[] }

export type Ranked = {
  readonly row: Responsibility
  readonly score: number
  /** How many things of the question the row does not cover; `openActs` likewise. */
  readonly openThings: number
  readonly openActs: number
  /** Whether the row names every thing of the question itself, and no act that was not asked about. */
  readonly isClose: boolean
  /** Whether the row is about the service in question, not about all services. */
  readonly ofService: boolean
  /** Whether both sides own the row. */
  readonly isShared: boolean
}

/** Rows that could answer, best first. */
export type Ranking = (duty: Duty) => readonly Ranked[]

const points = { service: 3, everyService: 1, thing: 2, act: 1, anyAct: 0.7 }
/** For a row about a wider kind of what was asked. */
const broader = 0.7
/** Off for what the row is about and the question does not name. */
const unasked = { service: 1, thing: 0.9, act: 0.5 }
/** Off for each concept of the row: of two rows that fit equally well, the one about fewer concepts is nearer to the question. */
const perConcept = 0.01

type Cover = { readonly score: number; readonly open: number }

export function buildRanking(course: Course): Ranking {
  const kinds = widerKinds(course)
  const shared = course.parties.shared.id
  const naming = new Map<string, Responsibility[]>()
  for (const row of course.responsibilities) {
    for (const id of new Set(conceptIds(row))) naming.set(id, [...(naming.get(id) ?? []), row])
  }
  const rowsNaming = ({ id }: Concept): readonly Responsibility[] => [id, ...(kinds.get(id) ?? [])].flatMap((one) => naming.get(one) ?? [])
  return (duty) => {
    // Only rows that name something in the question can answer it.
    const thingsAndActs = [...duty.things, ...duty.acts]
    const asked = thingsAndActs.length > 0 || duty.service === undefined ? thingsAndActs : [duty.service]
    return [...new Set(asked.flatMap(rowsNaming))]
      .map((row) => rank(row, duty, kinds, shared))
      .filter((ranked) => ranked !== undefined)
      .sort((one, other) => one.openThings - other.openThings || one.openActs - other.openActs || other.score - one.score)
  }
}

/** For each concept, the ids of the concepts that it is a kind of, nearest first. */
function widerKinds(course: Course): ReadonlyMap<string, readonly string[]> {
  const chain = (concept: Concept | undefined, seen: readonly string[]): readonly string[] => {
    const id = concept?.within
    if (id === undefined || seen.includes(id)) return []
    return [id, ...chain(course.byId.concepts.get(id), [...seen, id])]
  }
  return new Map(course.concepts.map((concept) => [concept.id, chain(concept, [concept.id])]))
}

function rank(row: Responsibility, duty: Duty, kinds: ReadonlyMap<string, readonly string[]>, shared: string): Ranked | undefined {
  const fit: Fit = (ids, { id }) => {
    if (ids.includes(id)) return 1
    return kinds.get(id)?.some((wider) => ids.includes(wider)) === true ? broader : 0
  }
  const service = fitService(row, duty, fit, shared)
  if (service === undefined) return undefined
  const things = cover(duty.things, (thing) => points.thing * fit(row.thing, thing))
  const acts = cover(duty.acts, (act) => (row.act.length > 0 ? points.act * fit(row.act, act) : row.thing.length > 0 ? points.anyAct : 0))
  const covered = duty.things.length - things.open + (row.act.length === 0 ? 0 : duty.acts.length - acts.open)
  const asksNothing = duty.things.length === 0 && duty.acts.length === 0
  // A row about one duty does not answer for a whole service, nor the row of a whole service for one duty.
  if (asksNothing ? row.thing.length + row.act.length > 0 : covered === 0) return undefined
  // A row about none of the things that were asked about can answer only for the service that was asked about.
  const ofService = duty.service !== undefined && row.service.length > 0
  if (!ofService && row.service.length + row.thing.length > 0 && things.open === duty.things.length && !asksNothing) return undefined
  const missing =
    (row.thing.length > 0 && things.open === duty.things.length ? unasked.thing : 0) +
    (row.act.length > 0 && acts.open === duty.acts.length ? unasked.act : 0)
  const score = service + things.score + acts.score - missing - perConcept * conceptIds(row).length
  const asksForRow = row.act.length === 0 || acts.open < duty.acts.length
  const isClose = asksForRow && duty.things.every(({ id }) => row.thing.includes(id))
  return { row, score, openThings: things.open, openActs: acts.open, isClose, ofService, isShared: row.owner === shared }
}

/** Undefined if the row does not apply to the service. A shared row about no service does not: each service divides the area differently. */
type Fit = (ids: readonly string[], concept: Concept) => number

function fitService(row: Responsibility, { service }: Duty, fit: Fit, shared: string): number | undefined {
  if (service === undefined) return row.service.length > 0 ? -unasked.service : 0
  if (row.service.length === 0) return row.owner === shared ? undefined : points.everyService
  const fitting = fit(row.service, service)
  return fitting === 0 ? undefined : points.service * fitting
}

function cover(concepts: readonly Concept[], score: (concept: Concept) => number): Cover {
  const scores = concepts.map(score)
  return { score: scores.reduce((sum, one) => sum + one, 0), open: scores.filter((one) => one === 0).length }
}
