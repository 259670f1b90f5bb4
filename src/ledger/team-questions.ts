// The part of the ledger for the questions that a channel's team wrote for itself.
import type { CourseNumber } from '../core/course-number.ts'
import type { AccountId, Asker, EventId, GroupId, PlaceId, QuestionId } from '../core/quiz.ts'
import type { TeamDecision, TeamQuestion, TeamRefusal, TeamText } from '../core/team-question.ts'
import type { Instant } from '../core/time.ts'

/** `asked`: how often the channel was asked it. */
export type ListedQuestion = TeamQuestion & { readonly asked: number }

/** An approved one that somebody can study alone. `own`: of the channel where they ask or of one where they've answered, or they have been asked it before. `course`: the first of its channel; absent: the first of all. */
export type StudiedQuestion = { readonly id: QuestionId; readonly text: TeamText; readonly group: GroupId; readonly own: boolean; readonly course?: CourseNumber }

/** `already`: those of the channel that say the same as one of the texts, which is not added. */
export type TeamAdded = { readonly kind: 'added'; readonly questions: readonly TeamQuestion[]; readonly already: readonly TeamQuestion[] } | { readonly kind: 'refused'; readonly refusal: TeamRefusal }

export type TeamChanged =
  | { readonly kind: 'saved'; readonly question: TeamQuestion }
  | { readonly kind: 'removed' }
  | { readonly kind: 'refused'; readonly refusal: TeamRefusal }

export type TeamQuestions = {
  /** All of a channel: drafts first, then those that are asked; of each the newest first. */
  of(place: PlaceId): Promise<readonly ListedQuestion[]>
  find(place: PlaceId, question: QuestionId): Promise<ListedQuestion | undefined>
  /**
   * The approved ones of the group, and of every group in which the learner is known and still is, by any of their linked accounts. None of
   * a channel that is lost.
   *
   * @param place where they ask; null outside of any channel
   */
  around(account: AccountId, group: GroupId, place: PlaceId | null): Promise<readonly StudiedQuestion[]>
  /** Adds drafts, all or none; each question once. A repeated event adds nothing, and finds those that it added. */
  add(place: PlaceId, asker: Asker, texts: readonly TeamText[], event: EventId, at: Instant): Promise<TeamAdded>
  /** @param rule from core/team-question.ts; it may run twice, so it must do nothing but decide. `all` reads those of the channel. */
  change(place: PlaceId, asker: Asker, question: QuestionId, rule: (question: TeamQuestion | undefined, all: () => readonly TeamQuestion[]) => TeamDecision): Promise<TeamChanged>
}
