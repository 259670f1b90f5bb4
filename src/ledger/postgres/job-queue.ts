// The ledger's jobs on PostgreSQL: what is asked for in one turn of the event loop is saved together, and a promise is fulfilled only after
// the commit. One lock stands for the whole ledger, so that jobs follow each other whichever process runs them, as in a file. Work that many
// ask for at once looks ahead (foresight.ts).
import { setTimeout as pause } from 'node:timers/promises'
import type { LedgerMeasures } from '../../core/measures.ts'
import type { Jobs } from '../jobs.ts'
import { LedgerError } from '../ledger-error.ts'
import type { Connections } from './connections.ts'
import { ConnectionLost, explainError, isPassing, leavesConnection, Unclear } from './explain-error.ts'
import { Misforeseen, openHabits } from './foresight.ts'
import { toWrite } from './opening.ts'
import type { Question } from './question.ts'
import type { Replay } from './replay.ts'
import { begin, type Beginning, type Transaction } from './transaction.ts'
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

/** `isFenced`: in the name of the duty. */
type Job = { readonly work: () => unknown; readonly isFenced: boolean; readonly often: boolean }
type Outcome = { readonly value: unknown } | { readonly error: unknown }
type Waiting = Job & { readonly resolve: (value: unknown) => void; readonly reject: (reason: unknown) => void; readonly committed: ReturnType<NonNullable<LedgerMeasures['queued']>> | undefined }

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

  const habits = openHabits()
  const opening = [...toWrite, transactionId]
  const [atId, atFence] = [toWrite.length, toWrite.length + 1]

  async function transact(batch: readonly Job[], foresees: boolean): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = []
    const ahead = foresees ? batch.filter(({ often }) => often) : []
    const asked = batch[0]?.isFenced === true ? fence : undefined
    let id: unknown
    try {
      await withTransaction(writing, 'BEGIN ISOLATION LEVEL READ COMMITTED', { opening: asked === undefined ? opening : [...opening, asked.question], habits }, async (transaction) => {
        const foresight = ahead.length > 1 ? await transaction.lookAhead(ahead.map(({ work }) => replay(work))) : undefined
        for (const { work, often } of batch) outcomes.push({ value: await transaction.play(replay(work), often ? foresight?.() : undefined) })
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

  async function attempt(batch: readonly Job[]): Promise<readonly Outcome[]> {
    try {
      return await transact(batch, true)
    } catch (error) {
      if (!(error instanceof Misforeseen)) throw error
      return transact(batch, false)
    }
  }

  /** Something passing may be over when it is tried once more; an answer that got lost is not asked for twice. */
  async function persist(batch: readonly Job[]): Promise<readonly Outcome[]> {
    try {
      return await attempt(batch)
    } catch (error) {
      if (!isPassing(error)) throw error
      await pause(beforeRetry)
      return attempt(batch)
    }
  }

  async function run(batch: readonly Job[]): Promise<readonly Outcome[]> {
    try {
      return await persist(batch)
    } catch (error) {
      if (batch.length === 1 || isForAll(error)) return batch.map(() => ({ error }))
      // Some job failed: each for itself, so that it cannot hurt the others.
      const outcomes: Outcome[] = []
      for (const job of batch) outcomes.push(...(await run([job])))
      return outcomes
    }
  }

  async function commitNext(): Promise<void> {
    const batch = nextBatch(waiting)
    waiting = waiting.slice(batch.length)
    const began = performance.now()
    const outcomes = await run(batch)
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

  function enqueue<Value>(work: () => Value, kind: Omit<Job, 'work'>, wake: () => void): Promise<Value> {
    if (ended) return Promise.reject(closed())
    return new Promise<Value>((resolve, reject) => {
      waiting.push({ work, ...kind, resolve: resolve as (value: unknown) => void, reject, committed: measures?.queued?.() })
      wake()
    })
  }

  async function look<Value>(work: () => Value): Promise<Value> {
    const once = () => withTransaction(reading, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', {}, async (transaction) => {
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
    write: (work, often) => enqueue(work, { isFenced, often: often === 'often' }, schedule),
    writeSoon: (work) => enqueue(work, { isFenced, often: false }, scheduleSoon),
    async read(work) {
      if (ended) throw closed()
      // What was asked for before is committed then.
      await (waiting.length > 0 ? enqueue(nothing, { isFenced, often: false }, schedule).catch(nothing) : underWay)
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

/** No job is to blame, and each by itself would fail as well, or be saved twice. */
const isForAll = (error: unknown): boolean => isPassing(error) || error instanceof Unclear || error instanceof LedgerError

function faultIn(outcomes: readonly Outcome[]): LedgerError | undefined {
  const faults = outcomes.map((outcome) => ('error' in outcome ? explainError(outcome.error) : undefined))
  const [first] = faults
  // That another process has the duty is no fault of the database.
  return faults.every((each) => each instanceof LedgerError && each.code !== 'off-duty') && first instanceof LedgerError ? first : undefined
}

/** On a connection that goes on afterwards if it answers. */
async function withTransaction<Value>(connections: Connections, how: string, beginning: Beginning, use: (transaction: Transaction) => Promise<Value>): Promise<Value> {
  const connection = await connections.take()
  const transaction = begin(connection, how, beginning)
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
