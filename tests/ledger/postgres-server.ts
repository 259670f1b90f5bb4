// A real PostgreSQL for tests: one server for all files of a run, and a database of its own for whoever asks. A second process, the keeper,
// runs it and ends it once the run is over, also if that was killed.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { isAlive } from './is-alive.ts'
import { whyNoPostgres } from './postgres-binaries.ts'

type ServerOptions = {
  /** Off by default, since tests of logic need no disk. On for tests that kill the server. */
  readonly fsync?: boolean
}

export type TestDatabase = {
  /** For a role that owns the database and may do nothing else. */
  readonly url: string
  /** Deletes all rows, and counts ids from 1 again. Takes 15 ms, TRUNCATE of all tables 500, a database from a template 600 (a loaded machine). */
  empty(): Promise<void>
  /** Also ends whatever is connected. */
  drop(): Promise<void>
}

/** Kept by the migrations. */
const versionTable = 'studyhall_version'
const role = 'studyhall'

/** A new, empty database. Starts the server of the run if this is the first. */
export async function newDatabase(options: ServerOptions = {}): Promise<TestDatabase> {
  const port = await portOf(options)
  const name = `t${process.pid}_${++made}`
  await asAdministrator(port, 'postgres', async (run) => {
    await run(`DO $$ BEGIN CREATE ROLE ${role} LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`)
    await run(`CREATE DATABASE ${name} OWNER ${role}`)
  })
  let cleaner: Client | undefined
  return {
    url: `postgres://${role}@127.0.0.1:${port}/${name}`,
    async empty() {
      if (cleaner === undefined) {
        cleaner = new Client({ host: '127.0.0.1', port, user: 'postgres', database: name })
        cleaner.on('error', () => undefined)
        await cleaner.connect()
      }
      await cleaner.query(deleteAll)
    },
    async drop() {
      await cleaner?.end()
      await asAdministrator(port, 'postgres', (run) => run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    },
  }
}

let made = 0

/** Without triggers and foreign keys, so in any order. Fails if a transaction was left open. */
const deleteAll = `SET lock_timeout = '30s'; SET session_replication_role = replica;
DO $$ DECLARE each record; BEGIN
  FOR each IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '${versionTable}' LOOP
    EXECUTE format('DELETE FROM %I', each.name);
  END LOOP;
  FOR each IN SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL LOOP
    EXECUTE format('ALTER SEQUENCE %I RESTART', each.name);
  END LOOP;
END $$`

async function asAdministrator(port: number, database: string, work: (run: (sql: string) => Promise<unknown>) => Promise<unknown>): Promise<void> {
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', database })
  await client.connect()
  try {
    await work((sql) => client.query(sql))
  } finally {
    await client.end()
  }
}

/** All processes of a run of vitest have the same parent, and use one server. */
const owner = process.env['VITEST'] === undefined ? process.pid : process.ppid
const prefix = 'studyhall-postgres-run-'

/** The port of the run's server, which is started by whoever is the first to ask. */
async function portOf({ fsync = false }: ServerOptions): Promise<number> {
  const folder = join(tmpdir(), `${prefix}${owner}${fsync ? '-fsync' : ''}`)
  const why = whyNoPostgres()
  if (why !== undefined) throw new Error(why)
  if (begin(folder)) {
    removeLeft()
    spawn(process.execPath, [join(import.meta.dirname, 'postgres-keeper.ts'), folder, String(owner), fsync ? 'on' : 'off'], { detached: true, stdio: 'ignore' }).unref()
  }
  for (;;) {
    if (existsSync(join(folder, 'ready'))) return Number(readFileSync(join(folder, 'ready'), 'utf8'))
    if (existsSync(join(folder, 'failed'))) throw new Error(`PostgreSQL could not be started for the tests. ${readFileSync(join(folder, 'failed'), 'utf8')}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

/** @returns whether we are the first */
function begin(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o755 })
    return true
  } catch {
    return false
  }
}

/** Of runs whose keeper was killed as well. A server without its folder ends by itself within a minute. */
function removeLeft(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const pid = Number.parseInt(name.slice(prefix.length), 10)
    if (!isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

/** One question, on a connection of its own. */
export async function queryIn(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client(url)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}
