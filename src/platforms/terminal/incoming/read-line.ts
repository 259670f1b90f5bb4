// From a typed line to its meaning: one of the terminal's own commands, letters of an answer, a button, or a command of the bot.
import type { Commands } from '../../../commands/commands.ts'
import { fold, isSameName } from '../../../commands/fold.ts'
import type { Button } from '../../../screens/screen.ts'
import { cleanLine } from '../clean.ts'
import { readName } from '../ids.ts'
import { limits } from '../limits.ts'
import { withoutNumber } from '../outgoing/own-numbers.ts'
import { nameRule, readCommand } from './read-command.ts'
import { readLetters } from './read-letters.ts'
import { ask, hint, whatCanBeTyped, type Context, type Reading } from './reading.ts'

export function readLine(typed: string, context: Context): Reading {
  if (typed.length > limits.lineTyped) return hint(`That line is too long. Keep it under ${limits.lineTyped} characters.`)
  const line = cleanLine(typed)
  if (line === '') return { kind: 'nothing' }
  const { words, explicit } = withoutPrefix(line, context.commands)
  return readOwnCommand(words) ?? readLetters(words, context) ?? readButton(words, explicit, context) ?? readCommand(words, explicit, context)
}

/**
 * `explicit`: a slash, or `study` before a command. Then the words are certainly a command. `study` before anything else is no prefix,
 * because it may be a word to look up.
 */
function withoutPrefix(line: string, commands: Commands): { readonly words: string; readonly explicit: boolean } {
  const after = /^\/study(?:\s+(.*))?$/isu.exec(line)
  if (after !== null) return { words: after[1] ?? '?', explicit: true }
  if (line.startsWith('/')) return { words: line.slice(1).trim() || '?', explicit: true }
  const [first = '', ...rest] = line.split(' ')
  const isPrefix = first.toLowerCase() === 'study' && commands.find(rest[0]?.toLowerCase() ?? '') !== undefined
  return { words: isPrefix ? rest.join(' ') : line, explicit: isPrefix }
}

/** Commands that only the terminal has. */
function readOwnCommand(words: string): Reading | undefined {
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

/** A button's number or its label. */
function readButton(words: string, explicit: boolean, { buttons, inSession }: Context): Reading | undefined {
  if (explicit) return undefined
  const number = /^\[?(\d{1,2})[\].)]?$/u.exec(words)?.[1]
  const button = number === undefined ? labeled(words, buttons, inSession) : buttons[Number(number) - 1]
  if (button !== undefined) return ask({ kind: 'press', control: button.control, chosen: [] })
  if (number === undefined) return undefined
  if (buttons.length === 0) return hint(`There’s no button to press here. ${whatCanBeTyped}`)
  return hint(`There’s no [${number}] here, only [1] to [${buttons.length}].`)
}

/** By its label; in a session also by the first words of only one: `show` is “Show the answer”. */
function labeled(words: string, buttons: readonly Button[], inSession: boolean): Button | undefined {
  const exact = buttons.find(({ label }) => isSameName(cleanLine(label), words)) ?? buttons.find(({ label }) => isSameName(withoutNumber(cleanLine(label)), words))
  const begun = inSession && fold(words) !== '' ? buttons.filter(({ label }) => fold(cleanLine(label)).startsWith(`${fold(words)} `)) : []
  return exact ?? (begun.length === 1 ? begun[0] : undefined)
}
