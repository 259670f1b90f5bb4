// Connections to PostgreSQL, each used by one transaction at a time. Nothing is set for a whole session, so a pooler may stand in between.
import { Socket } from 'node:net'
import type { Writable } from 'node:stream'
import pg from 'pg'
import { ConnectionLost } from './explain-error.ts'
import type { Answer, Question } from './question.ts'

export type Connection = {
  /** Sends at once, behind what was sent before; what was sent before may have no answer yet. */
  send(question: Question): Promise<Answer>
  /** Several statements without values, for as long as they take. */
  run(script: string): Promise<void>
  /** For the next one who wants it, unless it is broken. */
  release(isBroken: boolean): void
}

export type Connections = {
  take(): Promise<Connection>
  end(): Promise<void>
}

export type ConnectionOptions = {
  readonly url: string
  /** How many at most. */
  readonly most: number
  /** Hears of connections that broke while nobody used them. */
  readonly lost: (fault: unknown) => void
  /** How long the answer to a question may take, in milliseconds. */
  readonly patience?: number
}

/** In milliseconds. People wait for an answer to their press. */
const [longestConnecting, longestQuestion, longestScript] = [5_000, 20_000, 24 * 60 * 60_000]

/** https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat */
const [bool, int8, int2, int4, numeric, float8] = [16, 20, 21, 23, 1700, 701]
const numbers = new Set([int8, int2, int4, numeric, float8])

/** Whole numbers stay below 2^53: ids, and moments in milliseconds. Flags are 0 and 1, as in SQLite. */
const types = {
  getTypeParser(oid: number, format?: string): (value: string) => unknown {
    if (numbers.has(oid)) return Number
    if (oid === bool) return (value) => Number(value === 't')
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

export function openConnections({ url, most, lost, patience = longestQuestion }: ConnectionOptions): Connections {
  // A connection for which the server wants a password that there isn't would stay open for a minute, and the process with it.
  const sockets = new Set<Socket>()
  const stream = () => {
    const socket = new Socket()
    sockets.add(socket)
    return socket.once('close', () => sockets.delete(socket))
  }
  const pool = new pg.Pool({
    connectionString: url, max: most, connectionTimeoutMillis: longestConnecting, query_timeout: patience, keepAlive: true, application_name: 'studyhall',
    idleTimeoutMillis: 60_000, pipeline: true, stream, types: types as pg.CustomTypesConfig,
  } as pg.PoolConfig)
  pool.on('error', lost)
  // One that breaks while somebody has it, or is about to get it, tells whoever waits for an answer. Without a listener the process would end.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const turns = openTurns(most)
  return {
    async take() {
      // The pool's own wait would count as one for the server.
      await turns.wait()
      const client = await pool.connect().catch((error: unknown) => {
        turns.leave()
        return asLost(error)
      })
      const gather = gatherWrites((client as unknown as { readonly connection: { readonly stream: Writable } }).connection.stream)
      return {
        async send({ text, values }) {
          gather()
          const { command, fields, rows, rowCount } = await client.query<unknown[]>({ name: nameOf(text), text, values: [...values], rowMode: 'array' }).catch(asLost)
          return { command, columns: fields.map(({ name }) => name), rows, changes: rowCount ?? 0 }
        },
        async run(script) {
          await client.query({ text: script, query_timeout: longestScript } as pg.QueryConfig).catch(asLost)
        },
        release(isBroken) {
          client.release(isBroken)
          turns.leave()
        },
      }
    },
    async end() {
      await pool.end()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** On a connection that others get afterwards, unless something failed on it. */
export async function onConnection<Value>(connections: Connections, use: (connection: Connection) => Promise<Value>): Promise<Value> {
  const connection = await connections.take()
  let isBroken = true
  try {
    const value = await use(connection)
    isBroken = false
    return value
  } finally {
    connection.release(isBroken)
  }
}

/** Questions that are written to the socket together. More would let the server wait while we go on. */
const mostTogether = 32

/** What is sent before anybody waits costs few calls of the system, and not one a question. */
function gatherWrites(socket: Writable): () => void {
  let gathered = 0
  const write = () => {
    if (gathered > 0) socket.uncork()
    gathered = 0
  }
  return () => {
    if (gathered === mostTogether) write()
    gathered += 1
    if (gathered > 1) return
    socket.cork()
    process.nextTick(write)
  }
}

/** Each in the order of arrival, so many at the same time. */
function openTurns(most: number): { wait(): Promise<void>; leave(): void } {
  const waiting: (() => void)[] = []
  let taken = 0
  return {
    async wait() {
      if (taken < most) taken += 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
    },
    leave() {
      const next = waiting.shift()
      if (next === undefined) taken -= 1
      else next()
    },
  }
}

/** Whatever is no answer of the server. */
function asLost(error: unknown): never {
  if (error instanceof pg.DatabaseError) throw error
  throw new ConnectionLost(error instanceof Error && error.message !== '' ? error.message : String(Reflect.get(Object(error), 'code') ?? error), { cause: error })
}

const names = new Map<string, string>()

/** PostgreSQL plans a statement once for each connection under its name. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = `studyhall_${names.size + 1}`
  names.set(text, name)
  return name
}
