// Empty ledgers on a real PostgreSQL, for the contract. They stay open from one test to the next: PostgreSQL plans each statement once for
// each connection, which takes longer than a test.
import { afterAll } from 'vitest'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { newDatabase, type TestDatabase } from './postgres-server.ts'

type Kept = { readonly database: TestDatabase; readonly ledgers: readonly Ledger[]; readonly given: Ledger }

/**
 * @param open one or more ledgers in an empty database
 * @param give what a test gets of them; its close empties the database
 */
export function emptyLedgers(open: (url: string) => Promise<readonly Ledger[]>, give: (ledgers: readonly Ledger[]) => Ledger): () => Promise<Ledger> {
  const all: Kept[] = []
  const free: Kept[] = []
  afterAll(async () => {
    for (const { ledgers, database } of all) {
      await Promise.all(ledgers.map((ledger) => ledger.close()))
      await database.drop()
    }
  })

  async function add(): Promise<Kept> {
    const database = await newDatabase()
    const ledgers = await open(database.url)
    const added = { database, ledgers, given: give(ledgers) }
    all.push(added)
    return added
  }

  return async () => {
    const kept = free.pop() ?? (await add())
    const { database, ledgers, given } = kept
    return {
      ...given,
      async close() {
        // A read waits for what is still to be written.
        await Promise.all(ledgers.map((ledger) => ledger.courses.known()))
        await database.empty()
        free.push(kept)
      },
    }
  }
}
