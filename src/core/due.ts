// What happens to a quiz that is due: its round is posted, skipped or missed. Decided in the transaction that claims the round, before
// anything is sent.
import type { AskedRound } from './group-memory.ts'
import { isIn } from './date-range.ts'
import { pickQuestion, whyNoQuestion, type Picked } from './next-question.ts'
import type { Bank } from './points.ts'
import type { QuestionWords } from './question.ts'
import type { CourseNumber } from './course-number.ts'
import { closesAt, type EventId, type OptionId, type PlaceId, type QuestionId, type Quiz } from './quiz.ts'
import { hash, seeded, shuffle } from './random.ts'
import { isExtra, type Round, type RoundId } from './round.ts'
import { countDates, lastDue, nextDue } from './schedule.ts'
import { studyDay } from './study-day.ts'
import { pickTeamQuestion, type TeamItem } from './team-turn.ts'
import { addDays, canBeRead, minute, type Instant, type LocalDate } from './time.ts'

/** A round to be posted, as the ledger keeps it. */
export type NewRound = {
  readonly id: RoundId
  readonly occasion: string
  readonly question: QuestionId
  readonly words: QuestionWords | null
  readonly order: readonly OptionId[]
  readonly key: readonly OptionId[]
  readonly day: LocalDate
  readonly dueAt: Instant
  readonly closesAt: Instant
}

/** A round that will not be posted, with the reason. */
export type NotHeld = {
  readonly id: RoundId
  readonly occasion: string
  readonly state: 'missed' | 'skipped' | 'failed'
  readonly reason: string
  readonly dueAt: Instant
  /** Missed dates in a row are one round: when the last of them was due. */
  readonly missedUntil?: Instant
}

export type DueDecision = {
  readonly round: NewRound | NotHeld
  /** The quiz, moved on to its next date. */
  readonly quiz: Quiz
}

export type BankContent = {
  readonly options: readonly OptionId[]
  readonly key: readonly OptionId[]
  /** Made when it is asked for; null in a bank without texts. */
  readonly words: () => QuestionWords | null
}

/** The bank that rounds are drawn from, with the options, the key and the words of each question. */
export type QuestionBank = Bank & {
  readonly contents: ReadonlyMap<QuestionId, BankContent>
  /** Those of these courses alone; absent where there is nothing to tell apart. */
  readonly of?: (courses: readonly CourseNumber[]) => QuestionBank
  /** Courses whose questions were asked for, and which the bot doesn't have. */
  readonly lacks?: readonly CourseNumber[]
}

/** What the team of a channel wrote for itself, and approved. */
export type TeamBank = { readonly items: readonly TeamItem[]; readonly contentOf: (question: QuestionId) => BankContent | undefined }

/** The question of a round, and when it closes. */
export type Given = Pick<NewRound, 'question' | 'words' | 'order' | 'key' | 'day' | 'closesAt'>

/** What a round is drawn from. */
export type Draw = {
  readonly bank: QuestionBank
  /** Absent: nothing. */
  readonly team?: TeamBank
  /** What the channel was asked. */
  readonly history: readonly AskedRound[]
  readonly now: Instant
  /** Differs from one ledger to another, so that two bots in one channel never share a round id. */
  readonly salt: string
  /** What the others have been asked on that occasion, of a channel that shares its quiz. */
  readonly given?: ((occasion: string) => Given | undefined) | undefined
  /** In whose name it is drawn, so that it is the same draw for all that share it: the channel that leads. */
  readonly lead?: PlaceId | undefined
  /** When a backup took the ledger's place: what was due before may have been posted, and closed, without its knowing. */
  readonly putBackAt?: Instant | null
}

/**
 * Decides a quiz whose moment has come. The round is missed if it is late by more than the quiz's catch-up window, or if the next
 * one is already due; it is skipped if a manager left it out.
 */
