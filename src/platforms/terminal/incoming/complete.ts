// What Tab suggests: commands, values of their options, zones, topics, and terms to look up.
import type { CompleterResult } from 'node:readline'
import { isWholeRest, type CommandOption } from '../../../commands/command.ts'
import { matching } from '../../../commands/matching.ts'
import type { Commands } from '../../../commands/commands.ts'
import type { Suggestion } from '../../../screens/form.ts'
import type { Handler } from '../../platform.ts'
import { cleanLine } from '../clean.ts'
import { limits } from '../limits.ts'

type Suggest = Handler['suggest']
/** Finds values for an option of the typed command. */
type FindValues = (option: CommandOption, typed: string) => Promise<readonly string[]>

const ownCommands = ['/as ', '/quit']
const days = ['mon-fri', 'daily']

/** Suggestions for the end of `line`, and the end that they replace. */
export async function complete(line: string, commands: Commands, suggest: Suggest): Promise<CompleterResult> {
  const [, prefix = '', words = ''] = /^(\/study\s+|\/)?(.*)$/isu.exec(line.trimStart()) ?? []
  const [first = '', ...rest] = words.split(/\s+/u)
  if (rest.length === 0) return completeFirst(prefix, first, commands, suggest)
  const command = commands.find(first.toLowerCase())
  if (command === undefined) return prefix === '' ? completeFreeText(words, commands, suggest) : [[], words]
  const find = valueFinder(command.name, suggest)
  const whole = command.options.find((option) => isWholeRest(option) && option.kind !== 'name' && option.kind !== 'text' && option.kind !== 'members')
  if (whole?.kind === 'command') return startingWith(rest.join(' '), commands.list.map(({ name }) => name))
  if (whole !== undefined) return [[...(await find(whole, rest.join(' ')))], rest.join(' ')]
  return completeValue(command.options, rest.slice(0, -1), rest.at(-1) ?? '', find)
}

async function completeFirst(prefix: string, typed: string, commands: Commands, suggest: Suggest): Promise<CompleterResult> {
  const names = commands.list.map(({ name, options }) => (options.length === 0 ? name : `${name} `))
  if (prefix === '/') return startingWith(`/${typed}`, ['/study ', ...ownCommands, ...names.map((name) => `/${name}`)])
  const found = startingWith(typed, names)
  return found[0].length > 0 || prefix !== '' || typed === '' ? found : completeFreeText(typed, commands, suggest)
}

/** Words that are not a command belong to the command that takes free text. */
async function completeFreeText(typed: string, commands: Commands, suggest: Suggest): Promise<CompleterResult> {
  const command = commands.find(commands.nameOf('free-text'))
  const whole = command?.options.find(isWholeRest)
  if (command === undefined || whole === undefined) return [[], typed]
  return [[...(await valueFinder(command.name, suggest)(whole, typed))], typed]
}

/** After `name=` values of that option; otherwise values of all options that have none yet, and their names. */
async function completeValue(options: readonly CommandOption[], before: readonly string[], typed: string, find: FindValues): Promise<CompleterResult> {
  const [, name, value = ''] = /^([a-z]+)[=:](.*)$/isu.exec(typed) ?? []
  const named = options.find((option) => option.name === name?.toLowerCase())
  if (named !== undefined) {
    const [values] = nearest(await find(named, value), value)
    return [values.map((one) => `${named.name}=${one}`), typed]
  }
  const free = options.filter((option) => !before.some((word) => isValueOf(option, word)))
  const values = await Promise.all(free.map((option) => (mustBeNamed(option, typed) ? [] : find(option, typed))))
  const names = free.filter((option) => mayBeNamed(option) && (option.kind !== 'choice' || typed !== ''))
  return nearest([...values.flat(), ...names.map((option) => `${option.name}=`)], typed)
}

/** True for options that are only read after their name. And for zones while nothing is typed, because there are too many. */
function mustBeNamed(option: CommandOption, typed: string): boolean {
  return option.named !== undefined || (option.kind === 'zone' && typed === '')
}

/** False for `undo` and `show`, whose names are also their values. */
function mayBeNamed({ name, choices }: CommandOption): boolean {
  return choices?.includes(name) !== true
}

/** Those that start with the typed text; if none does, those that contain it. */
function nearest(all: readonly string[], typed: string): CompleterResult {
  const [starting] = startingWith(typed, all)
  return [(starting.length > 0 ? starting : matching(all, typed)).slice(0, limits.suggestions), typed]
}

/** Whether an already typed word gives this option its value. */
function isValueOf(option: CommandOption, word: string): boolean {
  return word.toLowerCase().startsWith(`${option.name}=`) || (option.choices?.includes(word.toLowerCase()) ?? false)
}

function valueFinder(command: string, suggest: Suggest): FindValues {
  return async (option, typed) => {
    switch (option.kind) {
      case 'choice':
        return startingWith(typed, option.choices ?? [])[0]
      case 'days':
        return startingWith(typed, days)[0]
      case 'opening':
        return startingWith(typed, ['auto'])[0]
      case 'mention':
        return startingWith(typed, ['off'])[0]
      case 'zone':
      case 'region':
      case 'topics':
      case 'course':
      case 'words':
      case 'title':
        return valuesOf(await suggest(command, option.name, typed, limits.suggestions))
      case 'command':
      case 'dates':
      case 'time':
      case 'hour':
      case 'person':
      case 'number':
      case 'parts':
      case 'name':
      case 'text':
      case 'members':
      case 'letters':
      case 'code':
        return []
    }
  }
}

/** Values, not labels, because the line is sent as it is. */
const valuesOf = (found: readonly Suggestion[]): string[] => found.map(({ value }) => cleanLine(value))

function startingWith(typed: string, all: readonly string[]): [string[], string] {
  return [all.filter((one) => one.toLowerCase().startsWith(typed.toLowerCase())), typed]
}
