// The part of the ledger that corrects rounds: judges their answers by another key or by none, and takes that back.
import type { Change, Shift, Standard, WhyNotCorrect } from '../core/correction.ts'
import type { QuestionWords } from '../core/question.ts'
import type { Asker, GroupId, OptionId, PersonId, PlaceId } from '../core/quiz.ts'
import type { Round, RoundId } from '../core/round.ts'
import type { Instant } from '../core/time.ts'

export type CorrectionId = number

/** On record for good, also once it is undone. */
export type Correction = {
  readonly id: CorrectionId
  readonly at: Instant
  /** Null: the operator, a manager of another group, or somebody who had themselves forgotten. */
  readonly by: PersonId | null
  readonly byOperator: boolean
  readonly why: string
  /** What it made of the round. */
  readonly voided: boolean
  readonly key: readonly OptionId[]
  readonly before: { readonly voided: boolean; readonly key: readonly OptionId[] }
  readonly undone: { readonly at: Instant; readonly by: PersonId | null } | null
}

/** A round as it can be corrected. */
export type Correctable = {
  readonly round: Round
  /** People who answered. */
  readonly answered: number
  /** The latest first. */
  readonly record: readonly Correction[]
  /** Rises with each correction and each undo: a button that knows an older one changes nothing. */
  readonly version: number
  /** Channels share the question, and another one leads: it's corrected there, for all of them. */
  readonly ledElsewhere: boolean
}

/** `undo`: of the latest correction that stands. */
export type Step = Change | { readonly kind: 'undo' }

export type Foreseen = Correctable & {
  /** What it would be judged by. */
  readonly after: Standard
  /** Null where saying it would tell what somebody chose who hides. */
  readonly shift: Shift | null
  /** Totals and names stay away, only because of an answer that was right in between. */
  readonly keptBack: boolean
}

/** Who corrects. A manager may only touch rounds of the channels that they manage. */
export type Corrector = Asker | 'operator'

/** `stale`: it was corrected otherwise in the meantime. `not-yours`: the asker doesn't manage its channel. */
export type Corrected =
  /** `others`: the same question in other channels; absent if there are none. */
  | { readonly kind: 'done'; readonly now: Correctable; readonly shift: Shift | null; readonly keptBack: boolean; readonly others?: readonly Round[] }
  | { readonly kind: WhyNotCorrect | 'stale' | 'not-yours' | 'unknown' }

export type ToCorrect = {
  readonly change: Change
  readonly why: string
  /** Of {@link Correctable.version}. */
  readonly version: number
  /** What the question says, for a round that kept no words. */
  readonly words: QuestionWords
}

/** Somebody whose points a correction changed. */
export type Touched = {
  readonly person: PersonId
  readonly group: GroupId
  readonly round: Round
  readonly chosen: readonly OptionId[]
  readonly points: -1 | 1
}

export type Corrections = {
  /** The rounds of a channel that were posted, the newest first. */
  asked(place: PlaceId, limit: number): Promise<readonly Round[]>
  /** The rounds of a channel in which another answer counts than the one they were asked with. */
  otherwise(place: PlaceId): Promise<ReadonlySet<RoundId>>
  find(round: RoundId): Promise<Correctable | undefined>
  /** What the change would do, or why it can't be made. */
  foresee(round: RoundId, step: Step): Promise<Foreseen | WhyNotCorrect | 'unknown'>
  /**
   * Puts the correction on record, and judges by it from now on: what the round shows, what people answer from here on, and the first answers
   * that were given. The others follow by {@link Corrections.rejudge}; boards and answers agree at every moment.
   */
  correct(round: RoundId, what: ToCorrect, by: Corrector, at: Instant): Promise<Corrected>
  /** Takes the latest correction of the round back: all is judged by what held before it. `no-change`: none stands. */
  undo(round: RoundId, version: number, by: Corrector, at: Instant): Promise<Corrected>
  /** Judges up to `limit` more answers again. @returns how many; fewer than `limit` only if none is left */
  rejudge(limit: number): Promise<number>
  /**
   * Takes up to `limit` people whose points changed and who are to be told; they are never given out again. Without those who have left. All
   * that is to be told to one person by now comes together.
   */
  takeTouched(now: Instant, limit: number): Promise<readonly Touched[]>
}
