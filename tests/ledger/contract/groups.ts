// What is kept of a group as a whole.
import { describe, expect, it } from 'vitest'
import { pauseWithoutManager } from '../../../src/core/manage.ts'
import { day, group, hour, monday, quizOf } from '../world.ts'
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

    it('is among those that are kept: where a quiz runs, and where the app was removed', async () => {
      const { ledger } = await newWorld()
      const setUp = (where: string, of: string) => ledger.quizzes.change(where, `set up ${where}`, monday, () => ({ quiz: quizOf({ place: where, group: of }) }))
      const before = await ledger.groups.kept()
      for (const [where, of] of [['slack:T8/C1', 'slack:T8'], ['slack:T8/C2', 'slack:T8'], ['slack:T9/C1', 'slack:T9']] as const) await setUp(where, of)
      expect(await ledger.groups.kept()).toEqual({ running: [...before.running, 'slack:T8', 'slack:T9'], removed: [] })
      for (const where of ['slack:T8/C1', 'slack:T9/C1']) await ledger.quizzes.change(where, `pause ${where}`, monday + hour, pauseWithoutManager)
      await ledger.groups.noteRemoval('slack:T9', monday + hour)
      expect(await ledger.groups.kept()).toEqual({ running: [...before.running, 'slack:T8'], removed: ['slack:T9'] })
    })
  })
}
