// The ledger in PostgreSQL keeps the contract of every ledger.
import { describe } from 'vitest'
import { openPostgresLedger } from '../../src/ledger/postgres/postgres-ledger.ts'
import { ledgerContract } from './contract.ts'
import { emptyLedgers } from './postgres-ledgers.ts'

describe('the ledger in PostgreSQL', () => {
  ledgerContract(emptyLedgers((url) => openPostgresLedger(url, { shared: true })))
})
