// From typed words to a command with values. Values are told apart by their look, or named: `open=8h`, `topics: iam, s3-access`.
import { commands, findCommand, type Command, type CommandName, type CommandOption, type OptionKind } from './commands.ts'
import { closest } from './closest.ts'
import { closestZone } from './closest-zone.ts'

export type ParsedCommand =
  | { readonly kind: 'known'; readonly name: CommandName; readonly values: Readonly<Record<string, string>> }
  /** No such command. `meant`: the nearest one, where one is near. */
  | { readonly kind: 'unknown'; readonly typed: string; readonly meant: CommandName | null }
  /** A command with words that fit none of its options, or without one that it needs. */
  | { readonly kind: 'misused'; readonly name: CommandName; readonly problem: string }

/** What people call the commands as well. */
const otherNames: Readonly<Record<string, CommandName>> = {
  question: 'today',
  leaderboard: 'board',
  ranking: 'board',
  scores: 'board',
  stats: 'me',
  progress: 'me',
  find: 'lookup',
  search: 'lookup',
  who: 'lookup',
  hide: 'privacy',
  show: 'privacy',
  stop: 'pause',
  start: 'resume',
  config: 'settings',
  manager: 'managers',
  '?': 'help',
}

/** Reads what stands after `/study`. Nothing at all is `help`. */
export function parseCommand(line: string): ParsedCommand {
  const [typed = 'help', ...words] = line.trim().split(/\s+/u).filter((word) => word !== '')
  const lower = typed.toLowerCase()
  const command = findCommand(lower) ?? findCommand(otherNames[lower] ?? '')
  if (command === undefined) {
    const names = [...commands.map(({ name }) => name), ...Object.keys(otherNames)]
    const near = closest(lower, names)
    const meant = near === undefined ? null : (findCommand(near)?.name ?? otherNames[near] ?? null)
    return { kind: 'unknown', typed, meant }
  }
  const before = lower === 'hide' || lower === 'show' ? [lower] : []
  return readValues(command, [...before, ...words])
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
      if (!looksLike(option, value)) return misused(`“${value.slice(0, 80)}” does not fit “${option.name}”${whatFits(option)}${option.kind === 'zone' ? zoneMeant(value) : ''}`)
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
  const missing = command.options.find((option) => option.required && values[option.name] === undefined)
  if (missing !== undefined) return misused(`Something is missing: ${lowerFirst(missing.summary)}.`)
  return { kind: 'known', name: command.name, values }
}

/** Takes everything up to the end of the line. */
export const isWholeRest = ({ kind }: CommandOption): boolean => kind === 'words' || kind === 'table'

/** Puts `topics: iam, s3-access` and `open 8h` back together, which the spaces had split. */
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

/** The name of an option alone; `undo` and `show` are values themselves. */
function isBareName(command: Command, word: string): boolean {
  const option = optionNamed(command, word)
  return option !== undefined && option.choices?.includes(option.name) !== true
}

/** Goes on after "“later” does not fit “feedback”". */
function whatFits({ choices, summary }: CommandOption): string {
  return choices === undefined ? ` (${lowerFirst(summary)}).` : `. Write ${choices.join(' or ')}.`
}

const lowerFirst = (text: string) => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`

/** An option without its value, a city for a zone, or something else. */
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
  table: /./u,
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
