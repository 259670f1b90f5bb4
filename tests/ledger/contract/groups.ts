// What is kept of a group as a whole.
import { describe, expect, it } from 'vitest'
import { day, group, monday } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

export function groupsContract(openLedger: OpenLedger): void {
  describe('a group', () => {
    const newWorld = newWorlds(openLedger)

    it('was not removed as long as nobody said so', async () => {
      const { ledger } = await newWorld()
      expect(await ledger.groups.removalOf(group)).toBeNull()
    })

    it('keeps when the app was removed, the last time if there were several', async () => {
      const { ledger } = await newWorld()
      await ledger.groups.noteRemoval(group, monday)
      expect(await ledger.groups.removalOf(group)).toBe(monday)
      await ledger.groups.noteRemoval(group, monday + day)
      expect(await ledger.groups.removalOf(group)).toBe(monday + day)
    })

    it('forgets the removal once its managers know that the app is back', async () => {
      const { ledger } = await newWorld()
      await ledger.groups.noteRemoval(group, monday)
      await ledger.groups.noteRemoval(group, null)
      await ledger.groups.noteRemoval(group, null)
      expect(await ledger.groups.removalOf(group)).toBeNull()
    })

    it('knows nothing of the removal of another', async () => {
      const { ledger } = await newWorld()
      await ledger.groups.noteRemoval('slack:T2', monday)
      expect(await ledger.groups.removalOf(group)).toBeNull()
      await ledger.groups.noteRemoval(group, null)
      expect(await ledger.groups.removalOf('slack:T2')).toBe(monday)
    })
  })
}
