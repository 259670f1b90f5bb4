// What the service gets from the machine that it runs on, and tests from theirs.
import type { Log } from '../core/log.ts'
import type { Instant, Zone } from '../core/time.ts'
import type { Later } from '../delivery/work.ts'
import type { Heartbeat } from '../schedule/heartbeat.ts'

export type Surroundings = {
  readonly now: () => Instant
  /** Milliseconds that pass whatever is done to that clock; the clock itself if it is absent. */
  readonly elapsed?: () => number
  /** The timers and the beats of that clock; where they are absent, the machine's own. A beat is over when its promise is fulfilled. */
  readonly later?: Later
  readonly heartbeat?: (beat: () => Promise<void>) => Heartbeat
  readonly log: Log
  /** Takes what the operator should mend, a sentence each; by default it goes to the log. */
  readonly warn?: (sentence: string) => void
  /** Hears why this process can do nothing any more, and has to end. */
  readonly giveUp?: (why: string) => void
  /** The machine's own zone, for the terminal. */
  readonly zone: Zone
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
  readonly userName: string
}
