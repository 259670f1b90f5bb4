// The changes managers make to a quiz, or the reason why not.
import { withoutPause, pauseOf, type DayOff } from './days-off.ts'
import { whyNotManage, type Asker, type Barred, type GroupId, type PersonId, type PlaceId, type Quiz, type QuizSettings, type WhyNotManage } from './quiz.ts'
import { nextDue, type Due } from './schedule.ts'
import { addDays, localDate, type Instant, type LocalDate } from './time.ts'
import type { Waiting } from './withdraw.ts'

export type Refusal =
  | WhyNotManage
  | { readonly kind: 'may-not-set-up'; readonly barred?: Barred | undefined }
  | { readonly kind: 'already-so'; readonly quiz: Quiz }
  | { readonly kind: 'last-manager' }
  | { readonly kind: 'too-many-days-off' }
  /** The channel shares its daily question, and this is decided in the one that leads. */
  | { readonly kind: 'follows' }

export type Outcome = { readonly quiz: Quiz } | { readonly refusal: Refusal }

/**
 * The first quiz of a channel. The person who sets it up becomes its manager.
 *
 * @param quiz set up by somebody else a moment ago, if so: then it gets the wanted settings, if the asker may change them
 */
export function setUp(
  quiz: Quiz | undefined,
  asker: Asker & { readonly maySetUp: boolean },
  wanted: QuizSettings & { readonly group: GroupId; readonly place: PlaceId },
  now: Instant,
): Outcome {
  if (quiz !== undefined) return changeSettings(quiz, asker, wanted, now)
  if (!asker.maySetUp) return { refusal: { kind: 'may-not-set-up', barred: asker.barred } }
  const first = { ...wanted, managers: [asker.id], paused: false, retired: null, skipDate: null, lastDate: null, off: [], holidaysUntil: null }
  return { quiz: planned({ ...first, nextDate: '', nextAt: 0 }, now) }
}

export function changeSettings(quiz: Quiz | undefined, asker: Asker, settings: QuizSettings, now: Instant): Outcome {
  const only = quiz?.follows === undefined || !isOwnChange(quiz, settings) ? ledChange : changed
  return only(quiz, asker, (known) => replanned(known, { ...known, ...settings }, now))
}

/** Where a quiz follows another, how its results are told and whom it pings are still its own. */
const isOwnChange = (quiz: QuizSettings, settings: QuizSettings): boolean => {
  const shared = ({ time, zone, days, openMinutes, courses, topics, feedback, rolloverHour, catchUpMinutes, holidays }: QuizSettings) =>
    JSON.stringify([time, zone, days, openMinutes, courses, topics, feedback, rolloverHour, catchUpMinutes, holidays])
  return shared(quiz) === shared(settings)
}

export function pause(quiz: Quiz | undefined, asker: Asker, now: Instant): Outcome {
  return ledChange(quiz, asker, (known) => (known.paused ? undefined : { ...known, paused: true, off: withoutPause(known, now) }))
}

/**
 * A pause that ends by itself: questions come again from the date `until` on. Nothing changes where no date is left before `until`, and
 * where the channel is lost.
 *
 * @param waiting the daily round that is due and not posted yet, which the pause withdraws
 */
export function pauseUntil(quiz: Quiz | undefined, asker: Asker, until: LocalDate, now: Instant, waiting: Waiting | null = null): Outcome {
  return ledChange(quiz, asker, (known) => {
    const from = waiting === null ? firstFree(known, now) : localDate(now, known.zone)
    if (known.retired !== null || until <= from) return undefined
    const row: DayOff = { kind: 'pause', from, to: addDays(until, -1), name: '', by: asker.id, at: now }
    return replanned(known, { ...known, paused: false, off: [...withoutPause(known, now), row] }, now)
  })
}

/** The first date that has no round yet. */
function firstFree({ lastDate, zone }: Quiz, now: Instant): LocalDate {
  const today = localDate(now, zone)
  return lastDate !== null && lastDate >= today ? addDays(lastDate, 1) : today
}

/** For when the app was removed from the group: that takes no manager. */
export function pauseWithoutManager(quiz: Quiz | undefined): Outcome {
  if (quiz === undefined) return { refusal: { kind: 'no-quiz' } }
  return quiz.paused ? { refusal: { kind: 'already-so', quiz } } : { quiz: { ...quiz, paused: true } }
}

/** Dates that passed during the pause get no round. A quiz that stopped by itself, and not because the one that it follows is paused, resumes by itself. */
export function resume(quiz: Quiz | undefined, asker: Asker, now: Instant): Outcome {
  const change = quiz?.paused === true && quiz.follows?.paused !== true ? changed : ledChange
  return change(quiz, asker, (known) => {
    if (!known.paused && pauseOf(known) === undefined) return undefined
    return replanned(known, { ...known, paused: false, retired: null, off: withoutPause(known, now) }, now)
  })
}

