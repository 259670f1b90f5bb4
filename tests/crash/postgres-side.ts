// The month's ledger in PostgreSQL: what ends its connections, and what the audit reads in the end.
import { Client } from 'pg'
import { snapshotOf } from '../../src/ledger/postgres/copy/snapshot.ts'
import { newDatabase } from '../ledger/postgres-server.ts'

export type PostgresSide = {
  readonly url: string
  /** Ends all connections of the program, whatever they are doing. @returns whether there were any */
  cut(): Promise<boolean>
  readonly cuts: () => number
  /** A program that was killed is followed when its lease runs out, which takes longer than a month's moment may. */
  expire(): Promise<void>
  /** Copies everything to a file. */
  copyTo(file: string): Promise<void>
  close(): Promise<void>
}

/** @param fsync slower, and of use only where the server itself dies */
export async function openPostgres({ fsync = true } = {}): Promise<PostgresSide> {
  const database = await newDatabase({ fsync })
  const client = new Client({ connectionString: database.url, application_name: 'crash' })
  await client.connect()
  let cuts = 0
  return {
    url: database.url,
    cuts: () => cuts,
    async cut() {
      const { rowCount } = await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'studyhall%'`)
      const isCut = (rowCount ?? 0) > 0
      if (isCut) cuts += 1
      return isCut
    },
    async expire() {
      const { rows } = await client.query<{ readonly there: boolean }>(`SELECT to_regclass('leases') IS NOT NULL AS there`)
      if (rows[0]?.there === true) await client.query(`UPDATE leases SET until = clock_timestamp() - interval '1 second'`)
    },
    copyTo: (file) => snapshotOf(database.url, file, () => undefined),
    async close() {
      await client.end()
      await database.drop()
    },
  }
}
