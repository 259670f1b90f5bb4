// From a typed line to what the bot is asked: an answer, a button, a command, or words to look up.
import type { Request } from '../platform.ts'
import { closest } from '../../commands/closest.ts'
import { findCommand } from '../../commands/commands.ts'
import { parseCommand, type ParsedCommand } from '../../commands/parse.ts'
import type { Button, Choices } from '../../screens/screen.ts'
import { cleanLine } from './clean.ts'
import { personId, readName } from './ids.ts'
import { limits } from './limits.ts'

/** What a typed line can refer to. */
export type Context = {
  /** The question that was shown last. */
  readonly question: Choices | undefined
  /** The buttons of the last screen that was an answer to the person. */
  readonly buttons: readonly Button[]
  /** Whether a term of the course has this word. */
  readonly isTerm: (word: string) => boolean
}

type Part<Kind extends Request['kind']> = Extract<Request, { readonly kind: Kind }>

/** The part of a request that the line decides. */
export type Asked =
  | Pick<Part<'command'>, 'kind' | 'command'>
  | Pick<Part<'press'>, 'kind' | 'control' | 'chosen'>

export type Reading =
  | { readonly kind: 'nothing' }
  /** `guessed`: the words were no command and no answer. `called`: the name of somebody else, as it was typed. */
  | { readonly kind: 'ask'; readonly asked: Asked; readonly guessed: boolean; readonly called?: string }
  /** An answer, but no question has been shown yet. */
  | { readonly kind: 'show-question' }
  | { readonly kind: 'help' }
  /** `name`: who speaks from here on; null to be told who speaks now. */
  | { readonly kind: 'person'; readonly name: string | null }
  | { readonly kind: 'end' }
  /** Not understood; one line that says what can be typed. */
  | { readonly kind: 'hint'; readonly text: string }

export const whatCanBeTyped = 'Type a letter to answer, words to look up, or ? for everything.'

export function readLine(typed: string, context: Context): Reading {
  if (typed.length > limits.lineTyped) return hint(`That line is too long: ${limits.lineTyped} characters are read at most.`)
  const line = cleanLine(typed)
  if (line === '') return { kind: 'nothing' }
  const { words, explicit } = withoutPrefix(line)
  return readOwn(words) ?? readLetters(words, context) ?? readButton(words, explicit, context) ?? readCommand(words, explicit, context)
}

const hint = (text: string): Reading => ({ kind: 'hint', text })
const ask = (asked: Asked, guessed = false): Extract<Reading, { readonly kind: 'ask' }> => ({ kind: 'ask', asked, guessed })

/** `explicit`: whoever types a slash means a command. `study` alone is a prefix only before a command: it can begin a look-up. */
function withoutPrefix(line: string): { readonly words: string; readonly explicit: boolean } {
  const after = /^\/study(?:\s+(.*))?$/isu.exec(line)
  if (after !== null) return { words: after[1] ?? '?', explicit: true }
  if (line.startsWith('/')) return { words: line.slice(1).trim() || '?', explicit: true }
  const [first = '', ...rest] = line.split(' ')
  const isPrefix = first.toLowerCase() === 'study' && findCommand(rest[0]?.toLowerCase() ?? '') !== undefined
  return { words: isPrefix ? rest.join(' ') : line, explicit: isPrefix }
}

/** What only the terminal has. */
function readOwn(words: string): Reading | undefined {
  const [first = '', ...rest] = words.split(' ')
  switch (first.toLowerCase()) {
    case 'quit':
    case 'exit':
      return rest.length === 0 ? { kind: 'end' } : undefined
    case '?':
    case 'help':
      return rest.length === 0 ? { kind: 'help' } : undefined
    case 'as': {
      if (rest.length === 0) return { kind: 'person', name: null }
      const name = rest.length === 1 ? readName(rest[0] ?? '') : undefined
      return name === undefined ? hint(nameRule) : { kind: 'person', name }
    }
    default:
      return undefined
  }
}

const nameRule = `A name is one word of letters and digits, ${limits.nameTyped} at most: /as Ada`

