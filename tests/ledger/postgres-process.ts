// A PostgreSQL server in a folder: made, started, stopped, started again.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, mkdirSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { postgresBinaries, serverUser } from './postgres-binaries.ts'

/** `fast` ends what is connected; `immediate` is like a crash. */
export type Stop = 'fast' | 'immediate'

export type PostgresProcess = {
  readonly port: number
  /** Fulfilled when it takes connections. */
  start(more?: Readonly<Record<string, string | number>>): Promise<void>
  /** Fulfilled when it has ended; it may have by itself. */
  stop(how: Stop): Promise<void>
  readonly end: () => Promise<unknown>
}

const signals: Readonly<Record<Stop, NodeJS.Signals>> = { fast: 'SIGINT', immediate: 'SIGQUIT' }

/** @param folder one that the server's user may enter */
export async function makePostgres(folder: string, fsync: 'on' | 'off'): Promise<PostgresProcess> {
  const user = serverUser()
  const binaries = postgresBinaries()
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (user !== undefined) chownSync(data, user.uid, user.gid)
  const made = spawnSync(join(binaries, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US', '--no-sync'], { ...user, cwd: folder, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.error?.message ?? made.stderr)
  const port = await freePort()
  let end: Promise<unknown> = Promise.resolve()
  let server: ChildProcess | undefined
  return {
    port,
    async start(more = {}) {
      server = spawn(join(binaries, 'postgres'), ['-D', data, '-p', String(port), ...settings({ fsync, full_page_writes: fsync, ...more })], { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
      end = endOf(server)
      await isReady(server)
    },
    async stop(how) {
      server?.kill(signals[how])
      await end
    },
    end: () => end,
  }
}

/** Little of everything: many tests, little data. */
function settings(more: Readonly<Record<string, string | number>>): readonly string[] {
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', shared_buffers: '32MB', max_connections: 300, autovacuum: 'off', log_min_messages: 'warning', ...more }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The last line of its log that it writes at the start. */
async function isReady(server: ChildProcess): Promise<void> {
  let log = ''
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk) => {
      log = (log + String(chunk)).slice(-10_000)
      if (log.includes('ready to accept connections') || log.includes('ready to accept read-only connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${log}`)))
    server.once('error', reject)
  })
}

function endOf(server: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => server.once('close', resolve))
}
