// The ledger in PostgreSQL keeps the contract of every ledger.
import { describe } from 'vitest'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openPostgresLedger } from '../../src/ledger/postgres/postgres-ledger.ts'
import { ledgerContract } from './contract.ts'
import { emptyLedgers } from './postgres-ledgers.ts'
import { partsAlone } from './postgres-parts.ts'

describe('the ledger in PostgreSQL', () => {
  ledgerContract(emptyLedgers(async (url) => [await openPostgresLedger(url, { shared: true })], ([ledger]) => ledger as Ledger), partsAlone)
})
