// Two processes that use one database see the same: of two ledgers, each call goes to the one that was not asked before, so whatever one of
// them kept in memory would show.
import { describe } from 'vitest'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openPostgresLedger } from '../../src/ledger/postgres/postgres-ledger.ts'
import { ledgerContract } from './contract.ts'
import { emptyLedgers } from './postgres-ledgers.ts'
import { partsInTurn } from './postgres-parts.ts'

type Part = Record<string, (...args: readonly unknown[]) => unknown>

function inTurn(ledgers: readonly Ledger[]): Ledger {
  let calls = 0
  const part = (name: string) => new Proxy({}, {
    // What has a method `then` is taken for a promise.
    get: (_, method: string) => method === 'then' ? undefined : (...args: readonly unknown[]) => {
      const asked = ledgers[(calls += 1) % ledgers.length] as unknown as Record<string, Part>
      return asked[name]?.[method]?.(...args)
    },
  })
  return Object.fromEntries(Object.keys(ledgers[0] ?? {}).map((name) => [name, part(name)])) as unknown as Ledger
}

describe('two ledgers in one database', () => {
  ledgerContract(emptyLedgers((url) => Promise.all([1, 2].map(() => openPostgresLedger(url, { shared: true }))), inTurn), partsInTurn)
})
