// When a channel's quarterly review comes: on the first study day of January, April, July and October, at most once a quarter.
import { unknownEnd } from './post-once.ts'
import type { Quiz } from './quiz.ts'
import { nextDue, type Due } from './schedule.ts'
import { day, hour, instantOf, localDate, type Instant, type LocalDate } from './time.ts'

/** `2026-Q1`. Compares correctly as text. */
export type Quarter = string

export type DutyReview = {
  readonly on: boolean
  /** The quarter whose review comes next. */
  readonly quarter: Quarter
  /** Study days before this moment don't count: the daily question was paused or skipped on them. */
  readonly countsFrom: Instant
  /** When to look again whether it is due. */
  readonly nextAt: Instant
  /** The last quarter whose review was posted, or may have been. */
  readonly posted: Quarter | null
  /** Why the last one is missing, or may be, in a sentence for people. */
  readonly problem: string | null
}

export type Look =
  | { readonly kind: 'wait'; readonly review: DutyReview }
  /** `dueAt`: since when it is due. */
  | { readonly kind: 'post'; readonly review: DutyReview; readonly dueAt: Instant }

type Studying = Pick<Quiz, 'time' | 'zone' | 'days' | 'off' | 'skipDate' | 'paused'>

/** A review that the bot could not post for longer than this is skipped. */
export const latestBy = 7 * day

/** Settings of the quiz can change at any time, so from the day before the quarter on the date is worked out again this often. */
const lookEvery = hour

export function quarterOf(date: LocalDate): Quarter {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
}

export function quarterAfter(quarter: Quarter): Quarter {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))]
  return number === 4 ? `${year + 1}-Q1` : `${year}-Q${number + 1}`
}

const firstDate = (quarter: Quarter): LocalDate => `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}-01`

const startOf = (quarter: Quarter, { zone }: Pick<Quiz, 'zone'>): Instant => instantOf(firstDate(quarter), '00:00', zone)

/** The first study day of the quarter's first month from `countsFrom` on; undefined if none is left. */
export function reviewDate(quarter: Quarter, quiz: Studying, countsFrom: Instant = 0): Due | undefined {
  const notBefore = Math.max(countsFrom, startOf(quarter, quiz))
  const first = nextDue(quiz, notBefore)
  const due = first.date === quiz.skipDate ? nextDue(quiz, notBefore, first.date) : first
  return due.date.slice(0, 7) === firstDate(quarter).slice(0, 7) ? due : undefined
}

/** The quarter of the next review, if none is waiting to be posted. */
function comingQuarter(quiz: Studying, posted: Quarter | null, now: Instant): Quarter {
  const current = quarterOf(localDate(now, quiz.zone))
  const quarter = posted !== null && posted >= current ? quarterAfter(posted) : current
  const due = reviewDate(quarter, quiz)
  return due !== undefined && due.at >= now ? quarter : quarterAfter(quarter)
}

/** A review that is on already stays as it is. */
export function switchedOn(review: DutyReview | undefined, quiz: Studying, now: Instant): DutyReview {
  if (review?.on === true) return review
  const posted = review?.posted ?? null
  return { on: true, quarter: comingQuarter(quiz, posted, now), countsFrom: 0, nextAt: now, posted, problem: null }
}

export const switchedOff = (review: DutyReview): DutyReview => ({ ...review, on: false, problem: null })

/** The next one as it stands now. A late one is due already. */
export function nextReview(review: DutyReview, quiz: Studying, now: Instant): Due {
  const late = review.posted === null || review.posted < review.quarter ? reviewDate(review.quarter, quiz, review.countsFrom) : undefined
  if (late !== undefined && now - late.at <= latestBy) return late
  const coming = comingQuarter(quiz, review.posted, now)
  const quarter = coming > review.quarter ? coming : quarterAfter(review.quarter)
  return reviewDate(quarter, quiz) ?? nextDue(quiz, startOf(quarter, quiz))
}

/** Looks whether the review of a channel is to be posted now. One to post is claimed: it is never due again, unless {@link givenBack}. */
export function look(review: DutyReview, quiz: Studying, now: Instant): Look {
  const { quarter, posted } = review
  if (posted !== null && quarter <= posted) return wait(forQuarter(review, quarterAfter(posted)), quiz, now)
  const due = reviewDate(quarter, quiz, review.countsFrom)
  if (due === undefined || now - due.at > latestBy) return wait(forQuarter(review, quarterAfter(quarter)), quiz, now)
  if (now < due.at) return wait(passedOver(review, quiz, now), quiz, now)
  if (quiz.paused) return wait({ ...review, countsFrom: now + 1 }, quiz, now)
  const next = quarterAfter(quarter)
  return { kind: 'post', dueAt: due.at, review: { ...forQuarter(review, next), nextAt: startOf(next, quiz) - day, posted: quarter, problem: unknownEnd } }
}

const forQuarter = (review: DutyReview, quarter: Quarter): DutyReview => ({ ...review, quarter, countsFrom: 0 })

/** A skipped date is forgotten once it has passed. A skip can be undone, so it counts only shortly before. */
function passedOver(review: DutyReview, quiz: Studying, now: Instant): DutyReview {
  const skipped = nextDue(quiz, Math.max(review.countsFrom, startOf(review.quarter, quiz)))
  return skipped.date === quiz.skipDate && skipped.at - now <= lookEvery ? { ...review, countsFrom: skipped.at + 1 } : review
}

function wait(review: DutyReview, quiz: Studying, now: Instant): Look {
  const { quarter, countsFrom } = review
  const start = startOf(quarter, quiz)
  const first = nextDue(quiz, Math.max(countsFrom, start)).at
  return { kind: 'wait', review: { ...review, nextAt: Math.max(start - day, Math.min(first, now + lookEvery)) } }
}

/** After a claimed review was not posted for certain: it is tried again at `retryAt`. Undefined if the review has moved on since. */
export function givenBack(review: DutyReview, quarter: Quarter, { problem, retryAt }: { problem: string | null; retryAt: Instant }): DutyReview | undefined {
  return review.posted === quarter ? { ...forQuarter(review, quarter), posted: null, nextAt: retryAt, problem } : undefined
}
