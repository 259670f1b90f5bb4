// The part of the ledger that knows which posts of open questions are to be drawn again: they say a wrong number of answers, or the operator
// has corrected what they show.
import type { Round, RoundId } from '../core/round.ts'

export type Counts = {
  /** The post of the round says from now on that so many have answered. */
  saveShown(round: RoundId, answered: number): Promise<void>
  /** Open rounds whose post says another number than there are answers, or shows what the operator has corrected. A new post says none. */
  stale(): Promise<readonly Round[]>
}
