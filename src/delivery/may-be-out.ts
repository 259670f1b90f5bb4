// Whether what is about to be sent may have been sent before.
import type { Instant } from '../core/time.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Platform } from '../platforms/platform.ts'

/**
 * A ledger that was restored does not know what it has sent since the backup, and none what another process sends.
 *
 * @param at when it was to be sent
 * @param platform undefined where it doesn't matter whether another process sends it, too
 */
export function mayBeOut({ upkeep }: Pick<Ledger, 'upkeep'>, at: Instant, platform?: Pick<Platform, 'shared'>): boolean {
  const unsure = upkeep.unsure()
  return platform?.shared?.() === true || (unsure?.restored === true && at < unsure.before)
}
