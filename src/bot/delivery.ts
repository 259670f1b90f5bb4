// The daily delivery: what is due is claimed, posted, confirmed, closed and redrawn; each step survives a crash after it.
import { minute, type Instant } from '../core/time.ts'
import type { RoundId } from '../core/round.ts'
import type { Claim, RoundView } from '../ledger/ledger.ts'
import { questionScreen } from '../screens/question.ts'
import { contentOf, type Desk } from './desk.ts'
import { platformOf, PostError, type Platform, type PlatformName } from './platform.ts'
import { roundScreen } from './today.ts'
import { tellManager } from './tell-manager.ts'

export type Delivery = {
  /** Does all that is due at this moment; fulfilled when it is done. Calls may overlap: a round is in one hand only. */
  tick(): Promise<void>
}

const atOnce = 500

/**
 * @param platforms those that run; what belongs to another one waits
 * @param now the clock
 */
export function createDelivery(desk: Desk, platforms: ReadonlyMap<PlatformName, Platform>, now: () => Instant): Delivery {
  const inHand = new Set<string>()
  const work: Work = { desk, now, platform: (place) => platforms.get(platformOf(place) ?? 'terminal') }

  /** Handles a round unless it is in hand already; one that fails holds up no other. */
  async function handle(id: RoundId, step: () => Promise<void>): Promise<void> {
    inHand.add(id)
    try {
      await step()
    } catch (fault) {
      desk.log.error({ fault, round: id }, 'a round could not be handled; it is tried again')
    } finally {
      inHand.delete(id)
    }
  }

  async function begin(): Promise<readonly Promise<void>[]> {
    for (;;) {
      const claims = await desk.ledger.claimDue(now(), desk.bank, atOnce)
      for (const claim of claims) if (claim.round.reason !== null) void tellManager(work, claim)
      if (claims.length < atOnce) break
    }
    await desk.ledger.closeDue(now(), atOnce)
    // A round that was in hand before it was listed may have moved on since: what the list says of it is old.
    const before = new Set(inHand)
    const [unsent, toRedraw] = await Promise.all([desk.ledger.unsent(now(), atOnce), desk.ledger.toRedraw(atOnce)])
    return [
      ...unsent.filter(({ round }) => !before.has(round.id)).map((claim) => handle(claim.round.id, () => send(work, claim))),
      ...toRedraw.filter(({ round }) => !before.has(round.id)).map((view) => handle(view.round.id, () => redraw(work, view))),
    ]
  }

  let beginning: Promise<unknown> = Promise.resolve()
  return {
    tick: async () => {
      const begun = beginning.catch(() => undefined).then(begin)
      beginning = begun
      await Promise.all(await begun)
    },
  }
}

export type Work = {
  readonly desk: Desk
  readonly now: () => Instant
  readonly platform: (place: string) => Platform | undefined
}

async function send(work: Work, claim: Claim): Promise<void> {
  const { desk, now } = work
  const { round, quiz } = claim
  const platform = work.platform(round.place)
  if (platform === undefined) return
  if (round.state === 'sending') {
    const found = await platform.find(round.place, round.id, claim.sendingSince ?? round.dueAt)
    if (found === 'cannot-tell') {
      return fail(work, claim, 'It may have been posted, but the bot was cut off and may not read the channel to find out. It does not post twice.')
    }
    if (found !== undefined) return desk.ledger.confirmPosted(round.id, found, now())
  }
  if (now() >= round.closesAt || now() - round.dueAt > Math.max(quiz.catchUpMinutes, 1) * minute) {
    return fail(work, claim, 'It could not be posted in time.')
  }
  await post(work, claim, platform)
}

async function post(work: Work, claim: Claim, platform: Platform): Promise<void> {
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
      case 'busy':
        return desk.ledger.defer(round.id, now() + Math.max(fault.retryAfter, 1000))
      case 'unclear':
        // It stays `sending`: the next tick looks for it.
        return
    }
  }
}

async function fail(work: Work, claim: Claim, reason: string): Promise<void> {
  await work.desk.ledger.failRound(claim.round.id, reason, work.now())
  await tellManager(work, { ...claim, round: { ...claim.round, state: 'failed', reason } })
}

async function redraw(work: Work, view: RoundView): Promise<void> {
  const { desk } = work
  const { round } = view
  const platform = work.platform(round.place)
  if (platform === undefined) return
  if (round.message === null) return desk.ledger.markRedrawn(round.id, null)
  try {
    await platform.redraw(round.message, roundScreen(desk, { ...view, mine: null }, Infinity))
    await desk.ledger.markRedrawn(round.id, null)
  } catch (fault) {
    if (!(fault instanceof PostError)) throw fault
    desk.log.warn({ fault, round: round.id, code: fault.code }, 'a closed round was not redrawn')
    if (fault.code === 'refused') await desk.ledger.markRedrawn(round.id, fault.message)
  }
}
