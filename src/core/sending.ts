// What happens next to a round that is to be posted: decided from its state, the clock, and what was found in its channel.
import type { Quiz } from './quiz.ts'
import type { Round } from './round.ts'
import { minute, type Instant } from './time.ts'
import { whyWithdrawn } from './withdraw.ts'

/** A message that was sent has arrived after this time, or never will; also if the process that sent it is gone. In milliseconds. */
export const longestTransit = 30_000

/**
 * What a search for the post of a round came to: its message, certainly no message, that the platform cannot be asked now, that there is
 * more to search, or that the bot may not know. `no-sign`: it may not know, but somebody who presses a button of the post will show it.
 */
export type Found = { readonly message: string } | 'none' | 'not-now' | 'unfinished' | 'cannot-tell' | 'no-sign'

/** What is known of a post that may be out. */
export type MaybeSent = {
  readonly found: Found
  /** For how long this process has known of it, in milliseconds of the machine's own time: the clock may have been set meanwhile. */
  readonly watched: number
}

/** In milliseconds. Somebody has pressed a button of a post by then, if it's out. */
export const longestSilence = 60 * minute

export type SendStep =
  | { readonly kind: 'post' }
  /** It was posted before: this is its message. */
  | { readonly kind: 'adopt'; readonly message: string }
  /** It may still be on its way. In milliseconds. */
  | { readonly kind: 'wait'; readonly for: number }
  /** The next beat asks again. */
  | { readonly kind: 'ask-again' }
  /** A manager wants none any more. */
  | { readonly kind: 'skip'; readonly reason: string }
  | { readonly kind: 'give-up'; readonly reason: string }

/** @param sent null if nothing was sent yet */
export function nextSendStep(
  round: Pick<Round, 'occasion' | 'dueAt' | 'closesAt' | 'reason'>,
  quiz: Pick<Quiz, 'catchUpMinutes' | 'paused' | 'retired' | 'off' | 'skipDate' | 'zone'>,
  sent: MaybeSent | null,
  now: Instant,
): SendStep {
  const isOver = now >= round.closesAt || now - round.dueAt > Math.max(quiz.catchUpMinutes, 1) * minute
  const why = round.reason === null ? '' : ` ${round.reason}`
  if (sent !== null && sent.found !== 'none') {
    if (sent.found === 'not-now' || sent.found === 'unfinished') return isOver ? { kind: 'give-up', reason: `${whyUnknown[sent.found]}${why}` } : { kind: 'ask-again' }
    if (sent.found === 'no-sign' && !isOver && sent.watched < longestSilence) return { kind: 'ask-again' }
    return sent.found === 'cannot-tell' || sent.found === 'no-sign' ? { kind: 'give-up', reason: mayNotKnow } : { kind: 'adopt', message: sent.found.message }
  }
  if (sent !== null && sent.watched < longestTransit) return { kind: 'wait', for: longestTransit - sent.watched }
  const withdrawn = whyWithdrawn(round, quiz, now)
  if (withdrawn !== undefined) return { kind: 'skip', reason: withdrawn }
  if (!isOver) return { kind: 'post' }
  return { kind: 'give-up', reason: `It couldn’t be posted in time.${why}` }
}

const mayNotKnow = 'It may have been posted: the connection broke, and the bot isn’t allowed to read the channel to check. It never posts twice.'
/** Also where nothing was sent: after a start the bot looks first, in case its database is a copy. */
const whyUnknown = {
  'not-now': 'It may have been posted, and the platform didn’t answer in time when the bot checked. It never posts twice.',
  unfinished: 'It may have been posted, and the channel has had too many messages since to check them all in time. It never posts twice.',
}
