// What the steps of the delivery share.
import type { Log } from '../core/log.ts'
import type { RoundMeasures } from '../core/measures.ts'
import type { Round } from '../core/round.ts'
import type { Instant } from '../core/time.ts'
import type { Trace } from '../core/trace.ts'
import type { Courses } from '../course/courses.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Platform, PostError } from '../platforms/platform.ts'

export type Work = {
  readonly ledger: Ledger
  readonly courses: Courses
  readonly log: Log
  readonly measures?: RoundMeasures | undefined
  readonly trace?: Trace | undefined
  readonly now: () => Instant
  /** Milliseconds of the machine's own time, whatever its clock says: only differences mean something. */
  readonly elapsed: () => number
  /** The platform of a place or a person; undefined if it does not run, and what belongs to it waits. */
  readonly platform: (id: string) => Platform | undefined
  /** What else is done once a round is posted. Never fails. */
  readonly posted?: ((round: Round) => Promise<void>) | undefined
}

/** Runs something later; the function that comes back cancels it. */
export type Later = (milliseconds: number, run: () => void) => () => void

/** What to do with a round that has to wait. */
export type Pauses = {
  /** Does all that is due at that moment, whenever the next beat comes. */
  readonly wakeAt: (at: Instant) => void
  /** The platform asked to wait, with this round or perhaps with all of its group. @returns when to ask again */
  readonly asked: (round: Round, fault: PostError) => Instant
}