/** `B`, `b)`, `ac`, `A C`, `a, c`, `a and c` */
function readLetters(words: string, { question, isTerm }: Context): Reading | undefined {
  const parts = words
    .toLowerCase()
    .replace(/\band\b|[,;+&.()/:!]/gu, ' ')
    .split(' ')
    .filter((part) => part !== '')
  const letters = [...new Set(parts.join(''))]
  if (letters.length === 0 || !parts.every((part) => /^[a-f]+$/u.test(part))) return undefined
  const apart = parts.every((part) => part.length === 1)
  if (question === undefined) return apart || (letters.length === 2 && !isTerm(words)) ? { kind: 'show-question' } : undefined
  const chosen = letters.map((letter) => question.options.find((option) => option.letter.toLowerCase() === letter)?.id)
  const known = chosen.filter((id) => id !== undefined)
  // Letters without anything between them can be a word: "ace" answers only where it can be an answer.
  const fits = known.length === chosen.length && letters.length === parts.join('').length
  if (!apart && (!fits || (letters.length !== question.pick && isTerm(words)))) return undefined
  if (known.length < chosen.length) return hint(`This question has the options ${question.options.map(({ letter }) => letter).join(', ')}.`)
  const [first = null] = known
  const option = question.pick === 1 && known.length === 1 ? first : null
  return ask({ kind: 'press', control: { kind: 'answer', round: question.round, option }, chosen: known })
}

/** The number of a button, or what stands on it. */
function readButton(words: string, explicit: boolean, { buttons }: Context): Reading | undefined {
  if (explicit) return undefined
  const number = /^\[?(\d{1,2})[\].)]?$/u.exec(words)?.[1]
  const label = words.toLowerCase()
  const button = number === undefined ? buttons.find((one) => cleanLine(one.label).toLowerCase() === label) : buttons[Number(number) - 1]
  if (button !== undefined) return ask({ kind: 'press', control: button.control, chosen: [] })
  if (number === undefined) return undefined
  return hint(buttons.length === 0 ? `There is nothing numbered to press here. ${whatCanBeTyped}` : `There is no [${number}] here, only [1] to [${buttons.length}].`)
}

function readCommand(words: string, explicit: boolean, context: Context): Reading {
  if (!/[\p{L}\p{N}]/u.test(words)) return hint(`I did not get that. ${whatCanBeTyped}`)
  const command = parseCommand(words)
  const slip = command.kind === 'unknown' && explicit ? withoutSlip(words) : undefined
  if (slip !== undefined) return hint(`There is no command “/${words.split(' ')[0]}”. Did you mean “/study ${slip}”?`)
  if (!explicit && !isMeantAsCommand(words, command, context)) {
    return ask({ kind: 'command', command: { kind: 'known', name: 'lookup', values: { words } } }, true)
  }
  return withPersonIds(command)
}

/** `today` of `stduy today`: a slip in the name of the bot's own command. */
function withoutSlip(words: string): string | undefined {
  const [first = '', ...rest] = words.split(' ')
  const isSlip = closest(first.toLowerCase(), ['study']) !== undefined && findCommand(rest[0]?.toLowerCase() ?? '') !== undefined
  return isSlip ? rest.join(' ') : undefined
}

/** Without a slash, words are a command only where they look like one; otherwise they are a question. */
function isMeantAsCommand(words: string, command: ParsedCommand, { isTerm }: Context): boolean {
  const [first = '', ...rest] = words.toLowerCase().split(' ')
  switch (command.kind) {
    case 'known':
      return true
    case 'misused':
      return findCommand(first) !== undefined
    case 'unknown': {
      if (command.meant === null || isTerm(words)) return false
      return rest.length === 0 || (command.meant !== 'lookup' && parseCommand([command.meant, ...rest].join(' ')).kind === 'known')
    }
  }
}

/** `managers add ada` names a person as people say it; the bot knows people by their ids. */
function withPersonIds(command: ParsedCommand): Reading {
  if (command.kind !== 'known' || command.name !== 'managers' || command.values['person'] === undefined) return ask({ kind: 'command', command })
  const name = readName(command.values['person'])
  if (name === undefined) return hint(nameRule.replace('/as Ada', 'managers add Ada'))
  return { ...ask({ kind: 'command', command: { ...command, values: { ...command.values, person: personId(name) } } }), called: name }
}
