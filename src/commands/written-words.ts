// What somebody writes to the bot in a chat, without a slash: a command, something to look up, or small talk.
import { closest } from './closest.ts'
import type { Commands } from './commands.ts'
import type { ParsedCommand } from './parse.ts'
import { plainTyping } from './plain-typing.ts'
import { isSameWord } from './word-forms.ts'

export type Vocabulary = {
  readonly commands: Commands
  /** Whether a term of the course contains this word. */
  readonly isTerm: (word: string) => boolean
  /** How much the course says of the words: something is called exactly so, or it has an answer, or each stands in one of its titles. */
  readonly spokenOf: (words: string) => 'title' | 'words' | undefined
}

/**
 * The command line that the words stand for; undefined for small talk.
 *
 * @param where in a `channel` people also talk about the bot, so only commands and questions count; in a `direct` message all words do
 */
export function readWrittenWords(text: string, where: 'channel' | 'direct', vocabulary: Vocabulary): string | undefined {
  const { commands, isTerm } = vocabulary
  const { words, explicit } = withoutPrefix(plainTyping(text).replace(/\s+/gu, ' ').trim(), commands)
  const command = commands.parse(words)
  if (explicit || words === '?') return words
  if (isSmallTalk(words)) return undefined
  if (where === 'direct') return isMeantAsCommand(words, command, vocabulary) ? words : lookUp(words, commands)
  if (isForLookUp(words, command, vocabulary)) return lookUp(words, commands)
  return isCommandInChannel(words, command, vocabulary) ? words : isQuestion(words, isTerm) ? lookUp(words, commands) : undefined
}

/**
 * The command that a single word such as `skip`, written without a slash, would carry out, if that changes something: a card has a button
 * Skip, too. Whoever reads written words asks about it first.
 */
export function looseChange(words: string, command: ParsedCommand, commands: Commands): string | undefined {
  if (command.kind !== 'known' || words.includes(' ')) return undefined
  const changes = commands.find(command.name)?.changes
  return changes === 'bare' || (changes === 'with-values' && Object.keys(command.values).length > 0) ? command.name : undefined
}

/** `B`, `b)`, `A C`, `a, c`, `a and c`: letters of options, and nothing else. */
export const isLetters = (words: string): boolean => /^[a-f][).!]?(?:(?:\s*[,;&+]\s*|\s+)(?:and\s+)?[a-f][).!]?)*$/iu.test(words)

/** Without a slash, words are a command only if they look like one. */
export function isMeantAsCommand(words: string, command: ParsedCommand, vocabulary: Vocabulary): boolean {
  const { commands, isTerm, spokenOf } = vocabulary
  if (isForLookUp(words, command, vocabulary)) return false
  const [first = '', ...rest] = words.toLowerCase().split(' ')
  const isOwnName = commands.find(first.replace(/[.,!?…]+$/u, '')) !== undefined || hasPhrase(words.toLowerCase(), commands)
  switch (command.kind) {
    case 'known':
      return isOwnName || topicsIn(command, commands) === undefined || isShort(words)
    case 'misused':
      return isOwnName
    case 'unknown': {
      if (command.meant === null || isTerm(words) || spokenOf(words) !== undefined) return false
      return rest.length === 0 || (command.meant !== commands.nameOf('free-text') && isCommandFor(commands.parse([command.meant, ...rest].join(' ')), vocabulary))
    }
  }
}

/** Any words can be topics, but one of them has to be of the course. */
function isCommandFor(command: ParsedCommand, { commands, isTerm }: Vocabulary): boolean {
  return command.kind === 'known' && (topicsIn(command, commands)?.split(/[\s,]+/u).some(isTerm) ?? true)
}

/**
 * `team responsibilities`, `question 3`: words that begin like a command, but of which the course says something, and the command can make
 * nothing, or is only called nearly so. A slip in a word that commands know is no look-up.
 */
function isForLookUp(words: string, command: ParsedCommand, { commands, spokenOf }: Vocabulary): boolean {
  const [first = '', ...rest] = words.toLowerCase().split(' ')
  if (rest.length === 0 || command.kind === 'unknown') return false
  if (commands.find(first) === undefined && !hasPhrase(words.toLowerCase(), commands) && spokenOf(words) === 'title') return true
  return command.kind === 'misused' && !rest.some((word) => isCommandWord(word, commands)) && spokenOf(rest.join(' ')) !== undefined
}

/** One that some command takes, or a slip of one. */
function isCommandWord(word: string, { list }: Commands): boolean {
  const known = list.flatMap(({ name, aliases = [], options }) => [name, ...aliases, ...options.flatMap((option) => [option.name, ...(option.choices ?? []), ...Object.keys(option.synonyms ?? {})])])
  return closest(word, known.map((each) => each.toLowerCase())) !== undefined || known.some((each) => isSameWord(each, word))
}

const talk = new Set(
  `hi hiya hey hello howdy yo good morning afternoon evening night thanks thank you thx ty cheers ok okay cool nice great bye sorry test ping welcome
  there all everyone a lot so much very bot studyhall job work`.split(/\s+/u),
)

/** `hi there!`, `thank you very much` */
const isSmallTalk = (words: string) => words.toLowerCase().split(/[^\p{L}\p{N}]+/u).every((word) => word === '' || talk.has(word))

/** `/study board`, `study board`, `/board`. */
function withoutPrefix(line: string, commands: Commands): { readonly words: string; readonly explicit: boolean } {
  const slashed = /^\/(?:study(?:-admin|-account)?\b)?\s*(.*)$/isu.exec(line)?.[1]
  if (slashed !== undefined) return { words: slashed === '' ? '?' : slashed, explicit: true }
  const [first = '', ...rest] = line.split(' ')
  const isPrefix = /^study(-admin|-account)?$/iu.test(first) && commands.find(rest[0]?.toLowerCase() ?? '') !== undefined
  return isPrefix ? { words: rest.join(' '), explicit: true } : { words: line, explicit: false }
}

/** A slip in a short line is worth a correction; a sentence that only begins with the name of a command is talk. */
function isCommandInChannel(words: string, command: ParsedCommand, vocabulary: Vocabulary): boolean {
  if (command.kind !== 'known') return command.kind === 'misused' && isShort(words)
  return isShort(words) || isCommandFor(command, vocabulary)
}

/** `quiz me on s3` begins with a name of two words, which nobody writes by chance. */
const hasPhrase = (words: string, { list }: Commands): boolean => list.some(({ aliases = [] }) => aliases.some((alias) => alias.includes(' ') && words.startsWith(`${alias} `)))

const isShort = (words: string): boolean => words.split(' ').length <= 3

/** Any words can be topics. */
function topicsIn({ name, values }: Extract<ParsedCommand, { readonly kind: 'known' }>, commands: Commands): string | undefined {
  const option = commands.find(name)?.options.find(({ kind }) => kind === 'topics')
  return option === undefined ? undefined : values[option.name]
}

const isQuestion = (words: string, isTerm: (word: string) => boolean) => words.endsWith('?') || isTerm(words)

const lookUp = (words: string, commands: Commands) => `${commands.nameOf('free-text')} ${words}`
