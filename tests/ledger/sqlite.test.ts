// The ledger in SQLite keeps the contract of every ledger.
import { describe } from 'vitest'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { ledgerContract } from './contract.ts'

describe('the ledger in SQLite', () => {
  ledgerContract(() => openLedger(':memory:'))
})
