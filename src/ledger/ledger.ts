// What must not be lost: the port that the bot sees. Every method is one whole transaction, durable when its promise is
// fulfilled. Rules are functions of core/ that the ledger applies inside the transaction: load, decide, save.
import type { Period, Scope, Score } from '../core/board.ts'
import type { NewRound, NotHeld, QuestionBank } from '../core/due.ts'
import type { GroupId, OptionId, PersonId, PlaceId, Quiz } from '../core/quiz.ts'
import type { Answer, AnswerVerdict, Round, RoundId } from '../core/round.ts'
import type { Streak } from '../core/study-day.ts'
import type { Instant, LocalDate } from '../core/time.ts'

/** The platform's own id of a delivery: the same for a repeated one. */
export type EventId = string

/** Somebody as the platform knows them at this moment. */
export type PersonSeen = { readonly id: PersonId; readonly group: GroupId; readonly name: string }

export type QuizChange<Refusal> = { readonly quiz: Quiz } | { readonly refusal: Refusal }

export type Changed<Refusal> =
  | { readonly kind: 'saved'; readonly quiz: Quiz }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** This event was taken already; the quiz is as it left it. */
  | { readonly kind: 'repeated'; readonly quiz: Quiz | undefined }

export type AnswerOutcome = {
  /** Undefined where there is no such round in the group of the person. */
  readonly round: Round
  readonly verdict: AnswerVerdict
  /** What stands for the person after this. */
  readonly chosen: readonly OptionId[] | null
  /** The streak in this channel after this answer. */
  readonly streak: number
}

/** A round with what people made of it. */
export type RoundView = {
  readonly round: Round
  /** People who answered. */
  readonly answered: number
  /** People who chose each option; options without a vote may be absent. */
  readonly votes: ReadonlyMap<OptionId, number>
  /** Who answered right, first come first; without people who are hidden or gone. */
  readonly right: readonly { readonly id: PersonId; readonly name: string }[]
  /** The answer of the person for whom it was asked. */
  readonly mine: Answer | null
}

export type BoardRow = Score & {
  /** 1 for the most points; equal points share a rank. */
  readonly rank: number
  readonly person: { readonly id: PersonId; readonly name: string }
  /** The streak as it stands now; on a board of the whole group the best of the person's channels. */
  readonly streak: number
}

export type BoardQuery = {
  readonly group: GroupId
  readonly place: PlaceId
  readonly scope: Scope
  readonly period: Period
  /** Decides which week or month. */
  readonly day: LocalDate
  /** From 0. */
  readonly page: number
  readonly size: number
  readonly asker: PersonId
}

export type Board = {
  readonly rows: readonly BoardRow[]
  /** The asker's own row, wherever it stands; null for one who has no answer, is hidden or gone. */
  readonly own: BoardRow | null
  /** People on this board. */
  readonly people: number
  /** The asker asked to be hidden. */
  readonly hidden: boolean
}

export type Progress = {
  readonly scores: Readonly<Record<Period, Score>>
  readonly streak: Streak & { readonly alive: number }
  /** Rank among all on the board of the channel for all time; null as in {@link Board.own}. */
  readonly rank: number | null
  readonly people: number
  readonly hidden: boolean
  /** Answers to closed or explained rounds by question, newest first, at most 500: for practising what was missed. */
  readonly answers: readonly { readonly question: string; readonly right: boolean; readonly at: Instant }[]
}

/** A round that needs a hand: to be sent, looked for, or redrawn. */
export type Claim = {
  readonly round: Round
  readonly quiz: Quiz
  /** When sending began, in state `sending`: the post is looked for from there on. */
  readonly sendingSince: Instant | null
}

