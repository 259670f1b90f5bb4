// When the final board of a week or a season is posted: before the first question after it, once nothing can change it any more, and once.
import { periodKey, type Span } from './board.ts'
import type { DateRange } from './date-range.ts'
import type { Quiz } from './quiz.ts'
import { nextDue } from './schedule.ts'
import type { Season } from './season.ts'
import { studyDay } from './study-day.ts'
import { addDays, hour, instantOf, minute, type Instant, type LocalDate } from './time.ts'
import { lastDayOf, latestBy, weekOf, type Week } from './weekly.ts'

export const finalChoices = ['week', 'season', 'both', 'off'] as const
export type FinalChoice = (typeof finalChoices)[number]

/** What a channel wants. What ended before the day `since`, on which it was last changed, gets no post. */
export type FinalWanted = { readonly week: boolean; readonly season: boolean; readonly since: LocalDate }

export const wantedBy = (choice: FinalChoice): Omit<FinalWanted, 'since'> => ({ week: choice === 'week' || choice === 'both', season: choice === 'season' || choice === 'both' })

export const choiceOf = ({ week, season }: Omit<FinalWanted, 'since'>): FinalChoice => (week ? (season ? 'both' : 'week') : season ? 'season' : 'off')

/** A week or a season that has a last day. `name`: null for a week. */
export type Ending = DateRange & { readonly name: string | null }

/** The board that it has. */
export const spanOf = ({ from, to, name }: Ending): Span => (name === null ? 'week' : { from, to })

export const endingKey = (ending: Ending): string => periodKey(spanOf(ending), ending.from)

type Studying = Pick<Quiz, 'time' | 'zone' | 'days' | 'off' | 'rolloverHour' | 'paused'>

/** The bot looks this often, since settings, seasons and days off can change at any time. */
const lookEvery = hour

/** An hour before the first question after that study day, but not before the day is over. */
export function finalAt(quiz: Studying, lastDay: LocalDate): Instant {
  const over = instantOf(addDays(lastDay, 1), `${String(quiz.rolloverHour).padStart(2, '0')}:00`, quiz.zone)
  return Math.max(over, nextDue(quiz, over).at - hour)
}

/** Of a channel. `weeks`: those in which a question was asked, the latest first. */
export type Endings = { readonly seasons: readonly Season[]; readonly weeks: readonly Week[] }

const weekEnding = (week: Week): Ending => ({ from: week, to: lastDayOf(week), name: null })

/** What ended before the study day, as far as it is wanted. Of weeks the last one with a question, however long ago that is. */
function ended({ week, season, since }: FinalWanted, { seasons, weeks }: Endings, today: LocalDate): readonly Ending[] {
  const lastWeek = weeks.find((each) => lastDayOf(each) < today)
  const lastSeason = seasons.findLast(({ to }) => to < today)
  const all: readonly Ending[] = [...(week && lastWeek !== undefined ? [weekEnding(lastWeek)] : []), ...(season && lastSeason !== undefined ? [lastSeason] : [])]
  return all.filter(({ to }) => to >= since)
}

/** The first week from this one on that has a question. Undefined if none is to come. */
function comingWeek(quiz: Studying, weeks: readonly Week[], now: Instant, today: LocalDate): Week | undefined {
  const [latest] = weeks
  if (latest === weekOf(today)) return latest
  return quiz.paused ? undefined : weekOf(studyDay(nextDue(quiz, now).at, quiz.zone, quiz.rolloverHour))
}

/** One that comes, if anybody has a point. `over`: no question counts for it any more that hasn't closed. */
export type ComingFinal = Ending & { readonly at: Instant; readonly over: boolean }

/** What ends, the first one first: for people who ask when the next one comes. Empty where nothing is wanted, or nothing is on or to come. */
export function comingFinals(wanted: FinalWanted, quiz: Studying, endings: Endings & Pick<Known, 'counting'>, now: Instant): readonly ComingFinal[] {
  const today = studyDay(now, quiz.zone, quiz.rolloverHour)
  const week = wanted.week ? comingWeek(quiz, endings.weeks, now, today) : undefined
  const season = wanted.season ? endings.seasons.find(({ to }) => to >= today) : undefined
  const all: readonly Ending[] = [...ended(wanted, endings, today), ...(week === undefined ? [] : [weekEnding(week)]), ...(season === undefined ? [] : [season])]
  const coming = all.map(({ from, to, name }) => ({ from, to, name, at: finalAt(quiz, to), over: to < today && !endings.counting(to).open })).filter(({ at }) => at > now)
  return coming.toSorted((one, other) => one.at - other.at)
}

/** Questions whose answers count up to a day. `open`: one of them can still change a board. `until`: when the last of them closes, or did; 0 for none. */
export type Counting = { readonly open: boolean; readonly until: Instant }

export type LookAtFinals = { readonly post: readonly Ending[]; /** They never will be posted. */ readonly pass: readonly Ending[]; readonly again: Instant }

type Known = Endings & {
  readonly isDone: (key: string) => boolean
  readonly counting: (lastDay: LocalDate) => Counting
}

export function lookAtFinals(wanted: FinalWanted, quiz: Studying, known: Known, now: Instant): LookAtFinals {
  const { isDone, counting } = known
  const [post, pass]: [Ending[], Ending[]] = [[], []]
  let again = now + lookEvery
  for (const ending of ended(wanted, known, studyDay(now, quiz.zone, quiz.rolloverHour))) {
    if (isDone(endingKey(ending))) continue
    const at = finalAt(quiz, ending.to)
    const { open, until } = counting(ending.to)
    if (now < at) again = Math.min(again, at)
    else if (open) again = Math.min(again, now + minute)
    else if (now - Math.max(at, until) <= latestBy) post.push(ending)
    else pass.push(ending)
  }
  const [next] = comingFinals(wanted, quiz, known, now)
  return { post, pass, again: next === undefined ? again : Math.min(again, next.at) }
}
