// Turns what goes wrong with PostgreSQL into what happened and what a person can do about it.
import pg from 'pg'
import { LedgerError, type LedgerFault } from '../ledger-error.ts'

/** The server can't be reached, or was lost before it answered. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

/** The connection broke between the order to save and the answer, and nobody can tell what became of it. */
export class Unclear extends Error {
  override readonly name = 'Unclear'
}

/** The server answered that this can't be done, and stands by for more. */
export const isRefusal = (error: unknown): error is pg.DatabaseError => error instanceof pg.DatabaseError && error.severity === 'ERROR'

/** It may work when it is tried again, by another connection. */
export function isPassing(error: unknown): boolean {
  return error instanceof ConnectionLost || (error instanceof pg.DatabaseError && passing.has(faultOf(error.code ?? '')))
}

/** Another transaction had the lock for all the time that this one waited for it. */
export const isLockedOut = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '55P03'

/** A table, or something else by that name. */
export const isThereAlready = (error: unknown): boolean => error instanceof pg.DatabaseError && (error.code === '42P07' || error.code === '42710' || error.code === '42723')

/** Another one may lead to another server: after a failover the old one can't be written any more. */
export function leavesConnection(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return leaving.has(faultOf(error.code ?? ''))
  return error instanceof ConnectionLost || error instanceof Unclear
}

const leaving = new Set<LedgerFault>(['cannot-open', 'read-only'])

const passing = new Set<LedgerFault>(['busy', 'cannot-open', 'read-only'])

/** An error of PostgreSQL as a {@link LedgerError}; any other error unchanged. */
export function explainError(error: unknown): unknown {
  if (error instanceof ConnectionLost) return new LedgerError('cannot-open', unreachable(error.message), error)
  if (error instanceof Unclear) return new LedgerError('failed', 'The connection to the database broke, and it’s unclear whether this was saved. Look before you try again.', error)
  if (!(error instanceof pg.DatabaseError)) return error
  if (lostStatements.has(error.code ?? '')) return new LedgerError('cannot-open', pooler, error)
  const fault = faultOf(error.code ?? '')
  return new LedgerError(fault, sentence(fault, error), error)
}

/** A statement by that name is not there, or is there already: another connection got it. */
const lostStatements = new Set(['26000', '42P05'])

const pooler = 'The pooler in front of the database loses prepared statements. Use PgBouncer 1.21 or later with max_prepared_statements above 0, or point DATABASE_URL to PostgreSQL itself.'

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
function faultOf(code: string): LedgerFault {
  if (code === '53100') return 'full'
  if (code === '25006') return 'read-only'
  if (code === '42501') return 'foreign'
  if (code.startsWith('XX')) return 'damaged'
  if (code.startsWith('08') || code.startsWith('28') || code === '3D000' || code === '53300' || code.startsWith('57P')) return 'cannot-open'
  if (code.startsWith('40') || code === '55P03' || code === '57014' || code === '25P03' || code === '25P04') return 'busy'
  return 'failed'
}

const unreachable = (detail: string) => `The database can't be reached (${detail}). Check DATABASE_URL and that the PostgreSQL server is running.`

function sentence(fault: LedgerFault, { message }: Error): string {
  switch (fault) {
    case 'full':
      return 'The disk of the database is full, so this change was not saved. Free some space and try again.'
    case 'read-only':
      return 'The database is read-only just now. If it’s a standby, point DATABASE_URL to the primary, or wait until it is one.'
    case 'foreign':
      return `The database refused this (${message}). Give the user in DATABASE_URL the right to create and change tables in its schema.`
    case 'damaged':
      return `The database reports that it is damaged (${message}). Restore a backup.`
    case 'cannot-open':
      return unreachable(message)
    case 'busy':
      return 'The database was busy for too long, so this change was not saved. Try again in a moment.'
    default:
      return `The database failed (${message}), so this change was not saved. Try again. If it keeps failing, look at the log of the PostgreSQL server.`
  }
}
