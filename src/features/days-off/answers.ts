// Shows the days off of a channel, and adds them.
import { readDates } from '../../commands/values/dates.ts'
import { isIn, latestNotice, longestRange, rangeProblem, type DateRange } from '../../core/date-range.ts'
import { ownDaysOff, takeOff } from '../../core/manage-days-off.ts'
import type { Round } from '../../core/round.ts'
import type { LocalDate } from '../../core/time.ts'
import { dayOffLine, rangeLine } from '../../screens/dates.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Text } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import { fateOf, lateQuestion } from '../late-question.ts'
import { refused } from '../refused.ts'
import type { Means } from '../services.ts'
import { mostShown } from './days-off-screen.ts'
import type { daysOff } from './face.ts'
import { end, endAll, remove } from './remove.ts'
import { managed, show } from './show.ts'
import { unreadable } from './unreadable.ts'

export const commands: Answers<typeof daysOff>['commands'] = {
  off: ({ change, dates }, request, means) => {
    if (change === undefined && dates === undefined) return show(0, request, means)
    return change === undefined ? add(dates ?? '', request, means) : remove(dates, request, means)
  },
}

export const controls: Answers<typeof daysOff>['controls'] = {
  daysOff: ({ page }, press, means) => show(page, press, means),
  removeAllDaysOff: ({ count }, press, means) => endAll(count, press, means),
  keepDaysOff: (_, press, means) => show(0, press, means, ['Nothing was removed.']),
  removeDayOff: ({ from, to, page }, press, means) => end({ from, to }, page, press, means),
}

const longestName = 80

async function add(typed: string, request: Request, means: Means): Promise<Screen> {
  const found = await managed(request, means)
  if ('no' in found) return found.no
  const read = readDates(typed, found.today)
  const help = means.commands.find('off')
  if ('problem' in read) return unreadable(typed, read.problem, found, help)
  const range = { ...read.value, name: read.value.name.slice(0, longestName) }
  const problem = problemOf(range, found.today)
  if (problem !== undefined) return misunderstood(problem, help)
  const changed = await means.ledger.quizzes.change(found.quiz.place, request.event, request.at, (quiz) => takeOff(quiz, request.asker, range, request.at))
  if (changed.kind === 'refused') {
    return changed.refusal.kind === 'already-so' ? show(0, request, means, [`Already off: ${dayOffLine(range)}.`]) : refused(changed.refusal)
  }
  const own = changed.quiz === undefined ? [] : ownDaysOff(changed.quiz, found.today)
  const page = Math.floor(Math.max(0, own.findIndex(({ from, to }) => from === range.from && to === range.to)) / mostShown)
  return show(page, request, means, addedNote(range, found.today, await lateQuestion(found.quiz, request, means)))
}

/** A question that is out still has its place. */
function addedNote(range: DateRange & { readonly name: string }, today: LocalDate, late: Round | undefined): Text {
  const isToday = isIn([range], today)
  const isOut = isToday && late?.occasion === today && (late.state === 'open' || late.state === 'closed')
  const fate = isToday ? fateOf(late) : []
  return [`Off: ${dayOffLine(range)}.`, ...(isOut ? [' Today’s question is out already and stays. Nobody loses a streak over it.'] : fate.length > 0 ? [' ', ...fate] : [])]
}

function problemOf(range: DateRange, today: LocalDate): string | undefined {
  switch (rangeProblem(range, today)) {
    case undefined:
      return undefined
    case 'too-late':
      return `${rangeLine(range)} began more than ${latestNotice} days ago. Days off can be added up to ${latestNotice} days late.`
    case 'too-long':
      return `${rangeLine(range)} is longer than ${longestRange} days. Add it in parts.`
    case 'too-far':
      return `${rangeLine(range)} is more than two years away. Check the year.`
  }
}
