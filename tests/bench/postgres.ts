// Durable answers on PostgreSQL, against what they ask when they come one by one, sent by `pg` in as large transactions without waiting for
// answers.
import pg from 'pg'
import { openPostgresLedger } from '../../src/ledger/postgres/postgres-ledger.ts'
import { newDatabase } from '../ledger/postgres-server.ts'
import { answerAll, inTurn, openRounds, shuffled } from './answers/presses.ts'
import { serverCpu } from './answers/server-cpu.ts'
import { inBatches, listen, resend, type Heard } from './answers/wire.ts'
import { median, perSecond, rounded, type Figure, type Size } from './figure.ts'

const inFlight = [512, 32]
const sizes = { whole: { peoplePerChannel: 8, days: 7 }, brief: { peoplePerChannel: 1, days: 3 } }

type Measured = {
  readonly inFlight: number
  readonly port: number
  readonly floor: number
  readonly waits: readonly number[]
  readonly trips: number
  readonly statements: number
  /** Of answers that come one by one. */
  readonly alone: { readonly trips: number; readonly statements: number }
  readonly cpu: { readonly node: number; readonly server: number; readonly floorNode: number; readonly floorServer: number }
}

/** Three ledgers live through the same days: one is listened to, answer by answer, one is measured, one takes what was heard. */
export async function postgres(size: Size = 'whole'): Promise<readonly Figure[]> {
  const { days, peoplePerChannel } = sizes[size]
  const databases = [await newDatabase({ fsync: true }), await newDatabase({ fsync: true }), await newDatabase({ fsync: true })]
  const [recordedUrl = '', measuredUrl = '', bareUrl = ''] = databases.map(({ url }) => url)
  const open = (url: string) => openPostgresLedger(url, { salt: 'bench', shared: true, now: 0 })
  const [recorded, ledger] = [await open(recordedUrl), await open(measuredUrl)]
  await (await open(bareUrl)).close()
  const bare = new pg.Client({ connectionString: bareUrl, pipeline: true } as pg.ClientConfig)
  await bare.connect()
  const cpuOf = await serverCpu(bare)
  const found: Measured[] = []
  try {
    for (let date = 0; date < days; date++) {
      let rounds: readonly string[] = []
      await resend(bare, (await listen(async () => (rounds = await openRounds(recorded, date)))).sent)
      await openRounds(ledger, date)
      const order = shuffled(rounds, peoplePerChannel, date)
      for (const [turn, hands] of inFlight.entries()) {
        const presses = order.slice((turn * order.length) / inFlight.length, ((turn + 1) * order.length) / inFlight.length)
        const alone = await listen(() => answerAll(recorded, presses, 1))
        const floorSent = inBatches(alone.sent, hands)
        let heard: Heard = { sent: [], trips: 0 }
        const usage = { port: [0, 0], floor: [0, 0] }
        const counted = async (of: keyof typeof usage, work: () => Promise<unknown>) => {
          const [node, server] = [process.cpuUsage(), cpuOf()]
          await work()
          const { user, system } = process.cpuUsage(node)
          usage[of] = [user + system, cpuOf() - server].map((used) => used / presses.length)
        }
        let waits: readonly number[] = []
        const [port, floor] = await inTurn(date + turn, () => counted('port', async () => (heard = await listen(async () => (waits = await answerAll(ledger, presses, hands))))), () => counted('floor', () => resend(bare, floorSent)))
        const [[node = 0, server = 0], [floorNode = 0, floorServer = 0]] = [usage.port, usage.floor]
        // The first days fill empty tables.
        if (date >= 2) found.push({ inFlight: hands, port: presses.length / port, floor: presses.length / floor, waits, trips: heard.trips / presses.length, statements: heard.sent.length / presses.length, alone: { statements: floorSent.length / presses.length, trips: alone.trips / presses.length }, cpu: { node, server, floorNode, floorServer } })
      }
    }
  } finally {
    await Promise.allSettled([recorded.close(), ledger.close(), bare.end()])
    await Promise.all(databases.map((database) => database.drop()))
  }
  return inFlight.map((hands) => figure(hands, found.filter((each) => each.inFlight === hands)))
}

function figure(hands: number, found: readonly Measured[]): Figure {
  const of = (pick: (each: Measured) => number) => median(found.map(pick))
  const ratio = of(({ port, floor }) => port / floor)
  const waits = found.flatMap((each) => each.waits).toSorted((a, b) => a - b)
  const within = (share: number) => rounded(waits[Math.floor(waits.length * share)] ?? 0, 0)
  const whole = (pick: (each: Measured) => number) => rounded(of(pick), 0)
  const cpu = `${whole(({ cpu }) => cpu.node)} + ${whole(({ cpu }) => cpu.server)} µs of CPU each, node and server`
  return {
    what: `(p) durable answers on PostgreSQL, ${hands} in flight (${rounded(of(({ statements }) => statements), 1)} statements, ${rounded(of(({ trips }) => trips), 1)} round trips each; ${cpu}; p50 ${within(0.5)} ms, p99 ${within(0.99)} ms)`,
    value: perSecond(of(({ port }) => port)),
    floor: `${perSecond(of(({ floor }) => floor))} the ${rounded(of(({ alone }) => alone.statements), 1)} statements that each asks alone (in ${rounded(of(({ alone }) => alone.trips), 1)} round trips), sent by pg (${whole(({ cpu }) => cpu.floorNode)} + ${whole(({ cpu }) => cpu.floorServer)} µs)`,
    ratio,
    goal: `at least ${rounded(0.7)}`,
    reached: ratio >= 0.7,
  }
}
