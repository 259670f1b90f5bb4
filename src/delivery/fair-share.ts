// How many rounds of one group may be in flight at the same time. Nobody says how much a workspace allows, so it is found out: each
// round that gets through makes a little more room, and a platform that asks to wait halves it.
import type { GroupId } from '../core/quiz.ts'
import type { Round } from '../core/round.ts'
import { isWithin, type Instant, type Span } from '../core/time.ts'

export type FairShare = {
  /** `full`: as many are in flight as may be. `resting`: the platform asked the group to wait. */
  look(group: GroupId): 'free' | 'full' | 'resting'
  begin(group: GroupId): void
  end(group: GroupId): void
  /** The platform asked to wait with this round until then, and perhaps means the whole group: if it says so of a second one, it does. */
  asked(round: Round, until: Instant): void
}

type Share = { inFlight: number; room: number; rest: Span; asked: (Span & { readonly round: Round }) | undefined }

const noRest: Span = { since: 0, until: 0 }

const firstRoom = 8
/** A third of all workers: whatever becomes of one group, the others go on. */
const mostRoom = 32

export function createFairShare(now: () => Instant): FairShare {
  const groups = new Map<GroupId, Share>()

  function of(group: GroupId): Share {
    const known = groups.get(group) ?? { inFlight: 0, room: firstRoom, rest: noRest, asked: undefined }
    groups.set(group, known)
    return known
  }

  return {
    look(group) {
      const { inFlight, room, rest } = of(group)
      if (isWithin(rest, now())) return 'resting'
      return inFlight < Math.floor(room) ? 'free' : 'full'
    },
    begin(group) {
      of(group).inFlight += 1
    },
    end(group) {
      const share = of(group)
      share.inFlight -= 1
      if (!isWithin(share.rest, now())) share.room = Math.min(mostRoom, share.room + 1 / share.room)
    },
    asked(round, until) {
      const share = of(round.group)
      const { asked: earlier } = share
      const since = now()
      if (earlier === undefined || !isWithin(earlier, now()) || earlier.round.place === round.place) share.asked = { round, since, until }
      else {
        // Rounds that were in flight together are refused together: that is one sign, not many.
        if (!isWithin(share.rest, now())) share.room = Math.max(1, share.room / 2)
        share.rest = { since, until: Math.max(isWithin(share.rest, now()) ? share.rest.until : 0, until, earlier.until) }
      }
    },
  }
}
