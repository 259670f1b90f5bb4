// Redraws the post of a closed round so that it shows the answer, and replies to it if the quiz wants that; if that fails for the
// moment, it is tried again.
import type { GroupId } from '../core/quiz.ts'
import { day, isWithin, type Instant, type Span } from '../core/time.ts'
import { roundFields, type RoundId } from '../core/round.ts'
import type { RoundView } from '../ledger/rounds.ts'
import { courseOfRound } from '../course/courses.ts'
import { PostError, type MessageRef, type Platform } from '../platforms/platform.ts'
import type { LiveCount } from './live-count.ts'
import type { Pauses, Work } from './work.ts'

/** Nobody looks at the question after that. */
const triedFor = 7 * day

/** An answer that could not be shown so far: since when it is tried, and what went wrong last. */
export type Unshown = { readonly group: GroupId; readonly since: Instant; readonly why: string }

type Redraw = {
  readonly step: (view: RoundView) => Promise<void>
  readonly unshown: () => readonly Unshown[]
}

const never: Span = { since: 0, until: 0 }

/**
 * @param liveCount finishes with a round before its answer is shown
 * @param pauses hears of a platform that asks to wait
 */
export function createRedraw(work: Work, liveCount: LiveCount, pauses: Pauses): Redraw {
  const { ledger, courses, log, now } = work
  const unshown = new Map<RoundId, Unshown>()
  /** Rounds whose platform asked to wait. After a restart, or with the clock set back, it is asked once too early. */
  const resting = new Map<RoundId, Span>()

  async function step(view: RoundView): Promise<void> {
    const { round } = view
    const platform = work.platform(round.place)
    if (platform === undefined || isWithin(resting.get(round.id) ?? never, now())) return
    resting.delete(round.id)
    if (round.message === null) return ledger.closing.markRedrawn(round.id, null)
    // Where nothing can be edited, an old question would be printed once more, and take no name away.
    if (platform.editsQuietly === false && now() - (round.closedAt ?? round.closesAt) > day) return ledger.closing.markRedrawn(round.id, null)
    const { message } = round
    return work.trace === undefined ? show(view, platform, message) : work.trace.step('redraw', round, () => show(view, platform, message))
  }

  async function show(view: RoundView, platform: Platform, message: MessageRef): Promise<void> {
    const { round } = view
    const [{ closedPost }, { replyOnce }, { noteStep }] = await Promise.all([import('./round-post.ts'), import('./reply-once.ts'), import('./note-step.ts')])
    await liveCount.settled(round.id)
    try {
      await platform.redraw(message, closedPost(courseOfRound(courses, round), view))
      await replyOnce(work, platform, round, message)
      await ledger.closing.markRedrawn(round.id, null, view)
      noteStep(work, round, { kind: 'redrawn' })
      unshown.delete(round.id)
    } catch (fault) {
      if (!(fault instanceof PostError)) throw fault
      work.trace?.failed(fault.code)
      if (fault.code === 'refused' || now() - round.closesAt > triedFor) unshown.delete(round.id)
      else unshown.set(round.id, { group: round.group, since: unshown.get(round.id)?.since ?? now(), why: fault.message })
      log.warn({ fault, ...roundFields(round), code: fault.code }, 'could not show the answer in a post')
      if (now() - round.closesAt > triedFor) return ledger.closing.markRedrawn(round.id, fault.message)
      switch (fault.code) {
        case 'refused':
          return ledger.closing.markRedrawn(round.id, fault.message)
        case 'busy':
          return void resting.set(round.id, { since: now(), until: pauses.asked(round, fault) })
        case 'unclear':
          // The next tick draws it again.
          return
        default:
          fault.code satisfies never
      }
    }
  }

  return { step, unshown: () => [...unshown.values()] }
}
