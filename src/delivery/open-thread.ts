// Opens the thread in which people talk about a round: at most once, whatever happens.
import { roundFields, type Round } from '../core/round.ts'
import type { Instant } from '../core/time.ts'
import type { Claim } from '../ledger/delivery.ts'
import { PostError } from '../platforms/platform.ts'
import { discussionScreen, threadName } from '../screens/discussion.ts'
import { mayBeOut } from './may-be-out.ts'
import type { Pauses, Work } from './work.ts'

/** When it was to be opened. */
const opensAt = ({ feedback, dueAt, openedAt, closesAt, closedAt }: Round): Instant => (feedback === 'at-close' ? (closedAt ?? closesAt) : (openedAt ?? dueAt))

/**
 * Claimed before it is opened: after a crash, or where nobody can tell whether it is there, a thread may be missing. People can still open
 * one themselves.
 */
export function createOpenThread(work: Work, pauses: Pauses): (claim: Claim) => Promise<void> {
  const { ledger, log, now } = work
  return async (claim) => {
    const { round, quiz } = claim
    const platform = work.platform(round.place)
    if (platform !== undefined && !platform.healthy()) return
    if (!(await ledger.threads.claim(round.id, now())) || platform?.discuss === undefined || round.message === null || mayBeOut(ledger, opensAt(round), platform)) return
    // The reply that tells the close begins the thread already.
    const begun = quiz.recap === 'thread' && round.feedback === 'at-close'
    try {
      await platform.discuss(round.message, { name: threadName(round.words), invitation: begun ? null : discussionScreen(round) })
      await ledger.threads.note(round.id, null, now())
    } catch (fault) {
      if (!(fault instanceof PostError)) throw fault
      log.warn({ fault, ...roundFields(round), code: fault.code }, 'could not open a thread')
      switch (fault.code) {
        case 'refused':
          return ledger.threads.note(round.id, fault.message, now())
        case 'busy':
          return ledger.threads.release(round.id, pauses.asked(round, fault))
        case 'unclear':
          return
        default:
          fault.code satisfies never
      }
    }
  }
}
