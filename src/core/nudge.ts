// A private reminder before a channel's question closes, for people who asked for one and have not answered.
import { isIn } from './date-range.ts'
import type { Quiz } from './quiz.ts'
import { isExtra, type Round } from './round.ts'
import { localDate, minute, type Instant } from './time.ts'

export const leads = [30, 60] as const
/** How long before the close, in minutes. */
export type Lead = (typeof leads)[number]

/** With less time than this left, nobody can read the question and answer. */
const shortestRest = minute

/** How long before the close it comes to a question that is open for so long: not before half of that is over. Both in minutes. */
export const minutesBefore = (open: number | null, lead: Lead): number => Math.min(lead, Math.floor((open ?? Infinity) / 2))

/** @param openedAt null before it is out */
export function nudgeAt({ openedAt, closesAt }: Pick<Round, 'openedAt' | 'closesAt'>, lead: Lead): Instant {
  return closesAt - minutesBefore(openedAt === null ? null : (closesAt - openedAt) / minute, lead) * minute
}

/** When to look next: undefined as long as no question is open whose reminder is to come. */
export function nextNudge(rounds: readonly Pick<Round, 'openedAt' | 'closesAt'>[], lead: Lead, now: Instant): Instant | undefined {
  const coming = rounds.map((round) => nudgeAt(round, lead)).filter((at) => at > now)
  return coming.length === 0 ? undefined : Math.min(...coming)
}

/** The one to remind somebody of whose reminders were to be looked at since `since`: the first to close. Undefined if there is none. */
export function roundToNudge<Of extends Pick<Round, 'occasion' | 'openedAt' | 'closesAt' | 'state' | 'voided'>>(rounds: readonly Of[], quiz: Pick<Quiz, 'paused' | 'off' | 'zone'>, lead: Lead, { since, now }: { readonly since: Instant; readonly now: Instant }): Of | undefined {
  const today = localDate(now, quiz.zone)
  if (quiz.paused || isIn(quiz.off, today)) return undefined
  const isDue = (round: Of) => nudgeAt(round, lead) >= since && nudgeAt(round, lead) <= now && round.closesAt - now >= shortestRest
  // Nobody has to answer a question whose date was taken off since.
  const isWanted = (round: Of) => round.state === 'open' && !isExtra(round) && round.voided !== true && !isIn(quiz.off, round.occasion)
  return rounds.filter((round) => isDue(round) && isWanted(round)).toSorted((one, other) => one.closesAt - other.closesAt)[0]
}
