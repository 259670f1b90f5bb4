// Why a database can't be used, as a sentence for whoever sets up the bot.
import pg from 'pg'
import { LedgerError } from '../ledger-error.ts'
import { addressOf } from './address.ts'
import { ConnectionLost, explainError } from './explain-error.ts'

/** The error of a database that is being opened, as a {@link LedgerError}; any other error unchanged. */
export function explainOpening(error: unknown, url: string): unknown {
  if (error instanceof ConnectionLost) return new LedgerError('cannot-open', unreachable(error, url), error)
  const sentence = error instanceof pg.DatabaseError ? refused(error, url) : undefined
  return sentence === undefined ? explainError(error) : new LedgerError(sentence.fault, sentence.text, error)
}

function refused({ code = '', message }: pg.DatabaseError, url: string): { readonly fault: 'cannot-open' | 'foreign'; readonly text: string } | undefined {
  const { user, database } = addressOf(url)
  const asUser = user === '' ? 'the user' : `the user “${user}”`
  const cannotOpen = (text: string) => ({ fault: 'cannot-open', text }) as const
  switch (code) {
    case '28P01':
      return cannotOpen(`PostgreSQL refuses ${asUser} or the password. Correct them in DATABASE_URL; in a password, write %40 for @, %2F for /, and %25 for %.`)
    case '28000':
      return cannotOpen(`PostgreSQL doesn’t let ${asUser} in (${message}). Correct the user in DATABASE_URL, or allow it in the server’s pg_hba.conf.`)
    case '3D000':
      return cannotOpen(`The server has no database “${database}”. Create it (CREATE DATABASE), or correct the name in DATABASE_URL.`)
    case '53300':
      return cannotOpen('The PostgreSQL server has no connection left. The bot needs six: raise max_connections, or stop what else uses them.')
    case '57P03':
      return cannotOpen('The PostgreSQL server is starting or stopping. Try again in a moment.')
    case '42501':
      return { fault: 'foreign', text: `PostgreSQL doesn’t give ${asUser} the rights that the bot needs (${message}). Make it the owner of the database: ALTER DATABASE … OWNER TO …` }
    case '42P07':
      return { fault: 'foreign', text: `The database “${database}” has tables of another program (${message}). Give the bot a database, or a schema, of its own.` }
    default:
      return undefined
  }
}

const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/u

function unreachable({ message, cause }: ConnectionLost, url: string): string {
  const { host, port } = addressOf(url)
  const code = String(Reflect.get(Object(cause), 'code') ?? '')
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `There’s no server “${host}”. Correct the host in DATABASE_URL, or check the network.`
  if (code === 'ECONNREFUSED') return `No PostgreSQL server answers at ${host}:${port}. Start it, or correct the host and the port in DATABASE_URL.`
  if (message.includes('password must be')) return 'PostgreSQL asks for a password. Add it to DATABASE_URL, after the user: postgres://user:password@host:5432/database'
  if (message.includes('does not support SSL')) return `The server at ${host}:${port} doesn’t take encrypted connections. Remove sslmode from DATABASE_URL, or turn on SSL there.`
  if (untrusted.test(code)) return `The certificate of ${host} isn’t trusted (${code}). Add sslrootcert=FILE to DATABASE_URL, with the certificate of who issued it.`
  return `The database at ${host}:${port} can’t be reached (${message}). Check DATABASE_URL and that the PostgreSQL server is running.`
}
