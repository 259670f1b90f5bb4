// Shows the days off of a channel, and adds and removes them.
import { readDates, readKnownDates } from '../../commands/values/dates.ts'
import { withoutQuotes } from '../../commands/values/read.ts'
import { isIn, latestNotice, longestRange, overlap, rangeProblem, type DateRange } from '../../core/date-range.ts'
import { comingDaysOff, type DayOff } from '../../core/days-off.ts'
import { takeAllBack, takeBack, takeBackDates, takeOff } from '../../core/manage-days-off.ts'
import { mayManage, type Quiz } from '../../core/quiz.ts'
import type { Round } from '../../core/round.ts'
import { localDate, type LocalDate } from '../../core/time.ts'
import { dayOffLine, rangeLine } from '../../screens/dates.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command, type Text } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import { fateOf, lateQuestion, staysAway } from '../late-question.ts'
import { refused } from '../refused.ts'
import { notAllowed } from '../rights.ts'
import type { Means } from '../services.ts'
import type { daysOff } from './face.ts'
import { askAllScreen, daysOffScreen, mostShown } from './days-off-screen.ts'

export const commands: Answers<typeof daysOff>['commands'] = {
  off: ({ change, dates }, request, means) => {
    if (change === undefined && dates === undefined) return show(0, request, means)
    return change === undefined ? add(dates ?? '', request, means) : remove(dates, request, means)
  },
}

export const controls: Answers<typeof daysOff>['controls'] = {
  daysOff: ({ page }, press, means) => show(page, press, means),
  removeAllDaysOff: ({ count }, press, means) => endAll(count, press, means),
  removeDayOff: ({ from, to, page }, press, means) => end({ from, to }, page, press, means),
}

async function show(page: number, request: Request, { ledger }: Means, note: Text = []): Promise<Screen> {
  const quiz = request.place === null ? undefined : await ledger.quizzes.at(request.place)
  return quiz === undefined ? refused({ kind: 'no-quiz' }) : screenOf(quiz, page, request, note)
}

function screenOf(quiz: Quiz, page: number, { asker, at }: Request, note: Text): Screen {
  const today = localDate(at, quiz.zone)
  const pages = Math.max(1, Math.ceil(ownOf(quiz, today).length / mostShown))
  return daysOffScreen({ quiz, today, page: Math.min(page, pages - 1), mayManage: mayManage(quiz, asker), note })
}

const ownOf = (quiz: Quiz, today: LocalDate): readonly DayOff[] => comingDaysOff(quiz, today).filter(({ kind }) => kind === 'off')

/** The quiz that the asker may change, or why not. */
async function managed(request: Request, means: Means): Promise<{ readonly quiz: Quiz; readonly today: LocalDate } | { readonly no: Screen }> {
  const no = await notAllowed(request, means)
  const quiz = no === undefined && request.place !== null ? await means.ledger.quizzes.at(request.place) : undefined
  return quiz === undefined ? { no: no ?? refused({ kind: 'no-quiz' }) } : { quiz, today: localDate(request.at, quiz.zone) }
}

const longestName = 80

async function add(typed: string, request: Request, means: Means): Promise<Screen> {
  const found = await managed(request, means)
  if ('no' in found) return found.no
  const read = readDates(typed, found.today)
  const help = means.commands.find('off')
  if ('problem' in read) return misunderstood(read.problem, help)
  const range = { ...read.value, name: read.value.name.slice(0, longestName) }
  const problem = problemOf(range, found.today)
  if (problem !== undefined) return misunderstood(problem, help)
  const changed = await means.ledger.quizzes.change(found.quiz.place, request.event, request.at, (quiz) => takeOff(quiz, request.asker, range, request.at))
  if (changed.kind === 'refused') {
    return changed.refusal.kind === 'already-so' ? show(0, request, means, [`Already off: ${dayOffLine(range)}.`]) : refused(changed.refusal)
  }
  const page = changed.quiz === undefined ? 0 : Math.floor(Math.max(0, ownOf(changed.quiz, found.today).findIndex(({ from, to }) => from === range.from && to === range.to)) / mostShown)
  return show(page, request, means, addedNote(range, found.today, await lateQuestion(found.quiz, request, means)))
}

