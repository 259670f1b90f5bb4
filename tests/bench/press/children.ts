// The processes of the press benchmarks, and how they are asked.
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { ServerHears, ServerSays, SinkHears, SinkSays } from './messages.ts'

/** Over which people press, each waiting for its acknowledgement. */
export const connections = 16

export const run = (name: string, ...args: readonly string[]): ChildProcess => fork(join(import.meta.dirname, `${name}.ts`), args)

/** Only ends a count that would never end; each turn goes through two processes. */
const mostTurns = 1_000_000

/** Every press has its reply, and as many as should explain. */
export async function allReplied(sink: ChildProcess, wanted: { readonly replies: number; readonly explained: number }): Promise<void> {
  let [replies, explained] = [0, 0]
  for (let turns = 0; replies < wanted.replies; turns += 1) {
    const seen = await ask<SinkHears, SinkSays>(sink, { kind: 'count' })
    if (seen.kind === 'seen') [replies, explained] = [replies + seen.all, explained + seen.explained]
    if (turns > mostTurns) throw new Error(`${wanted.replies - replies} presses had no reply.`)
  }
  if (explained !== wanted.explained) throw new Error(`${explained} of ${replies} replies explain an answer, and ${wanted.explained} should.`)
}

/** Microseconds of CPU since it was asked last. */
export async function usage(server: ChildProcess): Promise<number> {
  const said = await ask<ServerHears, ServerSays>(server, { kind: 'usage' })
  return said.kind === 'usage' ? said.cpuMicroseconds : Number.NaN
}

export function portOf(said: ServerSays | SinkSays): number {
  if (said.kind !== 'ready') throw new Error('A process of the benchmark did not start.')
  return said.port
}

export function hear<Said>(child: ChildProcess): Promise<Said> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('A process of the benchmark ended.'))
    child.once('exit', gone)
    child.once('message', (said) => {
      child.off('exit', gone)
      resolve(said as Said)
    })
  })
}

export function ask<Heard, Said>(child: ChildProcess, message: Heard): Promise<Said> {
  const answer = hear<Said>(child)
  child.send(message as object)
  return answer
}
