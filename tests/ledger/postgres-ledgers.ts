// Empty ledgers on a real PostgreSQL, for the contract.
import { afterAll } from 'vitest'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { newDatabase, type TestDatabase } from './postgres-server.ts'

/** @param open the ledger of a test in an empty database, which is emptied when the ledger is closed */
export function emptyLedgers(open: (url: string) => Promise<Ledger>): () => Promise<Ledger> {
  const all: TestDatabase[] = []
  const free: TestDatabase[] = []
  afterAll(() => Promise.all(all.map((database) => database.drop())))

  async function anyDatabase(): Promise<TestDatabase> {
    const known = free.pop()
    if (known !== undefined) return known
    const added = await newDatabase()
    all.push(added)
    return added
  }

  return async () => {
    const database = await anyDatabase()
    const ledger = await open(database.url)
    return {
      ...ledger,
      async close() {
        await ledger.close()
        await database.empty()
        free.push(database)
      },
    }
  }
}