/** A question that is out still has its place. */
function addedNote(range: DateRange & { readonly name: string }, today: LocalDate, late: Round | undefined): Text {
  const isToday = isIn([range], today)
  const isOut = isToday && late?.occasion === today && (late.state === 'open' || late.state === 'closed')
  return [`Off: ${dayOffLine(range)}.`, ...(isOut ? [' Today’s question is out already and stays. Nobody loses a streak over it.'] : isToday ? spaced(fateOf(late)) : [])]
}

const spaced = (sentences: Text): Text => (sentences.length === 0 ? [] : [' ', ...sentences])

/** A question that was taken back for a day off does not come after all. */
async function removedNote(line: string, removed: readonly DateRange[], quiz: Quiz, request: Request, means: Means): Promise<Text> {
  const isToday = isIn(removed, localDate(request.at, quiz.zone))
  return [line, ...(isToday ? spaced(staysAway(await lateQuestion(quiz, request, means))) : [])]
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

async function remove(typed: string | undefined, request: Request, means: Means): Promise<Screen> {
  const found = await managed(request, means)
  if ('no' in found) return found.no
  const own = ownOf(found.quiz, found.today)
  if (typed === undefined) return own.length === 1 && own[0] !== undefined ? end(own[0], 0, request, means) : show(0, request, means, own.length === 0 ? [] : ['Which ones? Press a button, or write their dates: ', command('off remove 24 Dec')])
  if (/^(all|everything)$/iu.test(typed.trim())) return own.length === 0 ? show(0, request, means) : askAllScreen(own)
  const coming = own.map(({ from, to }) => ({ from: from < found.today ? found.today : from, to }))
  const read = readKnownDates(typed, found.today, (dates) => coming.some((each) => overlap(each, dates)))
  const named = own.filter(({ name }) => name !== '' && name.toLowerCase() === withoutQuotes(typed).trim().toLowerCase())
  const [match, another] = named
  if (another !== undefined) return show(0, request, means, ['That fits several. Press the button of the ones you mean.'])
  if (match !== undefined) return end(match, 0, request, means)
  return 'problem' in read ? misunderstood(read.problem, means.commands.find('off')) : endDates(read.value, own, found.quiz, request, means)
}

/** The dates, whatever days off they are in; what a longer one has beside them stays. */
async function endDates(dates: DateRange, own: readonly DayOff[], quiz: Quiz, request: Request, means: Means): Promise<Screen> {
  const longer = own.filter((each) => overlap(each, dates) && (each.from < dates.from || each.to > dates.to))
  const changed = await means.ledger.quizzes.change(quiz.place, request.event, request.at, (known) => takeBackDates(known, request.asker, dates, request.at))
  if (changed.kind === 'refused' && changed.refusal.kind !== 'already-so') return refused(changed.refusal)
  if (changed.kind === 'refused') return show(0, request, means, [`There’s nothing to remove: ${rangeLine(dates)} isn’t off.`])
  const names = new Intl.ListFormat('en-US').format(longer.map((each) => (each.name === '' ? rangeLine(each) : each.name)))
  const line = `Removed: ${rangeLine(dates)}.${longer.length === 0 ? '' : ` The other days of ${names} stay off.`}`
  return show(0, request, means, await removedNote(line, [dates], quiz, request, means))
}

async function endAll(count: number, request: Request, means: Means): Promise<Screen> {
  const found = await managed(request, means)
  if ('no' in found) return found.no
  const own = ownOf(found.quiz, found.today)
  if (own.length === 0) return show(0, request, means, ['They’re all removed already.'])
  // Somebody added or removed some since.
  if (own.length !== count) return askAllScreen(own)
  const changed = await means.ledger.quizzes.change(found.quiz.place, request.event, request.at, (quiz) => takeAllBack(quiz, request.asker, request.at))
  if (changed.kind === 'refused' && changed.refusal.kind !== 'already-so') return refused(changed.refusal)
  return show(0, request, means, await removedNote('Removed all days off.', own, found.quiz, request, means))
}

async function end(range: DateRange, page: number, request: Request, means: Means): Promise<Screen> {
  const found = await managed(request, means)
  if ('no' in found) return found.no
  const changed = await means.ledger.quizzes.change(found.quiz.place, request.event, request.at, (quiz) => takeBack(quiz, request.asker, range, request.at))
  if (changed.kind === 'refused' && changed.refusal.kind !== 'already-so') return refused(changed.refusal)
  const line = changed.kind === 'refused' ? `Already removed: ${rangeLine(range)}.` : `Removed: ${rangeLine(range)}.`
  return show(page, request, means, await removedNote(line, [range], found.quiz, request, means))
}
