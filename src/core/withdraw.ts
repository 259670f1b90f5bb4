// A daily question that is due and not posted yet, after a manager took its day off, paused or skipped it.
import { rangeOn } from './date-range.ts'
import type { DayOff } from './days-off.ts'
import type { Quiz } from './quiz.ts'
import { isExtra, type Round } from './round.ts'
import { canBeRead, localDate, type Instant } from './time.ts'

/** The daily round of a channel that is claimed, or being sent. */
export type Waiting = Pick<Round, 'occasion' | 'state'>

type Withdrawing = Pick<Quiz, 'paused' | 'retired' | 'off' | 'skipDate' | 'zone'>

/** Why a round that is not posted yet may not be posted any more, in a sentence for people; undefined if it may. */
export function whyWithdrawn(round: Pick<Round, 'occasion'>, quiz: Withdrawing, now: Instant): string | undefined {
  if (isExtra(round)) return undefined
  if (quiz.paused) return quiz.retired === null ? wasPaused : wasStopped
  if (quiz.skipDate === round.occasion) return 'A manager skipped it before it was posted.'
  const today = canBeRead(quiz.zone) ? localDate(now, quiz.zone) : round.occasion
  const dayOff = rangeOn(quiz.off, round.occasion) ?? rangeOn(quiz.off, today)
  return dayOff === undefined ? undefined : becauseOf(dayOff)
}

const wasPaused = 'A manager paused the daily question before this one was posted.'
const wasStopped = 'The daily question was stopped before this one was posted, because the channel was deleted, archived, or out of reach.'

function becauseOf({ kind, name }: DayOff): string {
  switch (kind) {
    case 'pause':
      return wasPaused
    case 'off':
      return 'It couldn’t be posted before a day off began.'
    case 'holiday':
      return `It couldn’t be posted before a public holiday began (${name}).`
  }
}
