// Looks for the post of a round in its channel. A busy channel is searched in steps, each from where the one before left off.
import type { RoundId } from '../core/round.ts'
import type { Found } from '../core/sending.ts'
import type { Claim } from '../ledger/delivery.ts'
import { PostError, type Platform, type Unfinished } from '../platforms/platform.ts'
import type { Work } from './work.ts'

export type Search = {
  /** One step. */
  find(claim: Claim, platform: Platform): Promise<Found>
  /** The next search begins with the newest message. */
  forget(round: RoundId): void
}

export function createSearch({ log }: Pick<Work, 'log'>): Search {
  const marks = new Map<RoundId, Unfinished>()

  async function step({ round, sendingSince }: Claim, platform: Platform): Promise<Found> {
    const upTo = marks.get(round.id)
    const look = (from?: Unfinished) => platform.find(round.place, round.id, sendingSince ?? round.dueAt, from?.before)
    const found = await look(upTo)
    if (typeof found === 'object') {
      marks.set(round.id, found)
      return 'unfinished'
    }
    if (found !== undefined || upTo === undefined || upTo.settled === true) return foundOf(found)
    // It may have arrived after the first step, above where that began; what is below has been read.
    const above = await look()
    return typeof above === 'object' ? 'none' : foundOf(above)
  }

  return {
    forget: (round) => void marks.delete(round),
    async find(claim, platform) {
      const { id, place } = claim.round
      try {
        return await step(claim, platform)
      } catch (fault) {
        if (!(fault instanceof PostError)) throw fault
        log.warn({ fault, round: id, place, code: fault.code }, 'cannot check right now whether a round was posted')
        return 'not-now'
      }
    },
  }
}

function foundOf(found: string | undefined): Found {
  if (found === undefined) return 'none'
  return found === 'cannot-tell' || found === 'no-sign' ? found : { message: found }
}
