// The address of a database: postgres://user:password@host:port/database.
import { LedgerError } from '../ledger-error.ts'

type Address = { readonly user: string; readonly host: string; readonly port: string; readonly database: string }

const form = 'postgres://user:password@host:5432/database'
const encode = 'In a user or a password, write %40 for @, %2F for /, %3A for :, %23 for #, %3F for ?, and %25 for %.'

/** @throws LedgerError that doesn’t show what may be a password */
export function addressOf(url: string): Address {
  const parsed = URL.parse(url)
  if (parsed === null || !/^postgres(?:ql)?:$/u.test(parsed.protocol)) throw new LedgerError('cannot-open', `This isn’t the address of a PostgreSQL database. Write it as ${form}. ${encode}`)
  const { username, hostname, port, pathname, search, hash } = parsed
  // The rest of a password that has a slash, a question mark or a number sign in it.
  if (`${pathname}${search}${hash}`.includes('@')) throw new LedgerError('cannot-open', `The address of the database can’t be read. ${encode}`)
  try {
    decodeURIComponent(parsed.password)
    return { user: decodeURIComponent(username), host: hostname, port: port === '' ? '5432' : port, database: decodeURIComponent(pathname.slice(1)) }
  } catch (cause) {
    throw new LedgerError('cannot-open', `The address of the database can’t be read. ${encode}`, cause)
  }
}

/** What the tools of PostgreSQL know as well. */
const shownSettings = new Set(['host', 'port', 'user', 'sslmode', 'sslrootcert'])

/** For people and for the tools of PostgreSQL, without the password. */
export function shownAddress(url: string): string {
  const { user, host, port, database } = addressOf(url)
  const settings = new URLSearchParams([...new URL(url).searchParams].filter(([name]) => shownSettings.has(name))).toString()
  return `postgres://${user === '' ? '' : `${encodeURIComponent(user)}@`}${host === '' ? '' : `${host}:${port}`}/${encodeURIComponent(database)}${settings === '' ? '' : `?${settings}`}`
}
