// Changes to a channel's days off. A question that was posted stays; one that is due and not posted yet does not come.
import { endedBefore, furthestAhead, latestNotice, mostRanges, withoutDates, type DateRange } from './date-range.ts'
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

/** Days off can be added late, and by mistake: as long as that is possible, they can be taken back. */
const backTo = (today: LocalDate): LocalDate => addDays(today, -latestNotice)

/** What managers took off and can take back: those that are not over, then those that are, the latest first. */
export function ownDaysOff({ off }: Pick<Quiz, 'off'>, today: LocalDate): readonly DayOff[] {
  const own = off.filter((each) => isOwn(each) && each.to >= backTo(today))
  return [...own.filter(({ to }) => to >= today), ...own.filter(({ to }) => to < today).toReversed()]
}

/** The dates that {@link takeBack} takes back: of days off that have begun, those that are to come; of ones that are over, those that were lately. */
export function datesTakenBack({ from, to }: DateRange, today: LocalDate): DateRange {
  const first = to < today ? backTo(today) : today
  return { from: from > first ? from : first, to }
}

/** Takes back days off from today on, or ones that are over. */
export function takeBack(quiz: Quiz | undefined, asker: Asker, range: DateRange, now: Instant): Outcome {
  return ledChange(quiz, asker, (known) => {
    const { from } = datesTakenBack(range, localDate(now, known.zone))
    const off = endedBefore(known.off, (each) => isOwn(each) && each.from === range.from && each.to === range.to, from)
    return isSame(off, known.off) ? undefined : replanned(known, { ...known, off }, now)
  })
}

/** The dates of these that can be taken back; undefined if none can. */
export function datesBack({ from, to }: DateRange, today: LocalDate): DateRange | undefined {
  const first = from > backTo(today) ? from : backTo(today)
  return first > to ? undefined : { from: first, to }
}

/** Takes back these dates out of all days off: a longer range keeps its other days. */
export function takeBackDates(quiz: Quiz | undefined, asker: Asker, dates: DateRange, now: Instant): Outcome {
  return ledChange(quiz, asker, (known) => withoutOwn(known, datesBack(dates, localDate(now, known.zone)), now))
}

function withoutOwn(known: Quiz, dates: DateRange | undefined, now: Instant): Quiz | undefined {
  const own = known.off.filter(isOwn)
  const left = dates === undefined ? own : withoutDates(own, dates)
  return left === own ? undefined : replanned(known, { ...known, off: inOrder([...known.off.filter((each) => !isOwn(each)), ...left]) }, now)
}

/** Takes back all days off from today on. */
export function takeAllBack(quiz: Quiz | undefined, asker: Asker, now: Instant): Outcome {
  return ledChange(quiz, asker, (known) => {
    const today = localDate(now, known.zone)
    return withoutOwn(known, { from: today, to: addDays(today, 2 * furthestAhead) }, now)
  })
}

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
