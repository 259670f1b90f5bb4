// What happens next to a round that is to be posted: decided from its state, the clock, and what was found in its channel.
import type { QuizSettings } from './quiz.ts'
import type { Round } from './round.ts'
import { minute, type Instant } from './time.ts'

/** A message that was sent has arrived after this time, or never will; also if the process that sent it is gone. In milliseconds. */
export const longestTransit = 30_000

/** What a search for the post of a round came to: its message, certainly no message, or that nobody can tell. */
export type Found = { readonly message: string } | 'none' | 'cannot-tell'

export type SendStep =
  | { readonly kind: 'post' }
  /** It was posted before: this is its message. */
  | { readonly kind: 'adopt'; readonly message: string }
  /** It may still be on its way. */
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'give-up'; readonly reason: string }

/** @param sent since when the post may be out, and what a search found; null if nothing was sent yet */
export function nextSendStep(
  round: Pick<Round, 'dueAt' | 'closesAt'>,
  quiz: Pick<QuizSettings, 'catchUpMinutes'>,
  sent: { readonly since: Instant; readonly found: Found } | null,
  now: Instant,
): SendStep {
  if (sent !== null) {
    if (sent.found === 'cannot-tell') {
      return { kind: 'give-up', reason: 'It may have been posted, but the bot was cut off and may not read the channel to find out. It does not post twice.' }
    }
    if (sent.found !== 'none') return { kind: 'adopt', message: sent.found.message }
    if (Math.abs(now - sent.since) < longestTransit) return { kind: 'wait', until: sent.since + longestTransit }
  }
  const late = now - round.dueAt > Math.max(quiz.catchUpMinutes, 1) * minute
  return now >= round.closesAt || late ? { kind: 'give-up', reason: 'It could not be posted in time.' } : { kind: 'post' }
}
