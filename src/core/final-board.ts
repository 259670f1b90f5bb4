// When the final board of a week or a season is posted: before the first question after it, once nothing can change it any more, and once.
import { periodKey, type Span } from './board.ts'
import type { DateRange } from './date-range.ts'
import type { Quiz } from './quiz.ts'
import { nextDue } from './schedule.ts'
import type { Season } from './season.ts'
import { studyDay } from './study-day.ts'
import { addDays, day, hour, instantOf, minute, type Instant, type LocalDate } from './time.ts'
import { lastDayOf, weekOf } from './weekly.ts'

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

type Studying = Pick<Quiz, 'time' | 'zone' | 'days' | 'off' | 'rolloverHour'>

/** The bot looks this often, since settings, seasons and days off can change at any time. */
const lookEvery = hour
/** What could not be posted for longer than this never is. */
const latestBy = 3 * day

/** An hour before the first question after that study day, but not before the day is over. */
export function finalAt(quiz: Studying, lastDay: LocalDate): Instant {
  const over = instantOf(addDays(lastDay, 1), `${String(quiz.rolloverHour).padStart(2, '0')}:00`, quiz.zone)
  return Math.max(over, nextDue(quiz, over).at - hour)
}

const weekEnding = (date: LocalDate): Ending => ({ from: weekOf(date), to: lastDayOf(weekOf(date)), name: null })

/** What ended before the study day, as far as it is wanted. */
function ended({ week, season, since }: FinalWanted, seasons: readonly Season[], today: LocalDate): readonly Ending[] {
  const lastSeason = seasons.findLast(({ to }) => to < today)
  const all: readonly Ending[] = [...(week ? [weekEnding(addDays(today, -7))] : []), ...(season && lastSeason !== undefined ? [lastSeason] : [])]
  return all.filter(({ to }) => to >= since)
}

/** What ends next: for people who ask when the next one comes. Null where nothing is wanted, or no season is on or to come. */
export function nextFinal(wanted: FinalWanted, quiz: Studying, seasons: readonly Season[], now: Instant): (Ending & { readonly at: Instant }) | null {
  const today = studyDay(now, quiz.zone, quiz.rolloverHour)
  const season = seasons.find(({ to }) => to >= today)
  const all: readonly Ending[] = [...ended(wanted, seasons, today), ...(wanted.week ? [weekEnding(today)] : []), ...(wanted.season && season !== undefined ? [season] : [])]
  const coming = all.map((ending) => ({ ...ending, at: finalAt(quiz, ending.to) })).filter(({ at }) => at > now)
  return coming.toSorted((one, other) => one.at - other.at)[0] ?? null
}

/** Questions whose answers count up to a day. `open`: one of them can still change a board. `until`: when the last of them closes, or did; 0 for none. */
export type Counting = { readonly open: boolean; readonly until: Instant }

export type LookAtFinals = { readonly post: readonly Ending[]; /** They never will be posted. */ readonly pass: readonly Ending[]; readonly again: Instant }

type Known = {
  readonly seasons: readonly Season[]
  readonly isDone: (key: string) => boolean
  readonly counting: (lastDay: LocalDate) => Counting
}

export function lookAtFinals(wanted: FinalWanted, quiz: Studying, { seasons, isDone, counting }: Known, now: Instant): LookAtFinals {
  const [post, pass]: [Ending[], Ending[]] = [[], []]
  let again = now + lookEvery
  for (const ending of ended(wanted, seasons, studyDay(now, quiz.zone, quiz.rolloverHour))) {
    if (isDone(endingKey(ending))) continue
    const at = finalAt(quiz, ending.to)
    const { open, until } = counting(ending.to)
    if (now < at) again = Math.min(again, at)
    else if (open) again = Math.min(again, now + minute)
    else if (now - Math.max(at, until) <= latestBy) post.push(ending)
    else pass.push(ending)
  }
  const next = nextFinal(wanted, quiz, seasons, now)
  return { post, pass, again: next === null ? again : Math.min(again, next.at) }
}
