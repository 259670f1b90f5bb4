// One claimed round: looked for if it may be out already, then posted, or given up with a reason.
import type { RoundId } from '../core/round.ts'
import { longestTransit, nextSendStep, type MaybeSent } from '../core/sending.ts'
import { whyWithdrawn } from '../core/withdraw.ts'
import { courseOfRound } from '../course/courses.ts'
import type { Claim } from '../ledger/delivery.ts'
import { PostError, type Platform } from '../platforms/platform.ts'
import { adopt } from './adopt.ts'
import { mayBeOut } from './may-be-out.ts'
import { openPost } from './round-post.ts'
import { createSearch } from './search.ts'
import type { Pauses, Work } from './work.ts'

/**
 * In milliseconds. Where another process uses the same token, each waits before it looks for the other's post: so long that a post in
 * flight has arrived, and at random, so that they do not look at the same time.
 */
const turn = { shortest: 10_000, longest: 60_000 }

/** A round whose platform cannot say now whether it was posted is left for the next tick. */
export function createSend(work: Work, pauses: Pauses): (claim: Claim) => Promise<void> {
  const { ledger, now, elapsed } = work
  /** When this process first knew that the post of a round may be out, in its own time. */
  const watchedSince = new Map<RoundId, number>()

  const search = createSearch(work)

  /** @returns for how long it has been watched */
  function watch(id: RoundId): number {
    const since = watchedSince.get(id) ?? elapsed()
    watchedSince.set(id, since)
    return elapsed() - since
  }

  const turns = new Map<RoundId, number>()

  /** How long to wait for a post of another process. */
  function untilTurn(id: RoundId, platform: Platform): number {
    if (platform.shared?.() !== true) return 0
    const at = turns.get(id) ?? elapsed() + turn.shortest + Math.random() * (turn.longest - turn.shortest)
    turns.set(id, at)
    return Math.ceil(at - elapsed())
  }

  /** Null if nothing was sent yet. */
  async function look(claim: Claim, platform: Platform): Promise<MaybeSent | null> {
    if (claim.round.state === 'sending') {
      const watched = watch(claim.round.id)
      return { found: await search.find(claim, platform), watched }
    }
    if (claim.round.dueAt >= ledger.upkeep.unsure().before && platform.shared?.() !== true) return null
    const found = await search.find(claim, platform)
    // Where the bot may not look, a question that was only late is worth more than being sure.
    if (found === 'cannot-tell' && !mayBeOut(ledger, claim.round.dueAt)) return null
    return { found, watched: longestTransit }
  }

  return async (claim) => {
    const { round, quiz } = claim
    const platform = work.platform(round.place)
    if (platform === undefined) return giveUpInTime(work, claim)
    const wait = round.state === 'claimed' ? untilTurn(round.id, platform) : 0
    if (wait > 0) return pauses.wakeAt(now() + wait)
    const step = nextSendStep(round, quiz, await look(claim, platform), now())
    if (step.kind === 'wait') return pauses.wakeAt(now() + step.for)
    if (step.kind === 'ask-again') return
    search.forget(round.id)
    watchedSince.delete(round.id)
    turns.delete(round.id)
    switch (step.kind) {
      case 'adopt':
        if (await adopt(work, claim, platform, step.message)) await work.posted?.(round)
        return
      case 'skip':
        // That their daily question was stopped, managers hear as a message of its own.
        return ledger.delivery.skip(round.id, step.reason, quiz.retired === null ? now() : null)
      case 'give-up':
        return ledger.delivery.fail(round.id, step.reason, now())
      case 'post':
        if ((await post(work, claim, platform, pauses)) === 'unclear') watch(round.id)
        return
      default:
        step satisfies never
    }
  }
}

/** A bot that no longer runs a platform records what it owes there: rounds that wait for ever would hide what comes after them. */
async function giveUpInTime({ ledger, now }: Work, { round, quiz }: Claim): Promise<void> {
  const step = nextSendStep(round, quiz, round.state === 'sending' ? { found: 'not-now', watched: 0 } : null, now())
  if (step.kind === 'give-up') await ledger.delivery.fail(round.id, `${step.reason} The bot runs without this platform now.`, now())
}

/** @returns `unclear` if the post may be out: the next tick looks for it */
async function post(work: Work, claim: Claim, platform: Platform, pauses: Pauses): Promise<'unclear' | void> {
  const { ledger, courses, log, now } = work
  const { round, sendingSince } = claim
  // Both in one commit: the queue takes in what is asked for together.
  const [isOurs, extras] = await Promise.all([ledger.delivery.markSending(round.id, now(), sendingSince), ledger.recaps.fixExtras(round.id)])
  if (!isOurs) return notOurs(work, claim)
  try {
    const message = await platform.post(round.place, openPost(courseOfRound(courses, round), round, extras, 0), round.id)
    await ledger.delivery.confirmPosted(round.id, message, now())
    log.info({ round: round.id, place: round.place, question: round.question }, 'posted a round')
    await work.posted?.(round)
  } catch (fault) {
    if (!(fault instanceof PostError)) throw fault
    log.warn({ fault, round: round.id, place: round.place, code: fault.code }, 'a round was not posted')
    switch (fault.code) {
      case 'refused':
        return refused(work, claim, fault)
      case 'busy':
        return ledger.delivery.defer(round.id, pauses.asked(round, fault), fault.message)
      case 'unclear':
        return fault.code
      default:
        fault.code satisfies never
    }
  }
}

/** A manager may have wanted the question no more at this very moment: the next tick says so on record. */
async function notOurs({ ledger, log, now }: Work, { round, quiz }: Claim): Promise<void> {
  const [current, latest] = await Promise.all([ledger.rounds.find(round.id), ledger.quizzes.at(round.place)])
  if (current?.state === 'skipped' || whyWithdrawn(round, latest ?? quiz, now()) !== undefined) return
  log.warn({ round: round.id, place: round.place }, 'another process is posting this round; another bot may be using this database')
}

async function refused({ ledger, now }: Work, { round }: Claim, fault: PostError): Promise<void> {
  const current = await ledger.rounds.find(round.id)
  // The channel got another id meanwhile: the next tick posts it there.
  if (current !== undefined && current.place !== round.place) return ledger.delivery.defer(round.id, now(), fault.message)
  return ledger.delivery.fail(round.id, fault.message, now(), fault.lost)
}
