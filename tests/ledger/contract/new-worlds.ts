// Ledgers for a suite of the contract, closed after each test.
import { afterEach } from 'vitest'
import type { Ledger } from '../../../src/ledger/ledger.ts'
import { worldOf, type World } from '../world.ts'

/** Opens an empty ledger of the engine that is tested; the suite closes it. */
export type OpenLedger = () => Promise<Ledger>

const mostOpen = 6

export function newWorlds(openLedger: OpenLedger): () => Promise<World> {
  const opened: Ledger[] = []
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((ledger) => ledger.close()))
  })
  return async () => {
    // Of a property's many runs, only the last ones are still used.
    if (opened.length === mostOpen) await opened.shift()?.close()
    const ledger = await openLedger()
    opened.push(ledger)
    return worldOf(ledger)
  }
}
