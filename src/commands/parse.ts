// Parses typed text into a command with values. Values are recognized by their look, or named: `open=8h`, `topics: iam, s3-access`.
import { closest } from './closest.ts'
import { choiceWords, isWholeRest, type Command, type CommandOption, type OptionKind } from './command.ts'
import { findCommand, nearestCommand } from './find-command.ts'
import { takeCourse } from './named-course.ts'
import { plainTyping } from './plain-typing.ts'
import { asTyped, wordsOf, type TypedWord } from './typed-words.ts'
import { isMeantAsDays, looksLikeDays, readDays } from './values/days.ts'
import { looksLikeDuration } from './values/duration.ts'
import { readNumber } from './values/number.ts'
import { withoutQuotes } from './values/read.ts'
import { looksLikeTime } from './values/time.ts'
import { isZoneAbbreviation, looksLikeZone, zonesNear } from './values/zone.ts'
import { isSameWord, meantBy } from './word-forms.ts'

export type ParsedCommand =
  | { readonly kind: 'known'; readonly name: string; readonly values: Readonly<Record<string, string>> }
  /** No such command. `meant`: the nearest command, or null if none is near. `line`: all that was typed, if that is more than a word: it may ask something. */
  | { readonly kind: 'unknown'; readonly typed: string; readonly meant: string | null; readonly line?: string }
  /** Words that fit none of the command's options, or a required value is missing. `problem` is a full sentence. */
  | { readonly kind: 'misused'; readonly name: string; readonly problem: string }

