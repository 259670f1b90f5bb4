// Finds the command that a typed line begins with: by its name or another name for it, also in the plural and with a sign after it.
import { closest } from './closest.ts'
import type { Command } from './command.ts'
import { withoutQuotes } from './values/read.ts'
import { isSameWord } from './word-forms.ts'

/** `words`: how many of the line it takes. `choice`: the one that its other name stands for. */
type FoundCommand = { readonly command: Command; readonly words: number; readonly choice?: string }

/** Other names have up to this many words: `practice exam`. */
const mostWords = 3

export function findCommand(words: readonly string[], commands: readonly Command[]): FoundCommand | undefined {
  for (let length = Math.min(mostWords, words.length); length > 0; length -= 1) {
    const found = withName(nameIn(words.slice(0, length)), commands)
    if (found !== undefined) return { ...found, words: length }
  }
  return undefined
}

function withName(typed: string, commands: readonly Command[]): Omit<FoundCommand, 'words'> | undefined {
  const isExactly = (name: string) => name === typed
  const alike = (name: string) => isSameWord(name, typed)
  const named = commands.find(({ name }) => isExactly(name))
  if (named !== undefined) return { command: named }
  for (const fits of [isExactly, alike]) {
    const command = commands.find(({ name, aliases = [] }) => fits(name) || aliases.some(fits))
    const alias = command !== undefined && !fits(command.name) ? command.aliases?.find(fits) : undefined
    if (command !== undefined) return { command, ...choiceIn(alias?.split(' ').at(-1), command) }
  }
  return undefined
}

const choiceIn = (word: string | undefined, { options }: Command): { readonly choice?: string } =>
  word !== undefined && options.some(({ choices }) => choices?.includes(word) === true) ? { choice: word } : {}

/** `Practice!` is `practice`; a lone `?` stays. */
function nameIn(words: readonly string[]): string {
  const typed = withoutQuotes(words.join(' ')).toLowerCase()
  const bare = typed.replace(/[.,:;!?…]+$/u, '')
  return bare === '' ? typed : bare
}

/** `shared` and `linked` are words of their own, as in “shared responsibility”, and no slips. */
const isFormOf = (name: string, word: string): boolean => word.startsWith(name) && /^(?:e?d|ing)$/u.test(word.slice(name.length))

/** The name of the command that was meant by a slip or by the beginning of its name; null if none is near. */
export function nearestCommand(typed: string, commands: readonly Command[]): string | null {
  const word = nameIn([typed])
  const begun = commands.filter(({ name }) => word.length > 2 && name.startsWith(word))
  if (begun.length === 1 && begun[0] !== undefined) return begun[0].name
  const names = commands.map(({ name }) => name)
  const near = closest(word, [...names, ...commands.flatMap(({ aliases = [] }) => aliases)])
  if (near === undefined || isFormOf(near, word)) return null
  if (names.includes(near)) return near
  return commands.find(({ aliases }) => aliases?.includes(near) === true)?.name ?? null
}
