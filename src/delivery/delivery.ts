// The daily delivery: what is due is claimed, posted, confirmed, closed and redrawn; each step survives a crash after it.
import { minute, type Instant } from '../core/time.ts'
import type { Round } from '../core/round.ts'
import type { Claim } from '../ledger/delivery.ts'
import type { RoundView } from '../ledger/rounds.ts'
import { contentOf } from '../course/question-content.ts'
import { questionScreen } from '../screens/question.ts'
import type { LiveCount } from './live-count.ts'
import { longestTransit, PostError, type Platform } from '../platforms/platform.ts'
import { createWorkers, type Workers } from './workers.ts'
import { createRedraw } from './redraw.ts'
import { createTeller } from './tell-managers.ts'
import { createTimers, type Timers } from './timers.ts'
import type { Later, Pauses, Work } from './work.ts'

export type Delivery = {
  /** Does all that is due at this moment; fulfilled when it is done. Calls may overlap: a round is in one hand only. */
  tick(): Promise<void>
  /** Takes up nothing more; what is in hand is finished. */
  stop(): void
}

/** In one transaction, with a pause before the next: people who answer meanwhile are not kept waiting, and the first posts go out. */
const claimedAtOnce = 25
const pauseBetween = 10

/**
 * @param liveCount is asked to finish with a round before its answer is shown
 * @param later timers the delivery for what was asked to wait
 */
export function createDelivery(work: Work, liveCount: LiveCount, later: Later): Delivery {
  const { ledger, log, now } = work
  let beginning: Promise<unknown> = Promise.resolve()
  const state = { stopped: false }
  const tellManagers = createTeller(work)
  const timers = createTimers(later, now, () => void tick().catch((fault: unknown) => log.error({ fault }, 'a delivery failed; the next beat takes it up again')))
  const failed = (fault: unknown, { id }: Round) => log.error({ fault, round: id }, 'a round could not be handled; it is tried again')
  // Posts and redraws have limits of their own, so a group that rests from one may go on with the other.
  const posts: Workers = createWorkers<Claim>({ list: (limit) => ledger.delivery.unsent(now(), limit), step: (claim) => send(work, claim, pausesOf(() => posts, timers, now)), failed, now })
  const redraw = createRedraw(work, liveCount, pausesOf(() => redraws, timers, now))
  const redraws: Workers = createWorkers<RoundView>({ list: (limit) => ledger.closing.toRedraw(limit), step: redraw, failed, now })

  async function claim(): Promise<void> {
    while ((await ledger.delivery.claimDue(now(), work.bank, claimedAtOnce)).length === claimedAtOnce && !state.stopped) {
      if (!posts.busy()) void posts.takeAll().catch(() => undefined)
      await pause(pauseBetween)
    }
    while ((await ledger.closing.closeDue(now(), claimedAtOnce)).length === claimedAtOnce && !state.stopped) await pause(pauseBetween)
  }

  async function tick(): Promise<void> {
    const begun = beginning.catch(() => undefined).then(claim)
    beginning = begun
    await begun
    await Promise.all([posts.takeAll(), redraws.takeAll()])
    await Promise.all([posts.idle(), redraws.idle()])
    await tellManagers()
  }

  return {
    tick,
    stop() {
      state.stopped = true
      timers.stop()
      posts.stop()
      redraws.stop()
    },
  }
}

/** Whoever asked to wait for seconds is not kept waiting for the next beat. */
function pausesOf(workers: () => Pick<Workers, 'asked'>, timers: Timers, now: () => Instant): Pauses {
  return {
    wakeAt: timers.at,
    asked: (round, fault) => {
      const until = now() + Math.max(fault.retryAfter, 1000)
      if (fault.scope === 'group') workers().asked(round, until)
      timers.at(until)
      return until
    },
  }
}

/** Of the machine's own time, whatever the clock says. */
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function send(work: Work, claim: Claim, pauses: Pauses): Promise<void> {
  const { ledger, now } = work
  const { round, quiz } = claim
  const platform = work.platform(round.place)
  if (platform === undefined) return
  if (round.state === 'sending') {
    const since = claim.sendingSince ?? round.dueAt
    const found = await find(work, round, platform, since)
    if (found === 'not-now') return
    if (found === 'cannot-tell') {
      return fail(work, claim, 'It may have been posted, but the bot was cut off and may not read the channel to find out. It does not post twice.')
    }
    if (found !== undefined) return ledger.delivery.confirmPosted(round.id, found, now())
    // It may still be on its way: only after a while is it certain that it is not there.
    if (Math.abs(now() - since) < longestTransit) return pauses.wakeAt(since + longestTransit)
  }
  if (now() >= round.closesAt || now() - round.dueAt > Math.max(quiz.catchUpMinutes, 1) * minute) {
    return fail(work, claim, 'It could not be posted in time.')
  }
  await post(work, claim, platform, pauses)
}

/** Where the platform cannot say it now, the next tick asks again. */
async function find({ log }: Work, round: Round, platform: Platform, since: Instant): Promise<Awaited<ReturnType<Platform['find']>> | 'not-now'> {
  try {
    return await platform.find(round.place, round.id, since)
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
    const message = await platform.post(round.place, questionScreen(round, contentOf(course, round)), round.id)
    await ledger.delivery.confirmPosted(round.id, message, now())
    log.info({ round: round.id, place: round.place, question: round.question }, 'posted a round')
  } catch (fault) {
    if (!(fault instanceof PostError)) throw fault
    log.warn({ fault, round: round.id, place: round.place, code: fault.code }, 'a round was not posted')
    switch (fault.code) {
      case 'refused':
        return fail(work, claim, fault.message)
      case 'busy':
        return ledger.delivery.defer(round.id, pauses.asked(round, fault))
      case 'unclear':
        // It stays `sending`: the next tick looks for it.
        return
    }
  }
}

/** The managers are told when all else is done. */
function fail(work: Work, { round }: Claim, reason: string): Promise<void> {
  return work.ledger.delivery.fail(round.id, reason, work.now())
}
