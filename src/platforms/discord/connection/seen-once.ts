// Tells what arrives for the first time. In memory: another process, or this one after a restart, may take the same thing once more; then
// Discord refuses the second response, and the ledger does nothing twice.
import { minute, type Instant } from '../../../core/time.ts'

/** A signed request can be repeated as long as its time is good: five minutes either way. */
const rememberedFor = 10 * minute
const mostRemembered = 100_000

/** The returned function is true the first time that it gets an id. */
export function createSeenOnce(now: () => Instant): (id: string) => boolean {
  // Two generations, so that old ids are dropped without a scan.
  let recent = new Set<string>()
  let before = new Set<string>()
  let since = now()
  return (id) => {
    if (recent.has(id) || before.has(id)) return false
    if (Math.abs(now() - since) > rememberedFor || recent.size >= mostRemembered) {
      before = recent
      recent = new Set()
      since = now()
    }
    recent.add(id)
    return true
  }
}
