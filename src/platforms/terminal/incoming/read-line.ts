// From a typed line to what the bot is asked: an answer, a button, a command, or words to look up.
import { closest } from '../../../commands/closest.ts'
import type { Commands } from '../../../commands/commands.ts'
import type { ParsedCommand } from '../../../commands/parse.ts'
import type { Request } from '../../../screens/request.ts'
import type { Button, Choices } from '../../../screens/screen.ts'
import { cleanLine } from '../clean.ts'
import { personId, readName } from '../ids.ts'
import { limits } from '../limits.ts'

/** What a typed line can refer to. */
export type Context = {
  readonly commands: Commands
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
  const { words, explicit } = withoutPrefix(line, context.commands)
  return readOwn(words) ?? readLetters(words, context) ?? readButton(words, explicit, context) ?? readCommand(words, explicit, context)
}

const hint = (text: string): Reading => ({ kind: 'hint', text })
const ask = (asked: Asked, guessed = false): Extract<Reading, { readonly kind: 'ask' }> => ({ kind: 'ask', asked, guessed })

/** `explicit`: whoever types a slash means a command. `study` alone is a prefix only before a command: it can begin a look-up. */
function withoutPrefix(line: string, commands: Commands): { readonly words: string; readonly explicit: boolean } {
  const after = /^\/study(?:\s+(.*))?$/isu.exec(line)
  if (after !== null) return { words: after[1] ?? '?', explicit: true }
  if (line.startsWith('/')) return { words: line.slice(1).trim() || '?', explicit: true }
  const [first = '', ...rest] = line.split(' ')
  const isPrefix = first.toLowerCase() === 'study' && commands.find(rest[0]?.toLowerCase() ?? '') !== undefined
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
      return name === undefined ? hint(nameRule('/as Ada')) : { kind: 'person', name }
    }
    default:
      return undefined
  }
}

const nameRule = (example: string) => `A name is one word of letters and digits, ${limits.nameTyped} at most: ${example}`

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
  const chosen = letters.map((letter) => question.options.find((option) => option.letter.toLowerCase() === letter))
  const known = chosen.filter((option) => option !== undefined)
  // Letters without anything between them can be a word: "ace" answers only where it can be an answer.
  const fits = known.length === chosen.length && letters.length === parts.join('').length
  if (!apart && (!fits || (letters.length !== question.pick && isTerm(words)))) return undefined
  if (known.length < chosen.length) return hint(`This question has the options ${question.options.map(({ letter }) => letter).join(', ')}.`)
  const [first] = known
  const control = question.pick === 1 && known.length === 1 ? first?.control : undefined
  return ask({ kind: 'press', control: control ?? question.several, chosen: known.map(({ id }) => id) })
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
  const { commands } = context
  const command = commands.parse(words)
  const slip = command.kind === 'unknown' && explicit ? withoutSlip(words, commands) : undefined
  if (slip !== undefined) return hint(`There is no command “/${words.split(' ')[0]}”. Did you mean “/study ${slip}”?`)
  if (!explicit && !isMeantAsCommand(words, command, context)) {
    return ask({ kind: 'command', command: commands.parse(`${commands.nameOf('free-text')} ${words}`) }, true)
  }
  return withPersonIds(command, commands)
}

/** `today` of `stduy today`: a slip in the name of the bot's own command. */
function withoutSlip(words: string, commands: Commands): string | undefined {
  const [first = '', ...rest] = words.split(' ')
  const isSlip = closest(first.toLowerCase(), ['study']) !== undefined && commands.find(rest[0]?.toLowerCase() ?? '') !== undefined
  return isSlip ? rest.join(' ') : undefined
}

/** Without a slash, words are a command only where they look like one; otherwise they are a question. */
function isMeantAsCommand(words: string, command: ParsedCommand, { isTerm, commands }: Context): boolean {
  const [first = '', ...rest] = words.toLowerCase().split(' ')
  switch (command.kind) {
    case 'known':
      return true
    case 'misused':
      return commands.find(first) !== undefined
    case 'unknown': {
      if (command.meant === null || isTerm(words)) return false
      return rest.length === 0 || (command.meant !== commands.nameOf('free-text') && commands.parse([command.meant, ...rest].join(' ')).kind === 'known')
    }
  }
}

/** `managers add ada` names a person as people say it; the bot knows people by their ids. */
function withPersonIds(command: ParsedCommand, commands: Commands): Reading {
  const option = command.kind !== 'known' ? undefined : commands.find(command.name)?.options.find(({ name, kind }) => kind === 'person' && command.values[name] !== undefined)
  if (command.kind !== 'known' || option === undefined) return ask({ kind: 'command', command })
  const name = readName(command.values[option.name] ?? '')
  if (name === undefined) return hint(nameRule(exampleOf(command.name, commands)))
  return { ...ask({ kind: 'command', command: { ...command, values: { ...command.values, [option.name]: personId(name) } } }), called: name }
}

/** How a person is named in a command, as its help shows it, without the `@` of other platforms. */
function exampleOf(command: string, commands: Commands): string {
  return (commands.find(command)?.examples.find((example) => example.includes('@')) ?? command).replace('@ada', 'Ada')
}
