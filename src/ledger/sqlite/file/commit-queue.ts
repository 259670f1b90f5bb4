// Group commit: what is asked for in one turn of the event loop is committed together, with one wait for the disk.
// A promise is fulfilled only after the commit, so a person who is told that an answer counts is told the truth.
import type { Database } from 'better-sqlite3'
import type { LedgerMeasures } from '../../../core/measures.ts'
import type { Jobs } from '../../jobs.ts'
import { LedgerError } from '../../ledger-error.ts'
import { openBatches, type Work } from './batch.ts'

export type CommitQueue = Jobs & {
  /** At once. */
  readonly peek: <Value>(work: () => Value) => Value
  /** Asks before each batch, and tells after it. */
  readonly watch: (watch: Watch) => void
  /** From now on fails whatever waits or is asked for, but `peek` and `read`, with this reason; undefined: no longer. */
  readonly refuse: (reason: LedgerError | undefined) => void
  /** Why everything is refused; undefined: it isn't. */
  readonly refused: () => LedgerError | undefined
  /** There is much work just now: more than a quiet bot has at a beat. */
  readonly busy: () => boolean
  /** Runs all waiting work at once; anything asked for later fails. */
  readonly end: () => void
}

export type Watch = {
  /** Undefined: go on. Otherwise nothing is committed until it settles, when `refuse` was called if need be. */
  readonly check: () => Promise<void> | undefined
  readonly wrote: () => void
}

type Job = {
  readonly work: Work
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
  readonly committed: ReturnType<NonNullable<LedgerMeasures['queued']>> | undefined
}

/** More would block the event loop for longer than a person notices, and gain little. */
const batchLimit = 512
/** How long after a commit `writeSoon` work waits for other work to be committed with, in milliseconds. */
const soon = 50

/** Jobs, and milliseconds. A beat of a quiet bot writes fewer. */
const [muchWork, justNow] = [50, 1_000]

/**
 * @param forget called whenever something was rolled back
 * @param explain turns an error into one for the caller
 * @param measures hears of each commit
 */
export function openCommitQueue(db: Database, forget: () => void, explain: (error: unknown) => unknown, measures?: LedgerMeasures): CommitQueue {
  const runBatch = openBatches(db, forget)
  let waiting: Job[] = []
  let scheduled = false
  let committedAt = -Infinity
  let timer: NodeJS.Timeout | undefined
  let ended = false
  let refused: LedgerError | undefined
  let watch: Watch = { check: () => undefined, wrote: () => undefined }
  const lately = { since: -Infinity, jobs: 0 }

  function noteWork(jobs: number): void {
    if (committedAt - lately.since > justNow) Object.assign(lately, { since: committedAt, jobs: 0 })
    lately.jobs += jobs
  }

  function commitNext(): void {
    clearTimeout(timer)
    timer = undefined
    const batch = waiting.slice(0, batchLimit)
    waiting = waiting.slice(batchLimit)
    if (refused !== undefined) {
      for (const { reject } of batch) reject(refused)
      return
    }
    const began = measures === undefined ? 0 : performance.now()
    const outcomes = runBatch(batch.map(({ work }) => work))
    watch.wrote()
    committedAt = performance.now()
    // A full disk fails all of them.
    if (measures !== undefined && outcomes.some((outcome) => !('error' in outcome))) measures.committed(batch.length, committedAt - began, waiting.length)
    noteWork(batch.length)
    for (const [index, job] of batch.entries()) {
      const outcome = outcomes[index] ?? { error: new Error('a job without an outcome') }
      job.committed?.({ began, jobs: batch.length, failed: 'error' in outcome })
      if ('error' in outcome) job.reject(explain(outcome.error))
      else job.resolve(outcome.value)
    }
  }

  function schedule(): void {
    if (scheduled) return
    scheduled = true
    setImmediate(() => {
      const checking = watch.check()
      if (checking === undefined) commitScheduled()
      else void checking.catch(() => undefined).then(commitScheduled)
    })
  }

  function commitScheduled(): void {
    scheduled = false
    commitNext()
    if (waiting.length > 0) schedule()
  }

  function scheduleSoon(): void {
    const pause = committedAt + soon - performance.now()
    if (pause <= 0) schedule()
    else timer ??= setTimeout(schedule, pause)
  }

  function enqueue<Value>(work: () => Value, wake: () => void): Promise<Value> {
    if (ended) return Promise.reject(closed())
    if (refused !== undefined) return Promise.reject(refused)
    return new Promise<Value>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject, committed: measures?.queued?.() })
      wake()
    })
  }

  return {
    write: (work) => enqueue(work, schedule),
    writeSoon: (work) => enqueue(work, scheduleSoon),
    read(work) {
      // With nothing waiting it can run at once: there is one connection and one thread, so a read of several statements sees one state.
      if (waiting.length > 0 || ended) return enqueue(work, schedule)
      return runNow(work, explain)
    },
    peek(work) {
      if (ended) throw closed()
      try {
        return work()
      } catch (error) {
        throw explain(error)
      }
    },
    watch: (given) => void (watch = given),
    refuse: (reason) => void (refused = reason),
    refused: () => refused,
    busy: () => waiting.length + (performance.now() - lately.since <= justNow ? lately.jobs : 0) > muchWork,
    end() {
      while (waiting.length > 0) commitNext()
      ended = true
    },
  }
}

function runNow<Value>(work: () => Value, explain: (error: unknown) => unknown): Promise<Value> {
  return new Promise<Value>((resolve, reject) => {
    try {
      resolve(work())
    } catch (error) {
      reject(explain(error))
    }
  })
}

const closed = () => new LedgerError('closed', 'The database is closed: the bot is stopping. Try again when it has started.')
