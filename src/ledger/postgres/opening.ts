// What every transaction that writes begins with.
import type { Question } from './question.ts'

/** Locks of Studyhall: any numbers that nobody else takes in the same database. */
const [lockOfLedger, lockOfMigrations] = [0x53545544, 0x53544d47]

/** In milliseconds; 0: without end. For this transaction alone, so a pooler may stand in between. */
const patienceOf = (lock: number, statement: number, idle: number): Question => ({
  text: `SELECT set_config('lock_timeout', $1, true), set_config('statement_timeout', $2, true), set_config('idle_in_transaction_session_timeout', $3, true)`,
  values: [String(lock), String(statement), String(idle)],
})

const lockOf = (number: number): Question => ({ text: 'SELECT pg_advisory_xact_lock($1)', values: [number] })

/** One lock stands for the whole ledger. A process that stops in the middle gives it back by the last of these times. */
export const toWrite: readonly Question[] = [patienceOf(8_000, 15_000, 10_000), lockOf(lockOfLedger)]

/** The tables of a large ledger take as long as they take. */
export const toMigrate: readonly Question[] = [patienceOf(0, 0, 60_000), lockOf(lockOfMigrations)]
