// A closed round's post is made to show its answer; where that cannot be done now, it is tried again for some time.
import { day, isWithin, type Span } from '../core/time.ts'
import type { RoundId } from '../core/round.ts'
import type { RoundView } from '../ledger/rounds.ts'
import type { Pauses, Work } from './delivery.ts'
import type { LiveCount } from './live-count.ts'
import { PostError } from '../platforms/platform.ts'
import { roundScreen } from '../features/daily/today.ts'

/** By then nobody looks at that question any more. */
const triedFor = 7 * day

const never: Span = { since: 0, until: 0 }

/**
 * @param liveCount is asked to finish with a round before its answer is shown
 * @param pauses is told of a platform that wants to be asked again later
 */
export function createRedraw(work: Work, liveCount: LiveCount, pauses: Pauses): (view: RoundView) => Promise<void> {
  const { desk, now } = work
  /** Rounds whose platform asked to wait, since when and until when; a restart, or a clock that is set back, asks once too early. */
  const resting = new Map<RoundId, Span>()

  return async (view) => {
    const { round } = view
    const platform = work.platform(round.place)
    if (platform === undefined || isWithin(resting.get(round.id) ?? never, now())) return
    resting.delete(round.id)
    if (round.message === null) return desk.ledger.closing.markRedrawn(round.id, null)
    await liveCount.settled(round.id)
    try {
      await platform.redraw(round.message, roundScreen(desk, { ...view, mine: null }, Infinity))
      await desk.ledger.closing.markRedrawn(round.id, null)
    } catch (fault) {
      if (!(fault instanceof PostError)) throw fault
      desk.log.warn({ fault, round: round.id, code: fault.code }, 'a closed round was not redrawn')
      if (fault.code === 'refused' || now() - round.closesAt > triedFor) return desk.ledger.closing.markRedrawn(round.id, fault.message)
      if (fault.code === 'unclear') return
      resting.set(round.id, { since: now(), until: pauses.asked(round, fault) })
    }
  }
}
