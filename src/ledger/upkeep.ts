// The part of the ledger for keeping the bot running.
import type { Instant } from '../core/time.ts'
import type { LedgerError } from './ledger-error.ts'

/**
 * What a ledger may not know of. Rounds that were due `before` may have been posted: the bot looks for them first. `putBackAt`: when an
 * older copy took its place, so that it's likely of everything due before then; null if none did.
 */
export type Unsure = { readonly before: Instant; readonly putBackAt: Instant | null }

/** `oldestDue`: when the oldest question was due that is not out, claimed or not; null if none is. */
export type Overview = { readonly oldestDue: Instant | null; readonly quizzes: Readonly<Record<'active' | 'paused' | 'stopped', number>> }

export type Upkeep = {
  unsure(): Unsure
  /** Why nothing is saved any more, as of the last time that anything was to be; undefined if all is well. */
  fault(): LedgerError | undefined
  /** Saves that the bot is running; fails if nothing can be written, or what is written would be lost. */
  noteBeat(at: Instant): Promise<void>
  /** When the bot last noted that it is running; null before the first time. Fails if the database does not answer. */
  lastBeat(): Promise<Instant | null>
  /** For whoever watches the bot. */
  overview(now: Instant): Promise<Overview>
  /** Forgets events from before `before`, which no platform delivers again. @returns how many */
  forgetEvents(before: Instant): Promise<number>
  /**
   * Moves everything into the place where a plain copy finds it. Without `force`, only while nobody is being served.
   *
   * @returns whether everything is there now
   */
  checkpoint(force: boolean): Promise<boolean>
  /** Copies everything to `file` while the bot goes on. Fails if `file` exists. */
  backup(file: string): Promise<void>
}
