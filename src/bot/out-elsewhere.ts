// Rounds whose posts another process may have sent, and nobody knows yet: a process that isn't on duty looks at each once, when somebody
// presses a button of it.
import type { RoundId } from '../core/round.ts'
import type { MaybeOut } from '../delivery/delivery.ts'

/** Looked at again after that many others. */
const mostRemembered = 10_000

/** @param here those of this process, which count while it's on duty */
export function outElsewhere(here: MaybeOut, isOnDuty: () => boolean): MaybeOut {
  const looked = new Set<RoundId>()
  return {
    get size() {
      return isOnDuty() ? here.size : 1
    },
    has(id) {
      if (isOnDuty()) return here.has(id)
      if (looked.has(id)) return false
      if (looked.size >= mostRemembered) looked.clear()
      looked.add(id)
      return true
    },
    delete: (id) => here.delete(id) || !isOnDuty(),
  }
}
