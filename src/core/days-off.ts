// A channel's days off: what managers took off, pauses that end by themselves, and public holidays. No question is due on them.
import { endedBefore, rangeOn, type DateRange } from './date-range.ts'
import { addDays, localDate, type Instant, type LocalDate, type Zone } from './time.ts'

export type DayOff = DateRange & {
  readonly kind: 'off' | 'pause' | 'holiday'
  /** Empty for one that nobody named. */
  readonly name: string
  /** The person who took it off. Null for a public holiday, and where that person's data was deleted. */
  readonly by: string | null
  readonly at: Instant
}

type Planned = { readonly off: readonly DayOff[]; readonly nextDate: LocalDate; readonly lastDate: LocalDate | null }

/** Those that are not over. */
export const comingDaysOff = ({ off }: Pick<Planned, 'off'>, today: LocalDate): readonly DayOff[] => off.filter(({ to }) => to >= today)

/** The day off that the date is, pauses aside: people are left alone on it. */
export const dayOffOn = ({ off }: Pick<Planned, 'off'>, date: LocalDate): DayOff | undefined => rangeOn(off.filter(({ kind }) => kind !== 'pause'), date)

/** The pause that the quiz is in, or that begins before its next question. */
export function pauseOf({ off, nextDate, lastDate }: Planned): DayOff | undefined {
  return off.findLast(({ kind, to }) => kind === 'pause' && to < nextDate && to > (lastDate ?? ''))
}

/** The date on which questions come again. */
export const pausedUntil = (pause: DateRange): LocalDate => addDays(pause.to, 1)

/** The days off without a pause that is not over; what has passed of it stays. */
export function withoutPause({ off, zone }: { readonly off: readonly DayOff[]; readonly zone: Zone }, now: Instant): readonly DayOff[] {
  return endedBefore(off, ({ kind }) => kind === 'pause', localDate(now, zone))
}

/** Whether what a day off is called has the person in it: all of one of their names or, if they wrote it themselves, any word of one. */
export function isNamedAfter(label: string, names: readonly string[], isOwn: boolean): boolean {
  const words = wordsOf(label)
  const has = (word: string) => words.some((each) => each === word || each === `${word}s` || (unspaced.test(word) && each.includes(word)))
  return names.map(wordsOf).filter(({ length }) => length > 0).some((name) => (isOwn ? name.some((word) => word.length > 1 && has(word)) : name.every(has)))
}

const wordsOf = (text: string): readonly string[] => text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Scripts that put no spaces between words, or write endings onto them. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
