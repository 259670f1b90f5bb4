// A wire between the ledger and PostgreSQL that can be cut, held, or made to lose what goes over it, at the very moment of a COMMIT.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/**
 * `cut before`: COMMIT never arrives, and the server hears that the connection broke. `lost before`: the same, but the server hears nothing.
 * `cut after`: COMMIT is carried out, and its answer never arrives.
 */
export type Break = 'cut before' | 'lost before' | 'cut after'

export type Wire = {
  readonly url: string
  /** What becomes of the next COMMIT of a transaction that the lock of the ledger was taken in. */
  breakNext(how: Break): void
  /** The next connection is ended in the same breath in which the server says that it's ready. */
  endNext(): void
  /** How many COMMITs were broken. */
  readonly broken: () => number
  /** Cuts all connections; new ones are refused until {@link mend}. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

export async function openWire(url: string): Promise<Wire> {
  const target = new URL(url)
  const pairs = new Set<readonly [Socket, Socket]>()
  let next: Break | undefined
  let broken = 0
  let isCut = false
  let endsNext = false

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    const pair = [client, upstream] as const
    const end = () => {
      client.destroy()
      upstream.destroy()
      pairs.delete(pair)
    }
    if (isCut) return end()
    pairs.add(pair)
    for (const socket of pair) socket.on('error', end)
    client.on('close', () => {
      if (!held.has(upstream)) end()
    })
    upstream.on('close', end)
    const hears = createListener()
    let isMute = false
    client.on('data', (bytes: Buffer) => {
      if (isMute) return
      const isCommit = hears(bytes)
      if (!isCommit || next === undefined) return void upstream.write(bytes)
      const how = next
      next = undefined
      broken += 1
      isMute = true
      if (how === 'cut after') {
        upstream.write(bytes)
        // Whatever it answers means that it read the order, which it carries out also for nobody.
        upstream.removeAllListeners('data')
        upstream.on('data', (answer) => {
          if (answer.includes('COMMIT\0')) end()
        })
      } else if (how === 'lost before') {
        held.add(upstream)
        client.destroy()
      } else end()
    })
    const isEnded = endsNext
    endsNext = false
    upstream.on('data', (bytes: Buffer) => {
      if (!isEnded || !bytes.subarray(-6).equals(isReady)) return void client.write(bytes)
      client.end(Buffer.concat([bytes, ended]))
      upstream.destroy()
    })
  })
  const held = new Set<Socket>()
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = new URL(url)
  address.port = String((server.address() as AddressInfo).port)
  const cutAll = () => {
    for (const [client, upstream] of pairs) {
      client.destroy()
      upstream.destroy()
    }
    pairs.clear()
  }
  return {
    url: address.href,
    breakNext: (how) => (next = how),
    endNext: () => void (endsNext = true),
    broken: () => broken,
    cut() {
      isCut = true
      cutAll()
    },
    mend: () => void (isCut = false),
    async close() {
      cutAll()
      for (const socket of held) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const isReady = Buffer.from('Z\0\0\0\x05I', 'latin1')

const ended = message('E', 'SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0')

function message(kind: string, body: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(kind), length, Buffer.from(body, 'latin1')])
}

const [parse, bind] = ['P'.charCodeAt(0), 'B'.charCodeAt(0)]

/** https://www.postgresql.org/docs/current/protocol-message-formats.html @returns whether COMMIT of a transaction that may have written is among the messages */
function createListener(): (bytes: Buffer) => boolean {
  const texts = new Map<string, string>()
  let rest = Buffer.alloc(0)
  let begun = false
  let writes = false
  return (bytes) => {
    rest = Buffer.concat([rest, bytes])
    let isCommit = false
    for (;;) {
      const head = begun ? 1 : 0
      if (rest.length < head + 4) return isCommit
      const length = head + rest.readUInt32BE(head)
      if (rest.length < length) return isCommit
      const [kind, body] = [rest[0], rest.subarray(head + 4, length)]
      if (begun && kind === parse) {
        const [name = '', text = ''] = body.toString('utf8').split('\0')
        texts.set(name, text)
      }
      if (begun && kind === bind) {
        const text = texts.get(body.toString('utf8').split('\0')[1] ?? '') ?? ''
        if (text.startsWith('BEGIN')) writes = false
        if (text.includes('pg_advisory_xact_lock')) writes = true
        if (text === 'COMMIT' && writes) isCommit = true
      }
      begun = true
      rest = rest.subarray(length)
    }
  }
}
