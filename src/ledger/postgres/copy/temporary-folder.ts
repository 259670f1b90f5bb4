// A folder for the time of a command, with what nobody else may read. It is removed however the command ends; what a killed one left is
// removed by the next.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'studyhall-copy-'
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export async function withTemporaryFolder<Result>(work: (folder: string) => Result | Promise<Result>): Promise<Result> {
  removeLeft()
  let folder: string | undefined
  const remove = () => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
  const stop = (signal: NodeJS.Signals) => {
    remove()
    for (const each of signals) process.off(each, stop)
    process.kill(process.pid, signal)
  }
  process.on('exit', remove)
  for (const signal of signals) process.on(signal, stop)
  try {
    // Not before somebody listens for the end.
    folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
    return await work(folder)
  } finally {
    process.off('exit', remove)
    for (const signal of signals) process.off(signal, stop)
    remove()
  }
}

function removeLeft(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
    } catch {
      // It belongs to another user.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
