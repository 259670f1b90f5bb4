// Presses explained with the ledger in PostgreSQL, against the very same presses with SQLite.
import pg from 'pg'
import { newDatabase } from '../ledger/postgres-server.ts'
import { serverCpu } from './answers/server-cpu.ts'
import { median, perSecond, rounded, type Figure, type Size } from './figure.ts'
import { connections } from './press/children.ts'
import { openBots, type Measured } from './press/bots.ts'

/** The first ones warm up: the compiler, the connections, and who everybody is. */
const sizes = { whole: { warmUps: 3, passes: 9 }, brief: { warmUps: 0, passes: 1 } }

type Pass = { readonly sqlite: Measured; readonly postgres: Measured }

export async function pressPostgres(size: Size = 'whole'): Promise<readonly Figure[]> {
  const { warmUps, passes } = sizes[size]
  const database = await newDatabase({ fsync: true })
  const client = new pg.Client(database.url)
  await client.connect()
  const server = await serverCpu(client)
  const bots = await openBots([undefined, database.url], server)
  const [sqlite = 0, postgres = 0] = bots.ports
  const measured: Pass[] = []
  try {
    for (let pass = 0; pass < warmUps + passes; pass++) {
      const atSqlite = () => bots.measure(0, [sqlite])
      const atPostgres = () => bots.measure(1, [postgres])
      // Who goes first changes from pass to pass.
      const first = pass % 2 === 0 ? await atSqlite() : await atPostgres()
      const second = pass % 2 === 0 ? await atPostgres() : await atSqlite()
      if (pass >= warmUps) measured.push(pass % 2 === 0 ? { sqlite: first, postgres: second } : { sqlite: second, postgres: first })
    }
  } finally {
    await bots.stop()
    await client.end()
    await database.drop()
  }
  return [figure(measured)]
}

function figure(measured: readonly Pass[]): Figure {
  const of = (pick: (pass: Pass) => number) => median(measured.map(pick))
  const whole = (pick: (pass: Pass) => number) => rounded(of(pick), 0)
  const ratio = of(({ sqlite, postgres }) => postgres.perSecond / sqlite.perSecond)
  const cpu = `CPU each: bot ${whole(({ postgres }) => postgres.bots)} + server ${whole(({ postgres }) => postgres.server)} µs, with SQLite ${whole(({ sqlite }) => sqlite.bots)} µs; people ${whole(({ postgres }) => postgres.people)} µs`
  return {
    what: `(b) presses explained with PostgreSQL, ${connections} connections (${cpu}; p50 ${rounded(of(({ postgres }) => postgres.p50), 1)} ms, p99 ${rounded(of(({ postgres }) => postgres.p99), 1)} ms)`,
    value: perSecond(of(({ postgres }) => postgres.perSecond)),
    floor: `${perSecond(of(({ sqlite }) => sqlite.perSecond))} with SQLite (p50 ${rounded(of(({ sqlite }) => sqlite.p50), 1)} ms, p99 ${rounded(of(({ sqlite }) => sqlite.p99), 1)} ms)`,
    ratio,
    goal: `at least ${rounded(0.7)}`,
    reached: ratio >= 0.7,
  }
}
