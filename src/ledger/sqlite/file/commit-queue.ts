// Group commit: what arrives in one turn of the event loop becomes durable together, with one wait for the disk.
// A promise is fulfilled only after the commit, so whoever is told that an answer counts is told the truth.
import type { Database } from 'better-sqlite3'
import { LedgerError } from '../../ledger-error.ts'

export type CommitQueue = {
  /** Runs `work` in the next transaction. It may run twice, so it must do nothing but read and write the database. */
  readonly write: <Value>(work: () => Value) => Promise<Value>
  /** As `write`, for what nobody waits for: it goes along with others, so that many of these cost few waits for the disk. */
  readonly writeSoon: <Value>(work: () => Value) => Promise<Value>
  /** Runs `work` after all that was asked for before it. */
  readonly read: <Value>(work: () => Value) => Promise<Value>
  /** Runs what waits, at once; what is asked for later fails. */
  readonly end: () => void
}

type Job = {
  readonly work: () => unknown
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
}

type Outcome = { readonly value: unknown } | { readonly error: unknown }

/** More would keep the event loop busy for longer than a person notices, and gain little. */
const batchLimit = 512
/** How soon after a commit another one is made for nothing but work that can wait, in milliseconds. */
const soon = 50

/**
 * @param forget is called when something was rolled back
 * @param explain makes an error one for the caller
 */
export function openCommitQueue(db: Database, forget: () => void, explain: (error: unknown) => unknown): CommitQueue {
  const [begin, commit, rollback] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT'), db.prepare('ROLLBACK')]
  const [savepoint, release, undo] = [db.prepare('SAVEPOINT job'), db.prepare('RELEASE job'), db.prepare('ROLLBACK TO job')]
  let waiting: Job[] = []
  let scheduled = false
  let committedAt = -Infinity
  let timer: NodeJS.Timeout | undefined
  let ended = false

  function transact(batch: readonly Job[], run: (job: Job) => Outcome): readonly Outcome[] {
    begin.run()
    try {
      const outcomes = batch.map(run)
      commit.run()
      return outcomes
    } catch (error) {
      if (db.inTransaction) rollback.run()
      forget()
      throw error
    }
  }

  /** Undoes this job alone if it fails, which costs a copy of every page that it touches. */
  function isolated(job: Job): Outcome {
    savepoint.run()
    try {
      const value = job.work()
      release.run()
      return { value }
    } catch (error) {
      // Where SQLite has rolled back everything (a full disk), no other job of the batch is left to save.
      if (!db.inTransaction) throw error
      undo.run()
      release.run()
      forget()
      return { error }
    }
  }

  function runBatch(batch: readonly Job[]): readonly Outcome[] {
    try {
      return transact(batch, (job) => ({ value: job.work() }))
    } catch (failure) {
      // Somebody's job failed: once more, this time so that it cannot hurt the others.
      try {
        return batch.length === 1 ? [{ error: failure }] : transact(batch, isolated)
      } catch (error) {
        return batch.map(() => ({ error }))
      }
    }
  }

  function end(): void {
    while (waiting.length > 0) turn()
    ended = true
  }

  function turn(): void {
    clearTimeout(timer)
    timer = undefined
    const batch = waiting.slice(0, batchLimit)
    waiting = waiting.slice(batchLimit)
    const outcomes = runBatch(batch)
    committedAt = performance.now()
    for (const [index, job] of batch.entries()) {
      const outcome = outcomes[index] ?? { error: new Error('a job without an outcome') }
      if ('error' in outcome) job.reject(explain(outcome.error))
      else job.resolve(outcome.value)
    }
  }

  function onTurn(): void {
    scheduled = false
    turn()
    if (waiting.length > 0) schedule()
  }

  function schedule(): void {
    if (scheduled) return
    scheduled = true
    setImmediate(onTurn)
  }

  function scheduleSoon(): void {
    const pause = committedAt + soon - performance.now()
    if (pause <= 0) schedule()
    else timer ??= setTimeout(schedule, pause)
  }

  function ask<Value>(work: () => Value, begin: () => void): Promise<Value> {
    if (ended) return Promise.reject(closed())
    return new Promise<Value>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject })
      begin()
    })
  }

  const write = <Value>(work: () => Value) => ask(work, schedule)
  const writeSoon = <Value>(work: () => Value) => ask(work, scheduleSoon)

  /** One connection and one thread: a read of several statements sees one state without a transaction. */
  function read<Value>(work: () => Value): Promise<Value> {
    if (waiting.length > 0 || ended) return write(work)
    return new Promise<Value>((resolve, reject) => {
      try {
        resolve(work())
      } catch (error) {
        reject(explain(error))
      }
    })
  }

  return { write, writeSoon, read, end }
}

const closed = () => new LedgerError('closed', 'The database is closed: the bot is stopping. Try again when it has started.')
