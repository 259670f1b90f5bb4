// The changes managers make to a quiz, or the reason why not.
import { mayManage, type Asker, type GroupId, type PersonId, type PlaceId, type Quiz, type QuizSettings } from './quiz.ts'
import { nextDue, type Due } from './schedule.ts'
import type { Instant, LocalDate } from './time.ts'

export type Refusal =
  | { readonly kind: 'no-quiz' }
  | { readonly kind: 'may-not-set-up' }
  | { readonly kind: 'not-a-manager'; readonly managers: readonly PersonId[] }
  | { readonly kind: 'already-so'; readonly quiz: Quiz }
  | { readonly kind: 'last-manager' }

type Outcome = { readonly quiz: Quiz } | { readonly refusal: Refusal }

/** The first quiz of a channel, or new settings for the one it has. The person who sets it up becomes its manager. */
export function setUp(
  quiz: Quiz | undefined,
  asker: Asker & { readonly maySetUp: boolean },
  wanted: QuizSettings & { readonly group: GroupId; readonly place: PlaceId },
  now: Instant,
): Outcome {
  if (quiz !== undefined) return changed(quiz, asker, () => replanned(quiz, { ...quiz, ...wanted, paused: false }, now))
  if (!asker.maySetUp) return { refusal: { kind: 'may-not-set-up' } }
  const first = { ...wanted, managers: [asker.id], paused: false, skipDate: null, lastDate: null }
  return { quiz: planned({ ...first, nextDate: '', nextAt: 0 }, now) }
}

export function changeSettings(quiz: Quiz | undefined, asker: Asker, settings: QuizSettings, now: Instant): Outcome {
  return changed(quiz, asker, (known) => replanned(known, { ...known, ...settings }, now))
}

export function pause(quiz: Quiz | undefined, asker: Asker): Outcome {
  return changed(quiz, asker, (known) => (known.paused ? undefined : { ...known, paused: true }))
}

/** The app was removed from the group: nobody is asked for the right to. */
export function pauseWithoutManager(quiz: Quiz | undefined): Outcome {
  if (quiz === undefined) return { refusal: { kind: 'no-quiz' } }
  return quiz.paused ? { refusal: { kind: 'already-so', quiz } } : { quiz: { ...quiz, paused: true } }
}

/** Dates that passed during the pause get no round. */
export function resume(quiz: Quiz | undefined, asker: Asker, now: Instant): Outcome {
  return changed(quiz, asker, (known) => (known.paused ? planned({ ...known, paused: false }, now) : undefined))
}

/** Skips the next date, or takes that back with `undo`. During a pause the stored next date may be over, so it is found anew. */
export function skip(quiz: Quiz | undefined, asker: Asker, undo: boolean, now: Instant): Outcome {
  return changed(quiz, asker, (known) => {
    const current = known.paused ? planned(known, now) : known
    const skipDate: LocalDate | null = undo ? null : current.nextDate
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

/** The last manager stays, because somebody has to be told if a round cannot be posted. */
export function removeManager(quiz: Quiz | undefined, asker: Asker, person: PersonId): Outcome {
  const outcome = changed(quiz, asker, (known) =>
    known.managers.includes(person) ? { ...known, managers: known.managers.filter((id) => id !== person) } : undefined,
  )
  return 'quiz' in outcome && outcome.quiz.managers.length === 0 ? { refusal: { kind: 'last-manager' } } : outcome
}

/** Applies a manager's change; `change` returns undefined if it would change nothing. */
function changed(quiz: Quiz | undefined, asker: Asker, change: (quiz: Quiz) => Quiz | undefined): Outcome {
  if (quiz === undefined) return { refusal: { kind: 'no-quiz' } }
  if (!mayManage(quiz, asker)) return { refusal: { kind: 'not-a-manager', managers: quiz.managers } }
  const next = change(quiz)
  return next === undefined ? { refusal: { kind: 'already-so', quiz } } : { quiz: next }
}

/** A date that is already due keeps its round; new settings apply from the date after it. */
function replanned(known: Quiz, quiz: Quiz, now: Instant): Quiz {
  return !known.paused && known.nextAt <= now ? quiz : planned(quiz, now)
}

/** Finds the next date anew, and forgets a skip of a date that is no longer next. */
function planned(quiz: Quiz, now: Instant): Quiz {
  const next = nextDue(quiz, now, quiz.lastDate ?? undefined)
  return { ...quiz, nextDate: next.date, nextAt: next.at, skipDate: quiz.skipDate === next.date ? quiz.skipDate : null }
}
