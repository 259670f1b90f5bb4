// The part of the ledger that knows which posts say how many people have answered, and say it wrong.
import type { Round, RoundId } from '../core/round.ts'

export type Counts = {
  /** The post of the round says from now on that so many have answered. */
  saveShown(round: RoundId, answered: number): Promise<void>
  /** Open rounds whose post says another number than there are answers. A new post says none. */
  stale(): Promise<readonly Round[]>
}
