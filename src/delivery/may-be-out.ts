// Whether what is about to be sent may have been sent before.
import type { Instant } from '../core/time.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Platform } from '../platforms/platform.ts'

/**
 * A ledger that was put back does not know what was sent since it was copied, and none what another process sends.
 *
 * @param at when it was to be sent
 * @param platform undefined where it doesn't matter whether another process sends it, too
 */
export function mayBeOut({ upkeep }: Pick<Ledger, 'upkeep'>, at: Instant, platform?: Pick<Platform, 'shared'>): boolean {
  const { putBackAt } = upkeep.unsure()
  return platform?.shared?.() === true || (putBackAt !== null && at < putBackAt)
}
