// A press on the post of a round that may or may not be out: it is. The connection broke while it was posted, and somebody answers it before
// the bot has found it.
import type { Instant } from '../core/time.ts'
import { noteStep } from '../delivery/note-step.ts'
import type { Work } from '../delivery/work.ts'
import { answerControl, isMarkOf } from '../screens/question.ts'
import type { Press } from '../screens/request.ts'

export type FoundBy = Pick<Work, 'ledger' | 'log' | 'measures' | 'posted'>

/** @returns whether the round is open since now */
export async function foundByPress(work: FoundBy, request: Press, now: Instant): Promise<boolean> {
  const { ledger } = work
  if (request.message === undefined) return false
  const answer = answerControl.read(request.control)
  const round = answer === undefined ? undefined : await ledger.rounds.find(answer.round)
  if (answer === undefined || round?.state !== 'sending' || round.place !== request.place || round.message !== null) return false
  // A ledger that was put back may have drawn another question: that is for the search to settle.
  if (answer.asked !== undefined && answer.asked !== null && !isMarkOf(answer.asked, round)) return false
  await ledger.delivery.confirmPosted(round.id, request.message, now)
  noteStep(work, round, { kind: 'posted', at: now, found: true })
  await work.posted?.(round)
  return true
}
