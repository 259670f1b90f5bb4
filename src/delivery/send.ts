// One claimed round: looked for if it may be out already, then posted, or given up with a reason.
import { roundFields, type RoundId } from '../core/round.ts'
import { longestTransit, nextSendStep, type MaybeSent } from '../core/sending.ts'
import type { Instant } from '../core/time.ts'
import { whyWithdrawn } from '../core/withdraw.ts'
import { courseOfRound } from '../course/courses.ts'
import type { Claim } from '../ledger/delivery.ts'
import { PostError, type Platform } from '../platforms/platform.ts'
import { adopt } from './adopt.ts'
import { mayBeOut } from './may-be-out.ts'
import { noteStep } from './note-step.ts'
import { openPost } from './round-post.ts'
import { createSearch } from './search.ts'
import type { Pauses, Work } from './work.ts'

/**
 * In milliseconds. Where another process uses the same token, each waits before it looks for the other's post: so long that a post in
 * flight has arrived, and at random, so that they do not look at the same time.
 */
const turn = { shortest: 10_000, longest: 60_000 }

/** When this process first knew that the post of a round may be out, in its own time. */
export type WatchedSince = Map<RoundId, number>

/** A round whose platform cannot say now whether it was posted is left for the next tick. */
export function createSend(work: Work, pauses: Pauses, watchedSince: WatchedSince = new Map()): (claim: Claim) => Promise<void> {
  const { ledger, now, elapsed } = work

  const search = createSearch(work)

  /** @returns for how long it has been watched */
  function watch(id: RoundId): number {
    const since = watchedSince.get(id) ?? elapsed()
    watchedSince.set(id, since)
    return elapsed() - since
  }

  const turns = new Map<RoundId, number>()
  /** Those that this process has taken up and not finished. */
  const takenUp = new Set<RoundId>()

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
    if ((found === 'cannot-tell' || found === 'no-sign') && !mayBeOut(ledger, claim.round.dueAt)) return null
    return { found, watched: longestTransit }
  }

  async function send(claim: Claim): Promise<void> {
    const { round } = claim
    const platform = work.platform(round.place)
    if (platform === undefined) return giveUpInTime(work, claim)
    if (!takenUp.has(round.id)) noteStep(work, round, { kind: 'taken-up' })
    takenUp.add(round.id)
    const wait = round.state === 'claimed' ? untilTurn(round.id, platform) : 0
    if (wait > 0) return pauses.wakeAt(now() + wait)
    return work.trace === undefined ? handle(claim, platform) : work.trace.step('post', round, () => handle(claim, platform))
  }

  async function handle(claim: Claim, platform: Platform): Promise<void> {
    const { round, quiz } = claim
    const sent = await look(claim, platform)
    // Meanwhile somebody has pressed a button of the post.
    if (round.state === 'sending' && !watchedSince.has(round.id)) {
      search.forget(round.id)
      return void takenUp.delete(round.id)
    }
    const step = nextSendStep(round, quiz, sent, now())
    if (step.kind === 'wait') return pauses.wakeAt(now() + step.for)
    if (step.kind === 'ask-again') return
    search.forget(round.id)
    watchedSince.delete(round.id)
    turns.delete(round.id)
    switch (step.kind) {
      case 'adopt':
        if (await adopt(work, claim, platform, step.message)) await work.posted?.(round)
        break
      case 'skip':
        // That their daily question was stopped, managers hear as a message of its own.
        await ledger.delivery.skip(round.id, step.reason, quiz.retired === null ? now() : null)
        noteStep(work, round, { kind: 'not-posted', outcome: 'skipped', why: 'manager', reason: step.reason })
        break
      case 'give-up':
        await ledger.delivery.fail(round.id, step.reason, now())
        noteStep(work, round, { kind: 'not-posted', outcome: 'failed', why: sent === null || sent.found === 'none' ? 'too_late' : 'unclear', reason: step.reason })
        break
      case 'post': {
        const left = await post(work, claim, platform, pauses)
        if (left === 'unclear') watch(round.id)
        if (left !== undefined) return
        break
      }
      default:
        step satisfies never
    }
    takenUp.delete(round.id)
  }

  return send
}