/**
 * Skips the next date, or takes that back with `undo`. During a pause the stored next date may be over, so it's planned again.
 *
 * @param waiting the daily round that is due and not posted yet: that is the next one, then
 */
export function skip(quiz: Quiz | undefined, asker: Asker, undo: boolean, now: Instant, waiting: Waiting | null = null): Outcome {
  return ledChange(quiz, asker, (known) => {
    const current = known.paused ? planned(known, now) : known
    const next = waiting === null || known.paused ? current.nextDate : waiting.occasion
    if (undo && current.skipDate !== next && !isAhead(current, now)) return undefined
    const skipDate: LocalDate | null = undo ? null : next
    return current.skipDate === skipDate ? undefined : { ...current, skipDate }
  })
}

/** The next date that gets its question: one that no manager skipped. */
export function nextHeld(quiz: Quiz): Due {
  return quiz.skipDate === quiz.nextDate ? nextDue(quiz, quiz.nextAt, quiz.nextDate) : { date: quiz.nextDate, at: quiz.nextAt }
}

export function nameManager(quiz: Quiz | undefined, asker: Asker, person: PersonId): Outcome {
  return changed(quiz, asker, (known) =>
    known.managers.includes(person) ? undefined : { ...known, managers: [...known.managers, person] },
  )
}

/**
 * The last manager who is still in the group stays: the bot needs somebody to tell when it can't post.
 *
 * @param gone managers who have left the group
 */
export function removeManager(quiz: Quiz | undefined, asker: Asker, person: PersonId, gone: ReadonlySet<PersonId> = new Set()): Outcome {
  const outcome = changed(quiz, asker, (known) =>
    known.managers.includes(person) ? { ...known, managers: known.managers.filter((id) => id !== person) } : undefined,
  )
  if (!('quiz' in outcome)) return outcome
  const { managers } = outcome.quiz
  const nobodyStays = managers.length === 0 || (!gone.has(person) && managers.every((id) => gone.has(id)))
  return nobodyStays ? { refusal: { kind: 'last-manager' } } : outcome
}

/** Whether a quiz can be removed: only that of a deleted channel, which can never run again. @returns why not */
export function whyNotRemove(quiz: Quiz | undefined, asker: Asker): Refusal | undefined {
  const outcome = changed(quiz, asker, (known) => (known.retired === 'deleted' ? known : undefined))
  return 'refusal' in outcome ? outcome.refusal : undefined
}

/** Applies a manager's change; `change` returns undefined if it would change nothing. */
export function changed(quiz: Quiz | undefined, asker: Asker, change: (quiz: Quiz) => Quiz | undefined): Outcome {
  const no = whyNotManage(quiz, asker)
  if (quiz === undefined || no !== undefined) return { refusal: no ?? { kind: 'no-quiz' } }
  const next = change(quiz)
  return next === undefined ? { refusal: { kind: 'already-so', quiz } } : { quiz: next }
}

/** A change that holds for all channels that share the quiz, so it's made in the one that leads. */
export function ledChange(quiz: Quiz | undefined, asker: Asker, change: (quiz: Quiz) => Quiz | undefined): Outcome {
  const outcome = changed(quiz, asker, quiz?.follows === undefined ? change : (known) => known)
  return 'refusal' in outcome || quiz?.follows === undefined ? outcome : { refusal: { kind: 'follows' } }
}

/** A date that is already due keeps its round; new settings apply from the date after it. */
export function replanned(known: Quiz, quiz: Quiz, now: Instant): Quiz {
  return !known.paused && known.nextAt <= now ? quiz : planned(quiz, now)
}

/** Plans the next date from now on. A skip holds for its date: one that has no question for a while may get it back. */
export function planned(quiz: Quiz, now: Instant): Quiz {
  const next = nextDue(quiz, now, quiz.lastDate ?? undefined)
  const isKept = isAhead(quiz, now) || quiz.skipDate === quiz.lastDate
  return { ...quiz, nextDate: next.date, nextAt: next.at, skipDate: isKept ? quiz.skipDate : null }
}

/** Whether the skipped date may still get a question: in no zone is it over. */
const isAhead = ({ skipDate, lastDate }: Pick<Quiz, 'skipDate' | 'lastDate'>, now: Instant): boolean =>
  skipDate !== null && skipDate > (lastDate ?? '') && skipDate >= addDays(localDate(now, 'UTC'), -1)
