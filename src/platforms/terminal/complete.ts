// What Tab offers: commands, the values of their options, zones, topics, and words that can be looked up.
import type { CompleterResult } from 'node:readline'
import type { Door, Suggestion } from '../platform.ts'
import { commands, findCommand, type CommandOption } from '../../commands/commands.ts'
import { isWholeRest } from '../../commands/parse.ts'
import { cleanLine } from './clean.ts'
import { limits } from './limits.ts'

type Suggest = Door['suggest']

const own = ['/as ', '/quit']
const days = ['mon-fri', 'daily']

export function complete(line: string, suggest: Suggest): CompleterResult {
  const [, prefix = '', words = ''] = /^(\/study\s+|\/)?(.*)$/isu.exec(line.trimStart()) ?? []
  const [first = '', ...rest] = words.split(/\s+/u)
  if (rest.length === 0) return completeFirst(prefix, first, suggest)
  const command = findCommand(first.toLowerCase())
  if (command === undefined) return prefix === '' ? completeWords(words, suggest) : [[], words]
  if (command.name === 'help') return starting(commands.map(({ name }) => name), rest.join(' '))
  const whole = command.options.find(isWholeRest)
  if (whole !== undefined) return completeWords(rest.join(' '), suggest, whole.kind === 'table' ? 'table' : 'words')
  const typed = rest.at(-1) ?? ''
  const before = rest.slice(0, -1)
  return completeValue(command.options, before, typed, suggest)
}

function completeFirst(prefix: string, typed: string, suggest: Suggest): CompleterResult {
  const names = commands.map(({ name, options }) => (options.length === 0 ? name : `${name} `))
  if (prefix === '/') return starting(['/study ', ...own, ...names.map((name) => `/${name}`)], `/${typed}`)
  const found = starting(names, typed)
  return found[0].length > 0 || prefix !== '' || typed === '' ? found : completeWords(typed, suggest)
}

function completeWords(typed: string, suggest: Suggest, kind: 'words' | 'table' = 'words'): CompleterResult {
  return [sent(suggest(kind, typed, limits.suggestions)), typed]
}

/** The value of a named option, or of any option that is still free and whose look is its own. */
function completeValue(options: readonly CommandOption[], before: readonly string[], typed: string, suggest: Suggest): CompleterResult {
  const [, name, value = ''] = /^([a-z]+)[=:](.*)$/isu.exec(typed) ?? []
  const named = options.find((option) => option.name === name?.toLowerCase())
  if (named !== undefined && name !== undefined) {
    return nearest(valuesOf(named, value, suggest).map((one) => `${name.toLowerCase()}=${one}`), typed)
  }
  const free = options.filter((option) => !before.some((word) => isFor(option, word)))
  const values = free.flatMap((option) => (mustBeNamed(option, typed) ? [] : valuesOf(option, typed, suggest)))
  const names = free.filter((option) => mayBeNamed(option) && (option.kind !== 'choice' || typed !== ''))
  return nearest([...values, ...names.map((option) => `${option.name}=`)], typed)
}

/** What is read by its name alone is offered by it; all zones of the world are too many to offer before one is begun. */
function mustBeNamed(option: CommandOption, typed: string): boolean {
  return option.named !== undefined || (option.kind === 'zone' && typed === '')
}

/** `undo` and `show` are values themselves. */
function mayBeNamed({ name, choices }: CommandOption): boolean {
  return choices?.includes(name) !== true
}

/** Those that begin with what is typed; where none does, those that hold it. */
function nearest(all: readonly string[], typed: string): CompleterResult {
  const [begun] = starting(all, typed)
  const held = all.filter((one) => one.toLowerCase().includes(typed.toLowerCase()))
  return [(begun.length > 0 ? begun : held).slice(0, limits.suggestions), typed]
}

/** Whether a word that was typed already gives this option its value. */
function isFor(option: CommandOption, word: string): boolean {
  return word.toLowerCase().startsWith(`${option.name}=`) || (option.choices?.includes(word.toLowerCase()) ?? false)
}

function valuesOf(option: CommandOption, typed: string, suggest: Suggest): readonly string[] {
  switch (option.kind) {
    case 'choice':
      return starting(option.choices ?? [], typed)[0]
    case 'days':
      return starting(days, typed)[0]
    case 'zone':
    case 'topics':
      return sent(suggest(option.kind, typed, limits.suggestions))
    case 'opening':
      return starting(['auto'], typed)[0]
    case 'words':
    case 'table':
    case 'time':
    case 'hour':
    case 'person':
    case 'page':
      return []
  }
}

/** The line is what is sent, so it is completed by what is sent. */
const sent = (found: readonly Suggestion[]): string[] => found.map(({ value }) => cleanLine(value))

function starting(all: readonly string[], typed: string): [string[], string] {
  return [all.filter((one) => one.toLowerCase().startsWith(typed.toLowerCase())), typed]
}