export function decideDue(quiz: Quiz, draw: Draw): DueDecision {
  const date = quiz.nextDate
  const next = nextDue(quiz, quiz.nextAt, date)
  const base = { id: roundId(quiz, date, draw.salt), occasion: date, dueAt: quiz.nextAt }
  const skipDate = quiz.skipDate !== null && quiz.skipDate > date ? quiz.skipDate : null
  const movedOn: Quiz = { ...quiz, lastDate: date, nextDate: next.date, nextAt: next.at, skipDate }
  const late = draw.now - quiz.nextAt
  if (quiz.skipDate === date) {
    return { round: { ...base, state: 'skipped', reason: 'A manager skipped it.' }, quiz: movedOn }
  }
  if (isIn(quiz.off, date)) return { round: { ...base, state: 'skipped', reason: 'The day was taken off when the question was due.' }, quiz: movedOn }
  if (late > quiz.catchUpMinutes * minute || draw.now >= next.at) {
    return { round: { ...base, state: 'missed', reason: isUnknown(quiz.nextAt, draw) ? mayHaveBeenPosted : missedReason(quiz, late), missedUntil: quiz.nextAt }, quiz: movedOn }
  }
  return { round: drawRound(quiz, { occasion: date, nextAt: next.at }, draw), quiz: movedOn }
}

export type Claims = {
  /** The oldest first. Only the last of them can still be posted. */
  readonly claimed: readonly DueDecision[]
  /** The quiz, moved on past all dates that were looked at. */
  readonly quiz: Quiz
}

/**
 * Decides every date of a quiz that is due: after a long absence the missed ones, all that follow each other as one round, then the
 * one that can still be posted. A date that already has its round gets no second one.
 *
 * @param taken occasions of the channel's rounds, at least those from the quiz's next date on
 * @param limit most rounds to claim
 */
export function decideClaims(due: Quiz, draw: Draw, taken: ReadonlySet<string>, limit: number): Claims {
  const claimed: DueDecision[] = []
  let quiz = due
  while (quiz.nextAt <= draw.now && claimed.length < limit) {
    const decision = decideMissed(quiz, draw, taken) ?? decideDue(quiz, draw)
    quiz = decision.quiz
    if (!taken.has(decision.round.occasion)) claimed.push(decision)
  }
  return { claimed, quiz }
}

/** Several missed dates in one step; undefined where the next date is missed alone, or not at all. */
function decideMissed(quiz: Quiz, draw: Draw, taken: ReadonlySet<string>): DueDecision | undefined {
  const first = quiz.nextDate
  const own = [...taken, ...(quiz.skipDate === null ? [] : [quiz.skipDate])].filter((occasion) => !isExtra({ occasion }))
  if (own.includes(first)) return undefined
  const end = own.filter((date) => date > first).toSorted()[0]
  const latest = lastDue(quiz, draw.now, end)
  if (latest === undefined) return undefined
  const isMissed = end !== undefined || draw.now - latest.at > quiz.catchUpMinutes * minute
  const last = isMissed ? latest : lastDue(quiz, latest.at, latest.date)
  if (last === undefined || last.date <= first) return undefined
  const next = nextDue(quiz, last.at, last.date)
  const away = `The bot was away when ${countDates(quiz, first, last.date)} questions were due, from ${written(first)} to ${written(last.date)}.`
  const reason = isUnknown(last.at, draw) ? mayHaveBeenPosted : away
  return {
    round: { id: roundId(quiz, first, draw.salt), occasion: first, dueAt: quiz.nextAt, state: 'missed', reason, missedUntil: last.at },
    quiz: { ...quiz, lastDate: last.date, nextDate: next.date, nextAt: next.at },
  }
}

const written = (date: LocalDate) => Temporal.PlainDate.from(date).toLocaleString('en-US', { dateStyle: 'medium' })

/**
 * The quiz set back to `date`, from which on a clock that ran ahead recorded dates as missed that are still to come. A quiz whose
 * next date is not after it stays as it is.
 *
 * @param dueAt when the question of `date` was due
 */
export function setBack(quiz: Quiz, date: LocalDate, dueAt: Instant, now: Instant): Quiz {
  const lastDate = addDays(date, -1)
  const next = nextDue(quiz, Math.min(now, dueAt), lastDate)
  return next.date < quiz.nextDate ? { ...quiz, lastDate, nextDate: next.date, nextAt: next.at } : quiz
}

/** A round that a manager asks for now. The event is part of its occasion, so a redelivered event makes no second round. */
export function decideExtra(quiz: Quiz, event: EventId, draw: Draw): NewRound | NotHeld {
  const { now } = draw
  const date = studyDay(now, quiz.zone, quiz.rolloverHour)
  const nextAt = quiz.nextAt > now ? quiz.nextAt : nextDue(quiz, now).at
  return drawRound({ ...quiz, nextAt: now }, { occasion: `${date}+${event}`, nextAt }, draw)
}