export type Ledger = {
  /** The quiz of a channel, also a paused one. */
  quizAt(place: PlaceId): Promise<Quiz | undefined>
  quizzesOf(group: GroupId): Promise<readonly Quiz[]>

  /** Changes the quiz of a channel by a rule, which may be asked twice. A repeated event changes nothing; a refused one is not kept. */
  changeQuiz<Refusal>(
    place: PlaceId,
    event: EventId,
    at: Instant,
    rule: (quiz: Quiz | undefined) => QuizChange<Refusal>,
  ): Promise<Changed<Refusal>>

  /** The app was taken out of the group at that moment; null: its managers know that it is back. */
  noteRemoval(group: GroupId, at: Instant | null): Promise<void>
  /** When the app was taken out of the group, where its managers do not know yet that it is back; else null. */
  removalOf(group: GroupId): Promise<Instant | null>

  /** Writes down that the bot is at work, and so finds out whether anything can be written. */
  noteBeat(at: Instant): Promise<void>

  /** Forgets the events from before `before`, which no platform delivers again, and says how many those were. */
  forgetEvents(before: Instant): Promise<number>

  /**
   * Claims up to `limit` quizzes that are due: draws each round, keeps it with (channel, occasion) unique and moves the quiz on,
   * before anything is sent. Rounds that are missed or skipped are returned as well, so that somebody can be told.
   */
  claimDue(now: Instant, bank: QuestionBank, limit: number): Promise<readonly Claim[]>

  /** A round that a manager asks for now. A repeated event gives the round that it made before. */
  claimExtra(place: PlaceId, event: EventId, now: Instant, bank: QuestionBank): Promise<Claim | undefined>

  /** Claimed, sending (left behind by a crash or an unclear failure) and due again: the oldest of each group, then the next of each. */
  unsent(now: Instant, limit: number): Promise<readonly Claim[]>
  /** From here on the post may be out: after a crash it must be looked for. */
  markSending(round: RoundId, at: Instant): Promise<void>
  /** Nothing was sent: try again at `retryAt`. */
  defer(round: RoundId, retryAt: Instant): Promise<void>
  /** The post is out. Opens the round; its study day begins to count. */
  confirmPosted(round: RoundId, message: string, at: Instant): Promise<void>
  /** There is no post and will be none; the reason is for people. */
  failRound(round: RoundId, reason: string, at: Instant): Promise<void>
  /** Missed and failed rounds of which a manager is still to be told, the longest waiting first. Of a series with one cause the first. */
  toTell(now: Instant, limit: number): Promise<readonly Claim[]>
  /** Somebody was told, or nobody can be; with a moment: try again then. */
  markTold(rounds: readonly RoundId[], again: Instant | null): Promise<void>

  /** Takes an answer, keeps the person's name, and brings boards and streak up to date. Undefined: no such round in the group. */
  answer(
    round: RoundId,
    person: PersonSeen,
    chosen: readonly OptionId[],
    at: Instant,
  ): Promise<AnswerOutcome | undefined>

  /** Closes up to `limit` rounds whose time is over; answers that waited for the close are judged and counted. */
  closeDue(now: Instant, limit: number): Promise<readonly RoundView[]>
  /** Closed rounds whose post still shows the question: the oldest of each group, then the next of each. */
  toRedraw(limit: number): Promise<readonly RoundView[]>
  /** The post shows the answer, or never can (then with a reason). */
  markRedrawn(round: RoundId, reason: string | null): Promise<void>

  /** Undefined where there is no such round in the group. */
  roundView(round: RoundId, group: GroupId, person: PersonId | null): Promise<RoundView | undefined>
  /** The round of a channel that takes answers now; the newest where there are several. */
  openRound(place: PlaceId, now: Instant): Promise<Round | undefined>
  /** The latest rounds of a channel in every state, newest first. */
  rounds(place: PlaceId, limit: number): Promise<readonly Round[]>

  board(query: BoardQuery): Promise<Board>
  progress(person: PersonSeen, place: PlaceId, day: LocalDate): Promise<Progress>
  /** The channels of the group in which the person has answered, the latest first. */
  placesOf(person: PersonId): Promise<readonly PlaceId[]>

  /** Keeps a person off the boards and out of lists, or shows them again. Nothing is forgotten. */
  setHidden(person: PersonSeen, hidden: boolean): Promise<void>
  /** People on a board of the group whose presence was last looked at before `before`, longest ago first. */
  toLookUp(before: Instant, limit: number): Promise<readonly PersonSeen[]>
  /** What the platform said: who is still there, and who has left. */
  setPresence(seen: readonly { readonly person: PersonId; readonly gone: boolean }[], at: Instant): Promise<void>

  /** A copy of everything, whole, while the bot goes on. Fails where `file` exists. */
  backup(file: string): Promise<void>
  close(): Promise<void>
}

export type { NewRound, NotHeld }
