// The ledger's jobs on PostgreSQL: what is asked for in one turn of the event loop is saved together, and a promise is fulfilled only after
// the commit. One lock stands for the whole ledger, so that jobs follow each other whichever process runs them, as in a file.
import { setTimeout as pause } from 'node:timers/promises'
import type { LedgerMeasures } from '../../core/measures.ts'
import type { Jobs } from '../jobs.ts'
import { LedgerError } from '../ledger-error.ts'
import type { Connections } from './connections.ts'
import { ConnectionLost, explainError, isPassing, leavesConnection, Unclear } from './explain-error.ts'
import { toWrite } from './opening.ts'
import type { Question } from './question.ts'
import type { Replay } from './replay.ts'
import { begin, type Transaction } from './transaction.ts'
import { transactionId, wasSaved } from './was-saved.ts'

export type JobQueue = Jobs & {
  /** Jobs in the name of the duty that is the fence. */
  readonly onDuty: Jobs
  /** Why the last transaction saved nothing, if the database was the reason. */
  readonly fault: () => LedgerError | undefined
  /** Runs what waits; anything asked for later fails. */
  readonly end: () => Promise<void>
}

export type QueueOptions = {
  readonly writing: Connections
  readonly reading: Connections
  readonly replay: <Value>(work: () => Value) => Replay<Value>
  /** Asked within each transaction in the name of the duty. Without a row for an answer, nothing is saved, and everybody hears what `lost` says. */
  readonly fence?: { readonly question: Question; readonly lost: () => LedgerError; /** Everything is in its name. */ readonly isForAll: boolean } | undefined
  readonly measures?: LedgerMeasures | undefined
}

type Work = () => unknown
type Outcome = { readonly value: unknown } | { readonly error: unknown }
type Waiting = { readonly work: Work; readonly isFenced: boolean; readonly resolve: (value: unknown) => void; readonly reject: (reason: unknown) => void; readonly committed: ReturnType<NonNullable<LedgerMeasures['queued']>> | undefined }

/** More would keep the lock for longer than a person should wait. */
const batchLimit = 256
/** How long after a commit `writeSoon` work waits for other work to be committed with, in milliseconds. */
const soon = 50
/** In milliseconds. */
const beforeRetry = 250

