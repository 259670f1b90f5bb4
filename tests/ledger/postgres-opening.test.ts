// What an operator reads if the database in DATABASE_URL can't be used: what to do, never the password.
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shownAddress } from '../../src/ledger/postgres/address.ts'
import { explainOpening } from '../../src/ledger/postgres/explain-opening.ts'
import { ConnectionLost } from '../../src/ledger/postgres/explain-error.ts'
import { refuseOtherVersions, withConnection } from '../../src/ledger/postgres/look.ts'
import { openPostgresLedger } from '../../src/ledger/postgres/postgres-ledger.ts'
import { refuseOld } from '../../src/ledger/postgres/server.ts'
import { createLog } from '../../src/ops/log.ts'
import { withPassword } from './postgres-password.ts'
import { newDatabase, type TestDatabase } from './postgres-server.ts'

let target: TestDatabase
beforeAll(async () => void (target = await newDatabase()))
afterAll(() => target.drop())

const secret = 's3cr@t/%:#?'
const encoded = encodeURIComponent(secret)

/** Also what the log has of it. */
async function refusal(url: string): Promise<string> {
  const fault: unknown = await openPostgresLedger(url).then(async (ledger) => ledger.close(), (error: unknown) => error)
  if (!(fault instanceof Error)) throw new Error('The database was opened.')
  let logged = ''
  createLog('info', (line) => void (logged += line)).error({ fault, url }, `failed: ${url}`)
  for (const text of [fault.message, String(fault.stack), logged]) {
    expect(text).not.toContain(secret)
    expect(text).not.toContain(encoded)
  }
  expect(fault.name).toBe('LedgerError')
  return fault.message
}

const at = (change: (url: URL) => void): string => {
  const url = new URL(target.url)
  url.password = encoded
  change(url)
  return url.href
}

describe('a database that can’t be used', () => {
  it('is one that isn’t there', async () => {
    expect(await refusal(at((url) => (url.port = '1')))).toBe('No PostgreSQL server answers at 127.0.0.1:1. Start it, or correct the host and the port in DATABASE_URL.')
    expect(await refusal(at((url) => (url.hostname = 'nowhere.invalid')))).toMatch(/^There’s no server “nowhere\.invalid”\./u)
    expect(await refusal(at((url) => (url.pathname = '/none')))).toBe('The server has no database “none”. Create it (CREATE DATABASE), or correct the name in DATABASE_URL.')
    expect(await refusal(at((url) => (url.searchParams.set('sslmode', 'verify-full'))))).toMatch(/doesn’t take encrypted connections\. Remove sslmode/u)
  })

  it('is one for another user or another password', async () => {
    await withPassword(target.url, secret, async (url) => {
      const right = new URL(url)
      right.password = encoded
      await withConnection(right.href, async () => undefined)
      right.password = `${encoded}x`
      expect(await refusal(right.href)).toMatch(/^PostgreSQL refuses the user “guest_\d+” or the password\. Correct them in DATABASE_URL/u)
      right.password = ''
      expect(await refusal(right.href)).toMatch(/^PostgreSQL asks for a password\. Add it to DATABASE_URL/u)
      right.password = encoded
      expect(await refusal(right.href)).toMatch(/^PostgreSQL doesn’t give the user “guest_\d+” the rights that the bot needs \(permission denied for schema public\)/u)
    })
    expect(await refusal(at((url) => (url.username = 'nobody')))).toMatch(/^PostgreSQL doesn’t let the user “nobody” in/u)
  })

  it('is an address that can’t be read', async () => {
    for (const url of [`postgres://me:se/cr@t@host/db`, `postgres://me:12/34@host/db`, `postgres://me:12#34@host/db`, 'postgres://me:%zz@host/db', 'mysql://me:secret@host/db']) {
      expect(await refusal(url)).toMatch(/^(?:The address of the database can’t be read\.|This isn’t the address of a PostgreSQL database\.).* %40 for @/u)
    }
    expect(shownAddress(`postgres://me:${encoded}@host/db?sslmode=verify-full&password=${encoded}`)).toBe('postgres://me@host:5432/db?sslmode=verify-full')
  })

  it('is of an old server, of another program, or of another version of the bot', async () => {
    expect(() => refuseOld(150_012)).toThrow('The server in DATABASE_URL is PostgreSQL 15; the bot needs 16 or newer.')
    expect(() => refuseOld(160_000)).not.toThrow()
    const client = new Client(target.url)
    await client.connect()
    const seen = () => withConnection(target.url, refuseOtherVersions).then(() => 'fine', (fault: Error) => fault.message)
    expect(await seen()).toMatch(/^The database in DATABASE_URL has no tables of the bot yet\./u)
    await client.query('CREATE TABLE accounts (name text)')
    expect(await refusal(target.url)).toMatch(/^The database .* has tables of another program/u)
    await client.query('DROP TABLE accounts')
    await (await openPostgresLedger(target.url)).close()
    expect(await seen()).toBe('fine')
    await client.query('UPDATE studyhall_version SET version = version - 1')
    expect(await seen()).toMatch(/written by an earlier version of the bot\. Start this version once/u)
    await client.query('UPDATE studyhall_version SET version = 999')
    expect(await seen()).toMatch(/written by a newer version of the bot/u)
    expect(await refusal(target.url)).toMatch(/written by a newer version of the bot/u)
    await client.end()
  })

  it('can’t hold every character, which people would be the first to find out', async () => {
    const admin = new URL(target.url)
    Object.assign(admin, { username: 'postgres', pathname: '/postgres' })
    const client = new Client(admin.href)
    await client.connect()
    const name = `latin_${process.pid}`
    await client.query(`CREATE DATABASE ${name} OWNER studyhall ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`)
    expect(await refusal(at((url) => (url.pathname = name)))).toMatch(/^The database in DATABASE_URL can’t hold every character \(its encoding is LATIN1\)\. Make one with UTF8/u)
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await client.end()
  })

  it('has a certificate that nobody vouches for', () => {
    const lost = new ConnectionLost('self-signed certificate', { cause: Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }) })
    expect((explainOpening(lost, target.url) as Error).message).toBe('The certificate of 127.0.0.1 isn’t trusted (DEPTH_ZERO_SELF_SIGNED_CERT). Add sslrootcert=FILE to DATABASE_URL, with the certificate of who issued it.')
  })
})
