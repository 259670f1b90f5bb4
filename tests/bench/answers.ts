// Durable answers through the port, 512 in flight, against bare better-sqlite3 transactions of the very same statements.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database, Statement } from 'better-sqlite3'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { ledgerOn } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { median, perSecond, rounded, type Figure, type Size } from './figure.ts'
import { bank, day, sampleQuiz, start } from './sample.ts'

const inFlight = 512
const channels = 64
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
        await answerAll(recording, presses)
        const [port, floor] = await inTurn(from / stretch, () => answerAll(measured, presses), async () => replay(calls))
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

/** Seconds that each takes; who goes first changes from day to day. */
async function inTurn(turn: number, one: () => Promise<void>, other: () => Promise<void>): Promise<readonly [number, number]> {
  const seconds = async (work: () => Promise<void>) => {
    const before = performance.now()
    await work()
    return (performance.now() - before) / 1000
  }
  if (turn % 2 === 0) {
    const first = await seconds(one)
    return [first, await seconds(other)]
  }
  const first = await seconds(other)
  return [await seconds(one), first]
}

async function openRounds(ledger: Ledger, date: number): Promise<readonly string[]> {
  const now = start + date * day
  if (date === 0) {
    for (let place = 0; place < channels; place++) {
      const quiz = sampleQuiz(`slack:group-${place % 10}`, `slack:place-${place}`)
      await ledger.quizzes.change(quiz.place, 'set-up', now, () => ({ quiz }))
    }
  }
  await ledger.closing.closeDue(now, channels)
  const claims = await ledger.delivery.claimDue(now, bank, channels)
  await Promise.all(claims.map(({ round }) => ledger.delivery.confirmPosted(round.id, `message of ${round.id}`, now)))
  // They are claimed in an order of no meaning; here each stands at the number of its channel.
  const byPlace = new Map(claims.map(({ round }) => [round.place, round.id]))
  return Array.from({ length: channels }, (_, place) => byPlace.get(`slack:place-${place}`) ?? '')
}

type Press = { readonly round: string; readonly group: string; readonly person: string; readonly option: string; readonly at: number }

/** Everybody in every channel, in an order of no meaning. */
function shuffled(rounds: readonly string[], peoplePerChannel: number, date: number): readonly Press[] {
  const total = channels * peoplePerChannel
  return Array.from({ length: total }, (_, index): Press => {
    // 7919 is a prime that does not divide the total, so each index comes once.
    const drawn = (index * 7919 + date * 31) % total
    const place = drawn % channels
    const group = `slack:group-${place % 10}`
    const person = `${group}/person-${drawn}`
    return { round: rounds[place] ?? '', group, person, option: drawn % 3 === 0 ? 'a' : 'b', at: start + date * day + index }
  })
}

async function answerAll(ledger: Ledger, presses: readonly Press[]): Promise<void> {
  let next = 0
  async function hand(): Promise<void> {
    for (let press = presses[next++]; press !== undefined; press = presses[next++]) {
      const person = { id: press.person, group: press.group, name: press.person }
      const outcome = await ledger.answers.take(press.round, person, [press.option], press.at)
      if (outcome?.verdict.kind !== 'counted') throw new Error('An answer of the benchmark did not count.')
    }
  }
  await Promise.all(Array.from({ length: inFlight }, hand))
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
