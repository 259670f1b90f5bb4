// Which question somebody means who wants to correct one, and what they typed about it.
import { fitting } from '../../commands/matching.ts'
import { withoutOuterQuotes } from '../../commands/values/read.ts'
import type { QuestionWords } from '../../core/question.ts'
import type { OptionId } from '../../core/quiz.ts'
import type { Round } from '../../core/round.ts'
import { addDays, type LocalDate } from '../../core/time.ts'

export type Typed = {
  readonly question: string | undefined
  /** Letters, as in the post. */
  readonly key: string | undefined
  readonly why: string | undefined
}

/** Takes apart what stands behind the question in a typed line: `23 Nov key=B why Two answers are right`. */
export function takenApart({ question, key, why }: Typed): Typed {
  const reason = /^(.*?)(?:^|\s+)why(?:\s*[=:]\s*|\s+)(.+)$/isu.exec(question ?? '')
  const rest = reason?.[1] ?? question ?? ''
  const letters = /(?:^|\s)key\s*[=:]?\s*([a-f](?:[+,&]?[a-f])*)(?=\s|$)/iu.exec(rest)
  const left = (letters === null ? rest : rest.replace(letters[0], ' ')).trim()
  const said = why ?? reason?.[2]
  return { question: left === '' ? undefined : left, key: key ?? letters?.[1], why: said === undefined ? undefined : withoutOuterQuotes(said) }
}

/** Letters are those of the round; undefined if one of them is none. */
export function optionsOf({ order }: Pick<Round, 'order'>, letters: string): readonly OptionId[] | undefined {
  const options = [...letters.toUpperCase().replace(/[^A-F]/gu, '')].map((letter) => order['ABCDEF'.indexOf(letter)])
  return options.every((option) => option !== undefined) ? options.toSorted() : undefined
}

type Candidate = { readonly round: Round; readonly words: Pick<QuestionWords, 'stem' | 'topicTitle'> }

const lately = 7

/** Those that fit best. @param today in the zone of the channel */
export function roundsMeant(rounds: readonly Candidate[], typed: string, today: LocalDate): readonly Round[] {
  const plain = typed.replace(/(?<=\d)(?:st|nd|rd|th)\b/giu, '').replace(/^on\s+/iu, '')
  return fitting(rounds, ({ round, words }) => [...namesOf(round.day, today), round.question, words.stem, words.topicTitle], plain).map(({ round }) => round)
}

/** What people call a day: `2026-11-23`, `23 Nov`, `November 23`, `Monday`, `yesterday`. */
function namesOf(day: LocalDate, today: LocalDate): readonly string[] {
  const date = Temporal.PlainDate.from(day)
  const as = (options: Intl.DateTimeFormatOptions) => date.toLocaleString('en-US', options)
  const months = [as({ month: 'short' }), as({ month: 'long' })]
  const dated = months.flatMap((month) => [`${month} ${date.day}`, `${date.day} ${month}`, `${date.day} ${month} ${date.year}`, `${month} ${date.day} ${date.year}`, `${month} ${date.day}, ${date.year}`])
  const weekdays = day > addDays(today, -lately) && day <= today ? [as({ weekday: 'long' }), as({ weekday: 'short' }), `last ${as({ weekday: 'long' })}`] : []
  const near = day === today ? ['today'] : day === addDays(today, -1) ? ['yesterday'] : []
  return [day, ...dated, ...weekdays, ...near]
}
