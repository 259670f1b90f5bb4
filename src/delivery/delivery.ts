// The daily delivery: what is due is claimed, posted, closed and redrawn, and managers are told. Each step survives a crash after it.
import { roundFields, type Round, type RoundId } from '../core/round.ts'
import type { Instant } from '../core/time.ts'
import type { Claim } from '../ledger/delivery.ts'
import { isOffDuty } from '../ledger/ledger-error.ts'
import type { RoundView } from '../ledger/rounds.ts'
import type { LiveCount } from './live-count.ts'
import { createOpenThread } from './open-thread.ts'
import { createRedraw, type Unshown } from './redraw.ts'
import type { createSend, WatchedSince } from './send.ts'
import { createTeller } from './tell-managers.ts'
import { createTimers, type Timers } from './timers.ts'
import type { Later, Pauses, Work } from './work.ts'
import { createWorkers, type Workers } from './workers.ts'

/** Whoever finds one of the posts takes its round out. */
export type MaybeOut = Pick<Map<RoundId, unknown>, 'has' | 'size' | 'delete'>

export type Delivery = {
  /** Does all that is due at this moment; fulfilled when it is done. Calls may overlap: one worker at a time handles a round. */
  tick(): Promise<void>
  /** Answers of closed questions that could not be shown in their posts so far. */
  unshown(): readonly Unshown[]
  /** Rounds whose posts may be out, and nobody knows yet. */
  readonly maybeOut: MaybeOut
  /** Starts nothing more; what is under way is finished. */
  stop(): void
}

/** Claimed in one transaction, with a pause before the next: people who answer meanwhile do not wait, and the first posts go out. */
const batchSize = 25
const pauseBetweenBatches = 10
/** Answers; about 90 µs each, so somebody who presses meanwhile hardly waits. */
const judgedAtOnce = 500
/** Answers that are judged again, each with its entry in the log and its place on six boards; about 200 µs each. */
const rejudgedAtOnce = 250
/** The shortest wait that a platform is believed to ask for, in milliseconds. */
const shortestWait = 1_000

/**
 * @param liveCount finishes with a round before its answer is shown
 * @param later wakes the delivery for what was asked to wait
 */
export function createDelivery(work: Work, liveCount: LiveCount, later: Later): Delivery {
  const { ledger, log, now } = work
  const state = { stopped: false }
  const watchedSince: WatchedSince = new Map()
  let claiming: Promise<unknown> = Promise.resolve()
  const tellManagers = createTeller(work)
  const wake = () => void tick().catch((fault: unknown) => isOffDuty(fault) || log.error({ fault }, 'a delivery failed; the next beat tries again'))
  const timers = createTimers(later, now, wake)
  const failed = (fault: unknown, round: Round) => isOffDuty(fault) || log.error({ fault, ...roundFields(round) }, 'a round could not be handled; trying again')
  // Posts and redraws have limits of their own, so a group that has to wait with one may go on with the other.
  const posts: Workers = createWorkers<Claim>({
    list: (limit) => ledger.delivery.unsent(now(), limit),
    step: sendWhenDue(work, pausesOf(() => posts, timers, now), watchedSince),
    failed,
    now,
  })
  const redraw = createRedraw(work, liveCount, pausesOf(() => redraws, timers, now))
  const redraws: Workers = createWorkers<RoundView>({
    list: (limit) => ledger.closing.toRedraw(limit),
    step: redraw.step,
    failed,
    now,
  })
  const threads: Workers = createWorkers<Claim>({
    list: (limit) => ledger.threads.due(now(), limit),
    step: createOpenThread(work, pausesOf(() => threads, timers, now)),
    failed,
    now,
  })

  async function claim(): Promise<void> {
    const began = performance.now()
    for (const { round } of await ledger.delivery.claimDue(now(), work.courses.bank, batchSize)) {
      work.trace?.stepped('claim', round, began)
      if (isNotHeld(round)) await noteNotHeld(work, round)
    }
  }

  async function close(): Promise<number> {
    const began = performance.now()
    const closed = await ledger.closing.closeDue(now(), batchSize)
    for (const { round } of closed) work.trace?.stepped('close', round, began)
    for (const { round, answered } of closed) (await import('./note-step.ts')).noteStep(work, round, { kind: 'closed', answered })
    return closed.length
  }

  async function claimAndClose(): Promise<void> {
    await claim()
    while ((await ledger.delivery.isDue(now())) && !state.stopped) {
      await claim()
      if (!posts.running()) void posts.runAll().catch(() => undefined)
      await pause(pauseBetweenBatches)
    }
    while ((await ledger.closing.judgeDue(now(), judgedAtOnce)) === judgedAtOnce && !state.stopped) await pause(pauseBetweenBatches)
    while ((await close()) === batchSize && !state.stopped) await pause(pauseBetweenBatches)
  }

  /** What a correction has begun. A stop leaves the rest for the next start. */
  async function rejudge(): Promise<void> {
    while ((await ledger.corrections.rejudge(rejudgedAtOnce)) === rejudgedAtOnce && !state.stopped) await pause(pauseBetweenBatches)
  }

  async function tick(): Promise<void> {
    const begun = claiming.catch(() => undefined).then(claimAndClose).then(rejudge)
    claiming = begun
    await begun
    await Promise.all([posts.runAll(), redraws.runAll()])
    await Promise.all([posts.idle(), redraws.idle()])
    await threads.runAll()
    await threads.idle()
    await tellManagers()
  }

  return {
    tick,
    unshown: redraw.unshown,
    maybeOut: watchedSince,
    stop() {
      state.stopped = true
      timers.stop()
      posts.stop()
      redraws.stop()
      threads.stop()
    },
  }
}

/** What is claimed and won't be posted: decided with the claim. */
type NotHeld = Round & { readonly state: 'skipped' | 'missed' | 'failed' }

const isNotHeld = (round: Round): round is NotHeld => round.state === 'skipped' || round.state === 'missed' || round.state === 'failed'
const whyNotHeld = { skipped: 'manager', missed: 'too_late', failed: 'no_question' } as const

async function noteNotHeld(work: Work, round: NotHeld): Promise<void> {
  work.measures?.due(round)
  const { noteStep } = await import('./note-step.ts')
  noteStep(work, round, { kind: 'not-posted', outcome: round.state, why: whyNotHeld[round.state], reason: round.reason ?? '' })
}

/** Loads what posts a round, and all that draws one, with the first that is due: a start need not wait for it. */
function sendWhenDue(work: Work, pauses: Pauses, watchedSince: WatchedSince): (claim: Claim) => Promise<void> {
  let send: ReturnType<typeof createSend> | undefined
  return async (claim) => {
    const sending = await import('./send.ts')
    send ??= sending.createSend(work, pauses, watchedSince)
    return send(claim)
  }
}

/** A wait of seconds does not last until the next beat. */
function pausesOf(workers: () => Pick<Workers, 'asked'>, timers: Timers, now: () => Instant): Pauses {
  return {
    wakeAt: timers.at,
    asked: (round, fault) => {
      const until = now() + Math.max(fault.retryAfter, shortestWait)
      if (fault.scope === 'group') workers().asked(round, until)
      timers.at(until)
      return until
    },
  }
}

/** By the machine's own time, whatever the clock says. In milliseconds. */
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
