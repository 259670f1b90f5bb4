// Deletes the data of groups that the app was removed from long ago, and of those that an operator is asked to delete at once.
import type { GroupId } from '../core/quiz.ts'
import { day, type Instant } from '../core/time.ts'
import type { GroupSize } from '../ledger/forgetting.ts'
import type { Services } from '../features/services.ts'
import type { Platform } from '../platforms/platform.ts'

type Needs = Pick<Services, 'ledger' | 'log'>
type Told = readonly Pick<Platform, 'forgotten'>[]

/** At each beat. */
export async function forgetRemoved(needs: Needs, platforms: Told, now: Instant, keepDays: number): Promise<void> {
  const { installations } = needs.ledger
  const left = new Set(await installations.left())
  for (const id of await installations.removedBefore(now - keepDays * day)) {
    for (const group of await installations.servedBy(id)) if (left.has(group)) await forgetGroup(needs, platforms, group, now)
    await installations.drop(id)
    needs.log.warn({ installation: id, days: keepDays }, 'deleted what was kept of an app that was removed')
  }
}

/** For good, and right away, whether the app is still installed there or not. @param group also an organization, for all of its groups @returns how much there was */
export async function forgetGroup(needs: Needs, platforms: Told, group: GroupId, now: Instant): Promise<GroupSize> {
  const { ledger, log } = needs
  const others = (await ledger.installations.servedBy(group)).filter((served) => served !== group)
  const sizes = [await ledger.forgetting.sizeOf(group)]
  for (const other of others) sizes.push(await forgetGroup(needs, platforms, other, now))
  const size = sumOf(sizes)
  await ledger.installations.drop(group)
  for (const platform of platforms) platform.forgotten?.(group)
  while (await ledger.forgetting.forgetGroup(group, now)) await new Promise(setImmediate)
  // Somebody may have pressed a button meanwhile.
  for (const platform of platforms) platform.forgotten?.(group)
  log.warn({ group, ...size }, 'deleted all data of a group')
  return size
}

export const sumOf = (sizes: readonly GroupSize[]): GroupSize =>
  sizes.reduce((sum, { people, alone, channels, answers }) => ({ people: sum.people + people, alone: sum.alone + alone, channels: sum.channels + channels, answers: sum.answers + answers }))
