// When the next question comes, in words.
import { nextHeld } from '../core/manage.ts'
import type { Quiz } from '../core/quiz.ts'
import { canBeRead } from '../core/time.ts'
import { whatToDo, whyStopped } from './lost-channel.ts'
import { command, moment, type Text } from './text.ts'

export const isNextSkipped = (quiz: Quiz): boolean => quiz.skipDate === quiz.nextDate
export const skippedLine = (quiz: Quiz): Text => ['the one of ', moment(quiz.nextAt, quiz.zone, 'date'), ' is left out']

export const withoutZone: Text = ['none before the time zone is set again with ', command('settings')]

/** In a sentence. */
export function whenNext(quiz: Quiz): Text {
  const next = moment(nextHeld(quiz).at, quiz.zone)
  const skipped: Text = ['The question of ', moment(quiz.nextAt, quiz.zone, 'date'), ' is left out. ']
  if (quiz.retired !== null) return [`The daily question was stopped. ${whyStopped(quiz.retired)} `, ...whatToDo(quiz.retired)]
  if (quiz.paused) return [...(isNextSkipped(quiz) ? skipped : []), 'The daily question is paused; a manager can go on with ', command('resume'), '.']
  if (!canBeRead(quiz.zone)) return ['There is ', ...withoutZone, '.']
  return isNextSkipped(quiz) ? [...skipped, 'The next one comes ', next, '.'] : ['The next question comes ', next, '.']
}
