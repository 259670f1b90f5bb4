// From ranked rows to those that answer the question, or none.
import type { Responsibility } from '../course.ts'
import type { Asked } from './asked.ts'
import type { Duty, Ranked, Ranking } from './rank-rows.ts'

/** Rows whose scores differ by less fit a question equally well. */
const tie = 0.15
const mostSideBySide = 4
const mostRows = 3

type Found = { readonly rows: readonly Responsibility[]; readonly best: Ranked }

/** The rows to show; one for each service if several are asked about. Empty if no row decides the question. */
export function decide(ranking: Ranking, asked: Asked): readonly Responsibility[] {
  const { services, things, acts, belongsTo, apart } = asked
  if (services.length <= 1) return decideDuty(ranking, { service: services[0], things, acts }, apart)
  const rows = services.slice(0, mostSideBySide).flatMap((service) => {
    const ofService = things.filter((thing) => (belongsTo.get(thing) ?? service) === service)
    return decideDuty(ranking, { service, things: ofService, acts }, false).slice(0, 1)
  })
  return [...new Set(rows)]
}

function decideDuty(ranking: Ranking, duty: Duty, apart: boolean): readonly Responsibility[] {
  if (duty.service === undefined && duty.things.length === 0 && duty.acts.length === 0) return []
  if (duty.service !== undefined) return decideAmong(ranking, duty, apart)
  // If no service is named, rows about one service count only for things that no general row covers, such as a bucket policy.
  const general: Ranking = (duty) => {
    const all = ranking(duty)
    const rows = all.filter(({ row }) => row.service.length === 0)
    return duty.things.length === 1 && rows.every(({ openThings }) => openThings > 0) ? all : rows
  }
  const decided = decideAmong(general, duty, apart)
  return decided.length > 0 ? decided : decideAmong(ranking, duty, apart)
}

function decideAmong(ranking: Ranking, duty: Duty, apart: boolean): readonly Responsibility[] {
  const whole = ranking(duty).filter(({ openThings }) => openThings === 0)
  if (duty.things.length < 2) return settle(whole)
  // A row about just these things comes first; if there is none, each thing's own row says more than a row about many.
  const close = settle(whole.filter(({ isClose }) => isClose))
  if (close.length > 0) return close
  const perThing = decidePerThing(ranking, duty, apart)
  return perThing.length > 0 ? perThing : settle(whole)
}

/** Decides each thing by itself, and leaves out things whose rows fit worse than those of others. */
function decidePerThing(ranking: Ranking, duty: Duty, apart: boolean): readonly Responsibility[] {
  const found = duty.things.flatMap((thing) => {
    const ranked = ranking({ ...duty, things: [thing] }).filter(({ openThings }) => openThings === 0)
    const rows = settle(ranked)
    const best = ranked[0]
    return best === undefined || rows.length === 0 ? [] : [{ rows, best }]
  })
  if (found.length < duty.things.length && found.length < 2) return []
  const fewestOpen = Math.min(...found.map(({ best }) => best.openActs))
  const near = found.filter(({ best }) => best.openActs === fewestOpen)
  const own = near.filter(({ best }) => best.ofService)
  if (apart) return [...new Set((own.length > 0 ? own : found).flatMap(({ rows }) => rows))].slice(0, mostSideBySide)
  const close = near.filter(({ best }) => best.isClose)
  return resolve([own, close, near].find((list) => list.length > 0) ?? []).slice(0, mostRows)
}

/**
 * A shared area is divided into layers. A thing with a single owner beside it says which layer is meant: "default settings of the
 * infrastructure". If owners still differ, all rows are shown.
 */
function resolve(found: readonly Found[]): readonly Responsibility[] {
  const rowsOf = (list: readonly Found[]): readonly Responsibility[] => [...new Set(list.flatMap(({ rows }) => rows))]
  const isSettled = (list: readonly Found[]): boolean => new Set(rowsOf(list).map(({ owner }) => owner)).size === 1
  const layers = found.filter(({ best }) => !best.isShared)
  return rowsOf([found, layers].find(isSettled) ?? found)
}

/** The best row; one row per owner if rows of different owners fit equally well; none if the question leaves the owner open. */
function settle(ranked: readonly Ranked[]): readonly Responsibility[] {
  const [best] = ranked
  if (best === undefined) return []
  const equals = ranked.filter(({ openActs, score }) => openActs === best.openActs && best.score - score < tie)
  const oneOwner = equals.every(({ row }) => row.owner === best.row.owner)
  // The row does not cover the act, so it may answer only if the act cannot matter: all rows that fit name one owner.
  if (best.openActs > 0 && !ranked.every(({ row }) => row.owner === best.row.owner)) return oneOwner && isPlain(best) ? [best.row] : []
  return oneOwner ? [best.row] : [...new Map(equals.map(({ row }) => [row.owner, row])).values()]
}

/** A row about a thing, whatever is done to it. */
function isPlain({ row }: Ranked): boolean {
  return row.thing.length > 0 && row.act.length === 0
}
