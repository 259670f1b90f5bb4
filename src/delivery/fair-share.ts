// Whose turn it is: how many rounds of one group may be on their way at the same time. Nobody says how much a workspace allows, so
// it is found out: each round that gets through makes a little more room, and a platform that asks to wait halves it.
import type { GroupId } from '../core/quiz.ts'
import type { Round } from '../core/round.ts'
import { isWithin, type Instant, type Span } from '../core/time.ts'

export type Turns = {
  /** `full`: as many are on their way as may be. `resting`: the platform asked the group to wait. */
  look(group: GroupId): 'free' | 'full' | 'resting'
  begin(group: GroupId): void
  end(group: GroupId): void
  /** The platform asked to wait with this round until then, and perhaps means the whole group: where it says so of a second one, it does. */
  asked(round: Round, until: Instant): void
}

type Turn = { onTheirWay: number; room: number; rest: Span; asked: (Span & { readonly round: Round }) | undefined }

const noRest: Span = { since: 0, until: 0 }

const firstRoom = 8
/** A third of all hands: whatever becomes of one group, the others go on. */
const mostRoom = 32

export function createTurns(now: () => Instant): Turns {
  const groups = new Map<GroupId, Turn>()

  function of(group: GroupId): Turn {
    const known = groups.get(group) ?? { onTheirWay: 0, room: firstRoom, rest: noRest, asked: undefined }
    groups.set(group, known)
    return known
  }

  return {
    look(group) {
      const { onTheirWay, room, rest } = of(group)
      if (isWithin(rest, now())) return 'resting'
      return onTheirWay < Math.floor(room) ? 'free' : 'full'
    },
    begin(group) {
      of(group).onTheirWay += 1
    },
    end(group) {
      const turn = of(group)
      turn.onTheirWay -= 1
      if (!isWithin(turn.rest, now())) turn.room = Math.min(mostRoom, turn.room + 1 / turn.room)
    },
    asked(round, until) {
      const turn = of(round.group)
      const { asked: earlier } = turn
      const since = now()
      if (earlier === undefined || !isWithin(earlier, now()) || earlier.round.place === round.place) turn.asked = { round, since, until }
      else {
        // Those that were under way together are refused together: that is one sign, not many.
        if (!isWithin(turn.rest, now())) turn.room = Math.max(1, turn.room / 2)
        turn.rest = { since, until: Math.max(isWithin(turn.rest, now()) ? turn.rest.until : 0, until, earlier.until) }
      }
    },
  }
}
