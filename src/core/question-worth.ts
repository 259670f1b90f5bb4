// What asking a question is worth to a group right now: by how much its points are needed, and how much of an exam they are.
import type { AskedPoint, GroupMemory } from './group-memory.ts'
import type { BankQuestion, Point, PointId, Points } from './points.ts'
import { day as oneDay, type LocalDate } from './time.ts'

/** No question asks about a point again so soon, if there is another. */
const pointRestDays = 3
/** From then on, a point that most people missed may come again before the first questions have covered all topics. */
const comebackDays = 5

/**
 * What asking about a point is worth, to those who don't know it and to those who do; 1 is the first time to somebody who doesn't. Of a
 * point that was asked before, it grows with the days since, to half of `again` in so many `days`, and shrinks with each time it was asked
 * (by the root of how often). `npm run bench learning` measures how much people learn with these numbers.
 */
const worth = {
  first: { unknown: 1, known: 0.3 },
  again: { unknown: 0.6, known: 0.25 },
  days: { unknown: 20, known: 50 },
}

type Known = { readonly points: Points; readonly memory: GroupMemory; readonly today: number }

/** What is known when a question is chosen, with the worth of each point: many questions ask about the same one. */
export type Outlook = Known & { readonly worthOf: ReadonlyMap<PointId, number> }

export function outlookOf(known: Known): Outlook {
  return { ...known, worthOf: new Map([...known.points.byId.values()].map((point) => [point.id, pointWorth(point, known)])) }
}

/** Counted from 1970, so that a thousand of them can be compared at each choice. */
export const dayNumber = (day: LocalDate): number => Date.parse(day) / oneDay

/** 0 for a day that is still to come, as it can be after the clock was set back. */
export function daysSince(day: LocalDate, today: number): number {
  const days = today - dayNumber(day)
  return days > 0 ? days : 0
}

export function questionWorth({ id }: BankQuestion, { points, worthOf }: Outlook): number {
  return (points.ofQuestion.get(id) ?? []).reduce((sum, point) => sum + (worthOf.get(point) ?? 0), 0)
}

function pointWorth({ id, topic, value }: Point, { memory, today }: Known): number {
  const asked = memory.points.get(id)
  return value * (asked === undefined ? firstWorth(memory.knownOf(topic)) : againWorth(asked, daysSince(asked.last.day, today)))
}

const firstWorth = (known: number) => (1 - known) * worth.first.unknown + known * worth.first.known

function againWorth({ known, times }: AskedPoint, days: number): number {
  if (days < pointRestDays) return 0
  const forThose = (which: 'unknown' | 'known') => (worth.again[which] * days) / (days + worth.days[which])
  return ((1 - known) * forThose('unknown') + known * forThose('known')) / Math.sqrt(times)
}

/** By most of those who answered. */
export const isMissed = ({ answered, right }: { readonly answered: number; readonly right: number }): boolean => answered > 0 && right * 2 < answered

/** Whether it asks about a point that most people missed in another question, some days ago. */
export function isComeback({ id }: BankQuestion, { points, memory, today }: Outlook): boolean {
  return (points.ofQuestion.get(id) ?? []).some((point) => {
    const last = memory.points.get(point)?.last
    return last !== undefined && last.question !== id && isMissed(last) && daysSince(last.day, today) >= comebackDays
  })
}
