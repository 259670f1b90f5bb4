// Presses through the real Bolt receiver, each answered with its explanation after the commit, against a bare Bolt app that
// acknowledges the same payloads. Servers, people and the receiver of the replies each have a process of their own.
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { median, perSecond, rounded, type Figure, type Size } from './figure.ts'
import { channels, people, roundsPerChannel, type LoadHears, type LoadSays, type Press, type ServerHears, type ServerSays, type SinkHears, type SinkSays } from './press/messages.ts'

const connections = 16
/** The first ones warm up: the compiler, the connections, and who everybody is. */
const sizes = { whole: { warmUps: 3, passes: 9 }, brief: { warmUps: 0, passes: 1 } }

type Pass = { readonly bare: LoadSays; readonly study: LoadSays; readonly cpu: { readonly bare: number; readonly study: number } }

export async function presses(size: Size = 'whole'): Promise<readonly Figure[]> {
  const { warmUps, passes } = sizes[size]
  const children = ['bare-server', 'study-server', 'sink', 'load'].map((name) => fork(join(import.meta.dirname, 'press', `${name}.ts`)))
  const [bare, study, sink, load] = children as [ChildProcess, ChildProcess, ChildProcess, ChildProcess]
  try {
    const [bareSays, studySays, sinkSays] = await Promise.all([hear<ServerSays>(bare), hear<ServerSays>(study), hear<SinkSays>(sink), hear(load)])
    const ports = { bare: portOf(bareSays), study: portOf(studySays), sink: portOf(sinkSays) }
    const measured: Pass[] = []
    for (let pass = 0; pass < warmUps + passes; pass++) {
      const found = await onePass({ bare, study, sink, load }, ports, pass)
      if (pass >= warmUps) measured.push(found)
    }
    return figures(measured)
  } finally {
    for (const child of children) child.send({ kind: 'stop' })
  }
}

type Children = { readonly bare: ChildProcess; readonly study: ChildProcess; readonly sink: ChildProcess; readonly load: ChildProcess }
type Ports = { readonly bare: number; readonly study: number; readonly sink: number }

async function onePass({ bare, study, sink, load }: Children, ports: Ports, pass: number): Promise<Pass> {
  const opened = await ask<ServerHears, ServerSays>(study, { kind: 'open-rounds' })
  const wanted = everybody(opened.kind === 'rounds' ? opened.rounds : [])
  const press = (port: number) => ask<LoadHears, LoadSays>(load, { port, sink: ports.sink, presses: wanted, connections })
  const measure = async (server: ChildProcess, port: number) => {
    await usage(server)
    const result = await press(port)
    if (result.refused > 0) throw new Error(`${result.refused} presses were not acknowledged.`)
    return { result, cpu: (await usage(server)) / wanted.length }
  }
  const answered = async () => {
    const found = await measure(study, ports.study)
    await allExplained(sink, wanted.length)
    return found
  }
  // Who goes first changes from pass to pass.
  const first = pass % 2 === 0 ? await answered() : await measure(bare, ports.bare)
  const second = pass % 2 === 0 ? await measure(bare, ports.bare) : await answered()
  const [ours, floor] = pass % 2 === 0 ? [first, second] : [second, first]
  return { bare: floor.result, study: ours.result, cpu: { bare: floor.cpu, study: ours.cpu } }
}

/** Everybody in every round, in an order of no meaning. */
function everybody(rounds: readonly string[]): readonly Press[] {
  const open = channels * roundsPerChannel
  const total = open * people
  return Array.from({ length: total }, (_, index): Press => {
    // 7919 is a prime that does not divide the total, so each index comes once.
    const drawn = (index * 7919) % total
    const user = `U${String(Math.floor(drawn / open)).padStart(6, '0')}`
    return { user, round: rounds[drawn % open] ?? '', option: drawn % 3 === 0 ? 'a' : 'b' }
  })
}

/** Only ends a count that would never end; each turn goes through two processes. */
const mostTurns = 1_000_000

/** Every press has its reply, and every reply explains. */
async function allExplained(sink: ChildProcess, presses: number): Promise<void> {
  let explained = 0
  for (let turns = 0; explained < presses; turns += 1) {
    const seen = await ask<SinkHears, SinkSays>(sink, { kind: 'count' })
    if (seen.kind === 'seen') explained += seen.explained
    if (turns > mostTurns) throw new Error(`${presses - explained} presses were not explained.`)
  }
}

async function usage(server: ChildProcess): Promise<number> {
  const said = await ask<ServerHears, ServerSays>(server, { kind: 'usage' })
  return said.kind === 'usage' ? said.cpuMicroseconds : Number.NaN
}

function figures(measured: readonly Pass[]): readonly Figure[] {
  const rate = median(measured.map(({ study, bare }) => study.perSecond / bare.perSecond))
  const p50 = median(measured.map(({ study, bare }) => study.p50 / bare.p50))
  const of = (pick: (pass: Pass) => number) => median(measured.map(pick))
  const cpu = `${rounded(of(({ cpu }) => cpu.study), 0)} µs of CPU each, bare ${rounded(of(({ cpu }) => cpu.bare), 0)} µs`
  return [
    {
      what: `(b) presses explained, ${connections} connections (${cpu})`,
      value: perSecond(of(({ study }) => study.perSecond)),
      floor: `${perSecond(of(({ bare }) => bare.perSecond))} bare Bolt`,
      ratio: rate,
      goal: `at least ${rounded(0.8)}`,
      reached: rate >= 0.8,
    },
    {
      what: '(b) time to the acknowledgement, p50',
      value: `${rounded(of(({ study }) => study.p50))} ms`,
      floor: `${rounded(of(({ bare }) => bare.p50))} ms bare Bolt`,
      ratio: p50,
      goal: `at most ${rounded(1.6)}`,
      reached: p50 <= 1.6,
    },
  ]
}

function portOf(said: ServerSays | SinkSays): number {
  if (said.kind !== 'ready') throw new Error('A process of the benchmark did not start.')
  return said.port
}

function hear<Said>(child: ChildProcess): Promise<Said> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('A process of the benchmark ended.'))
    child.once('exit', gone)
    child.once('message', (said) => {
      child.off('exit', gone)
      resolve(said as Said)
    })
  })
}

function ask<Heard, Said>(child: ChildProcess, message: Heard): Promise<Said> {
  const answer = hear<Said>(child)
  child.send(message as object)
  return answer
}
