// The ledger in SQLite keeps the contract of every ledger, and is a file that can be copied.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { ledgerContract } from './contract.ts'
import { newWorlds } from './contract/new-worlds.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { ada } from './world.ts'

describe('the ledger in SQLite', () => {
  ledgerContract(() => openLedger(':memory:'))

  describe('its file', () => {
    const newFolder = temporaryFolder()
    const newWorld = newWorlds(() => openLedger(':memory:'))

    it('brings everything to where a plain copy finds it, at once or when nobody is being served', async () => {
      const { ledger, setUp, post, answer } = await newWorld()
      await setUp()
      await answer(await post(), ada, 'b')
      expect(await ledger.upkeep.checkpoint(true)).toBe(true)
      expect(await ledger.upkeep.checkpoint(false)).toBe(true)
      const few = ledger.upkeep.forgetEvents(0)
      expect(await ledger.upkeep.checkpoint(false)).toBe(true)
      const many = Array.from({ length: 100 }, () => ledger.upkeep.forgetEvents(0))
      expect(await ledger.upkeep.checkpoint(false)).toBe(false)
      await Promise.all([few, ...many])
    })

    it('makes a copy, and none over a file that is there', async () => {
      const { ledger, setUp } = await newWorld()
      await setUp()
      const file = join(newFolder(), 'copies', 'today')
      await ledger.upkeep.backup(file)
      const size = statSync(file).size
      expect(size).toBeGreaterThan(0)
      await setUp({ place: 'slack:T1/C2' })
      await expect(ledger.upkeep.backup(file)).rejects.toMatchObject({ name: 'LedgerError', code: 'exists' })
      expect(statSync(file).size).toBe(size)
    })
  })
})
