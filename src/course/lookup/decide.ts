// From ranked rows to the rows that answer, or to the insight that none of them really does.
import type { Responsibility } from '../course.ts'
import type { Asked } from './asked.ts'
import type { Duty, Ranked, Ranking } from './rank-rows.ts'

/** Rows whose scores lie this close together fit a question equally well. */
const tie = 0.15
const mostSideBySide = 4
const mostRows = 3

/** Several services are answered side by side, each for itself. Empty: no row decides the question. */
export function decide(ranking: Ranking, asked: Asked): readonly Responsibility[] {
  const { services, things, acts, modifiers } = asked
  if (services.length <= 1) return decideDuty(ranking, { service: services[0], things, acts }, modifiers)
  const rows = services.slice(0, mostSideBySide).flatMap((service) => decideDuty(ranking, { service, things, acts }, modifiers).slice(0, 1))
  return [...new Set(rows)]
}

function decideDuty(ranking: Ranking, duty: Duty, modifiers: Asked['modifiers']): readonly Responsibility[] {
  if (duty.service === undefined && duty.things.length === 0 && duty.acts.length === 0) return []
  const ranked = ranking(duty)
  const whole = settle(ranked.filter(({ openThings }) => openThings === 0))
  if (whole.length > 0 || duty.things.length < 2) return whole
  return decidePerThing(ranking, duty, modifiers)
}

/** No row holds all the things that were named: each is looked up for itself, and those that fit worse than others are left out. */
function decidePerThing(ranking: Ranking, duty: Duty, modifiers: Asked['modifiers']): readonly Responsibility[] {
  const found = duty.things.flatMap((thing) => {
    const ranked = ranking({ ...duty, things: [thing] }).filter(({ openThings }) => openThings === 0)
    const rows = settle(ranked)
    const best = ranked[0]
    return best === undefined || rows.length === 0 ? [] : [{ thing, rows, best }]
  })
  if (found.length < duty.things.length && found.length < 2) return []
  const fewestOpen = Math.min(...found.map(({ best }) => best.openActs))
  const near = found.filter(({ best }) => best.openActs === fewestOpen)
  const own = near.filter(({ best }) => best.ofService)
  const fitting = own.length > 0 ? own : near
  const rows = [...new Set(fitting.flatMap(({ rows }) => rows))]
  if (new Set(rows.map(({ owner }) => owner)).size === 1) return rows.slice(0, mostRows)
  const heads = fitting.filter(({ thing }) => !modifiers.has(thing))
  return [...new Set((heads.length > 0 ? heads : fitting).flatMap(({ rows }) => rows))].slice(0, mostRows)
}

/** The best row; or rows of different owners where they fit equally well; or none where the question leaves the owner open. */
function settle(ranked: readonly Ranked[]): readonly Responsibility[] {
  const [best] = ranked
  if (best === undefined) return []
  const equals = ranked.filter(({ openActs, score }) => openActs === best.openActs && best.score - score < tie)
  const oneOwner = equals.every(({ row }) => row.owner === best.row.owner)
  // What the row does not say about the act must not matter: then all rows that fit name one owner.
  if (best.openActs > 0 && !ranked.every(({ row }) => row.owner === best.row.owner)) return oneOwner && isPlain(best) ? [best.row] : []
  return oneOwner ? [best.row] : [...new Map(equals.map(({ row }) => [row.owner, row])).values()]
}

/** A row about a thing as such, whatever is done to it. */
function isPlain({ row }: Ranked): boolean {
  return row.thing.length > 0 && row.act.length === 0
}