/** @param slot the occasion of the round, and when the one after it is due */
function drawRound(quiz: Quiz, slot: { readonly occasion: string; readonly nextAt: Instant }, draw: Draw): NewRound | NotHeld {
  const { occasion } = slot
  const id = roundId(quiz, occasion, draw.salt)
  if (!canBeRead(quiz.zone)) {
    const reason = `The time zone ${quiz.zone} no longer exists. Choose another one in the settings, for example Europe/Berlin.`
    return { id, occasion, state: 'failed', reason, dueAt: quiz.nextAt }
  }
  const given = draw.given?.(occasion)
  if (given !== undefined) return { ...given, id, occasion, dueAt: quiz.nextAt }
  const day = studyDay(quiz.nextAt, quiz.zone, quiz.rolloverHour)
  const drawn = { id: roundId(drawnAs(quiz, draw), occasion, draw.salt), day }
  const question = pickFor(quiz, drawn, draw)?.question
  const content = question === undefined ? undefined : (draw.team?.contentOf(question) ?? draw.bank.contents.get(question))
  if (question === undefined || content === undefined) {
    return { id, occasion, state: 'failed', reason: whyNoQuestion(draw.bank), dueAt: quiz.nextAt }
  }
  return {
    id,
    occasion,
    question,
    words: content.words(),
    order: shuffle(content.options, seeded(`${drawn.id} options`)),
    key: content.key,
    day,
    dueAt: quiz.nextAt,
    closesAt: closesAt(quiz, draw.now, slot.nextAt),
  }
}

function pickFor(quiz: Quiz, round: { readonly id: RoundId; readonly day: LocalDate }, draw: Omit<Draw, 'now'>): Picked | undefined {
  const { bank, team, history, salt } = draw
  return pickTeamQuestion(team?.items ?? [], history, round.day) ?? pickQuestion(bank, quiz.topics, history, { day: round.day, seed: round.id, channel: `${drawnAs(quiz, draw).place} ${salt}` })
}

const drawnAs = ({ place }: Pick<Quiz, 'place'>, { lead = place }: Pick<Draw, 'lead'>): Pick<Quiz, 'place'> => ({ place: lead })

/** The question of the quiz's next date, and why it is that one, as long as nobody answers anything until then. */
export function foresee(quiz: Quiz, draw: Omit<Draw, 'now'>): Picked | undefined {
  const day = studyDay(quiz.nextAt, quiz.zone, quiz.rolloverHour)
  return pickFor(quiz, { id: roundId(drawnAs(quiz, draw), quiz.nextDate, draw.salt), day }, draw)
}

/**
 * Whether managers are told that a round was not held. Of a series with one cause they are told once: what is lost after that is no
 * news, but all that is lost before anybody has heard. Extra rounds never are: the person who asked for one sees what became of it.
 *
 * @param before the channel's daily round before this one
 */
export function isNews(round: Pick<Round, 'occasion' | 'state' | 'reason'>, before: RoundBefore | undefined): boolean {
  if (isExtra(round) || (round.state !== 'missed' && round.state !== 'failed')) return false
  return before?.state !== round.state || before.isUnheard || (round.state === 'failed' && before.reason !== round.reason)
}

/** `isUnheard`: it is news that nobody has been told yet. */
export type RoundBefore = Pick<Round, 'state' | 'reason'> & { readonly isUnheard: boolean }

/** The second half hashes a different beginning: two texts with the same hash keep it whatever is added at their end. */
function roundId(quiz: Pick<Quiz, 'place'>, occasion: string, salt: string): RoundId {
  const text = `${quiz.place} ${occasion} ${salt}`
  return [hash(text), hash(`again ${text}`)].map((part) => part.toString(16).padStart(8, '0')).join('')
}

/** What a manager reads of a question that a restored database does not know of. */
export const mayHaveBeenPosted = 'The database was restored from a backup, so the bot doesn’t know what was posted between the backup and now. Answers from that time are not in it.'

const isUnknown = (dueAt: Instant, { putBackAt = null }: Pick<Draw, 'putBackAt'>): boolean => putBackAt !== null && dueAt < putBackAt

function missedReason(quiz: Quiz, late: number): string {
  const hours = Math.floor(late / (60 * minute))
  return `The bot was down when the question was due and came back ${hours} hours later. It posts questions at most ${Math.round(quiz.catchUpMinutes / 60)} hours late.`
}
