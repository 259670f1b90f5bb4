// What Tab offers: commands, the values of their options, zones, topics, and words that can be looked up.
import type { CompleterResult } from 'node:readline'
import { isWholeRest, type CommandOption } from '../../../commands/command.ts'
import type { Commands } from '../../../commands/commands.ts'
import type { Suggestion } from '../../../screens/form.ts'
import type { Handler } from '../../platform.ts'
import { cleanLine } from '../clean.ts'
import { limits } from '../limits.ts'

type Suggest = Handler['suggest']
/** Values for an option of the command that is typed. */
type Offer = (option: CommandOption, typed: string) => Promise<readonly string[]>

const own = ['/as ', '/quit']
const days = ['mon-fri', 'daily']

export async function complete(line: string, commands: Commands, suggest: Suggest): Promise<CompleterResult> {
  const [, prefix = '', words = ''] = /^(\/study\s+|\/)?(.*)$/isu.exec(line.trimStart()) ?? []
  const [first = '', ...rest] = words.split(/\s+/u)
  if (rest.length === 0) return completeFirst(prefix, first, commands, suggest)
  const command = commands.find(first.toLowerCase())
  if (command === undefined) return prefix === '' ? completeWords(words, commands, suggest) : [[], words]
  const offer = offerOf(command.name, suggest)
  const whole = command.options.find(isWholeRest)
  if (whole?.kind === 'command') return starting(commands.list.map(({ name }) => name), rest.join(' '))
  if (whole !== undefined) return [[...(await offer(whole, rest.join(' ')))], rest.join(' ')]
  return completeValue(command.options, rest.slice(0, -1), rest.at(-1) ?? '', offer)
}

async function completeFirst(prefix: string, typed: string, commands: Commands, suggest: Suggest): Promise<CompleterResult> {
  const names = commands.list.map(({ name, options }) => (options.length === 0 ? name : `${name} `))
  if (prefix === '/') return starting(['/study ', ...own, ...names.map((name) => `/${name}`)], `/${typed}`)
  const found = starting(names, typed)
  return found[0].length > 0 || prefix !== '' || typed === '' ? found : completeWords(typed, commands, suggest)
}

/** Words that are no command go to the one that takes any words. */
async function completeWords(typed: string, commands: Commands, suggest: Suggest): Promise<CompleterResult> {
  const command = commands.find(commands.nameOf('free-text'))
  const whole = command?.options.find(isWholeRest)
  if (command === undefined || whole === undefined) return [[], typed]
  return [[...(await offerOf(command.name, suggest)(whole, typed))], typed]
}

/** The value of a named option, or of any option that is still free and whose look is its own. */
async function completeValue(options: readonly CommandOption[], before: readonly string[], typed: string, offer: Offer): Promise<CompleterResult> {
  const [, name, value = ''] = /^([a-z]+)[=:](.*)$/isu.exec(typed) ?? []
  const named = options.find((option) => option.name === name?.toLowerCase())
  if (named !== undefined && name !== undefined) {
    return nearest((await offer(named, value)).map((one) => `${name.toLowerCase()}=${one}`), typed)
  }
  const free = options.filter((option) => !before.some((word) => isFor(option, word)))
  const values = await Promise.all(free.map((option) => (mustBeNamed(option, typed) ? [] : offer(option, typed))))
  const names = free.filter((option) => mayBeNamed(option) && (option.kind !== 'choice' || typed !== ''))
  return nearest([...values.flat(), ...names.map((option) => `${option.name}=`)], typed)
}

/** What is read by its name alone is offered by it; all zones of the world are too many to offer before one is begun. */
function mustBeNamed(option: CommandOption, typed: string): boolean {
  return option.named !== undefined || (option.kind === 'zone' && typed === '')
}

/** `undo` and `show` are values themselves. */
function mayBeNamed({ name, choices }: CommandOption): boolean {
  return choices?.includes(name) !== true
}

/** Those that begin with what is typed; if none does, those that hold it. */
function nearest(all: readonly string[], typed: string): CompleterResult {
  const [begun] = starting(all, typed)
  const held = all.filter((one) => one.toLowerCase().includes(typed.toLowerCase()))
  return [(begun.length > 0 ? begun : held).slice(0, limits.suggestions), typed]
}

/** Whether a word that was typed already gives this option its value. */
function isFor(option: CommandOption, word: string): boolean {
  return word.toLowerCase().startsWith(`${option.name}=`) || (option.choices?.includes(word.toLowerCase()) ?? false)
}

function offerOf(command: string, suggest: Suggest): Offer {
  return async (option, typed) => {
    switch (option.kind) {
      case 'choice':
        return starting(option.choices ?? [], typed)[0]
      case 'days':
        return starting(days, typed)[0]
      case 'opening':
        return starting(['auto'], typed)[0]
      case 'zone':
      case 'topics':
      case 'words':
      case 'title':
        return sent(await suggest(command, option.name, typed, limits.suggestions))
      case 'command':
      case 'time':
      case 'hour':
      case 'person':
      case 'page':
        return []
    }
  }
}

/** The line is what is sent, so it is completed by what is sent. */
const sent = (found: readonly Suggestion[]): string[] => found.map(({ value }) => cleanLine(value))

function starting(all: readonly string[], typed: string): [string[], string] {
  return [all.filter((one) => one.toLowerCase().startsWith(typed.toLowerCase())), typed]
}
