// Copies the tables in PostgreSQL into a new file, on which everything works that reads a ledger in a file.
import Database from 'better-sqlite3'
import type { Progress } from '../../../core/progress.ts'
import { migrate, readMigrations } from '../../sqlite/file/migrate.ts'
import { makePrivateFile } from '../../sqlite/file/private.ts'
import type { Connection } from '../connections.ts'
import { inSql, tablesOf, type CopiedTable } from './tables.ts'

/** At once. */
const rowsFetched = 2_000

/** Within a transaction that sees one state. @param file must not exist */
export async function copyOut(connection: Pick<Connection, 'send'>, file: string, progress: Progress): Promise<void> {
  makePrivateFile(file)
  const db = new Database(file)
  try {
    // Whoever breaks off removes the file.
    for (const setting of ['journal_mode = OFF', 'synchronous = OFF', 'foreign_keys = OFF']) db.pragma(setting)
    migrate(db, readMigrations())
    db.exec('BEGIN')
    await fill(db, connection, progress)
    db.exec('COMMIT')
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}

type Described = { readonly type: string; readonly name: string; readonly sql: string }

async function fill(db: Database.Database, connection: Pick<Connection, 'send'>, progress: Progress): Promise<void> {
  // Indexes are made faster at the end, and what triggers add is copied.
  const rest = db.prepare<[], Described>(`SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL`).all()
  for (const { type, name } of rest) db.exec(`DROP ${type} "${name}"`)
  const tables = tablesOf(db)
  const counts = tables.map(({ name }) => `(SELECT count(*) FROM "${name}")`).join(' + ')
  const of = Number((await connection.send({ text: `SELECT ${counts}`, values: [] })).rows[0]?.[0])
  let done = 0
  for (const table of tables) {
    db.exec(`DELETE FROM "${table.name}"`)
    const add = db.prepare(`INSERT INTO "${table.name}" (${inSql(table.columns)}) VALUES (${table.columns.map(() => '?').join(', ')})`)
    for await (const rows of fetched(connection, table)) {
      progress({ what: 'Copying rows from PostgreSQL', done, of })
      for (const row of rows) add.run(...row)
      done += rows.length
    }
  }
  for (const { sql } of rest) db.exec(sql)
}

/** The next rows are on their way while those before are written. */
async function* fetched({ send }: Pick<Connection, 'send'>, { name, columns }: CopiedTable): AsyncGenerator<readonly (readonly unknown[])[]> {
  const ask = (text: string) => {
    const answer = send({ text, values: [] })
    answer.catch(() => undefined)
    return answer
  }
  await ask(`DECLARE "copy_${name}" NO SCROLL CURSOR FOR SELECT ${inSql(columns)} FROM "${name}"`)
  const fetch = () => ask(`FETCH ${rowsFetched} FROM "copy_${name}"`)
  for (let next = fetch(); ; ) {
    const { rows } = await next
    if (rows.length === rowsFetched) next = fetch()
    if (rows.length > 0) yield rows
    if (rows.length < rowsFetched) break
  }
  await ask(`CLOSE "copy_${name}"`)
}
