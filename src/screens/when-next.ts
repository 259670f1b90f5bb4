// When the next question comes, in words.
import { nextHeld } from '../core/manage.ts'
import type { Quiz } from '../core/quiz.ts'
import { countDates } from '../core/schedule.ts'
import { canBeRead, instantOf, localDate, type Instant } from '../core/time.ts'
import { dateLine, pauseEnd, untilThen } from './dates.ts'
import { whatToDo, whyStopped } from './lost-channel.ts'
import { command, moment, type Inline, type Text } from './text.ts'

export const isNextSkipped = (quiz: Quiz): boolean => quiz.skipDate === quiz.nextDate
export const skippedLine = (quiz: Quiz): Text => ['the one on ', moment(quiz.nextAt, quiz.zone, 'date'), ' will be skipped']

export const withoutZone: Text = ['none until you set the time zone again with ', command('settings')]

/** When a recap, a review, or a final leaderboard comes where the channel's questions are paused. */
export const waitsForResume: Text = ['waiting. Daily questions are paused here; start them again with ', command('resume')]

/** In a sentence. */
export function whenNext(quiz: Quiz, now: Instant): Text {
  const next = moment(nextHeld(quiz).at, quiz.zone)
  const skipped: Text = ['The question on ', moment(quiz.nextAt, quiz.zone, 'date'), ' will be skipped. ']
  if (quiz.retired !== null) return [`The daily question was stopped. ${whyStopped(quiz.retired)} `, ...whatToDo(quiz.retired)]
  if (quiz.paused) return [...(isNextSkipped(quiz) && quiz.nextDate >= localDate(now, quiz.zone) ? skipped : []), 'The daily question is paused. A manager can start it again with ', command('resume'), '.']
  if (!canBeRead(quiz.zone)) return ['The time zone is no longer known. Set it again with ', command('settings'), '.']
  if (isNextSkipped(quiz)) return [...skipped, 'The next one comes ', next, '.']
  const end = pauseEnd(quiz)
  if (end !== undefined) return [`The daily question is paused until ${dateLine(end)}. The next one comes `, next, '.', ...alsoSkipped(quiz)]
  const off = untilThen(quiz, localDate(now, quiz.zone))
  return ['The next question comes ', next, off === '' ? '.' : `. ${off}`, ...alsoSkipped(quiz)]
}

/** The skipped date, where that is not the next one but has a question. */
export function laterSkip({ skipDate, nextDate, time, zone, days, off }: Quiz): Inline | undefined {
  if (skipDate === null || skipDate <= nextDate || countDates({ days, off }, skipDate, skipDate) === 0) return undefined
  return moment(instantOf(skipDate, time, zone), zone, 'date')
}

function alsoSkipped(quiz: Quiz): Text {
  const date = laterSkip(quiz)
  return date === undefined ? [] : [' The one on ', date, ' will be skipped.']
}
