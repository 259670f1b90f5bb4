// Which servers and databases will do.
import { LedgerError } from '../ledger-error.ts'
import type { Connection } from './connections.ts'
import { plain } from './question.ts'

const oldest = 16

/** @throws LedgerError */
export async function assertServer(connection: Pick<Connection, 'send'>): Promise<void> {
  const { rows } = await connection.send(plain(`SELECT CAST(current_setting('server_version_num') AS bigint), current_setting('server_encoding')`))
  const [version, encoding] = rows[0] ?? []
  refuseOld(Number(version))
  if (encoding !== 'UTF8') throw new LedgerError('foreign', `The database in DATABASE_URL can’t hold every character (its encoding is ${String(encoding)}). Make one with UTF8: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0`)
}

/** @param version such as 160004 */
export function refuseOld(version: number): void {
  const major = Math.floor(version / 10_000)
  if (major < oldest) throw new LedgerError('foreign', `The server in DATABASE_URL is PostgreSQL ${major}; the bot needs ${oldest} or newer. Update it, or use another server.`)
}
