// What happens to a quiz whose channel is lost: it's paused with the reason on record, and goes on once the channel is back.
import { planned } from './manage.ts'
import type { ChannelLoss, PlaceId, Quiz } from './quiz.ts'
import type { Instant } from './time.ts'

/**
 * How many due dates in a row may be refused because the channel is archived, or the platform shows the bot no such channel. On the
 * fifth (a week of working days) the quiz is retired: until then somebody may bring the channel back, and questions simply go on.
 * A refusal that says for certain that the channel was deleted retires the quiz at once. So do events about it; see `retire`.
 */
export const unreachableLimit = 5

/** @param refused due dates in a row that were refused because the channel is lost, this one included */
export function shouldRetire(loss: ChannelLoss, refused: number): boolean {
  return loss === 'deleted' || refused >= unreachableLimit
}

type Outcome = { readonly quiz: Quiz } | { readonly refusal: 'nothing-to-do' }

/** A quiz that is paused already keeps its pause, now with the reason why resuming won't help. */
export function retire(quiz: Quiz | undefined, loss: ChannelLoss): Outcome {
  if (quiz === undefined || quiz.retired === loss) return { refusal: 'nothing-to-do' }
  return { quiz: { ...quiz, paused: true, retired: loss } }
}

/** Whether managers are told that a quiz was retired. Where questions were paused anyway, nobody waits for them. */
export function isNewsToManagers(before: Quiz | undefined, after: Quiz): boolean {
  return after.retired !== null && before?.paused === false
}

/** The channel is out of the archive. Dates that passed meanwhile get no round. */
export function unarchive(quiz: Quiz | undefined, now: Instant): Outcome {
  return quiz?.retired === 'archived' ? { quiz: planned({ ...quiz, paused: false, retired: null }, now) } : { refusal: 'nothing-to-do' }
}

/**
 * The quiz of a channel that goes on under another id.
 *
 * @param there set up under the new id before the bot heard of the change: what somebody asked for last holds, and all managers stay
 */
export function movedTo(place: PlaceId, quiz: Quiz, there: Quiz | undefined, now: Instant): Quiz {
  if (there === undefined) return quiz.retired === null ? { ...quiz, place } : planned({ ...quiz, place, paused: false, retired: null }, now)
  const managers = [...new Set([...quiz.managers, ...there.managers])]
  const lastDate = [quiz.lastDate, there.lastDate].reduce((one, other) => ((one ?? '') > (other ?? '') ? one : other))
  const merged = { ...there, place, managers, lastDate, off: [...quiz.off, ...there.off] }
  return there.nextDate > (lastDate ?? '') ? merged : planned(merged, now)
}
