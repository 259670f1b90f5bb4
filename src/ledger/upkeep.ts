// The part of the ledger for whoever keeps the bot running.
import type { Instant } from '../core/time.ts'

export type Upkeep = {
  /** Writes down that the bot is at work, and so finds out whether anything can be written. */
  noteBeat(at: Instant): Promise<void>
  /** Forgets the events from before `before`, which no platform delivers again, and says how many those were. */
  forgetEvents(before: Instant): Promise<number>
  /** A copy of everything, whole, while the bot goes on. Fails if `file` exists. */
  backup(file: string): Promise<void>
}
