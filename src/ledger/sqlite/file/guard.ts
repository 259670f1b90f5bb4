// Notices, while the bot runs, that its ledger is no longer the file at its path, no longer whole, or no longer its own: what it saved from
// then on would be gone at the next start. Asks the same before each commit, at each beat, and before the ledger is closed.
import type { Database } from 'better-sqlite3'
import type { Instant } from '../../../core/time.ts'
import { LedgerError } from '../../ledger-error.ts'
import type { OpenDatabase } from './open-database.ts'
import type { CommitQueue } from './commit-queue.ts'
import { examineInThread, signsOf, type Examined, type Signs } from './examine.ts'
import { isSameFile, isUnchanged, isUntouched, viewFiles, type FileState } from './file-state.ts'
import { setLogAside, sizeOf, stampNow } from './foreign-log.ts'
import { faults, sentence, type Problem, type Told } from './guard-sentence.ts'
import { rescue, type Rescue } from './rescue.ts'

export type Guard = {
  /** Undefined if nobody but the bot has written. Otherwise settles once that was looked into, and the queue refuses what must be refused. */
  readonly check: () => Promise<void> | undefined
  /** To be called after the bot has written. */
  readonly wrote: () => void
  /** Runs what moves the log into the file. Undefined, and nothing was done, if the files have changed: it could damage them. */
  readonly writing: <Result>(work: () => Result) => Result | undefined
  /** Does nothing but `save` the beat if all is well. @throws LedgerError that says what to do, as long as it isn't */
  readonly beat: (beat: Instant, save: () => Promise<void>) => Promise<void>
  /** For the end. `mayClose`: closing the connection moves its log into the file. */
  readonly end: () => Promise<{ readonly fault: LedgerError | undefined; readonly mayClose: boolean }>
  readonly release: () => void
}

type Guarded = { readonly db: Database; readonly file: NonNullable<OpenDatabase['file']>; readonly queue: Pick<CommitQueue, 'refuse'> }

export function createGuard({ db, file: { path, lock }, queue }: Guarded): Guard {
  const view = viewFiles(path)
  const opened = view.look()
  const signs = signsOf(db)
  /** An older copy of the ledger knows an earlier one. Two while one is being saved. */
  let beats = [signs.beatAt]
  let known = opened
  /** Nothing but the bot has written since `known`, or it was looked into. */
  let isTrusted = true
  let last: Told | undefined
  let running: Promise<void> | undefined

  const isOurs = (found: Signs): boolean => found.salt === signs.salt && found.openedAt === signs.openedAt && beats.includes(found.beatAt)

  async function find(): Promise<Problem | undefined> {
    // What the connection has in memory may not fit what is in the file, so this doesn't end when the old file is copied back.
    if (last !== undefined && faults[last.problem] === 'damaged') return last.problem
    const now = view.look()
    const moved = whatMoved(now, opened, known)
    if (moved !== undefined) return moved
    if (!lock.isOurs()) return 'shared'
    if (isUnchanged(now, known)) return undefined
    const examined = await examineInThread({ file: path, index: { now: now.logIndex, before: known.logIndex } })
    isTrusted = examined !== 'cannot-tell'
    if (isTrusted) known = now
    return problemOf(examined, isOurs)
  }

  async function look(isEnd: boolean): Promise<void> {
    const problem = await find()
    if (problem === undefined) last = undefined
    else {
      // What is refused is refused before the rescue, which takes time.
      queue.refuse(last?.problem === problem ? faultOf(last) : faultOf({ problem, file: path, rescued: 'running', logAside: undefined, isEnd }))
      last = await tell(problem, isEnd)
    }
    queue.refuse(last && faultOf(last))
  }

  async function tell(problem: Problem, isEnd: boolean): Promise<Told> {
    const earlier = last?.problem === problem ? last : undefined
    const needsRescue = problem !== 'shared' && problem !== 'index-overwritten'
    const rescued = needsRescue ? await rescuedNow(earlier?.rescued) : undefined
    return { problem, file: path, rescued, logAside: earlier?.logAside ?? moveLogAside(problem), isEnd }
  }

  async function rescuedNow(earlier: Told['rescued']): Promise<Rescue> {
    if (earlier === 'not-whole') return earlier
    if (typeof earlier === 'object' && 'copy' in earlier && sizeOf(earlier.copy) > 0) return earlier
    return rescue(db, path, isOurs)
  }

  /** Beside another file than its own, the log would damage that file. */
  function moveLogAside(problem: Problem): string | undefined {
    if ((problem !== 'gone' && problem !== 'overwritten') || sizeOf(path) === 0 || !isSameFile(view.look().log, opened.log)) return undefined
    try {
      return setLogAside(path, `${path}.replaced-${stampNow()}`)
    } catch {
      return undefined
    }
  }

  let isReleased = false
  const ask = (isEnd = false): Promise<void> => isReleased ? Promise.resolve() : (running ??= look(isEnd).finally(() => (running = undefined)))

  return {
    check: () => running ?? (isReleased || isUnchanged(view.look(), known) ? undefined : ask()),
    wrote: () => {
      if (isReleased) return
      const now = view.look()
      // A log only shrinks if somebody cuts it (or if it was very long): look into that before the next commit.
      if (isTrusted && whatMoved(now, opened, known) === undefined && (now.log?.size ?? 0n) >= (known.log?.size ?? 0n)) known = now
    },
    writing: (work) => {
      if (running !== undefined || last !== undefined || !isUnchanged(view.look(), known)) return undefined
      const result = work()
      const now = view.look()
      if (whatMoved(now, opened, known) === undefined) known = now
      return result
    },
    beat: async (beat, save) => {
      await ask()
      if (last !== undefined) throw faultOf(last)
      beats = [...beats, String(beat)]
      await save()
      beats = [String(beat)]
      lock.noteBeat(beat)
    },
    end: async () => {
      await running
      await ask(true)
      return { fault: last && faultOf(last), mayClose: last === undefined || faults[last.problem] !== 'damaged' }
    },
    release: () => {
      isReleased = true
      view.close()
    },
  }
}

const faultOf = (told: Told): LedgerError => new LedgerError(faults[told.problem], sentence(told))

/** The log and its index last as long as the connection. What takes the place of a file has another number. */
function whatMoved(now: FileState, opened: FileState, known: FileState): Problem | undefined {
  if (!isSameFile(now.db, opened.db)) return 'gone'
  if (isSameFile(now.log, opened.log) && isSameFile(now.index, opened.index)) return undefined
  return isUntouched(now.db, known.db) ? 'log-gone' : 'overwritten'
}

function problemOf(examined: Examined, isOurs: (found: Signs) => boolean): Problem | undefined {
  switch (examined) {
    case 'cannot-tell':
      return undefined
    case 'no-ledger':
      return 'overwritten'
    case 'log-overwritten':
    case 'index-overwritten':
      return examined
  }
  return examined.whole && isOurs(examined) ? undefined : 'overwritten'
}
