// What becomes of a quiz that is due: post, skip or miss. Decided before anything is sent, in one transaction of the ledger.
import { pickQuestion, type Asked, type Bank } from './next-question.ts'
import { closesAt, type OptionId, type QuestionId, type Quiz } from './quiz.ts'
import { hash, seeded, shuffle } from './random.ts'
import type { Round, RoundId } from './round.ts'
import { nextDue } from './schedule.ts'
import { studyDay } from './study-day.ts'
import { addDays, canBeRead, minute, type Instant, type LocalDate } from './time.ts'

/** What a round is made of, as the ledger keeps it. */
export type NewRound = {
  readonly id: RoundId
  readonly occasion: string
  readonly question: QuestionId
  readonly order: readonly OptionId[]
  readonly key: readonly OptionId[]
  readonly day: LocalDate
  readonly dueAt: Instant
  readonly closesAt: Instant
}

export type NotHeld = {
  readonly id: RoundId
  readonly occasion: string
  readonly state: 'missed' | 'skipped' | 'failed'
  readonly reason: string
  readonly dueAt: Instant
}

export type DueDecision = {
  readonly round: NewRound | NotHeld
  /** The quiz, moved on to its next date. */
  readonly quiz: Quiz
}

/** The questions that rounds are drawn from: the bank, and for each question its options and key. */
export type QuestionBank = Bank & {
  readonly contents: ReadonlyMap<QuestionId, { readonly options: readonly OptionId[]; readonly key: readonly OptionId[] }>
}

/**
 * Decides a quiz whose moment has come. A quiz that is late by more than its catch-up window, or later than its next round,
 * is missed; one that a manager left out is skipped.
 *
 * @param salt differs from one ledger to another, so that two bots in one channel never share a round id
 */
export function decideDue(quiz: Quiz, history: readonly Asked[], bank: QuestionBank, now: Instant, salt: string): DueDecision {
  const date = quiz.nextDate
  const next = nextDue(quiz, quiz.nextAt, date)
  const base = { id: roundId(quiz, date, salt), occasion: date, dueAt: quiz.nextAt }
  const skipDate = quiz.skipDate !== null && quiz.skipDate > date ? quiz.skipDate : null
  const movedOn: Quiz = { ...quiz, lastDate: date, nextDate: next.date, nextAt: next.at, skipDate }
  const late = now - quiz.nextAt
  if (quiz.skipDate === date) {
    return { round: { ...base, state: 'skipped', reason: 'A manager left it out.' }, quiz: movedOn }
  }
  if (late > quiz.catchUpMinutes * minute || now >= next.at) {
    return { round: { ...base, state: 'missed', reason: missedReason(quiz, late) }, quiz: movedOn }
  }
  return { round: drawRound(quiz, date, history, bank, now, next.at, salt), quiz: movedOn }
}

/**
 * The quiz as it stood before `date`, which was taken for missed under a clock that was ahead, and is still to come. A quiz that
 * stands before it stays there.
 */
export function setBack(quiz: Quiz, date: LocalDate, now: Instant): Quiz {
  const lastDate = addDays(date, -1)
  const next = nextDue(quiz, now, lastDate)
  return next.date < quiz.nextDate ? { ...quiz, lastDate, nextDate: next.date, nextAt: next.at } : quiz
}

/** A round that a manager asks for now. The event that asked for it makes it one of its kind, so that a repeat is no second. */
export function decideExtra(
  quiz: Quiz,
  event: string,
  history: readonly Asked[],
  bank: QuestionBank,
  now: Instant,
  salt: string,
): NewRound | NotHeld {
  const date = studyDay(now, quiz.zone, quiz.rolloverHour)
  const next = quiz.nextAt > now ? quiz.nextAt : nextDue(quiz, now).at
  return drawRound({ ...quiz, nextAt: now }, `${date}+${event}`, history, bank, now, next, salt)
}

function drawRound(
  quiz: Quiz,
  occasion: string,
  history: readonly Asked[],
  bank: QuestionBank,
  now: Instant,
  nextAt: Instant,
  salt: string,
): NewRound | NotHeld {
  const id = roundId(quiz, occasion, salt)
  if (!canBeRead(quiz.zone)) {
    const reason = `The time zone ${quiz.zone} is not known here any more. Set the zone again with the settings, for example to Europe/Berlin.`
    return { id, occasion, state: 'failed', reason, dueAt: quiz.nextAt }
  }
  const question = pickQuestion(bank, quiz.topics, history, id)
  const content = question === undefined ? undefined : bank.contents.get(question)
  if (question === undefined || content === undefined) {
    const reason = 'The course has no question in the topics of this quiz. Choose other topics with the settings.'
    return { id, occasion, state: 'failed', reason, dueAt: quiz.nextAt }
  }
  return {
    id,
    occasion,
    question,
    order: shuffle(content.options, seeded(`${id} options`)),
    key: content.key,
    day: studyDay(quiz.nextAt, quiz.zone, quiz.rolloverHour),
    dueAt: quiz.nextAt,
    closesAt: closesAt(quiz, now, nextAt),
  }
}

/** Whether a manager has to hear of a round that was not held: of a series with one cause the first is told. */
export function isNews(round: Pick<Round, 'state' | 'reason'>, before: Pick<Round, 'state' | 'reason'> | undefined): boolean {
  if (round.state !== 'missed' && round.state !== 'failed') return false
  return before?.state !== round.state || (round.state === 'failed' && before.reason !== round.reason)
}

/** The second half begins differently: texts with the same hash keep it whatever is put after them. */
function roundId(quiz: Quiz, occasion: string, salt: string): RoundId {
  const text = `${quiz.place} ${occasion} ${salt}`
  return [hash(text), hash(`again ${text}`)].map((part) => part.toString(16).padStart(8, '0')).join('')
}

function missedReason(quiz: Quiz, late: number): string {
  const hours = Math.floor(late / (60 * minute))
  return `The bot was away when the round was due and came back ${hours} h late; a round is posted up to ${Math.round(quiz.catchUpMinutes / 60)} h late.`
}
