// One claimed round: looked for if it may be out already, then posted, or given up with a reason.
import { nextSendStep, type Found } from '../core/sending.ts'
import type { Instant } from '../core/time.ts'
import type { Claim } from '../ledger/delivery.ts'
import { PostError, type Platform } from '../platforms/platform.ts'
import { openPost } from './round-post.ts'
import type { Pauses, Work } from './work.ts'

/** A round whose platform does not run, or cannot say now whether it was posted, is left for the next tick. */
export async function send(work: Work, claim: Claim, pauses: Pauses): Promise<void> {
  const { ledger, now } = work
  const { round, quiz } = claim
  const platform = work.platform(round.place)
  if (platform === undefined) return
  const since = claim.sendingSince ?? round.dueAt
  const found = round.state === 'sending' ? await find(work, claim, platform, since) : null
  if (found === 'not-now') return
  const step = nextSendStep(round, quiz, found === null ? null : { since, found }, now())
  switch (step.kind) {
    case 'adopt':
      return ledger.delivery.confirmPosted(round.id, step.message, now())
    case 'wait':
      return pauses.wakeAt(step.until)
    case 'give-up':
      return ledger.delivery.fail(round.id, step.reason, now())
    case 'post':
      return post(work, claim, platform, pauses)
    default:
      step satisfies never
  }
}

async function find({ log }: Work, { round }: Claim, platform: Platform, since: Instant): Promise<Found | 'not-now'> {
  try {
    const found = await platform.find(round.place, round.id, since)
    if (found === undefined) return 'none'
    return found === 'cannot-tell' ? found : { message: found }
  } catch (fault) {
    if (!(fault instanceof PostError)) throw fault
    log.warn({ fault, round: round.id, place: round.place, code: fault.code }, 'it cannot be seen right now whether a round was posted')
    return 'not-now'
  }
}

async function post(work: Work, claim: Claim, platform: Platform, pauses: Pauses): Promise<void> {
  const { ledger, course, log, now } = work
  const { round } = claim
  await ledger.delivery.markSending(round.id, now())
  try {
    const message = await platform.post(round.place, openPost(course, round, 0), round.id)
    await ledger.delivery.confirmPosted(round.id, message, now())
    log.info({ round: round.id, place: round.place, question: round.question }, 'posted a round')
  } catch (fault) {
    if (!(fault instanceof PostError)) throw fault
    log.warn({ fault, round: round.id, place: round.place, code: fault.code }, 'a round was not posted')
    switch (fault.code) {
      case 'refused':
        return refused(work, claim, fault)
      case 'busy':
        return ledger.delivery.defer(round.id, pauses.asked(round, fault))
      case 'unclear':
        // It stays `sending`: the next tick looks for it.
        return
      default:
        fault.code satisfies never
    }
  }
}

async function refused({ ledger, now }: Work, { round }: Claim, fault: PostError): Promise<void> {
  const current = await ledger.rounds.find(round.id)
  // The channel got another id meanwhile: the next tick posts it there.
  if (current !== undefined && current.place !== round.place) return ledger.delivery.defer(round.id, now())
  return ledger.delivery.fail(round.id, fault.message, now(), fault.lost)
}
