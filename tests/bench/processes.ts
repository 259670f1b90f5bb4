// The same presses sent to one and to two bots that share one PostgreSQL database.
import pg from 'pg'
import { newDatabase } from '../ledger/postgres-server.ts'
import { serverCpu } from './answers/server-cpu.ts'
import { median, perSecond, rounded, type Figure, type Size } from './figure.ts'
import { openBots, type Measured } from './press/bots.ts'

/** The first ones warm up: the compiler, the connections, and who everybody is. */
const sizes = { whole: { warmUps: 4, passes: 8 }, brief: { warmUps: 0, passes: 1 } }
const goal = 1.5

type Pass = { readonly one: Measured; readonly two: Measured }

export async function processes(size: Size = 'whole'): Promise<readonly Figure[]> {
  const { warmUps, passes } = sizes[size]
  const database = await newDatabase({ fsync: true })
  const client = new pg.Client(database.url)
  await client.connect()
  const bots = await openBots([database.url, database.url], await serverCpu(client))
  const measured: Pass[] = []
  try {
    for (let pass = 0; pass < warmUps + passes; pass++) {
      // Each of them is the one in turn, and who goes first changes too.
      const alone = bots.ports.slice(pass % 2, (pass % 2) + 1)
      const isOneFirst = pass % 4 < 2
      const first = await bots.measure(pass % 2, isOneFirst ? alone : bots.ports)
      const second = await bots.measure(pass % 2, isOneFirst ? bots.ports : alone)
      if (pass >= warmUps) measured.push(isOneFirst ? { one: first, two: second } : { one: second, two: first })
    }
  } finally {
    await bots.stop()
    await client.end()
    await database.drop()
  }
  return figures(measured)
}

function figures(measured: readonly Pass[]): readonly Figure[] {
  const of = (pick: (pass: Pass) => number) => median(measured.map(pick))
  const ratio = of(({ one, two }) => two.perSecond / one.perSecond)
  const cpu = (pick: (pass: Pass) => Measured) =>
    `bots ${rounded(of((pass) => pick(pass).bots), 0)} + server ${rounded(of((pass) => pick(pass).server), 0)} + people ${rounded(of((pass) => pick(pass).people), 0)} µs`
  const oneOnTwo = of(({ one }) => mostPerSecond(one, 1))
  const twoOnTwo = of(({ two }) => mostPerSecond(two, 2))
  const byCpu = of(({ one, two }) => mostPerSecond(two, 2) / mostPerSecond(one, 1))
  return [
    {
      what: `(q) presses explained by two bots on one database, all of this machine (CPU each: ${cpu(({ two }) => two)}; one bot: ${cpu(({ one }) => one)})`,
      value: perSecond(of(({ two }) => two.perSecond)),
      floor: `${perSecond(of(({ one }) => one.perSecond))} by one bot`,
      ratio,
      goal: `at least ${rounded(goal)} where people and server have cores of their own`,
      reached: ratio >= goal,
    },
    {
      what: '(q) by that CPU: two bots on two cores of their own, server and people elsewhere',
      value: perSecond(twoOnTwo),
      floor: `${perSecond(oneOnTwo)} by one bot`,
      ratio: byCpu,
      goal: `at least ${rounded(goal)}`,
      reached: byCpu >= goal,
    },
    ...together(of),
  ]
}

/** A bot is one thread for what counts here, so it can use one core. */
const mostPerSecond = ({ bots }: Measured, count: number): number => (count * 1_000_000) / bots

/** Where the server shares the two cores, it is what the second core is for. */
function together(of: (pick: (pass: Pass) => number) => number): readonly Figure[] {
  const one = ({ bots, server }: Measured) => 1_000_000 / Math.max(bots, (bots + server) / 2)
  const two = ({ bots, server }: Measured) => 2_000_000 / (bots + server)
  const ratio = of((pass) => two(pass.two) / one(pass.one))
  return [
    {
      what: '(q) by that CPU: two bots and the server on two cores, people elsewhere',
      value: perSecond(of((pass) => two(pass.two))),
      floor: `${perSecond(of((pass) => one(pass.one)))} by one bot and the server on two cores`,
      ratio,
      goal: 'none: it says what such a machine is worth',
      reached: true,
    },
  ]
}
