// Brings the tables of a ledger in PostgreSQL up to date: applies numbered files in order, all in one transaction. Of several bots that
// start at once, one does it, and the others wait.
import { join } from 'node:path'
import { LedgerError } from '../ledger-error.ts'
import { readMigrations, type Migration } from '../sqlite/file/migrate.ts'
import { onConnection, type Connection, type Connections } from './connections.ts'
import { isThereAlready } from './explain-error.ts'
import { toMigrate } from './opening.ts'
import { plain } from './question.ts'

export const knownMigrations = (): readonly Migration[] => readMigrations(join(import.meta.dirname, 'migrations'))

const versionTable = 'studyhall_version'

export const newer = (version: number, known: number) =>
  new LedgerError('newer', `The database was written by a newer version of the bot (${version}; this one knows ${known}). Start the newer version, or go back to a backup made before the change.`)

/** @throws LedgerError for tables of a newer version, or of another program; then nothing was changed */
export async function migrate(connections: Connections, migrations: readonly Migration[] = knownMigrations()): Promise<void> {
  try {
    await onConnection(connections, async (connection) => {
      await connection.send(plain('BEGIN'))
      await bringUpToDate(connection, migrations)
      await connection.send(plain('COMMIT'))
    })
  } catch (fault) {
    throw isThereAlready(fault) ? foreign(fault) : fault
  }
}

/** Within a transaction. */
export async function bringUpToDate(connection: Connection, migrations: readonly Migration[] = knownMigrations()): Promise<void> {
  for (const question of toMigrate) await connection.send(question)
  const version = await versionOf(connection)
  if (version > migrations.length) throw newer(version, migrations.length)
  for (const { version: next, sql } of migrations.slice(version)) {
    await connection.run(sql)
    await connection.send({ text: `UPDATE ${versionTable} SET version = $1`, values: [next] })
  }
}

async function versionOf(connection: Connection): Promise<number> {
  const version = await versionIn(connection)
  if (version !== undefined) return version
  await connection.send(plain(`CREATE TABLE ${versionTable} (version bigint NOT NULL)`))
  await connection.send(plain(`INSERT INTO ${versionTable} VALUES (0)`))
  return 0
}

/** Undefined where the bot has no tables. @throws LedgerError for tables of another program */
export async function versionIn(connection: Pick<Connection, 'send'>): Promise<number | undefined> {
  // A look-up by to_regclass would miss what was made while this connection waited for the lock: it answers from the server's memory.
  const { rows } = await connection.send(plain(`SELECT relname FROM pg_class WHERE relname IN ('${versionTable}', 'rounds', 'people') AND pg_table_is_visible(oid)`))
  const found = rows.map(([name]) => name)
  if (found.includes(versionTable)) return Number((await connection.send(plain(`SELECT version FROM ${versionTable}`))).rows[0]?.[0])
  if (found.length > 0) throw foreign()
  return undefined
}

/** @throws LedgerError for tables of another program */
export const hasTables = async (connection: Pick<Connection, 'send'>): Promise<boolean> => (await versionIn(connection)) !== undefined

const foreign = (cause?: unknown) => new LedgerError('foreign', 'The database in DATABASE_URL has tables of another program. Give the bot a database, or a schema, of its own.', cause)
