// Which row of the matrix answers a question about one service (or none), and how well.
import type { Concept, Course, Responsibility } from '../course.ts'

/** A question about at most one service. */
export type Duty = { readonly service: Concept | undefined; readonly things: readonly Concept[]; readonly acts: readonly Concept[] }

export type Ranked = {
  readonly row: Responsibility
  readonly score: number
  /** How many of the things and acts of the question the row says nothing about. */
  readonly openThings: number
  readonly openActs: number
  /** Whether the row names all the things of the question themselves, and is about no act that was not asked for. */
  readonly isClose: boolean
  /** Whether the row is about the service itself; an area row can speak for every service. */
  readonly ofService: boolean
  /** Whether the row is the name of an area that both sides share. */
  readonly isShared: boolean
}

export type Ranking = (duty: Duty) => readonly Ranked[]

const points = { service: 3, everyService: 1, thing: 2, act: 1, anyAct: 0.7 }
const broader = 0.7
const unasked = { service: 1, thing: 0.9, act: 0.5 }
/** Of two rows that fit equally well, the one that speaks of fewer things is nearer to the question. */
const perListed = 0.01

type Cover = { readonly score: number; readonly open: number }

export function buildRanking(course: Course): Ranking {
  const kinds = widerKinds(course)
  const shared = course.parties.shared.id
  const naming = new Map<string, Responsibility[]>()
  for (const row of course.responsibilities) {
    for (const id of new Set([...row.service, ...row.thing, ...row.act])) naming.set(id, [...(naming.get(id) ?? []), row])
  }
  const rowsNaming = ({ id }: Concept): readonly Responsibility[] => [id, ...(kinds.get(id) ?? [])].flatMap((one) => naming.get(one) ?? [])
  return (duty) => {
    // Only rows that name something of the question can answer it.
    const asked = duty.things.length + duty.acts.length > 0 ? [...duty.things, ...duty.acts] : duty.service === undefined ? [] : [duty.service]
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
  const fit = (listed: readonly string[], { id }: Concept): number => {
    if (listed.includes(id)) return 1
    return kinds.get(id)?.some((wider) => listed.includes(wider)) === true ? broader : 0
  }
  const service = fitService(row, duty, fit, shared)
  if (service === undefined) return undefined
  const things = cover(duty.things, (thing) => points.thing * fit(row.thing, thing))
  const acts = cover(duty.acts, (act) => (row.act.length > 0 ? points.act * fit(row.act, act) : row.thing.length > 0 ? points.anyAct : 0))
  const covered = duty.things.length - things.open + (row.act.length === 0 ? 0 : duty.acts.length - acts.open)
  const asksNothing = duty.things.length === 0 && duty.acts.length === 0
  // A row about one duty does not answer for a whole service, and the split of a whole service does not answer for one duty.
  if (asksNothing ? row.thing.length + row.act.length > 0 : covered === 0) return undefined
  // Without a thing of its own the question must at least name the service that the row is about.
  const ofService = duty.service !== undefined && row.service.length > 0
  if (!ofService && row.service.length + row.thing.length > 0 && things.open === duty.things.length && !asksNothing) return undefined
  const missing =
    (row.thing.length > 0 && things.open === duty.things.length ? unasked.thing : 0) +
    (row.act.length > 0 && acts.open === duty.acts.length ? unasked.act : 0)
  const listed = perListed * (row.thing.length + row.act.length + row.service.length)
  const score = service + things.score + acts.score - missing - listed
  const asksForRow = row.act.length === 0 || acts.open < duty.acts.length
  const isClose = asksForRow && duty.things.every(({ id }) => row.thing.includes(id))
  return { row, score, openThings: things.open, openActs: acts.open, isClose, ofService, isShared: row.owner === shared }
}

/** Nothing where the row cannot speak for the service. A shared area has a split of its own in each service. */
function fitService(row: Responsibility, { service }: Duty, fit: (listed: readonly string[], concept: Concept) => number, shared: string): number | undefined {
  if (service === undefined) return row.service.length > 0 ? -unasked.service : 0
  if (row.service.length === 0) return row.owner === shared ? undefined : points.everyService
  const fitting = fit(row.service, service)
  return fitting === 0 ? undefined : points.service * fitting
}

function cover(concepts: readonly Concept[], score: (concept: Concept) => number): Cover {
  const scores = concepts.map(score)
  return { score: scores.reduce((sum, one) => sum + one, 0), open: scores.filter((one) => one === 0).length }
}
