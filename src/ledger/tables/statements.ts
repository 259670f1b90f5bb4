// What tables ask of an engine: statements that are prepared, run, and read as those of better-sqlite3.
// https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md#class-statement
import type { Database } from 'better-sqlite3'

/** Texts of statements are in words that SQLite and PostgreSQL understand both. Nothing here has `lastInsertRowid`: write RETURNING. */
export type Statements = Pick<Database, 'prepare'> & { readonly readAhead?: ReadAhead }

/** A hint: a job is going to read all of this, and none needs the value of another. Where answers take time, they are on their way together. */
export type ReadAhead = (...reads: readonly (() => unknown)[]) => void