export function parseCommand(line: string, commands: readonly Command[]): ParsedCommand {
  const plain = plainTyping(line).trim()
  const typed = plain.split(/\s+/u)
  const [first = ''] = typed
  const found = findCommand(typed, commands)
  if (found === undefined) return { kind: 'unknown', typed: withoutQuotes(first), meant: nearestCommand(first, commands), ...(typed.length > 1 ? { line: plain } : {}) }
  const { command, choice } = found
  if (command.options.some(({ kind }) => kind === 'parts')) return readParts(command, restAfter(found.words, plain))
  const isAsking = typed.length > 1 && command.askingAliases?.includes(first.toLowerCase()) === true
  const { course, rest, others } = takeCourse(command, isAsking ? plain : restAfter(found.words, plain))
  const words = wordsOf(command, rest, /^["'`]/u.test(first) && !/["'`]$/u.test(first))
  const parsed = readValues(others, choice === undefined ? words : [{ plain: choice, typed: choice }, ...words])
  return course !== undefined && parsed.kind === 'known' ? { ...parsed, values: { ...parsed.values, course } } : parsed
}

/** As it stands: its lines are parts of it. */
function readParts({ name, options: [option] }: Command, rest: string): ParsedCommand {
  const text = rest.replace(new RegExp(`^${option?.name ?? ''}[=:]`, 'iu'), '').trim()
  return { kind: 'known', name, values: text === '' || option === undefined ? {} : { [option.name]: text } }
}

const restAfter = (words: number, line: string): string => line.replace(new RegExp(`^(?:\\S+\\s*){${words}}`, 'u'), '')

function readValues(command: Command, typed: readonly TypedWord[]): ParsedCommand {
  const words = typed.map(({ plain }) => plain)
  const misused = (problem: string): ParsedCommand => ({ kind: 'misused', name: command.name, problem })
  const values: Record<string, string> = {}
  for (let at = 0; at < words.length; ) {
    const rest = words.slice(at)
    const found = namedValue(command, rest) ?? unnamedValue(command, rest, values)
    if ('problem' in found) return misused(found.problem)
    const before = values[found.option.name]
    if (before !== undefined) return misused(givenTwice(found.option, before, found.value))
    values[found.option.name] = found.option.kind === 'text' ? asTyped(found.value, typed.slice(at, at + found.words)) : tidied(found.option, found.value)
    at += found.words
  }
  const missing = whatIsMissing(command, values)
  return missing === undefined ? { kind: 'known', name: command.name, values } : misused(missing)
}

type Found = { readonly option: CommandOption; readonly value: string; readonly words: number } | { readonly problem: string }

/** Values of these kinds may have spaces in them: `mon wed fri`, `9 am`, `1 day`, `memory aid`, `twenty five`. */
const severalWords: ReadonlySet<OptionKind> = new Set(['days', 'time', 'opening', 'zone', 'choice', 'number'])
const mostWords = 14

/** `open=8h`, `open = 8h`, `open 8h`; undefined if the words do not begin with the name of an option. */
function namedValue(command: Command, words: readonly string[]): Found | undefined {
  const [first = '', second = ''] = words
  const attached = /^([a-z]+)[=:](.*)$/isu.exec(first)
  const option = optionNamed(command, attached?.[1] ?? first)
  if (option === undefined || (attached === null && !isBareName(command, first, second))) return undefined
  const takesRest = option.kind === 'text' || option.kind === 'code' || (option.kind === 'name' && !isChoiceBefore(command, option, words.slice(1)))
  const mayBelongToRest = isWholeRest(option) || command.options.some((each) => isWholeRest(each) && each.named === undefined)
  if (mayBelongToRest && attached === null && !takesRest) return undefined
  const typed = [attached?.[2] ?? '', ...words.slice(1)]
  const sign = attached === null ? second.replace(/^[=:]/u, '') : undefined
  if (sign !== undefined) typed[1] = sign
  const before = typed.findIndex((word) => word !== '')
  if (before === -1) return { problem: needsValue(option) }
  const length = option.kind === 'topics' || option.kind === 'region' ? freeWords(command, typed.slice(before), 1) : longestFit(option, typed.slice(before))
  if (length === 0) return { problem: doesNotFit(option, typed.slice(before)) }
  return { option, value: typed.slice(before, before + length).join(' '), words: before + length }
}

/** `season everywhere`: where a name could follow but another value does, the word before it may be a choice itself. */
function isChoiceBefore(command: Command, { name }: CommandOption, next: readonly string[]): boolean {
  if (!command.options.some(({ choices }) => choices?.includes(name) === true)) return false
  return /^[a-z]+[=:]/iu.test(next[0] ?? '') ? startsOption(command, next) : command.options.some((option) => option.kind === 'choice' && longestFit(option, next) > 0)
}

/** The longest run of words that looks like a value of an option that is still free. */
function unnamedValue(command: Command, words: readonly string[], values: Readonly<Record<string, string>>): Found {
  const free = command.options.filter((option) => values[option.name] === undefined && option.named === undefined)
  const fits = free
    .map((option) => ({ option, length: option.kind === 'topics' ? freeWords(command, words, 0) : longestFit(option, words) }))
    .filter(({ length }) => length > 0)
  // Where one option takes the rest of the line, a choice in front of it is still one.
  const order = fits.some(({ option }) => option.kind === 'dates' || option.kind === 'text' || option.kind === 'members') ? wholeRestLast : longestFirst
  const [best] = fits.toSorted(order)
  if (best === undefined) return { problem: notUnderstood(command, words, values) }
  const hasUnit = best.option.kind === 'number' && isSameWord(words[best.length] ?? '', best.option.name)
  return { option: best.option, value: words.slice(0, best.length).join(' '), words: best.length + (hasUnit ? 1 : 0) }
}

type Fit = { readonly option: CommandOption; readonly length: number }

const longestFirst = (one: Fit, other: Fit): number => other.length - one.length
const wholeRestLast = (one: Fit, other: Fit): number => Number(isWholeRest(one.option)) - Number(isWholeRest(other.option))

/** Topics and regions are named by any words, up to those that are a value of another option. The first `sure` ones belong to them. */
function freeWords(command: Command, words: readonly string[], sure: number): number {
  const others = command.options.filter(({ kind, named }) => kind !== 'topics' && named === undefined)
  const end = words.findIndex((_, at) => {
    const rest = words.slice(at)
    return at >= sure && (startsOption(command, rest) || others.some((option) => longestFit(option, rest) > 0))
  })
  return end === -1 ? words.length : end
}

const startsOption = (command: Command, [first = '', second = '']: readonly string[]): boolean =>
  optionNamed(command, /^([a-z]+)[=:]/iu.exec(first)?.[1] ?? '') !== undefined || (optionNamed(command, first) !== undefined && isBareName(command, first, second))

/** How many words from the first on are the value; 0 if none. */
function longestFit(option: CommandOption, words: readonly string[]): number {
  if (isWholeRest(option)) return words.length
  const most = severalWords.has(option.kind) ? Math.min(mostWords, words.length) : 1
  for (let length = most; length > 0; length -= 1) if (looksLike(option, words.slice(0, length).join(' '))) return length
  return 0
}

function tidied(option: CommandOption, value: string): string {
  const { kind } = option
  if (kind === 'choice') return meantBy(value, choiceWords(option)) ?? value.toLowerCase()
  if (kind === 'number') return String(readNumber(value) ?? value)
  return kind === 'topics' ? value.replace(/\s*,\s*/gu, ',').trim() : value.trim()
}

/** A sentence about the first required value that is missing. The router checks it too, for commands that didn't come as text. */
export function whatIsMissing(command: Command, values: Readonly<Record<string, string>>): string | undefined {
  const missing = command.options.find((option) => option.required === true && values[option.name] === undefined)
  return missing === undefined ? undefined : `Something’s missing: ${lowerFirst(missing.summary)}.`
}

/** Whether the word names an option whose value follows, rather than being a value itself, such as `undo` and `show`. */
function isBareName(command: Command, word: string, next: string): boolean {
  const option = optionNamed(command, word)
  return option !== undefined && next !== '' && (option.choices?.includes(option.name) !== true || /^[=:]/u.test(next))
}

function doesNotFit(option: CommandOption, words: readonly string[]): string {
  const city = option.kind === 'zone' ? cityIn(words, 2) : undefined
  const value = city?.typed ?? words[0] ?? ''
  return `“${value.slice(0, 80)}” doesn’t work for “${option.name}”${whatFits(option)}${didYouMean(city)}`
}

/** The rest of the sentence after "“later” doesn’t work for “feedback”". */
function whatFits({ choices, summary }: CommandOption): string {
  return choices === undefined ? ` (${lowerFirst(summary)}).` : `. Write ${new Intl.ListFormat('en-US', { type: 'disjunction' }).format(choices)}.`
}

const lowerFirst = (text: string) => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`

/** Names both values as they were typed: people who type values alone never see the name of the option. */
function givenTwice({ kind }: CommandOption, before: string, again: string): string {
  const [one, other] = [before, again].map((value) => `“${value.slice(0, 80)}”`)
  if (kind === 'days' || kind === 'topics') return `Write all ${kind} in one place: “${`${before},${again}`.slice(0, 80)}”.`
  return before.toLowerCase() === again.toLowerCase() ? `You wrote ${one} twice. Write it once.` : `${one} and ${other} don’t go together. Choose one.`
}

const needsValue = (option: CommandOption) => `“${option.name}” needs a value${whatFits(option)}`

/** Why the words fit no option: a second person or value, wrong days, a city instead of a zone, or anything else. */
function notUnderstood(command: Command, words: readonly string[], values: Readonly<Record<string, string>>): string {
  const [first = ''] = words
  const bare = optionNamed(command, first)
  if (bare !== undefined) return needsValue(bare)
  if (command.options.some(({ kind, name }) => kind === 'person' && values[name] !== undefined)) return 'Only one person at a time, please.'
  const again = command.options.find((option) => values[option.name] !== undefined && option.kind !== 'topics' && longestFit(option, words) > 0)
  if (again !== undefined) return givenTwice(again, values[again.name] ?? '', words.slice(0, longestFit(again, words)).join(' '))
  if (command.options.some(({ kind }) => kind === 'days') && isMeantAsDays(first)) return problemWithDays(first)
  const city = command.options.some(({ kind }) => kind === 'zone') ? cityIn(words, 4) : undefined
  const choice = closest(first.toLowerCase(), command.options.flatMap(({ choices = [] }) => choices))
  const guess = city === undefined && choice !== undefined ? ` Did you mean ${choice}?` : didYouMean(city)
  return `I don’t understand “${(city?.typed ?? first).slice(0, 80)}” here.${guess === '' ? howToName(command, words) : guess}`
}

/** `board Autumn 2026` and `board last season`: a name needs the word before it that says what it names. */
function howToName(command: Command, words: readonly string[]): string {
  const option = command.options.find(({ kind, name }) => kind === 'name' && command.options.some(({ choices }) => choices?.includes(name) === true))
  if (option === undefined) return ''
  const example = words.some((word) => isSameWord(option.name, word)) ? withoutQuotes(option.named ?? '') : words.join(' ').slice(0, 40)
  return ` To see a ${option.name} by its name, write “${command.name} ${option.name} ${example}”.`
}

/** Of a word with a day in it that is no value for days, such as `monfoo` or `Montag`. */
function problemWithDays(word: string): string {
  const read = readDays(word)
  return 'problem' in read ? read.problem : `I don’t understand “${word.slice(0, 80)}” here.`
}

type City = { readonly typed: string; readonly zones: string }

/** `New York` in `New York mon-fri`. */
function cityIn(words: readonly string[], shortest: number): City | undefined {
  for (let length = Math.min(5, words.length); length > 0; length -= 1) {
    const typed = words.slice(0, length).join(' ')
    const zones = zonesNear(typed, shortest)
    if (zones !== undefined) return { typed, zones }
  }
  return undefined
}

const didYouMean = (city: City | undefined) => (city === undefined ? '' : ` Did you mean ${city.zones}?`)

const optionNamed = (command: Command, name: string): CommandOption | undefined => command.options.find((option) => isSameWord(option.name, name))

/** Whether the text is meant as a value of the kind. A wrong value counts too: its reader then says what is wrong with it. */
const looks: Readonly<Record<Exclude<OptionKind, 'choice'>, (text: string) => boolean>> = {
  words: (text) => text !== '',
  parts: (text) => text !== '',
  title: (text) => text !== '',
  name: (text) => text !== '',
  text: (text) => text !== '',
  members: (text) => text !== '',
  letters: (text) => /^[a-f](?:[+,&]?[a-f])*$/iu.test(text),
  command: (text) => text !== '',
  dates: (text) => text !== '',
  code: (text) => text !== '',
  region: (text) => /^\p{L}[\p{L}-]*$/u.test(text),
  time: looksLikeTime,
  zone: (text) => looksLikeZone(text) && (isZoneAbbreviation(text) || !looksLikeDays(text)),
  days: (text) => looksLikeDays(text) && !isZoneAbbreviation(text),
  opening: (text) => /^auto$/iu.test(text) || looksLikeDuration(text),
  topics: (text) => text !== '',
  course: (text) => text !== '',
  hour: looksLikeTime,
  person: (text) => /^\S+$/u.test(text),
  mention: (text) => /^(off|here|@\S+|<\S+>|\w+:\S+)$/iu.test(text),
  number: (text) => readNumber(text) !== undefined,
}

function looksLike(option: CommandOption, text: string): boolean {
  if (option.canBeOff === true && text.toLowerCase() === 'off') return true
  if (option.kind === 'choice') return meantBy(text, choiceWords(option)) !== undefined
  return looks[option.kind](text)
}
