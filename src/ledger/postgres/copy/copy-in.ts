// Copies all rows of a file into the tables in PostgreSQL, which are empty, within a transaction. References are looked at once all rows are
// there, which is faster, and needs no order of the tables.
import type { Database } from 'better-sqlite3'
import type { Progress } from '../../../core/progress.ts'
import type { Connection } from '../connections.ts'
import type { Answer, Question } from '../question.ts'
import { arrayWriter } from './arrays.ts'
import { countRows, inSql, tablesOf, type CopiedTable } from './tables.ts'

export type CopiedIn = { readonly rows: number; /** Texts in which NULs became U+FFFD. */ readonly replaced: number }

/** In one statement. Of long texts, fewer. */
const [mostRows, mostCharacters] = [2_000, 4_000_000]
/** The next rows are read while PostgreSQL takes those before. */
const underWayAtMost = 2

/** @param db in a transaction of its own */
export async function copyIn(connection: Pick<Connection, 'send'>, db: Database, progress: Progress): Promise<CopiedIn> {
  const ask = (text: string, values: readonly unknown[] = []) => connection.send({ text, values })
  const tables = tablesOf(db)
  const references = (await ask(selectReferences)).rows as readonly (readonly [string, string, string])[]
  for (const [table, name] of references) await ask(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  for (const { name } of tables) await ask(`ALTER TABLE "${name}" DISABLE TRIGGER USER`)

  const of = tables.reduce((sum, { name }) => sum + countRows(db, name), 0)
  const arrays = arrayWriter()
  const sending = sendAhead(connection)
  let rows = 0
  for (const table of tables) {
    const types = (await ask(selectTypes, [`"${table.name}"`, table.columns])).rows.map(([type]) => String(type))
    for (const batch of batchesOf(db, table)) {
      progress({ what: 'Copying rows to PostgreSQL', done: rows, of })
      await sending.send({ text: insertInto(table, types), values: table.columns.map((_, at) => arrays.write(batch.map((row) => row[at]))) })
      rows += batch.length
    }
    await sending.end()
  }

  progress({ what: 'Checking the references between rows' })
  for (const [table, name, definition] of references) await ask(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`)
  for (const { name } of tables) await ask(`ALTER TABLE "${name}" ENABLE TRIGGER USER`)
  for (const [table, column] of (await ask(selectIdentities)).rows) {
    await ask(`SELECT setval(pg_get_serial_sequence('${String(table)}', '${String(column)}'), coalesce(max(${String(column)}), 1), count(*) > 0) FROM ${String(table)}`)
  }
  await ask(`ANALYZE ${inSql(tables.map(({ name }) => name))}`)
  return { rows, replaced: arrays.replaced() }
}

const here = `relnamespace = current_schema()::regnamespace`

const selectReferences = `SELECT c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid) FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
  WHERE c.contype = 'f' AND t.${here} ORDER BY c.oid`

const selectIdentities = `SELECT t.oid::regclass::text, a.attname FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid WHERE a.attidentity <> '' AND t.relkind = 'r' AND t.${here}`

/** In the order in which the columns are asked for. */
const selectTypes = `SELECT format_type(a.atttypid, NULL) FROM unnest($2::text[]) WITH ORDINALITY AS c (name, nth)
  JOIN pg_attribute a ON a.attname = c.name AND a.attrelid = $1::regclass ORDER BY c.nth`

function insertInto({ name, columns }: CopiedTable, types: readonly string[]): string {
  if (types.length !== columns.length) throw new Error(`The table ${name} has other columns in PostgreSQL than in a file.`)
  return `INSERT INTO "${name}" (${inSql(columns)}) SELECT * FROM unnest(${types.map((type, at) => `$${at + 1}::${type}[]`).join(', ')})`
}

function* batchesOf(db: Database, { name, columns }: CopiedTable): Generator<readonly (readonly unknown[])[]> {
  let batch: unknown[][] = []
  let characters = 0
  for (const row of db.prepare<[], unknown[]>(`SELECT ${inSql(columns)} FROM "${name}"`).raw().iterate()) {
    batch.push(row)
    for (const value of row) if (typeof value === 'string') characters += value.length
    if (batch.length < mostRows && characters < mostCharacters) continue
    yield batch
    batch = []
    characters = 0
  }
  if (batch.length > 0) yield batch
}

/** Waits for the answer to an earlier question only. Of several that fail, the first one is heard: the others only say that it's over. */
function sendAhead({ send }: Pick<Connection, 'send'>) {
  const underWay: Promise<Answer>[] = []
  return {
    async send(question: Question) {
      const answer = send(question)
      answer.catch(() => undefined)
      underWay.push(answer)
      if (underWay.length > underWayAtMost) await underWay.shift()
    },
    async end() {
      for (const answer of underWay.splice(0)) await answer
    },
  }
}
