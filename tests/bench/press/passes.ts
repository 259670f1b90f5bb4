// Passes of presses, at the bot and at a bare Bolt app that acknowledges the same payloads. Servers, people and the receiver of the
// replies each have a process of their own.
import type { ChildProcess } from 'node:child_process'
import type { Size } from '../figure.ts'
import { allReplied, ask, connections, hear, portOf, run, usage } from './children.ts'
import type { LoadHears, LoadSays, Press, ServerSays, SinkSays } from './messages.ts'

/** The first ones warm up: the compiler, the connections, and who everybody is. */
const sizes = { whole: { warmUps: 3, passes: 9 }, brief: { warmUps: 0, passes: 1 } }

export type Measured = LoadSays & { readonly cpu: number }

/** `other`: bare Bolt at the other presses of the plan. */
export type Pass = { readonly study: Measured; readonly bare: Measured; readonly other: Measured | null }

export type Plan = {
  /** @param study the bot's process @param pass from 0 */
  readonly presses: (study: ChildProcess, pass: number) => Promise<readonly Press[]>
  /** The share of the replies that explain an answer. */
  readonly explained: number
  /** More presses that bare Bolt acknowledges, made of those of the bot. */
  readonly other?: (presses: readonly Press[]) => readonly Press[]
  /** Where the bot sends traces; absent: nowhere. */
  readonly collector?: string
}

export async function measurePasses(plan: Plan, size: Size): Promise<readonly Pass[]> {
  const { warmUps, passes } = sizes[size]
  const children = ['bare-server', 'study-server', 'sink', 'load'].map((name) => run(name, ...(plan.collector === undefined ? [] : [plan.collector])))
  const [bare, study, sink, load] = children as [ChildProcess, ChildProcess, ChildProcess, ChildProcess]
  try {
    const [bareSays, studySays, sinkSays] = await Promise.all([hear<ServerSays>(bare), hear<ServerSays>(study), hear<SinkSays>(sink), hear(load)])
    const ports = { bare: portOf(bareSays), study: portOf(studySays), sink: portOf(sinkSays) }
    const measured: Pass[] = []
    for (let pass = 0; pass < warmUps + passes; pass++) {
      const found = await onePass(plan, { bare, study, sink, load }, ports, pass)
      if (pass >= warmUps) measured.push(found)
    }
    return measured
  } finally {
    for (const child of children) child.send({ kind: 'stop' })
  }
}

type Children = { readonly bare: ChildProcess; readonly study: ChildProcess; readonly sink: ChildProcess; readonly load: ChildProcess }
type Ports = { readonly bare: number; readonly study: number; readonly sink: number }

async function onePass({ presses, explained, other }: Plan, { bare, study, sink, load }: Children, ports: Ports, pass: number): Promise<Pass> {
  const wanted = await presses(study, pass)
  const measure = async (server: ChildProcess, port: number, all: readonly Press[]): Promise<Measured> => {
    await usage(server)
    const result = await ask<LoadHears, LoadSays>(load, { ports: [port], sink: ports.sink, presses: all, connections })
    if (result.refused > 0) throw new Error(`${result.refused} presses were not acknowledged.`)
    return { ...result, cpu: (await usage(server)) / all.length }
  }
  const atStudy = async () => {
    const found = await measure(study, ports.study, wanted)
    await allReplied(sink, { replies: wanted.length, explained: Math.round(wanted.length * explained) })
    return found
  }
  const atBare = async () => ({
    bare: await measure(bare, ports.bare, wanted),
    other: other === undefined ? null : await measure(bare, ports.bare, other(wanted)),
  })
  // Who goes first changes from pass to pass.
  if (pass % 2 === 0) return { study: await atStudy(), ...(await atBare()) }
  return { ...(await atBare()), study: await atStudy() }
}
