// The words behind a command, with and without their quotes.
import type { Command } from './command.ts'
import { withoutOuterQuotes, withoutQuotes } from './values/read.ts'

/** `plain`: the words without quotes. `typed`: the same words with them, for values that are somebody's own text. */
export type TypedWord = { readonly plain: string; readonly typed: string }

/**
 * Quotes around values are dropped, but belong to the text of a look-up.
 *
 * @param quoteOpen whether a quote was opened before the command, so that a look-up ends before the closing quote
 */
export function wordsOf({ options }: Pick<Command, 'options'>, rest: string, quoteOpen: boolean): readonly TypedWord[] {
  const has = (kind: string) => options.some((option) => option.kind === kind)
  const closed = quoteOpen ? rest.replace(/["'`]\s*$/u, '') : rest
  // Days can have a name in quotes.
  if (has('words') || has('dates')) return split(has('words') || endsInText({ options }, closed) ? closed : withoutClosingSign(closed)).map((typed) => ({ plain: typed, typed }))
  if (!has('text')) return split(withoutClosingSign(withoutQuotes(rest))).map((typed) => ({ plain: typed, typed }))
  const words = split(withoutOuterQuotes(closed)).map((typed) => ({ plain: withoutQuotes(typed), typed })).filter(({ plain }) => plain !== '')
  return words.map((word, index) => (index < words.length - 1 ? word : { ...word, plain: withoutClosingSign(word.plain) || word.plain }))
}

/** Whether the line has the name of an option that is somebody's own text, as in `correct void why Two are right?` */
const endsInText = ({ options }: Pick<Command, 'options'>, line: string): boolean =>
  options.some(({ kind, name, named }) => kind === 'text' && named !== undefined && new RegExp(`(?:^|\\s)${name}(?:\\s|[=:])`, 'iu').test(line))

const split = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '')

/** `iam!` is `iam`; the last dot of `9 p.m.` stays. */
const withoutClosingSign = (text: string): string => text.trimEnd().replace(/(?<!\.[\p{L}\p{N}]+)\.$|(?<=[\p{L}\p{N}])[!?…,;]+$/u, '')

/** Somebody's own text with its quotes. @param words those that the value was read from, with the name of its option */
export function asTyped(value: string, words: readonly TypedWord[]): string {
  const read = value.split(' ')
  const [first, ...others] = words.slice(-read.length)
  const begin = first === undefined ? '' : first.plain === read[0] ? first.typed : first.typed.replace(/^[^=:]*[=:]/u, '')
  return withoutOuterQuotes([begin, ...others.map(({ typed }) => typed)].join(' '))
}
