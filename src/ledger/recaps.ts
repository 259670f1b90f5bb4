// The part of the ledger that knows how the close of a round is told.
import type { MentionId } from '../core/quiz.ts'
import type { RecapView } from '../core/recap.ts'
import type { Round, RoundId } from '../core/round.ts'
import type { Instant } from '../core/time.ts'
import type { PersonSeen } from './people.ts'

/** What the post of a round shows besides its question. */
export type ExtrasView = { readonly recap: RecapView | null; readonly mention: MentionId | null }

export type Recaps = {
  /**
   * What the post of this round shows besides its question, by the settings of its quiz: decided at the first call, and the same ever
   * after, but for people who hide or leave. The recap is about the newest daily question that closed since the one before this was due.
   */
  fixExtras(round: RoundId): Promise<ExtrasView>
  /** Open rounds whose posts name this user in what they tell, in whichever of their groups. */
  naming(person: PersonSeen): Promise<readonly Round[]>
  /** As {@link fixExtras} decided; nothing before that. */
  extrasOf(round: RoundId): Promise<ExtrasView>
  /**
   * Claims the reply that tells the close of this round, if its quiz has the recap in a thread. Undefined if it may have been sent
   * before, or is not wanted: after a crash it is left out rather than sent twice.
   */
  claimReply(round: RoundId, now: Instant): Promise<RecapView | undefined>
  /** The claimed reply was certainly not sent. */
  releaseReply(round: RoundId): Promise<void>
}
