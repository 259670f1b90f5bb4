// The part of the ledger for what people report about questions. Nobody is shown who reported something.
import type { GroupId, PlaceId, QuestionId, Quiz } from '../core/quiz.ts'
import type { ReportKind, Settled } from '../core/report.ts'
import type { Instant } from '../core/time.ts'
import type { PersonSeen } from './people.ts'

export type NewReport = { readonly question: QuestionId; readonly kind: ReportKind; readonly words: string; readonly group: GroupId; readonly place: PlaceId | null }

/** Open reports of one question in a channel. */
export type Reported = {
  readonly question: QuestionId
  readonly kinds: readonly { readonly kind: ReportKind; readonly people: number }[]
  /** Of those who wrote some, the first first. */
  readonly words: readonly string[]
  readonly since: Instant
}

/** News of a channel: how many reports came that its managers have not heard of. */
export type ReportNews = { readonly quiz: Quiz; readonly reports: number; readonly questions: number }

export type OwnReport = { readonly kind: ReportKind; readonly words: string }

export type SavedReport = { readonly kind: 'saved'; readonly words: string; readonly again: boolean; readonly others: readonly OwnReport[]; readonly heard: boolean }

export type Reports = {
  /**
   * Saves a report, in place of the person's open one of the same kind about the same question. `words`: all that it says; those of the earlier
   * one if this has none. `others`: what else the person has reported about it. `heard`: whether a channel has managers who hear of it, and not
   * the operator alone.
   */
  add(person: PersonSeen, report: NewReport, at: Instant): Promise<SavedReport | { readonly kind: 'too-many' }>
  /** The question of the person's latest open report since then, with its kind. */
  latest(person: PersonSeen, since: Instant): Promise<Pick<NewReport, 'question' | 'kind'> | undefined>
  /** The question that was reported first comes first. */
  open(place: PlaceId): Promise<readonly Reported[]>
  /** @returns how many reports */
  settle(place: PlaceId, question: QuestionId, as: Settled, at: Instant): Promise<number>
  toTell(now: Instant, limit: number): Promise<readonly ReportNews[]>
  /** @param again when to try again; null: somebody was told, or nobody can be told */
  markTold(places: readonly PlaceId[], again: Instant | null, now: Instant): Promise<void>
}
