// Several processes may use one ledger: each of them answers people, and one at a time has the duty to do what nobody asks for, such as
// posting and closing questions. Where there is only one, it always has it.
import type { Ledger } from './ledger.ts'

export type Duty = {
  /** Whether it is this process, and its work has begun. False also where it can't know, because it hung or can't reach the database. */
  readonly isOurs: () => boolean
  /** Saves nothing once another process has the duty. */
  readonly ledger: Ledger
  /** Has what somebody is waiting for done now, by whichever process has the duty. Fulfilled when that is over. */
  readonly ask: () => Promise<void>
  /** What is done once the duty is here, and each time a process asks. */
  readonly serve: (work: DutyWork) => void
}

export type DutyWork = {
  /** Before anything is done in its name. */
  readonly begun: () => Promise<void>
  /** Then: all that is due, whatever it is. */
  readonly due: () => Promise<void>
  /** What somebody is waiting for. */
  readonly asked: () => Promise<void>
}
