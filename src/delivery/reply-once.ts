// The reply in the thread of a round's post that tells its close: sent at most once, whatever happens.
import { roundFields, type Round } from '../core/round.ts'
import { PostError, type MessageRef, type Platform } from '../platforms/platform.ts'
import { recapScreen } from '../screens/recap.ts'
import { mayBeOut } from './may-be-out.ts'
import type { Work } from './work.ts'

/**
 * Claims the reply before it is sent: after a crash, or where nobody can tell whether it arrived, it is left out. The post says the
 * same, so a reply that is missing costs less than one that comes twice.
 *
 * @throws PostError `busy` if it was not sent and may be tried again
 */
export async function replyOnce({ ledger, log, now }: Work, platform: Platform, round: Round, post: MessageRef): Promise<void> {
  const recap = await ledger.recaps.claimReply(round.id, now())
  if (recap === undefined || mayBeOut(ledger, round.closesAt, platform)) return
  try {
    await platform.reply(post, recapScreen(recap), round.id)
  } catch (fault) {
    if (!(fault instanceof PostError)) throw fault
    log.warn({ fault, ...roundFields(round), code: fault.code }, 'could not reply with the answer')
    if (fault.code !== 'busy') return
    await ledger.recaps.releaseReply(round.id)
    throw fault
  }
}
