// The words and letters for days of the week: `tue`, `Tuesdays`, `m`, `mwf`, `weekdays`, and the words that join them.

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const short = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const

/** A map rather than an object, which would also know `constructor`. */
export const groups: ReadonlyMap<string, readonly Weekday[]> = new Map([
  ['daily', weekdays],
  ['weekdays', [1, 2, 3, 4, 5]],
  ['weekends', [6, 7]],
])

export const rangeWords: ReadonlySet<string> = new Set(['-', 'to', 'through', 'thru', 'until', 'till'])
export const joinWords: ReadonlySet<string> = new Set([',', 'and'])
export const plusWords: ReadonlySet<string> = new Set(['plus', 'also'])
export const exceptWords: ReadonlySet<string> = new Set(['except', 'excluding', 'without', 'minus', 'but', 'not', 'no'])
const fillers: ReadonlySet<string> = new Set(['every', 'each', 'on', 'only', 'for', 'the', 'all', 'days', 'from', 'weekly'])

const everyDay =
  /\b(?:every|each|all)\s*days?(?: of the week)?\b|\beveryday\b|\ball week(?: long)?\b|\b(?:7|seven) days(?: a week)?\b|\bweek(?:days)? and weekends?\b/gu

/** Each group of days becomes one word, each separator a comma, each kind of dash a hyphen. Words without meaning are left out. */
export function tokensOf(text: string): readonly string[] {
  const spaced = text
    .toLowerCase()
    .replace(/\b(?:every|each) week(?![ -]?(?:day|end))\b/gu, ' weekly ')
    .replace(everyDay, ' daily ')
    .replace(/\b(?:every |each |all )?(?:week|work|working|business)[ -]?days?\b/gu, ' weekdays ')
    .replace(/\b(?:every |each |all |the )?week[ -]?ends?\b/gu, ' weekends ')
    .replace(/^\s*(?:all|everything|any day)(?=\s+(?:but|except|excluding|without|minus)\b)/u, ' daily ')
    .replace(/\bbut,? (?:not|no)\b/gu, ' not ')
    .replace(/\bbut (?=also\b|plus\b)|\band (?=also\b|plus\b)/gu, ' ')
    .replace(/\.{2,}|…|~|→|-*>|-+/gu, ' - ')
    .replace(/(?<=\p{L})\.(?!\p{L})/gu, ' ')
    .replace(/&/gu, ' and ')
    .replace(/\+/gu, ' plus ')
    .replace(/[/;|,.]/gu, ' , ')
    .trim()
  return spaced === '' ? [] : spaced.split(/\s+/u).filter((token) => !fillers.has(token))
}

/** `tue`, `tues`, `tu`, `tuesdays`; undefined for what is no day. */
function namedDay(token: string): Weekday | undefined {
  const at = names.findIndex((name, index) => {
    const isStart = token.length >= 3 && name.startsWith(token)
    return token === short[index] || isStart || token === `${name}s` || (token.length >= 4 && token.endsWith('s') && name.startsWith(token.slice(0, -1)))
  })
  return weekdays[at]
}

/** How days are written in runs such as `mwf`, `tth`, `mtwtf`, `motuwe` and `monwedfri`; R is Thursday in timetables. */
const letters: readonly (readonly [string, Weekday])[] = [
  ...names.map((name, at) => [name.slice(0, 3), weekdays[at] ?? 1] as const),
  ['m', 1], ['mo', 1], ['t', 2], ['tu', 2], ['w', 3], ['we', 3], ['t', 4], ['th', 4], ['r', 4], ['f', 5], ['fr', 5], ['s', 6], ['sa', 6], ['s', 7], ['su', 7],
]

/** Every way to read a run of letters as days in ascending order. */
function readingsOf(run: string, after = 0): readonly (readonly Weekday[])[] {
  if (run === '') return [[]]
  return letters
    .filter(([letter, day]) => day > after && run.startsWith(letter))
    .flatMap(([letter, day]) => readingsOf(run.slice(letter.length), day).map((rest) => [day, ...rest]))
}

/** The days that a word stands for; `unclear` if it can be read in several ways, such as `t` or `mf`; undefined for what names no day. */
export function daysNamed(token: string): readonly Weekday[] | 'unclear' | undefined {
  const day = groups.get(token) ?? namedDay(token)
  if (day !== undefined) return typeof day === 'number' ? [day] : day
  if (token === '' || token === 'r' || token.length > 21) return undefined
  const [only, ...more] = readingsOf(token)
  if (only === undefined) return undefined
  return more.length > 0 || token === 'mf' ? 'unclear' : only
}

/** `t th` and `m t w t f` name more together than each letter alone: the days of letters that have one reading in this order. */
export function joinedLetters(tokens: readonly string[]): readonly Weekday[] | undefined {
  const words = tokens.filter((token) => !joinWords.has(token))
  if (words.length < 2 || !words.every((word) => word.length <= 2) || words.every((word) => namedDay(word) !== undefined)) return undefined
  const days = daysNamed(words.join(''))
  return days === 'unclear' || days?.length !== words.length ? undefined : days
}

export const isJoining = (token: string): boolean => rangeWords.has(token) || joinWords.has(token) || plusWords.has(token) || exceptWords.has(token)

const otherLanguages =
  /^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|luned|marted|mercoled|gioved|venerd|sabato|domenica|segunda|terca|quarta|quinta|sexta|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)/u

/** Whether a word begins as a day in German, French, Spanish, Italian, Portuguese or Dutch does. */
export function isForeignDay(word: string): boolean {
  return otherLanguages.test(word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase())
}
