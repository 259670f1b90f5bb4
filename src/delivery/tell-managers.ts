// Tells managers that a round was not held. No flood: one message for all channels of a person, and of a series with one cause the
// first.
import type { PersonId } from '../core/quiz.ts'
import type { RoundId } from '../core/round.ts'
import { nextTry } from '../core/telling.ts'
import type { Claim } from '../ledger/delivery.ts'
import { notHeldScreen } from './not-held-screen.ts'
import { reachManagers } from './reach-managers.ts'
import type { Work } from './work.ts'

const pageSize = 500

/**
 * The function that it returns tells all news that no manager has heard. News is marked as told after it was sent, so a crash in
 * between makes a manager hear it twice, and never makes it get lost.
 */
export function createTeller(work: Work): () => Promise<void> {
  const { ledger, log, now } = work
  const tries = new Map<RoundId, number>()
  let telling: Promise<void> = Promise.resolve()

  async function tellAll(): Promise<void> {
    for (;;) {
      const claims = await ledger.news.toTell(now(), pageSize)
      if (claims.length === 0) return
      await nobodyTold(await reachManagers(claims, tell))
    }
  }

  async function tell(manager: PersonId, news: readonly Claim[]): Promise<boolean> {
    const told = (await work.platform(manager)?.tell(manager, notHeldScreen(news)).catch(() => false)) ?? false
    if (!told) return false
    await ledger.news.markTold(news.map(({ round }) => round.id), null)
    for (const { round } of news) {
      tries.delete(round.id)
      log.warn({ round: round.id, place: round.place, reason: round.reason, told }, 'a round was not held')
    }
    return true
  }

  async function nobodyTold(news: readonly Claim[]): Promise<void> {
    for (const { round, quiz } of news) {
      const tried = (tries.get(round.id) ?? 0) + 1
      const again = nextTry(tried, quiz.managers.length, now())
      const fields = { round: round.id, place: round.place, reason: round.reason, tried }
      if (again === null) {
        tries.delete(round.id)
        log.error(fields, 'a round was not held, and nobody could be told')
      } else {
        tries.set(round.id, tried)
        log.warn(fields, 'a round was not held, and no manager can be reached right now')
      }
      await ledger.news.markTold([round.id], again)
    }
  }

  return () => (telling = telling.catch(() => undefined).then(tellAll))
}
