// Two processes that use one database see the same: of two ledgers, each call goes to the one that was not asked before, so whatever one of
// them kept in memory would show.
import { describe } from 'vitest'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openPostgresLedger } from '../../src/ledger/postgres/postgres-ledger.ts'
import { ledgerContract } from './contract.ts'
import { emptyLedgers } from './postgres-ledgers.ts'

type Part = Record<string, (...args: readonly unknown[]) => unknown>

function inTurn(one: Ledger, other: Ledger): Ledger {
  let calls = 0
  const part = (name: string) => new Proxy({}, {
    get: (_, method: string) => (...args: readonly unknown[]) => {
      const asked = (calls += 1) % 2 === 0 ? one : other
      return ((asked as unknown as Record<string, Part>)[name] as Part)[method]?.(...args)
    },
  })
  const parts = Object.fromEntries(Object.keys(one).map((name) => [name, part(name)]))
  return { ...parts, close: async () => void (await Promise.all([one.close(), other.close()])) } as unknown as Ledger
}

describe('two ledgers in one database', () => {
  ledgerContract(emptyLedgers(async (url) => inTurn(await openPostgresLedger(url, { shared: true }), await openPostgresLedger(url, { shared: true }))))
})
