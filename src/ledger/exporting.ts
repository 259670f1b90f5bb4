// The part of the ledger that gives somebody everything that is kept of them. data/schemas/export.json describes the same for people.
import type { ReportKind, Settled } from '../core/report.ts'
import type { CourseId, CourseNumber } from '../core/course-number.ts'
import type { Scope } from '../core/board.ts'
import type { DayOff } from '../core/days-off.ts'
import type { Shown } from '../core/person.ts'
import type { AccountId, GroupId, OptionId, PersonId, PlaceId, QuestionId } from '../core/quiz.ts'
import type { DeckId } from '../core/team-deck.ts'
import type { RoundId } from '../core/round.ts'
import type { SessionId, SessionKind } from '../core/session.ts'
import type { Grade, ItemId, StudySource } from '../core/study-item.ts'
import type { Instant, LocalDate, Zone } from '../core/time.ts'
import type { PersonSeen } from './people.ts'

export type Exporting = {
  /** All that is kept of this user, in whichever group, and nothing of anybody else. Undefined if nothing is. */
  of(person: PersonSeen): Promise<Dossier | undefined>
}

/** Everything about one user. */
export type Dossier = {
  readonly accounts: readonly AccountId[]
  /** Ids that begin with a number are from the course of that number. */
  readonly courses: readonly { readonly number: CourseNumber; readonly id: CourseId }[]
  /** The course that they chose last for their direct messages. */
  readonly chosenCourse: CourseNumber | null
  readonly groups: readonly InGroup[]
  readonly studied: readonly Studied[]
  readonly memories: readonly Remembered[]
  readonly setAside: readonly { readonly item: ItemId; readonly at: Instant }[]
  readonly ticks: readonly { readonly item: string; readonly at: Instant }[]
  readonly sessions: readonly OwnSession[]
  readonly reminders: readonly { readonly time: string; readonly zone: Zone; readonly nextAt: Instant }[]
  /** `gave`: which account had the code; `ended`: the other one has taken the link apart, and the first is to be told. */
  readonly links: readonly { readonly gave: AccountId; readonly took: AccountId; readonly at: Instant; readonly endedAt: Instant | null }[]
  /** Codes themselves aren't kept. */
  readonly linkCodes: readonly { readonly account: AccountId; readonly endsAt: Instant; readonly usedAt: Instant | null }[]
  readonly wrongCodes: readonly { readonly account: AccountId; readonly at: Instant }[]
  readonly reports: readonly OwnReport[]
}

export type InGroup = {
  readonly group: GroupId
  readonly person: PersonId
  /** Null for somebody who only manages there, or did. */
  readonly name: string | null
  readonly shown: Shown['as']
  readonly alias: string | null
  readonly left: boolean
  readonly manages: readonly PlaceId[]
  readonly teams: readonly { readonly channel: PlaceId; readonly team: string }[]
  readonly away: readonly { readonly from: LocalDate; readonly to: LocalDate; readonly at: Instant }[]
  /** Days off and pauses of channels that the person entered. */
  readonly daysOff: readonly OwnDayOff[]
  /** Those that the person made. `undoneAt`: when somebody took it back. */
  readonly corrections: readonly OwnCorrection[]
  /** Corrections of anybody that the person took back. */
  readonly undoneCorrections: readonly { readonly channel: PlaceId; readonly round: RoundId; readonly question: QuestionId; readonly at: Instant }[]
  /** The last code for sharing a daily question that they asked for in each channel. */
  readonly shareCodes: readonly { readonly channel: PlaceId; readonly endsAt: Instant; readonly used: boolean }[]
  /** Questions and decks of flashcards that the person added for their team. `approved`: whether a manager has approved it. */
  readonly questions: readonly { readonly id: QuestionId; readonly channel: PlaceId; readonly text: string; readonly approved: boolean; readonly at: Instant }[]
  readonly decks: readonly { readonly id: DeckId; readonly channel: PlaceId; readonly title: string; readonly cards: number; readonly approved: boolean; readonly at: Instant }[]
  /** Reminders before a question closes: `minutes` before; null where it's off again. */
  readonly closeReminders: readonly { readonly channel: PlaceId; readonly minutes: number | null; readonly nextAt: Instant | null }[]
  readonly channels: readonly OwnChannel[]
  /** `period`: as `periodKey` has it. `channel`: null for the board of the whole group. */
  readonly scores: readonly { readonly scope: Scope; readonly channel: PlaceId | null; readonly period: string; readonly points: number; readonly answered: number; readonly right: number; readonly days: number }[]
  readonly answers: readonly OwnAnswer[]
}

export type OwnDayOff = { readonly channel: PlaceId; readonly from: LocalDate; readonly to: LocalDate; readonly kind: DayOff['kind']; readonly name: string; readonly at: Instant }

/** `key`: the options that are right by it. */
export type OwnCorrection = {
  readonly channel: PlaceId
  readonly round: RoundId
  readonly question: QuestionId
  readonly at: Instant
  readonly why: string
  readonly voided: boolean
  readonly key: readonly OptionId[]
  readonly undoneAt: Instant | null
}

/** `countedFrom`: the study day up to which the streak was counted without grace days, and the streak then; null if it never was. */
export type OwnChannel = {
  readonly channel: PlaceId
  readonly streak: number
  readonly longestStreak: number
  readonly graceDays: number
  readonly lastDay: LocalDate | null
  readonly lastAnswerAt: Instant
  readonly countedFrom: LocalDate | null
  readonly streakThen: number | null
}

/** An answer to a channel's question. `text`s are null for questions that were asked before their words were kept. */
export type OwnAnswer = {
  readonly at: Instant
  readonly day: LocalDate
  readonly channel: PlaceId
  readonly round: RoundId
  readonly question: QuestionId
  readonly text: string | null
  readonly chosen: readonly { readonly option: string; readonly text: string | null }[]
  /** Null until the answer is judged, at the close of the question. */
  readonly right: boolean | null
  /** 0 also for one that does not count, because the person answered the same question first in another channel. */
  readonly points: number | null
}

/** What the person said is wrong with a question. */
export type OwnReport = { readonly question: QuestionId; readonly kind: ReportKind; readonly words: string; readonly at: Instant; readonly settled: Settled | null }

/** `round`: of a channel's question. `amends`: replaces the entry before it for the same question. */
export type Studied = {
  readonly item: ItemId
  readonly day: LocalDate
  readonly at: Instant
  readonly source: StudySource
  readonly grade: Grade
  readonly round: RoundId | null
  readonly amends: boolean
}

export type Remembered = {
  readonly item: ItemId
  readonly stability: number
  readonly difficulty: number
  readonly repetitions: number
  readonly lapses: number
  readonly last: LocalDate
  readonly due: LocalDate
}

/** What is to come in it isn't told, and neither is what would be right. */
export type OwnSession = {
  readonly id: SessionId
  readonly kind: SessionKind
  readonly about: string | null
  readonly tasks: number
  readonly startedAt: Instant
  readonly endsAt: Instant | null
  readonly endedAt: Instant | null
  readonly zone: Zone
  readonly givenUp: boolean
  readonly answers: readonly { readonly item: ItemId; readonly chosen: readonly string[]; readonly at: Instant; readonly guessed: boolean; readonly flagged: boolean }[]
}
