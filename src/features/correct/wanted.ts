// Which question somebody means who wants to correct one, and what they typed about it.
import { fitting } from '../../commands/matching.ts'
import { readKnownDates } from '../../commands/values/dates.ts'
import { withoutOuterQuotes } from '../../commands/values/read.ts'
import { longestWhy, type Change } from '../../core/correction.ts'
import type { QuestionWords } from '../../core/question.ts'
import type { OptionId } from '../../core/quiz.ts'
import type { Round } from '../../core/round.ts'
import { addDays, type LocalDate } from '../../core/time.ts'

export type Typed = {
  readonly change?: Change['kind'] | 'undo' | undefined
  readonly question?: string | undefined
  /** Letters, as in the post. */
  readonly key?: string | undefined
  readonly why?: string | undefined
}

export const isNothing = ({ change, question, key, why }: Typed): boolean => [change, question, key, why].every((each) => each === undefined)

/** Takes apart what stands behind the question in a typed line: `23 Nov key=B why Two answers are right`, `23 Nov void`. */
export function takenApart({ change, question, key, why }: Typed): Typed {
  const reason = /^(.*?)(?:^|\s+)why(?:\s*[=:]\s*|\s+)(.+)$/isu.exec(question ?? '')
  const rest = reason?.[1] ?? question ?? ''
  const letters = /(?:^|\s)key\s*[=:]?\s*([a-f](?:[+,&]?[a-f])*)(?=\s|$)/iu.exec(rest)
  const asked = (letters === null ? rest : rest.replace(letters[0], ' ')).trim()
  const last = change === undefined ? /^(.+)\s(void|regrade|undo)$/iu.exec(asked) : null
  const left = (last?.[1] ?? asked).replace(/[\s,]+$/u, '')
  const said = why ?? reason?.[2]
  return { change: change ?? (last?.[2]?.toLowerCase() as Typed['change']), question: left === '' ? undefined : left, key: key ?? letters?.[1], why: said === undefined ? undefined : reasonIn(said) }
}

const reasonIn = (said: string): string => withoutOuterQuotes(said).replace(/\s+/gu, ' ').slice(0, longestWhy)

/** Letters are those of the round; undefined if one of them is none. */
export function optionsOf({ order }: Pick<Round, 'order'>, letters: string): readonly OptionId[] | undefined {
  const options = [...letters.toUpperCase().replace(/[^A-F]/gu, '')].map((letter) => order['ABCDEF'.indexOf(letter)])
  return options.every((option) => option !== undefined) ? options.toSorted() : undefined
}

type Candidate = { readonly round: Round; readonly words: Pick<QuestionWords, 'stem' | 'topicTitle'> }

const lately = 7

/** Those that fit best. @param today in the zone of the channel */
export function roundsMeant(rounds: readonly Candidate[], typed: string, today: LocalDate): readonly Round[] {
  const isIn = ({ from, to }: { readonly from: LocalDate; readonly to: LocalDate }, { round: { day } }: Candidate) => day >= from && day <= to
  const read = readKnownDates(typed, today, (dates) => rounds.some((each) => isIn(dates, each)))
  const dated = 'value' in read && read.value.name === '' ? rounds.filter((each) => isIn(read.value, each)) : []
  if (dated.length > 0) return dated.map(({ round }) => round)
  const plain = typed.replace(/^on\s+/iu, '')
  return fitting(rounds, ({ round, words }) => [...namesOf(round.day, today), round.question, words.stem, words.topicTitle], plain).map(({ round }) => round)
}

/** What people call a day that was, beside its date: `Monday`, `last Monday`, `November`, `2026-11`. */
function namesOf(day: LocalDate, today: LocalDate): readonly string[] {
  const as = (options: Intl.DateTimeFormatOptions) => Temporal.PlainDate.from(day).toLocaleString('en-US', options)
  const weekdays = day > addDays(today, -lately) && day <= today ? [as({ weekday: 'long' }), as({ weekday: 'short' }), `last ${as({ weekday: 'long' })}`] : []
  return [day, as({ month: 'long' }), ...weekdays]
}
