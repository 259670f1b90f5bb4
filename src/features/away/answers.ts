// Shows and changes when somebody is away.
import { readDates, readKnownDates } from '../../commands/values/dates.ts'
import { comeBack, comingAbsences, goAway, pastAbsences, takeBackDays } from '../../core/absence.ts'
import { datesWithin, isIn, latestNotice, longestRange, mostRanges, overlap, rangeProblem, type DateRange } from '../../core/date-range.ts'
import type { LocalDate } from '../../core/time.ts'
import { dateLine, rangeLine } from '../../screens/dates.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import { refusal } from '../../screens/notice.ts'
import { personSeen, type Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command, type Text } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import { learnerOf } from '../learner.ts'
import type { Means } from '../services.ts'
import { studyDayOf } from '../where.ts'
import { awayScreen, pastScreen, takeBackScreen } from './away-screen.ts'
import type { away } from './face.ts'

export const commands: Answers<typeof away>['commands'] = {
  away: ({ change, dates }, request, means) => {
    if (change === 'back') return back(dates, request, means)
    if (change === 'past') return past(request, means)
    return dates === undefined ? show(request, means) : leave(dates, request, means)
  },
}

export const controls: Answers<typeof away>['controls'] = {
  endAway: (range, press, means) => end(range, press, means),
  takeBack: (days, press, means) => takeBack(days, press, means),
  keepDays: (_, press, means) => show(press, means, ['Nothing was taken back.']),
}

async function show(request: Request, means: Means, note: Text = []): Promise<Screen> {
  const [{ day }, ranges] = await Promise.all([learnerOf(request, means), means.ledger.absences.of(request.group, request.asker.id)])
  return awayScreen({ ranges: comingAbsences(ranges, day), today: day, hasPast: pastAbsences(ranges, day).length > 0, note })
}

async function past(request: Request, means: Means): Promise<Screen> {
  const [{ day }, ranges] = await Promise.all([learnerOf(request, means), means.ledger.absences.of(request.group, request.asker.id)])
  return pastScreen(pastAbsences(ranges, day))
}

async function leave(typed: string, request: Request, means: Means): Promise<Screen> {
  const { day } = await learnerOf(request, means)
  const read = readDates(typed, day)
  const help = means.commands.find('away')
  if ('problem' in read) return misunderstood(read.problem, help)
  const { from, to } = read.value
  const problem = problemOf({ from, to }, day)
  if (problem !== undefined) return misunderstood(problem, help)
  const changed = await means.ledger.absences.change(personSeen(request), request.at, (ranges) => goAway(ranges, { from, to }, day))
  if ('refusal' in changed) {
    if (changed.refusal === 'already-so') return show(request, means, [`Already noted: ${rangeLine({ from, to })}.`])
    return refusal('Too many days away', [[`You have ${mostRanges} absences ahead. End some first: `, command('away')]])
  }
  return show(request, means, [`Noted: ${rangeLine({ from, to })}.`])
}

function problemOf(range: DateRange, today: LocalDate): string | undefined {
  switch (rangeProblem(range, today)) {
    case undefined:
      return undefined
    case 'too-late':
      return `${rangeLine(range)} began more than ${latestNotice} days ago. You can say that you were away up to ${latestNotice} days late.`
    case 'too-long':
      return `${rangeLine(range)} is longer than ${longestRange} days. Write it in parts.`
    case 'too-far':
      return `${rangeLine(range)} is more than two years away. Check the year.`
  }
}

async function back(typed: string | undefined, request: Request, means: Means): Promise<Screen> {
  if (typed === undefined) return endNow(request, means)
  const { day } = await learnerOf(request, means)
  const all = await means.ledger.absences.of(request.group, request.asker.id)
  const isTaken = (days: DateRange) => all.some((each) => overlap(each, days))
  const meant = readKnownDates(typed, day, isTaken)
  if ('problem' in meant) return misunderstood(meant.problem, means.commands.find('away'))
  const { from, to } = meant.value
  const days = { from, to }
  if (!isTaken(days)) return show(request, means, [`There’s nothing to end: you’re not away on ${rangeLine(days)}.`])
  const begun = await begunOn(request, means)
  const hasBegun = all.some((each) => overlap(each, days) && each.from < begun) && from < begun
  return hasBegun ? ask(days, all, begun, request, means) : takeBack(days, request, means)
}

/** Days that have begun may have kept a streak. */
async function ask(days: DateRange, all: readonly DateRange[], begun: LocalDate, request: Request, means: Means): Promise<Screen> {
  const changed = takeBackDays(all, days)
  const streaks = 'refusal' in changed ? [] : await means.ledger.absences.streaksIf(personSeen(request), changed.ranges)
  const running = all.find((each) => each.from < begun && each.to >= begun && overlap(each, days))
  return takeBackScreen({ days, running: days.to < begun ? undefined : running, streaks })
}

async function takeBack(days: DateRange, request: Request, means: Means): Promise<Screen> {
  const changed = await means.ledger.absences.takeBack(personSeen(request), request.at, (ranges) => takeBackDays(ranges, days))
  return show(request, means, ['refusal' in changed ? `Already taken back: ${rangeLine(days)}.` : `Taken back: ${rangeLine(days)}.`])
}

async function endNow(request: Request, means: Means): Promise<Screen> {
  const latest = await begunOn(request, means)
  const changed = await comesBack(undefined, latest, request, means)
  if ('refusal' in changed) return show(request, means, ['You’re not away right now.'])
  const [next] = comingAbsences(changed.ranges, latest)
  return show(request, means, [`Welcome back. Questions count for your streak again${next === undefined ? '' : `, until you’re away again from ${dateLine(next.from)}`}.`])
}

/** Who presses that they are back is back, whatever other days away they had noted for now. */
async function end(range: DateRange, request: Request, means: Means): Promise<Screen> {
  const latest = await begunOn(request, means)
  const all = await means.ledger.absences.of(request.group, request.asker.id)
  const isHere = all.some(({ from, to }) => from === range.from && to === range.to)
  if (isHere && isIn([range], latest)) return endNow(request, means)
  const changed = await comesBack(range, latest, request, means)
  if ('refusal' in changed) return show(request, means, [`Already ended: ${rangeLine(range)}.`])
  const still = datesWithin(comingAbsences(changed.ranges, latest), range)
  return show(request, means, [`Removed: ${rangeLine(range)}.${still.length === 0 ? '' : ` You’re still away ${new Intl.ListFormat('en-US').format(still.map(rangeLine))}.`}`])
}

/** Days that some channel has begun already stay as they were: a streak may have gone on over them. */
async function comesBack(range: DateRange | undefined, latest: LocalDate, request: Request, means: Means) {
  return means.ledger.absences.change(personSeen(request), request.at, (ranges) => comeBack(ranges, range, latest))
}

/** The latest study day that has begun in some channel. */
async function begunOn(request: Request, means: Means): Promise<LocalDate> {
  const [{ day }, quizzes] = await Promise.all([learnerOf(request, means), means.ledger.quizzes.of(request.group)])
  return quizzes.map((quiz) => studyDayOf(quiz, request)).reduce((one, other) => (one > other ? one : other), day)
}
