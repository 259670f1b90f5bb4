// CPU that processes of this machine have used, and a PostgreSQL server with all of its processes.
import { readdirSync, readFileSync } from 'node:fs'
import type { Client } from 'pg'

/** In microseconds. Linux counts hundredths of a second. */
const tick = 10_000

/** @returns CPU since it was called first, in microseconds; NaN on a machine without /proc */
export async function serverCpu(client: Client): Promise<() => number> {
  const { rows } = await client.query<{ readonly pid: number }>('SELECT pg_backend_pid() AS pid')
  const server = statOf(rows[0]?.pid ?? 0)?.parent
  return () => {
    try {
      const all = readdirSync('/proc').map((name) => statOf(Number(name))).filter((stat) => stat !== undefined)
      return all.filter(({ pid, parent }) => pid === server || parent === server).reduce((sum, { ticks }) => sum + ticks * tick, 0)
    } catch {
      return Number.NaN
    }
  }
}

/** CPU that a process of this machine has used, in microseconds; NaN on a machine without /proc. */
export const cpuOf = (process: number | undefined): number => (statOf(process ?? 0)?.ticks ?? Number.NaN) * tick

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; what ended meanwhile is gone. */
function statOf(pid: number): { readonly pid: number; readonly parent: number; readonly ticks: number } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /u, '').split(' ').map(Number)
    const [parent = 0, user = 0, system = 0] = [fields[1], fields[11], fields[12]]
    return { pid, parent, ticks: user + system }
  } catch {
    return undefined
  }
}
