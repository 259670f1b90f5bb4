// Which servers will do.
import { LedgerError } from '../ledger-error.ts'
import type { Connection } from './connections.ts'

const oldest = 16

/** @throws LedgerError */
export async function assertServer(connection: Pick<Connection, 'send'>): Promise<void> {
  const { rows } = await connection.send({ text: `SELECT CAST(current_setting('server_version_num') AS bigint)`, values: [] })
  refuseOld(Number(rows[0]?.[0]))
}

/** @param version such as 160004 */
export function refuseOld(version: number): void {
  const major = Math.floor(version / 10_000)
  if (major < oldest) throw new LedgerError('foreign', `The server in DATABASE_URL is PostgreSQL ${major}; the bot needs ${oldest} or newer. Update it, or use another server.`)
}
