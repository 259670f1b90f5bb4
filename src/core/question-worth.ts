// What asking a question is worth to a group right now: by how much its points are needed, and how much of an exam they are.
import type { AskedPoint, GroupMemory } from './group-memory.ts'
import type { BankQuestion, Point, PointId, Points } from './points.ts'
import { day as oneDay, type LocalDate } from './time.ts'

/** No question asks about a point again so soon, if there is another. */
const pointRestDays = 3
/**
 * In these days after most people missed a point, another question about it goes first if it's worth so many times what an average question
 * is to people who know nothing. Questions worth less get their turn later or not at all: with a lower limit people would learn less.
 */
const comeback = { from: 5, until: 21, worth: 1.4 }

/**
 * What asking about a point is worth, to those who don't know it and to those who do; 1 is the first time to somebody who doesn't. Of a
 * point that was asked before, it grows with the days since, to half of `again` in `days`, and shrinks with each time it was asked (by the
 * root of how often); those who were absent are asked for the first time, at a discount, as there may be fewer of them than it seems. For a
 * point that comes back, it is at least `back` to those who don't know it.
 * `npm run bench learning` measures how much people learn with these numbers.
 */
const worth = {
  first: { unknown: 1, known: 0.3 },
  again: { unknown: 0.7, known: 0.3 },
  days: 60,
  absent: 0.7,
  back: 0.4,
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
  return value * (asked === undefined ? firstWorth(memory.knownOf(topic)) : againWorth(asked, today))
}

const firstWorth = (known: number) => forBoth(worth.first, known)

function againWorth(asked: AskedPoint, today: number): number {
  const days = daysSince(asked.last.day, today)
  if (days < pointRestDays) return 0
  const forThoseAsked = (forBoth(worth.again, asked.known) * days) / (days + worth.days) / Math.sqrt(asked.times)
  const forAll = (1 - asked.absent) * forThoseAsked + asked.absent * worth.absent * firstWorth(asked.known)
  return comesBack(asked, today) ? Math.max(forAll, (1 - asked.known) * worth.back) : forAll
}

const forBoth = (those: { readonly unknown: number; readonly known: number }, known: number) => (1 - known) * those.unknown + known * those.known

/** By most of those who answered. */
export const isMissed = ({ answered, right }: { readonly answered: number; readonly right: number }): boolean => answered > 0 && right * 2 < answered

function comesBack({ last }: AskedPoint, today: number): boolean {
  if (!isMissed(last)) return false
  const days = daysSince(last.day, today)
  return days >= comeback.from && days <= comeback.until
}

/** The points of a question that most people missed in another one some days ago. */
export function comebacksIn({ id }: BankQuestion, { points, memory, today }: Outlook): readonly AskedPoint[] {
  const asked = (points.ofQuestion.get(id) ?? []).flatMap((point) => memory.points.get(point) ?? [])
  return asked.filter((point) => point.last.question !== id && comesBack(point, today))
}

/** Questions that go first: each asks again about a point that most people missed, and is worth enough. */
export function comebacks(questions: { readonly wanted: readonly BankQuestion[]; readonly rested: readonly BankQuestion[] }, outlook: Outlook): readonly BankQuestion[] {
  const average = questions.wanted.reduce((sum, { id }) => sum + (outlook.points.valueOf.get(id) ?? 0), 0) / questions.wanted.length
  return questions.rested.filter((question) => comebacksIn(question, outlook).length > 0 && questionWorth(question, outlook) >= comeback.worth * average)
}
