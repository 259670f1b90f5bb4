// An async function that returned the installations of the ledger never ended: they had a method for every name, also for `then`.
import { expect, it } from 'vitest'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'

it('is what it was once it was awaited', async () => {
  const ledger = await openLedger(':memory:')
  expect(await (await Promise.resolve(ledger.installations)).left()).toEqual([])
  await ledger.close()
})