export function openJobQueue({ writing, reading, replay, fence, measures }: QueueOptions): JobQueue {
  let waiting: Waiting[] = []
  let underWay: Promise<void> | undefined
  let scheduled = false
  let committedAt = -Infinity
  let timer: NodeJS.Timeout | undefined
  let ended = false
  let fault: LedgerError | undefined

  const opening = [...toWrite, transactionId]
  const [atId, atFence] = [toWrite.length, toWrite.length + 1]

  async function transact(batch: readonly Work[], isFenced: boolean): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = []
    const asked = isFenced ? fence : undefined
    let id: unknown
    try {
      await withTransaction(writing, { how: 'BEGIN', opening: asked === undefined ? opening : [...opening, asked.question] }, async (transaction) => {
        for (const work of batch) outcomes.push({ value: await transaction.play(replay(work)) })
        if (asked !== undefined && (await transaction.opened(atFence)).rows.length === 0) throw asked.lost()
        // Known before COMMIT is sent, for whoever has to ask what became of it.
        id = (await transaction.opened(atId)).rows[0]?.[0]
        await transaction.commit()
      })
    } catch (error) {
      if (!(error instanceof Unclear)) throw error
      const saved = await wasSaved(reading, id)
      if (saved === undefined) throw error
      if (!saved) throw new ConnectionLost('it broke while this was saved', { cause: error })
    }
    return outcomes
  }

  /** Something passing may be over when it is tried once more; an answer that got lost is not asked for twice. */
  async function persist(batch: readonly Work[], isFenced: boolean): Promise<readonly Outcome[]> {
    try {
      return await transact(batch, isFenced)
    } catch (error) {
      if (!isPassing(error)) throw error
      await pause(beforeRetry)
      return transact(batch, isFenced)
    }
  }

  async function run(batch: readonly Work[], isFenced: boolean): Promise<readonly Outcome[]> {
    try {
      return await persist(batch, isFenced)
    } catch (error) {
      if (batch.length === 1 || isForAll(error)) return batch.map(() => ({ error }))
      // Some job failed: each for itself, so that it cannot hurt the others.
      const outcomes: Outcome[] = []
      for (const work of batch) outcomes.push(...(await run([work], isFenced)))
      return outcomes
    }
  }

  async function commitNext(): Promise<void> {
    const batch = nextBatch(waiting)
    waiting = waiting.slice(batch.length)
    const began = performance.now()
    const outcomes = await run(batch.map(({ work }) => work), batch[0]?.isFenced === true)
    committedAt = performance.now()
    fault = faultIn(outcomes)
    if (outcomes.some((outcome) => !('error' in outcome))) measures?.committed(batch.length, committedAt - began, waiting.length)
    for (const [index, job] of batch.entries()) {
      const outcome = outcomes[index] ?? { error: new Error('a job without an outcome') }
      job.committed?.({ began, jobs: batch.length, failed: 'error' in outcome })
      if ('error' in outcome) job.reject(explainError(outcome.error))
      else job.resolve(outcome.value)
    }
  }

  async function commitAll(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    while (waiting.length > 0) await commitNext()
  }

  function schedule(): void {
    if (scheduled || underWay !== undefined) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      underWay ??= commitAll().finally(() => {
        underWay = undefined
        // What came after the last look.
        if (waiting.length > 0) schedule()
      })
    })
  }

  function scheduleSoon(): void {
    const rest = committedAt + soon - performance.now()
    if (rest <= 0) schedule()
    else timer ??= setTimeout(schedule, rest)
  }

  function enqueue<Value>(work: () => Value, isFenced: boolean, wake: () => void): Promise<Value> {
    if (ended) return Promise.reject(closed())
    return new Promise<Value>((resolve, reject) => {
      waiting.push({ work, isFenced, resolve: resolve as (value: unknown) => void, reject, committed: measures?.queued?.() })
      wake()
    })
  }

  async function look<Value>(work: () => Value): Promise<Value> {
    const once = () => withTransaction(reading, { how: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' }, async (transaction) => {
      const value = await transaction.play(replay(work))
      await transaction.rollback()
      return value
    })
    try {
      return await once().catch(async (error: unknown) => {
        if (!isPassing(error)) throw error
        await pause(beforeRetry)
        return once()
      })
    } catch (error) {
      throw explainError(error)
    }
  }

  const jobs = (isFenced: boolean): Jobs => ({
    write: (work) => enqueue(work, isFenced, schedule),
    writeSoon: (work) => enqueue(work, isFenced, scheduleSoon),
    async read(work) {
      if (ended) throw closed()
      // What was asked for before is committed then.
      await (waiting.length > 0 ? enqueue(nothing, isFenced, schedule).catch(nothing) : underWay)
      return look(work)
    },
    async peek(work) {
      if (ended) throw closed()
      return look(work)
    },
  })

  return {
    ...jobs(fence?.isForAll === true),
    onDuty: jobs(fence !== undefined),
    fault: () => fault,
    async end() {
      ended = true
      clearTimeout(timer)
      await underWay
      await commitAll()
    },
  }
}

const nothing = () => undefined

/** In the order of arrival: what is in the name of the duty, or what isn't. */
function nextBatch(waiting: readonly Waiting[]): readonly Waiting[] {
  const other = waiting.findIndex(({ isFenced }) => isFenced !== waiting[0]?.isFenced)
  return waiting.slice(0, other === -1 ? batchLimit : Math.min(other, batchLimit))
}

type Beginning = { readonly how: string; readonly opening?: readonly Question[] }

/** No job is to blame, and each by itself would fail as well, or be saved twice. */
const isForAll = (error: unknown): boolean => isPassing(error) || error instanceof Unclear || error instanceof LedgerError

function faultIn(outcomes: readonly Outcome[]): LedgerError | undefined {
  const faults = outcomes.map((outcome) => ('error' in outcome ? explainError(outcome.error) : undefined))
  const [first] = faults
  // That another process has the duty is no fault of the database.
  return faults.every((each) => each instanceof LedgerError && each.code !== 'off-duty') && first instanceof LedgerError ? first : undefined
}

/** On a connection that goes on afterwards if it answers. */
async function withTransaction<Value>(connections: Connections, { how, opening }: Beginning, use: (transaction: Transaction) => Promise<Value>): Promise<Value> {
  const connection = await connections.take()
  const transaction = begin(connection, how, opening)
  let isBroken = false
  try {
    return await use(transaction)
  } catch (error) {
    isBroken = leavesConnection(error)
    await transaction.rollback().catch(() => {
      isBroken = true
    })
    throw error
  } finally {
    connection.release(isBroken)
  }
}

const closed = () => new LedgerError('closed', 'The database is closed: the bot is stopping. Try again when it has started.')
