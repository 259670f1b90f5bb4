// The daily delivery: what is due is claimed, posted, confirmed, closed and redrawn; each step survives a crash after it.
import { minute, type Instant } from '../core/time.ts'
import type { Round, RoundId } from '../core/round.ts'
import type { Claim } from '../ledger/ledger.ts'
import { questionScreen } from '../screens/question.ts'
import { contentOf, type Desk } from './desk.ts'
import type { Later, LiveCount } from './live-count.ts'
import { longestTransit, PostError, type Platform } from './platform.ts'
import { createRedraw } from './redraw.ts'
import { createTeller } from './tell-manager.ts'

export type Delivery = {
  /** Does all that is due at this moment; fulfilled when it is done. Calls may overlap: a round is in one hand only. */
  tick(): Promise<void>
  stop(): void
}

const atOnce = 500
/** Rounds in hand at one time. A channel that does not answer keeps one of these hands and no more. */
const hands = 300

/**
 * @param liveCount is asked to finish with a round before its answer is shown
 * @param later wakes the delivery for what was asked to wait
 */
export function createDelivery(work: Work, liveCount: LiveCount, later: Later): Delivery {
  const { desk, now } = work
  const inHand = new Map<RoundId, Promise<void>>()
  let beginning: Promise<unknown> = Promise.resolve()
  const tellManagers = createTeller(work)
  let wake: { readonly at: Instant; readonly cancel: () => void } | undefined
  const redraw = createRedraw(work, liveCount, wakeAt)

  /** Handles a round; one that fails holds up no other. */
  function take(id: RoundId, step: () => Promise<void>): void {
    const done = step()
      .catch((fault: unknown) => desk.log.error({ fault, round: id }, 'a round could not be handled; it is tried again'))
      .finally(() => inHand.delete(id))
    inHand.set(id, done)
  }

  /** Takes up what `list` finds until nothing new is left, each round once. */
  async function takeAll<Item extends { readonly round: Round }>(list: (limit: number) => Promise<readonly Item[]>, step: (item: Item) => Promise<void>): Promise<void> {
    const taken = new Set<RoundId>()
    /** Those that were handled and stand on the list all the same: they may not hide what comes after them. */
    let stuck = 0
    for (;;) {
      // A round that was in hand before it was listed may have moved on since: what the list says of it is old.
      const before = new Set(inHand.keys())
      const found = await list(atOnce + before.size + stuck)
      const next = found.filter(({ round }) => !before.has(round.id) && !taken.has(round.id)).slice(0, Math.max(hands - before.size, 1))
      if (next.length === 0) return
      stuck = found.filter(({ round }) => taken.has(round.id)).length
      for (const item of next) {
        taken.add(item.round.id)
        take(item.round.id, () => step(item))
      }
      while (inHand.size > hands / 2) await Promise.race(inHand.values())
    }
  }

  async function claim(): Promise<void> {
    while ((await desk.ledger.claimDue(now(), desk.bank, atOnce)).length === atOnce);
    while ((await desk.ledger.closeDue(now(), atOnce)).length === atOnce);
  }

  /** The next beat may be a minute away; whoever asked to wait for seconds is not kept waiting longer. */
  function wakeAt(at: Instant): void {
    if (wake !== undefined && wake.at <= at) return
    wake?.cancel()
    wake = { at, cancel: later(Math.max(at - now(), 0), () => {
      wake = undefined
      void tick().catch((fault: unknown) => desk.log.error({ fault }, 'a delivery failed; the next beat takes it up again'))
    }) }
  }

  async function tick(): Promise<void> {
    const begun = beginning.catch(() => undefined).then(claim)
    beginning = begun
    await begun
    await Promise.all([
      takeAll((limit) => desk.ledger.unsent(now(), limit), (item) => send(work, item, wakeAt)),
      takeAll((limit) => desk.ledger.toRedraw(limit), redraw),
    ])
    await Promise.all(inHand.values())
    await tellManagers()
  }

  return { tick, stop: () => wake?.cancel() }
}

/** What the parts of the delivery share. */
export type Work = {
  readonly desk: Desk
  readonly now: () => Instant
  /** The platform of a place or a person; undefined where it does not run, and what belongs to it waits. */
  readonly platform: (id: string) => Platform | undefined
}

async function send(work: Work, claim: Claim, wakeAt: (at: Instant) => void): Promise<void> {
  const { desk, now } = work
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
    if (found !== undefined) return desk.ledger.confirmPosted(round.id, found, now())
    // It may still be on its way: only after a while is it certain that it is not there.
    if (Math.abs(now() - since) < longestTransit) return wakeAt(since + longestTransit)
  }
  if (now() >= round.closesAt || now() - round.dueAt > Math.max(quiz.catchUpMinutes, 1) * minute) {
    return fail(work, claim, 'It could not be posted in time.')
  }
  await post(work, claim, platform, wakeAt)
}

/** Where the platform cannot say it now, the next tick asks again. */
async function find({ desk }: Work, round: Round, platform: Platform, since: Instant): Promise<Awaited<ReturnType<Platform['find']>> | 'not-now'> {
  try {
    return await platform.find(round.place, round.id, since)
  } catch (fault) {
    if (!(fault instanceof PostError)) throw fault
    desk.log.warn({ fault, round: round.id, place: round.place, code: fault.code }, 'it cannot be seen right now whether a round was posted')
    return 'not-now'
  }
}

async function post(work: Work, claim: Claim, platform: Platform, wakeAt: (at: Instant) => void): Promise<void> {
  const { desk, now } = work
  const { round } = claim
  await desk.ledger.markSending(round.id, now())
  try {
    const message = await platform.post(round.place, questionScreen(round, contentOf(desk.course, round)), round.id)
    await desk.ledger.confirmPosted(round.id, message, now())
    desk.log.info({ round: round.id, place: round.place, question: round.question }, 'posted a round')
  } catch (fault) {
    if (!(fault instanceof PostError)) throw fault
    desk.log.warn({ fault, round: round.id, place: round.place, code: fault.code }, 'a round was not posted')
    switch (fault.code) {
      case 'refused':
        return fail(work, claim, fault.message)
      case 'busy': {
        const retryAt = now() + Math.max(fault.retryAfter, 1000)
        await desk.ledger.defer(round.id, retryAt)
        return wakeAt(retryAt)
      }
      case 'unclear':
        // It stays `sending`: the next tick looks for it.
        return
    }
  }
}

/** The managers are told when all else is done. */
function fail(work: Work, { round }: Claim, reason: string): Promise<void> {
  return work.desk.ledger.failRound(round.id, reason, work.now())
}
