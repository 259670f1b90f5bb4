// What the parts of the bot tell those who measure it. Wherever it is absent, nothing is measured, and nothing is loaded for it.
import type { AnswerVerdict } from './answer.ts'
import type { GroupId } from './quiz.ts'
import type { Round } from './round.ts'
import type { Instant } from './time.ts'

/** Why there is no post, in a few words that stay the same: sentences would make no sums. */
export type WhyNotPosted =
  /** A manager skipped it, paused, or took the day off. */
  | 'manager'
  /** It was out before the database was put back, and its answer too. */
  | 'posted_before'
  /** The bot was away, or too late. */
  | 'too_late'
  /** It may be out, and nobody can tell. */
  | 'unclear'
  /** The platform said no. */
  | 'refused'
  | 'channel_lost'
  /** There was nothing to ask, or no day to ask it on. */
  | 'no_question'

export type RoundMeasures = {
  /** This process takes it up for the first time. */
  readonly due: (round: Pick<Round, 'group'>) => void
  readonly posted: (round: Pick<Round, 'group' | 'dueAt'>, at: Instant) => void
  readonly notPosted: (round: Pick<Round, 'group'>, outcome: 'skipped' | 'missed' | 'failed', why: WhyNotPosted) => void
}

/** Of one platform. Durations are in milliseconds. */
export type PlatformMeasures = {
  /** One request is over. `method`: without any id in it. `code`: the platform's own, or the HTTP status; `failed` if no answer came. */
  readonly requested: (method: string, code: string, duration: number) => void
  /** The platform asked to wait. */
  readonly toWait: (duration: number) => void
  /** What somebody did was acknowledged, this long after it arrived. */
  readonly acknowledged: (kind: 'press' | 'command' | 'form', duration: number) => void
  /** Runs what is done about something that somebody did; what is measured meanwhile belongs to it. Absent: nothing is traced. */
  readonly handled?: Handled | undefined
  /** Of what is handled, a reply could not be shown. Absent: nothing is traced. */
  readonly notShown?: (() => void) | undefined
}

/** @param began when it arrived, by performance.now() */
type Handled = <Done>(kind: RequestKind, began: number, work: () => Promise<Done>) => Promise<Done>

export type RequestKind = 'press' | 'command' | 'form' | 'written' | 'home' | 'suggest'

export type LedgerMeasures = {
  /** @param left how many jobs wait for the next commit */
  readonly committed: (jobs: number, duration: number, left: number) => void
  /** A job waits for the next commit. The function that comes back hears what became of it. Absent: nothing is traced. */
  readonly queued?: (() => (commit: Commit) => void) | undefined
}

/** `began`: when the commit did, by performance.now(). `failed`: this job did. */
export type Commit = { readonly began: number; readonly jobs: number; readonly failed: boolean }

export type Measures = {
  readonly rounds: RoundMeasures
  readonly ledger: LedgerMeasures
  readonly platform: (name: string) => PlatformMeasures
  readonly answered: (group: GroupId, verdict: AnswerVerdict) => void
  /** The newest backup is from then. */
  readonly backedUp: (at: Instant) => void
}
