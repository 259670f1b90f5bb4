// Changes to a channel's days off. A question that was posted stays; one that is due and not posted yet does not come.
import { endedBefore, furthestAhead, mostRanges, withoutDates, type DateRange } from './date-range.ts'
import { comingDaysOff, type DayOff } from './days-off.ts'
import { ledChange, replanned, type Outcome } from './manage.ts'
import type { Asker, Quiz } from './quiz.ts'
import { addDays, localDate, type Instant, type LocalDate } from './time.ts'

/** Takes days off. The same days again only get the new name. */
export function takeOff(quiz: Quiz | undefined, asker: Asker, { from, to, name }: DateRange & { readonly name: string }, now: Instant): Outcome {
  let isFull = false
  const outcome = ledChange(quiz, asker, (known) => {
    const same = known.off.find((each) => isOwn(each) && each.from === from && each.to === to)
    if (same !== undefined && (same.name === name || name === '')) return undefined
    isFull = same === undefined && comingDaysOff(known, localDate(now, known.zone)).filter(isOwn).length >= mostRanges
    const row: DayOff = { kind: 'off', from, to, name, by: asker.id, at: now }
    return replanned(known, { ...known, off: inOrder([...known.off.filter((each) => each !== same), row]) }, now)
  })
  return isFull && 'quiz' in outcome ? { refusal: { kind: 'too-many-days-off' } } : outcome
}

/** Takes back days off from today on; those that have passed stay. */
export function takeBack(quiz: Quiz | undefined, asker: Asker, { from, to }: DateRange, now: Instant): Outcome {
  return ledChange(quiz, asker, (known) => {
    const today = localDate(now, known.zone)
    const off = endedBefore(known.off, (each) => isOwn(each) && each.from === from && each.to === to, today)
    return isSame(off, known.off) ? undefined : replanned(known, { ...known, off }, now)
  })
}

/** Takes back these dates, from today on, out of all days off: a longer range keeps its other days. */
export function takeBackDates(quiz: Quiz | undefined, asker: Asker, dates: DateRange, now: Instant): Outcome {
  return ledChange(quiz, asker, (known) => {
    const today = localDate(now, known.zone)
    const cut = { ...dates, from: dates.from > today ? dates.from : today }
    const own = known.off.filter(isOwn)
    const left = cut.from > cut.to ? own : withoutDates(own, cut)
    return left === own ? undefined : replanned(known, { ...known, off: inOrder([...known.off.filter((each) => !isOwn(each)), ...left]) }, now)
  })
}

/** Takes back all days off from today on. */
export const takeAllBack = (quiz: Quiz | undefined, asker: Asker, now: Instant): Outcome => takeBackDates(quiz, asker, { from: '', to: addDays(localDate(now, 'UTC'), 2 * furthestAhead) }, now)

const isOwn = ({ kind }: DayOff): boolean => kind === 'off'
const isSame = (one: readonly DayOff[], other: readonly DayOff[]): boolean => one.length === other.length && one.every((each, at) => each === other[at])
const inOrder = (off: readonly DayOff[]): readonly DayOff[] => off.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))

export type Holiday = DateRange & { readonly name: string }

/**
 * Puts public holidays among the days off, in place of those that are still to come. Past ones and today's stay as they were decided,
 * whatever a newer calendar says.
 *
 * @param until the date up to which they are known; null takes them out
 */
export function withHolidays(quiz: Quiz, holidays: readonly Holiday[], until: LocalDate | null, now: Instant): Quiz {
  const today = localDate(now, quiz.zone)
  const kept = quiz.off.filter(({ kind, from }) => kind !== 'holiday' || from < today || (from === today && until !== null))
  const isKnown = ({ from, to }: DateRange) => kept.some((each) => each.kind === 'holiday' && each.from === from && each.to === to)
  const coming = holidays.filter((each) => each.to >= today && !isKnown(each)).map((each): DayOff => ({ ...each, kind: 'holiday', by: null, at: now }))
  return replanned(quiz, { ...quiz, off: inOrder([...kept, ...coming]), holidaysUntil: until }, now)
}
