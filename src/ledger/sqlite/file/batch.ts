// Runs a batch of jobs in one transaction, so that they become durable together with one wait for the disk.
import type { Database } from 'better-sqlite3'

/** Reads and writes the database and does nothing else, since it may run twice. */
export type Work = () => unknown

export type Outcome = { readonly value: unknown } | { readonly error: unknown }

/** Runs all work of a batch and commits it. @returns the outcomes in the same order */
export type RunBatch = (batch: readonly Work[]) => readonly Outcome[]

/** @param forget called whenever something was rolled back */
export function openBatches(db: Database, forget: () => void): RunBatch {
  const [begin, commit, rollback] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT'), db.prepare('ROLLBACK')]
  const [savepoint, release, undo] = [db.prepare('SAVEPOINT job'), db.prepare('RELEASE job'), db.prepare('ROLLBACK TO job')]

  function transact(batch: readonly Work[], run: (work: Work) => Outcome): readonly Outcome[] {
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

  /** Undoes only this job if it fails. Costs a copy of every page that the job touches. */
  function isolated(work: Work): Outcome {
    savepoint.run()
    try {
      const value = work()
      release.run()
      return { value }
    } catch (error) {
      // If SQLite has rolled back everything (a full disk), no other job of the batch can be saved.
      if (!db.inTransaction) throw error
      undo.run()
      release.run()
      forget()
      return { error }
    }
  }

  return (batch) => {
    try {
      return transact(batch, (work) => ({ value: work() }))
    } catch (failure) {
      // Some job failed: run the batch again, isolating each job so that it cannot hurt the others.
      try {
        return batch.length === 1 ? [{ error: failure }] : transact(batch, isolated)
      } catch (error) {
        return batch.map(() => ({ error }))
      }
    }
  }
}
