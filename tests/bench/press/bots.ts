// Bots in processes of their own, people who press, and how much CPU each side takes.
import type { ChildProcess } from 'node:child_process'
import { cpuOf } from '../answers/server-cpu.ts'
import { answers } from './answers.ts'
import { allReplied, ask, connections, hear, portOf, run, usage } from './children.ts'
import type { LoadHears, LoadSays, ServerSays, SinkSays } from './messages.ts'

/** Microseconds of CPU for each press: of all bots, of the PostgreSQL server, of the people who press with the receiver of the replies. */
export type Measured = LoadSays & { readonly bots: number; readonly server: number; readonly people: number }

export type Bots = {
  readonly ports: readonly number[]
  /**
   * Everybody answers new rounds.
   *
   * @param opener the bot that opens the rounds
   * @param ports where the presses go
   */
  readonly measure: (opener: number, ports: readonly number[]) => Promise<Measured>
  readonly stop: () => Promise<void>
}

/** @param urls the database of each bot; undefined: a file of its own */
export async function openBots(urls: readonly (string | undefined)[], serverCpu: () => number): Promise<Bots> {
  const [sink, load] = [run('sink'), run('load')]
  const hearing = Promise.all([hear<SinkSays>(sink), hear(load)])
  const bots: ChildProcess[] = []
  const ports: number[] = []
  // One after the other: the first makes the tables.
  for (const url of urls) {
    const bot = run('study-server', ...(url === undefined ? [] : [url]))
    bots.push(bot)
    ports.push(portOf(await hear<ServerSays>(bot)))
  }
  const [sinkSays] = await hearing
  const people = () => cpuOf(load.pid) + cpuOf(sink.pid)
  const usedByBots = async () => (await Promise.all(bots.map(usage))).reduce((sum, used) => sum + used, 0)

  async function measure(opener: number, to: readonly number[]): Promise<Measured> {
    const bot = bots[opener]
    if (bot === undefined) throw new Error('There is no such bot.')
    const presses = await answers(bot)
    await usedByBots()
    const before = [serverCpu(), people()] as const
    const result = await ask<LoadHears, LoadSays>(load, { ports: to, sink: portOf(sinkSays), presses, connections })
    if (result.refused > 0) throw new Error(`${result.refused} presses were not acknowledged.`)
    await allReplied(sink, { replies: presses.length, explained: presses.length })
    const each = (used: number) => used / presses.length
    return { ...result, bots: each(await usedByBots()), server: each(serverCpu() - before[0]), people: each(people() - before[1]) }
  }

  return {
    ports,
    measure,
    stop: async () => {
      const all = [...bots, sink, load]
      const gone = all.map((child) => new Promise((resolve) => void child.once('exit', resolve)))
      for (const child of all) child.send({ kind: 'stop' })
      await Promise.all(gone)
    },
  }
}
