// Parses typed text into a command with values. Values are recognized by their look, or named: `open=8h`, `topics: iam, s3-access`.
import { closest } from './closest.ts'
import { closestZone } from './closest-zone.ts'
import { isWholeRest, type Command, type CommandOption, type OptionKind } from './command.ts'

export type ParsedCommand =
  | { readonly kind: 'known'; readonly name: string; readonly values: Readonly<Record<string, string>> }
  /** No such command. `meant`: the nearest command, or null if none is near. */
  | { readonly kind: 'unknown'; readonly typed: string; readonly meant: string | null }
  /** Words that fit none of the command's options, or a required value is missing. `problem` is a full sentence. */
  | { readonly kind: 'misused'; readonly name: string; readonly problem: string }

export function parseCommand(line: string, commands: readonly Command[]): ParsedCommand {
  const [typed = '', ...words] = line.trim().split(/\s+/u)
  const lower = typed.toLowerCase()
  const named = commands.find(({ name }) => name === lower)
  const command = named ?? commands.find(({ aliases }) => aliases?.includes(lower) === true)
  if (command === undefined) return { kind: 'unknown', typed, meant: nearest(lower, commands) }
  const isChoice = named === undefined && command.options.some(({ choices }) => choices?.includes(lower) === true)
  return readValues(command, isChoice ? [lower, ...words] : words)
}

function nearest(typed: string, commands: readonly Command[]): string | null {
  const names = commands.map(({ name }) => name)
  const near = closest(typed, [...names, ...commands.flatMap(({ aliases = [] }) => aliases)])
  if (near === undefined || names.includes(near)) return near ?? null
  return commands.find(({ aliases }) => aliases?.includes(near) === true)?.name ?? null
}

function readValues(command: Command, words: readonly string[]): ParsedCommand {
  const values: Record<string, string> = {}
  const misused = (problem: string): ParsedCommand => ({ kind: 'misused', name: command.name, problem })
  const rest = joinNamed(command, words)
  for (const [index, word] of rest.entries()) {
    const named = /^([a-z]+)[=:](.+)$/isu.exec(word)
    const option = named === null ? undefined : optionNamed(command, named[1] ?? '')
    if (option !== undefined && named !== null) {
      const value = (named[2] ?? '').trim()
      if (!looksLike(option, value)) return misused(doesNotFit(option, value))
      values[option.name] = option.kind === 'choice' ? value.toLowerCase() : value
      continue
    }
    const fitting = command.options.find(
      (option) => values[option.name] === undefined && option.named === undefined && looksLike(option, word),
    )
    if (fitting === undefined) return misused(notUnderstood(command, word))
    if (isWholeRest(fitting)) {
      values[fitting.name] = rest.slice(index).join(' ')
      break
    }
    values[fitting.name] = fitting.kind === 'choice' ? word.toLowerCase() : word
  }
  const missing = whatIsMissing(command, values)
  return missing === undefined ? { kind: 'known', name: command.name, values } : misused(missing)
}

/** A sentence about the first required value that is missing. The router checks it too, for commands that did not come as text. */
export function whatIsMissing(command: Command, values: Readonly<Record<string, string>>): string | undefined {
  const missing = command.options.find((option) => option.required === true && values[option.name] === undefined)
  return missing === undefined ? undefined : `Something is missing: ${lowerFirst(missing.summary)}.`
}

/** Rejoins named values that were split at spaces: `topics: iam, s3-access` and `open 8h`. */
function joinNamed(command: Command, words: readonly string[]): readonly string[] {
  if (command.options.some(isWholeRest)) return words
  const joined: string[] = []
  for (const word of words) {
    const last = joined.at(-1)
    if (last !== undefined && (/[,=:]$/u.test(last) || /^[,=:]/u.test(word))) joined[joined.length - 1] = last + word
    else if (last !== undefined && isBareName(command, last)) joined[joined.length - 1] = `${last}=${word}`
    else joined.push(word)
  }
  return joined
}

/** Whether the word is just the name of an option, and not also one of its values, as `undo` and `show` are. */
function isBareName(command: Command, word: string): boolean {
  const option = optionNamed(command, word)
  return option !== undefined && option.choices?.includes(option.name) !== true
}

function doesNotFit(option: CommandOption, value: string): string {
  return `“${value.slice(0, 80)}” does not fit “${option.name}”${whatFits(option)}${option.kind === 'zone' ? zoneMeant(value) : ''}`
}

/** The rest of the sentence after "“later” does not fit “feedback”". */
function whatFits({ choices, summary }: CommandOption): string {
  return choices === undefined ? ` (${lowerFirst(summary)}).` : `. Write ${choices.join(' or ')}.`
}

const lowerFirst = (text: string) => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`

/** For an option without its value, a city in place of a zone, or anything else. */
function notUnderstood(command: Command, word: string): string {
  const bare = optionNamed(command, word.replace(/[=:]$/u, ''))
  if (bare !== undefined) return `“${bare.name}” needs a value${whatFits(bare)}`
  return `I do not understand “${word.slice(0, 80)}” here.${command.options.some(({ kind }) => kind === 'zone') ? zoneMeant(word) : ''}`
}

function zoneMeant(word: string): string {
  const zone = closestZone(word)
  return zone === undefined ? '' : ` Did you mean ${zone}?`
}

function optionNamed(command: Command, name: string): CommandOption | undefined {
  return command.options.find((option) => option.name === name.toLowerCase())
}

const looks: Readonly<Record<Exclude<OptionKind, 'choice'>, RegExp>> = {
  words: /./u,
  title: /./u,
  command: /./u,
  time: /^([01]?\d|2[0-3])[:.h][0-5]\d$/iu,
  zone: /^(utc|gmt|[a-z_]+\/[a-z0-9_+\-/]+)$/iu,
  days: /^(daily|workdays|weekdays|everyday|(mon|tue|wed|thu|fri|sat|sun)[a-z]*([-,](mon|tue|wed|thu|fri|sat|sun)[a-z]*)*)$/iu,
  opening: /^(auto|\d{1,4}\s?(h|m|min|hours?|minutes?)?)$/iu,
  topics: /^(all|[a-z0-9]+(-[a-z0-9]+)*(\s*,\s*[a-z0-9]+(-[a-z0-9]+)*)*)$/iu,
  hour: /^\d{1,2}$/u,
  person: /^\S+$/u,
  page: /^\d{1,4}$/u,
}

function looksLike(option: CommandOption, word: string): boolean {
  if (option.kind === 'choice') return option.choices?.includes(word.toLowerCase()) ?? false
  return looks[option.kind].test(word)
}