/** A bot that no longer runs a platform records what it owes there: rounds that wait for ever would hide what comes after them. */
async function giveUpInTime(work: Work, { round, quiz }: Claim): Promise<void> {
  const { ledger, now } = work
  const step = nextSendStep(round, quiz, round.state === 'sending' ? { found: 'not-now', watched: 0 } : null, now())
  if (step.kind !== 'give-up') return
  const reason = `${step.reason} The bot runs without this platform now.`
  await ledger.delivery.fail(round.id, reason, now())
  noteStep(work, round, { kind: 'not-posted', outcome: 'failed', why: 'too_late', reason })
}

/** @returns `unclear` if the post may be out: the next tick looks for it; `busy` if it is tried again later; undefined if that was all */
async function post(work: Work, claim: Claim, platform: Platform, pauses: Pauses): Promise<'unclear' | 'busy' | undefined> {
  const { ledger, courses, log, now } = work
  const { round, sendingSince } = claim
  // Both in one commit: the queue takes in what is asked for together.
  const [isOurs, extras] = await Promise.all([ledger.delivery.markSending(round.id, now(), sendingSince), ledger.recaps.fixExtras(round.id)])
  if (!isOurs) {
    await notOurs(work, claim)
    return undefined
  }
  noteStep(work, round, { kind: 'sending' })
  // While this process hung, another one may have taken over and posted it.
  if (ledger.upkeep.fault() !== undefined) return 'unclear'
  try {
    const message = await platform.post(round.place, openPost(courseOfRound(courses, round), round, extras, 0), round.id)
    const at = now()
    await ledger.delivery.confirmPosted(round.id, message, at)
    noteStep(work, round, { kind: 'posted', at, found: false })
    await work.posted?.(round)
    return undefined
  } catch (fault) {
    if (!(fault instanceof PostError)) throw fault
    work.trace?.failed(fault.code)
    log.warn({ fault, ...roundFields(round), code: fault.code }, 'a round was not posted')
    switch (fault.code) {
      case 'refused':
        return refused(work, claim, fault)
      case 'busy':
        await wait(work, round, pauses.asked(round, fault), fault)
        return fault.code
      case 'unclear':
        return fault.code
    }
  }
}

/** A manager may have wanted the question no more at this very moment: the next tick says so on record. */
async function notOurs({ ledger, log, now }: Work, { round, quiz }: Claim): Promise<void> {
  const [current, latest] = await Promise.all([ledger.rounds.find(round.id), ledger.quizzes.at(round.place)])
  if (current?.state === 'skipped' || whyWithdrawn(round, latest ?? quiz, now()) !== undefined) return
  log.warn(roundFields(round), 'another process is posting this round; another bot may be using this database')
}

async function wait(work: Work, round: Claim['round'], until: Instant, fault: PostError): Promise<void> {
  await work.ledger.delivery.defer(round.id, until, fault.message)
  noteStep(work, round, { kind: 'waiting', until, why: fault.message })
}

/** @returns `busy` if it is tried again */
async function refused(work: Work, { round }: Claim, fault: PostError): Promise<'busy' | undefined> {
  const { ledger, now } = work
  const current = await ledger.rounds.find(round.id)
  // The channel got another id meanwhile: the next tick posts it there.
  if (current !== undefined && current.place !== round.place) {
    await wait(work, round, now(), fault)
    return 'busy'
  }
  await ledger.delivery.fail(round.id, fault.message, now(), fault.lost)
  noteStep(work, round, { kind: 'not-posted', outcome: 'failed', why: fault.lost === undefined ? 'refused' : 'channel_lost', reason: fault.message })
  return undefined
}
