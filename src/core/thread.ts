// When the thread opens in which people talk about a question: with its post, or at its close where answers wait for that.
import type { Quiz } from './quiz.ts'
import { isPosted, type Round } from './round.ts'
import { day, type Instant } from './time.ts'

/** Nobody talks about a question that has been out, or closed, for longer. */
const wantedFor = day

/** A quiz whose questions get no thread, and why, in a sentence for people. */
export type Threadless = { readonly quiz: Quiz; readonly reason: string }

type Threaded = Pick<Round, 'feedback' | 'state' | 'openedAt' | 'closedAt'>

/** Where an answer can be changed until the close, nobody gives it away before. */
export const opensThread = ({ thread }: Pick<Quiz, 'thread'>, { feedback }: Pick<Round, 'feedback'>, at: 'post' | 'close'): boolean =>
  thread && (feedback === 'at-close') === (at === 'close')

/** Whether a thread that waited is still wanted. */
export function isThreadWanted({ thread }: Pick<Quiz, 'thread'>, { feedback, state, openedAt, closedAt }: Threaded, now: Instant): boolean {
  const since = feedback === 'at-close' ? closedAt : openedAt
  return thread && since !== null && now - since <= wantedFor && isPosted({ state })
}
