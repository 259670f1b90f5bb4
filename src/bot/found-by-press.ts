// A press on the post of a round that may or may not be out: it is. The connection broke while it was posted, and somebody answers it before
// the bot has found it.
import type { Instant } from '../core/time.ts'
import type { MaybeOut } from '../delivery/delivery.ts'
import { noteStep } from '../delivery/note-step.ts'
import type { Work } from '../delivery/work.ts'
import { answerControl, isMarkOf } from '../screens/question.ts'
import type { Press } from '../screens/request.ts'

type FoundBy = Pick<Work, 'ledger' | 'log' | 'measures' | 'posted'> & { readonly maybeOut: MaybeOut }

export async function foundByPress({ maybeOut, ...work }: FoundBy, request: Press, now: Instant): Promise<void> {
  const { ledger } = work
  const answer = answerControl.read(request.control)
  if (answer === undefined || request.message === undefined || !maybeOut.has(answer.round)) return
  const round = await ledger.rounds.find(answer.round)
  if (round?.state !== 'sending' || round.place !== request.place || round.message !== null) return
  // A ledger that was put back may have drawn another question: that is for the search to settle.
  if (answer.asked !== undefined && answer.asked !== null && !isMarkOf(answer.asked, round)) return
  await ledger.delivery.confirmPosted(round.id, request.message, now)
  // Several people may press at once.
  if (!maybeOut.delete(round.id)) return
  noteStep(work, round, { kind: 'posted', at: now, found: true })
  await work.posted?.(round)
}
