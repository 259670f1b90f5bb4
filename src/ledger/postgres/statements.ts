// The statements of the tables, on PostgreSQL: prepared, run and read as on better-sqlite3, within jobs that are run by replay.ts.
import type { Statements } from '../tables/statements.ts'
import { toPostgres } from './dialect.ts'
import { withoutNul } from './nul.ts'
import type { Answer, Question } from './question.ts'
import type { Asking } from './replay.ts'

/** As what a row is read: all of its columns by name, as a list, or its first column alone. */
type Shape = 'object' | 'list' | 'first'

/** What tables need of better-sqlite3, for statements that are asked of PostgreSQL. */
export function statementsOn({ ask, tell, readAhead }: Asking): Statements {
  const prepare = (sql: string) => {
    const translated = once(() => toPostgres(sql))
    return statement((values) => questionOf(translated(), values), 'object')
  }

  function statement(question: (values: readonly unknown[]) => Question, shape: Shape): object {
    const all = (...values: readonly unknown[]) => rowsOf(ask(question(values)), shape)
    return {
      get: (...values: readonly unknown[]) => rowsOf(ask(question(values)), shape)[0],
      all,
      iterate: (...values: readonly unknown[]) => all(...values).values(),
      run(...values: readonly unknown[]) {
        const answer = tell(question(values))
        return {
          get changes() {
            return answer().changes
          },
          get lastInsertRowid(): never {
            throw new Error('PostgreSQL has no lastInsertRowid: write RETURNING.')
          },
        }
      },
      pluck: (on = true) => statement(question, on ? 'first' : 'object'),
      raw: (on = true) => statement(question, on ? 'list' : 'object'),
    }
  }

  return { prepare, readAhead } as unknown as Statements
}

type Translated = ReturnType<typeof toPostgres>

function questionOf({ text, names }: Translated, given: readonly unknown[]): Question {
  const [first] = given
  const isNamed = given.length === 1 && typeof first === 'object' && first !== null && !(first instanceof Uint8Array)
  const values = names.map((name) => valid(isNamed ? Reflect.get(first, name) : given[Number(name)]))
  if (values.some((value) => value === undefined)) throw new Error(`A value is missing for “${text}”.`)
  return { text, values }
}

const valid = (value: unknown): unknown => (typeof value === 'string' ? withoutNul(value) : value)

/** A list of its own each time, since a job may change its order. */
function rowsOf(answer: Answer, shape: Shape): readonly unknown[] {
  if (shape === 'list') return answer.rows.map((row) => [...row])
  if (shape === 'first') return answer.rows.map(([first]) => first)
  return [...objectsOf(answer)]
}

/** A job that is run again reads the same answers again. */
const made = new WeakMap<Answer, readonly object[]>()

function objectsOf(answer: Answer): readonly object[] {
  const known = made.get(answer) ?? answer.rows.map((row) => objectOf(answer.columns, row))
  made.set(answer, known)
  return known
}

function objectOf(columns: readonly string[], row: readonly unknown[]): object {
  const object: Record<string, unknown> = {}
  for (const [at, column] of columns.entries()) object[column] = row[at]
  return Object.freeze(object)
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
