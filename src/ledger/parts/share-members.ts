// Channels begin to share a daily question, join those that do, and leave them.
import type { Instant } from '../../core/time.ts'
import { handOver } from './share-lead.ts'
import type { Tables } from '../tables/tables.ts'

/**
 * @param to must be alone
 * @param name of what they share, if it is new: random
 */
export function joinTogether({ sharedChannels, sharedScores, nudges }: Pick<Tables, 'sharedChannels' | 'sharedScores' | 'nudges'>, from: number, to: number, name: string, at: Instant): void {
  const sharedId = sharedChannels.of(from) ?? sharedChannels.begin(from, name, at)
  sharedChannels.join(sharedId, to, at)
  sharedScores.recount(sharedId)
  nudges.joined(sharedId, to)
}

/** What was asked together stays so. The last one that is left is alone. */
export function leaveTogether(tables: Tables, placeId: number): void {
  const { sharedChannels, sharedScores } = tables
  const sharedId = sharedChannels.of(placeId)
  if (sharedId === undefined) return
  handOver(tables, placeId)
  sharedChannels.leave(placeId)
  const [last, ...more] = sharedChannels.channels(sharedId)
  if (last !== undefined && more.length > 0) {
    // Where nobody could take over, somebody does now.
    if (!sharedChannels.channels(sharedId).some(({ leads }) => leads)) sharedChannels.lead(sharedId, last.placeId)
    sharedScores.recount(sharedId)
    return
  }
  if (last !== undefined) sharedChannels.leave(last.placeId)
  sharedScores.remove(sharedId)
}
