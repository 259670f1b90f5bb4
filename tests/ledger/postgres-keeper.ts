// A process of its own that runs a PostgreSQL server in a folder for as long as another process lives, however that ends, and removes the
// folder at last: node postgres-keeper.ts <folder> <id of the process> <on or off: fsync>
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { postgresBinaries, serverUser } from './postgres-binaries.ts'

const [folder = '', owner = '', fsync = 'off'] = process.argv.slice(2)
const user = serverUser()
const data = join(folder, 'data')

try {
  const binaries = postgresBinaries()
  mkdirSync(data, { mode: 0o700 })
  if (user !== undefined) chownSync(data, user.uid, user.gid)
  const made = spawnSync(join(binaries, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US', '--no-sync'], { ...user, cwd: folder, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.error?.message ?? made.stderr)
  const port = await freePort()
  const server = spawn(join(binaries, 'postgres'), ['-D', data, '-p', String(port), ...settings()], { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const end = endOf(server)
  await isReady(server)
  tell('ready', String(port))
  await Promise.race([end, ownerGone()])
  server.kill('SIGQUIT')
  await end
} catch (error) {
  tell('failed', error instanceof Error ? error.message : String(error))
  await ownerGone()
}
rmSync(folder, { recursive: true, force: true })

/** Little of everything: many tests, little data. */
function settings(): readonly string[] {
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync, full_page_writes: fsync, shared_buffers: '32MB', max_connections: 300, autovacuum: 'off', log_min_messages: 'warning' }
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
      if (log.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${log}`)))
    server.once('error', reject)
  })
}

function endOf(server: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => server.once('close', resolve))
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function ownerGone(): Promise<void> {
  while (isAlive(Number(owner))) await new Promise((resolve) => setTimeout(resolve, 500))
}

/** Whole or not at all. */
function tell(name: string, text: string): void {
  writeFileSync(join(folder, `${name}.part`), text)
  renameSync(join(folder, `${name}.part`), join(folder, name))
}
