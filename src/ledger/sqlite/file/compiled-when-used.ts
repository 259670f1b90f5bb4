// Statements that SQLite compiles when they are first run. The tables have some five hundred, of which a start runs fifty.
import type { Database, Statement } from 'better-sqlite3'

/** The same database, but a statement that is wrong fails when it is first run, and not when it is prepared. */
export function compiledWhenUsed(db: Database): Database {
  const prepare = (sql: string): Statement => whenUsed(() => db.prepare(sql))
  return Object.create(db, { prepare: { value: prepare } }) as Database
}

function whenUsed(compile: () => Statement): Statement {
  let compiled: Statement | undefined
  const statement = (): Statement => (compiled ??= compile())
  return {
    get: (...values) => statement().get(...values),
    all: (...values) => statement().all(...values),
    run: (...values) => statement().run(...values),
    iterate: (...values) => statement().iterate(...values),
    pluck: (on = true) => whenUsed(() => statement().pluck(on)),
    raw: (on = true) => whenUsed(() => statement().raw(on)),
    expand: (on = true) => whenUsed(() => statement().expand(on)),
    safeIntegers: (on = true) => whenUsed(() => statement().safeIntegers(on)),
    bind: (...values) => whenUsed(() => statement().bind(...values)),
    columns: () => statement().columns(),
    get database() {
      return statement().database
    },
    get source() {
      return statement().source
    },
    get reader() {
      return statement().reader
    },
    get readonly() {
      return statement().readonly
    },
    get busy() {
      return statement().busy
    },
  }
}
