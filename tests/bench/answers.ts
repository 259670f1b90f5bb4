// Durable answers through the port, 512 in flight, against bare better-sqlite3 transactions of the very same statements.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database, Statement } from 'better-sqlite3'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { ledgerOn } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { answerAll, inTurn, openRounds, shuffled } from './answers/presses.ts'
import { median, perSecond, rounded, type Figure, type Size } from './figure.ts'

const inFlight = 512
const sizes = { whole: { peoplePerChannel: 160, days: 10 }, brief: { peoplePerChannel: 2, days: 3 } }
/** Four full groups: short enough that a noisy moment of the machine hurts few of the ratios. */
const stretch = 4 * inFlight

type Call = { readonly sql: string; readonly method: 'run' | 'get' | 'all'; readonly values: readonly unknown[] }

/** Three ledgers live through the same days: one is recorded, one is measured, one takes the recorded statements alone. */
export async function answers(size: Size = 'whole'): Promise<readonly Figure[]> {
  const { days, peoplePerChannel } = sizes[size]
  const dir = mkdtempSync(join(tmpdir(), 'studyhall-bench-'))
  const calls: Call[] = []
  const recorded = openDatabase(join(dir, 'recorded'), { salt: 'bench' })
  const recording = ledgerOn({ ...recorded, db: recorder(recorded.db, calls) })
  const measured = ledgerOn(openDatabase(join(dir, 'measured'), { salt: 'bench' }))
  const bare = openDatabase(join(dir, 'bare'), { salt: 'bench' })
  const replay = replayer(bare.db)
  const rates: { port: number; floor: number }[] = []
  try {
    for (let date = 0; date < days; date++) {
      calls.length = 0
      const rounds = await openRounds(recording, date)
      replay(calls)
      await openRounds(measured, date)
      const order = shuffled(rounds, peoplePerChannel, date)
      for (let from = 0; from < order.length; from += stretch) {
        const presses = order.slice(from, from + stretch)
        calls.length = 0
        await answerAll(recording, presses, inFlight)
        const [port, floor] = await inTurn(from / stretch, () => answerAll(measured, presses, inFlight), async () => replay(calls))
        // The first days fill empty tables; from then on the tables are those of a bot in use.
        if (date >= 2) rates.push({ port: presses.length / port, floor: presses.length / floor })
      }
    }
  } finally {
    await Promise.all([recording.close(), measured.close()])
    bare.db.close()
    bare.file?.lock.release()
    rmSync(dir, { recursive: true })
  }
  return [figure(rates)]
}

function figure(rates: readonly { readonly port: number; readonly floor: number }[]): Figure {
  const ratio = median(rates.map(({ port, floor }) => port / floor))
  return {
    what: `(a) durable answers, ${inFlight} in flight`,
    value: perSecond(median(rates.map(({ port }) => port))),
    floor: `${perSecond(median(rates.map(({ floor }) => floor)))} bare transactions of the same statements`,
    ratio,
    goal: `at least ${rounded(0.7)}`,
    reached: ratio >= 0.7,
  }
}

/** The database as it is, with every call of a statement written down. */
function recorder(db: Database, calls: Call[]): Database {
  const record = (statement: Statement, sql: string): Statement =>
    new Proxy(statement, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return (...values: unknown[]) => {
          if (name === 'run' || name === 'get' || name === 'all') calls.push({ sql, method: name, values })
          const result: unknown = value.apply(target, values)
          return result === target ? record(target, sql) : result
        }
      },
    })
  return new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => record(target.prepare(sql), sql)
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

function replayer(db: Database): (calls: readonly Call[]) => void {
  const statements = new Map<string, Statement>()
  return (calls) => {
    for (const { sql, method, values } of calls) {
      let statement = statements.get(sql)
      if (statement === undefined) {
        statement = db.prepare(sql)
        statements.set(sql, statement)
      }
      statement[method](...values)
    }
  }
}
