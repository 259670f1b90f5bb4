// When the next question comes, as a line of the settings and the status.
import type { DayOff } from '../../core/days-off.ts'
import { nextHeld } from '../../core/manage.ts'
import type { Quiz } from '../../core/quiz.ts'
import { canBeRead, type LocalDate } from '../../core/time.ts'
import { dateLine, offBeforeNext, pauseEnd, untilThen } from '../../screens/dates.ts'
import { whyStopped } from '../../screens/lost-channel.ts'
import { command, moment, strong, type Text } from '../../screens/text.ts'
import { isNextSkipped, laterSkip, skippedLine, withoutZone } from '../../screens/when-next.ts'

type Planned = { readonly quiz: Quiz; readonly today: LocalDate }

export function nextLine({ quiz, today }: Planned): Text {
  if (quiz.retired !== null) return [strong('stopped'), `. ${whyStopped(quiz.retired)} To try again: `, command('resume')]
  if (quiz.paused) return [strong('paused'), '; start again with ', command('resume'), ...(isNextSkipped(quiz) && quiz.nextDate >= today ? [' (', ...skippedLine(quiz), ')'] : [])]
  if (!canBeRead(quiz.zone)) return withoutZone
  const next = moment(nextHeld(quiz).at, quiz.zone)
  if (isNextSkipped(quiz)) return [next, '; ', ...skippedLine(quiz)]
  const end = pauseEnd(quiz)
  const skipped = laterSkip(quiz)
  const also: Text = skipped === undefined ? [] : ['; the one on ', skipped, ' will be skipped']
  if (end !== undefined) return [strong(`paused until ${dateLine(end)}`), '; the next one comes ', next, ...also]
  const off = untilThen(quiz, today)
  return [next, ...also, ...(off === '' ? [] : [`. ${off}`])]
}

/** The days off that are in {@link nextLine}. */
export function offInNextLine({ quiz, today }: Planned): readonly DayOff[] {
  const isPlain = quiz.retired === null && !quiz.paused && canBeRead(quiz.zone) && !isNextSkipped(quiz) && pauseEnd(quiz) === undefined
  return isPlain ? offBeforeNext(quiz, today) : []
}
