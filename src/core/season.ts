// Seasons: named ranges of dates with a board of their own. Managers name and date them; no two of a channel overlap, and opening or
// ending one resets nothing.
import { aliasKey, readAlias, type AliasProblem } from './alias.ts'
import { daysIn, furthestAhead, longestRange, overlap, rangeOn, type DateRange } from './date-range.ts'
import { whyNotManage, type Asker, type Quiz, type WhyNotManage } from './quiz.ts'
import { addDays, type LocalDate } from './time.ts'

export type Season = DateRange & { readonly name: string }

/** In one channel. */
export const mostSeasons = 50

export type SeasonRefusal =
  | WhyNotManage
  | { readonly kind: 'overlaps'; readonly with: Season }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'too-far' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-running'; readonly season: Season }
  | { readonly kind: 'already-so'; readonly season: Season }

/** `changed`: as the season is then, or was before it was removed. */
export type SeasonOutcome = { readonly seasons: readonly Season[]; readonly changed: Season } | { readonly refusal: SeasonRefusal }

/** The name as it is kept, or why the text can't be one. */
export function readSeasonName(text: string): { readonly name: string } | { readonly problem: AliasProblem } {
  const read = readAlias(text)
  return 'problem' in read ? read : { name: read.alias }
}

/** Two names with the same key look the same. */
export const seasonKey = aliasKey

/** Quotes around the name don't matter: see {@link seasonKey}. */
export const seasonNamed = (seasons: readonly Season[], name: string): Season | undefined => seasons.find((each) => seasonKey(each.name) === seasonKey(name))

export const seasonOn = (seasons: readonly Season[], day: LocalDate): Season | undefined => rangeOn(seasons, day)

/** The one that people mean by “the season”: the running one, or else the last, or else the first to come. */
export const currentSeason = (seasons: readonly Season[], day: LocalDate): Season | undefined =>
  seasonOn(seasons, day) ?? seasons.findLast(({ to }) => to < day) ?? seasons[0]

/** What a change starts from. */
type Before = { readonly seasons: readonly Season[]; readonly quiz: Quiz | undefined; readonly asker: Asker }

/** Adds a season. The name of one that there is gives it these dates; the dates of one give it this name. */
export function setSeason({ seasons, quiz, asker }: Before, wanted: Season, today: LocalDate): SeasonOutcome {
  const no = whyNotManage(quiz, asker) ?? problemWith(wanted, today)
  if (no !== undefined) return { refusal: no }
  const known = seasonNamed(seasons, wanted.name) ?? seasons.find(({ from, to }) => from === wanted.from && to === wanted.to)
  if (known !== undefined && known.name === wanted.name && known.from === wanted.from && known.to === wanted.to) return { refusal: { kind: 'already-so', season: known } }
  const others = seasons.filter((each) => each !== known)
  const other = others.find((each) => overlap(each, wanted))
  if (other !== undefined) return { refusal: { kind: 'overlaps', with: other } }
  if (known === undefined && seasons.length >= mostSeasons) return { refusal: { kind: 'too-many' } }
  return { seasons: inDateOrder([...others, wanted]), changed: wanted }
}

function problemWith(range: DateRange, today: LocalDate): SeasonRefusal | undefined {
  if (daysIn(range) > longestRange) return { kind: 'too-long' }
  return range.to > addDays(today, furthestAhead) ? { kind: 'too-far' } : undefined
}

/** Ends the running season with today: what is answered today still counts. */
export function endSeason({ seasons, quiz, asker }: Before, name: string, today: LocalDate): SeasonOutcome {
  const no = whyNotManage(quiz, asker)
  if (no !== undefined) return { refusal: no }
  const season = seasonNamed(seasons, name)
  if (season === undefined) return { refusal: { kind: 'not-found' } }
  if (season.from > today || season.to < today) return { refusal: { kind: 'not-running', season } }
  if (season.to === today) return { refusal: { kind: 'already-so', season } }
  const changed = { ...season, to: today }
  return { seasons: seasons.map((each) => (each === season ? changed : each)), changed }
}

/** Removes a season and its board. The answers stay, so the same season can be added again with all its points. */
export function removeSeason({ seasons, quiz, asker }: Before, name: string): SeasonOutcome {
  const no = whyNotManage(quiz, asker)
  if (no !== undefined) return { refusal: no }
  const season = seasonNamed(seasons, name)
  return season === undefined ? { refusal: { kind: 'not-found' } } : { seasons: seasons.filter((each) => each !== season), changed: season }
}

/** The seasons of two channels that become one. Where two can't both stay, that of the first does. */
export function mergedSeasons(own: readonly Season[], others: readonly Season[]): readonly Season[] {
  const fitting = others.filter((other) => !own.some((each) => seasonKey(each.name) === seasonKey(other.name) || overlap(each, other)))
  return inDateOrder([...own, ...fitting].slice(0, mostSeasons))
}

const inDateOrder = (seasons: readonly Season[]): readonly Season[] => seasons.toSorted((one, other) => (one.from < other.from ? -1 : 1))
