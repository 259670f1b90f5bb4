// What words that are written in a direct message ask for: an answer by its letter, a button by its words or number, a command, or something to look up.
import type { Commands } from '../commands/commands.ts'
import { fold } from '../commands/fold.ts'
import { plainTyping } from '../commands/plain-typing.ts'
import { isLetters, looseChange, readWrittenWords } from '../commands/written-words.ts'
import { channelControl, runControl, innerControl } from './control.ts'
import { refusal } from './notice.ts'
import type { Button, Choices, Screen } from './screen.ts'
import { pressOn, typedLetters } from './typed-letters.ts'

/** The screen that can be meant. `isLast`: nothing was shown after it. */
export type DirectlyShown = { readonly screen: Screen; readonly isLast: boolean }

/** Letters, or the words of a session's button, of which it isn't sure what they are for; or a single word that would change something for others. */
export type UnclearWords = 'letters' | 'button' | 'change'

export type DirectWords =
  | { readonly kind: 'press'; readonly control: string; readonly chosen: readonly string[] }
  | { readonly kind: 'command'; readonly line: string }
  /** `line`: the command that they mean where nothing can be answered; null for small talk. */
  | { readonly kind: 'unclear'; readonly of: UnclearWords; readonly line: string | null }
  | { readonly kind: 'hello' }
  | { readonly kind: 'screen'; readonly screen: Screen }

type Vocabulary = Parameters<typeof readWrittenWords>[2]

const questionOn = ({ blocks }: Screen): Choices | undefined => blocks.find((block) => block.kind === 'choices')

/** A question, or part of a private session. */
export const isAnswerable = (screen: Screen): boolean => screen.session === true || questionOn(screen) !== undefined

/** Of a session the id of a question says where in it, and of a daily question it doesn't. */
const isOfSession = (screen: Screen): boolean => screen.session === true || /^[0-9a-f]{16}-\d+$/u.test(questionOn(screen)?.id ?? '')

/**
 * @param shown undefined if nothing can be answered there, or more than one screen could be meant
 * @param last the screen that was shown last, of whatever kind
 */
export function readDirectWords(text: string, shown: DirectlyShown | undefined, vocabulary: Vocabulary, last?: Screen): DirectWords {
  const { commands } = vocabulary
  const words = plainTyping(text).replace(/\s+/gu, ' ').trim()
  const answer = byLetters(words, shown, vocabulary)
  if (answer !== undefined) return answer
  const ofSession = shown?.isLast === true && isOfSession(shown.screen) ? buttonOf(words, shown.screen, commands) : undefined
  const button = ofSession ?? (last === undefined ? undefined : wholeLabel(words, last, commands))
  if (button !== undefined) return { kind: 'press', control: button.control, chosen: [] }
  const isSlashed = words.startsWith('/')
  const isChange = !isSlashed && looseChange(words, commands.parse(words), commands) !== undefined
  const line = isChange ? words : readWrittenWords(text, 'direct', vocabulary)
  if (!isSlashed && buttonWords.has(fold(words))) return { kind: 'unclear', of: 'button', line: line ?? null }
  if (isChange) return { kind: 'unclear', of: 'change', line: words }
  return line === undefined ? { kind: 'hello' } : { kind: 'command', line }
}

function byLetters(words: string, shown: DirectlyShown | undefined, { isTerm }: Vocabulary): DirectWords | undefined {
  const typed = typedLetters(words)
  if (typed === undefined) return undefined
  const question = shown === undefined ? undefined : questionOn(shown.screen)
  if (question === undefined) return isLetters(words) ? { kind: 'unclear', of: 'letters', line: null } : undefined
  const press = pressOn(question, typed.letters)
  // Letters without separators may be a word, so “ac” is an answer only where it can be one.
  if (!typed.separate && (press === undefined || typed.repeated || typed.letters.length !== question.pick || isTerm(words))) return undefined
  return press === undefined ? { kind: 'screen', screen: noSuchOption(question) } : { kind: 'press', ...press }
}

const noSuchOption = ({ options }: Choices): Screen => refusal('Choose again', [[`This question has the options ${options.map(({ letter }) => letter).join(', ')}.`]])

/** As people call a button that has other words on it. */
const otherNames: Readonly<Record<string, string>> = { flip: 'show the answer', guess: 'im guessing', guessing: 'im guessing', finish: 'see how it went', quit: 'stop' }

const buttonsOn = (screen: Screen): readonly Button[] => [...(screen.above ?? []), ...screen.blocks].flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))

/**
 * By all words of its label, or by the number at its end. A single word may have been meant for something else, so it changes nothing for
 * others; several words, and the number of a choice, are meant.
 */
function wholeLabel(words: string, screen: Screen, commands: Commands): Button | undefined {
  const [typed, buttons] = [fold(words), buttonsOn(screen)]
  const onlyOne = (fits: (label: string) => boolean): Button | undefined => {
    const [first, ...others] = buttons.filter(({ label }) => fits(fold(label)))
    return others.every(({ control }) => control === first?.control) ? first : undefined
  }
  if (typed === '') return undefined
  const number = /^\d+$/u.test(typed)
  const choice = number ? onlyOne((label) => label === `choose ${typed}`) : typed.includes(' ') ? onlyOne((label) => label === typed) : undefined
  if (choice !== undefined) return choice
  const button = number ? onlyOne((label) => label.endsWith(` ${typed}`)) : onlyOne((label) => label === typed)
  return button !== undefined && runControl.read(button.control) !== undefined && isPrivate(button.control, commands) ? button : undefined
}

/** By its label or the first words of only one. */
function buttonOf(words: string, screen: Screen, commands: Commands): Button | undefined {
  const buttons = buttonsOn(screen)
  const named = (name: string): Button | undefined => {
    const exact = buttons.filter(({ label }) => fold(label) === name)
    const [only, ...others] = exact.length > 0 ? exact : buttons.filter(({ label }) => fold(label).startsWith(`${name} `))
    return others.length === 0 ? only : undefined
  }
  const typed = fold(words)
  const button = typed === '' ? undefined : (named(typed) ?? (otherNames[typed] === undefined ? undefined : named(otherNames[typed])))
  return button !== undefined && isPrivate(button.control, commands) ? button : undefined
}

/** A word must never do something for others. */
function isPrivate(whole: string, commands: Commands): boolean {
  const control = innerControl(whole)
  if (channelControl.read(control) !== undefined) return false
  const run = runControl.read(control)
  if (run === undefined) return true
  const command = commands.parse(run.line)
  const spec = command.kind === 'known' ? commands.find(command.name) : undefined
  return spec?.for === 'everyone' && looseChange(run.line.split(' ')[0] ?? '', command, commands) === undefined
}

/** Words that only the buttons of sessions have. */
const buttonWords: ReadonlySet<string> = new Set([
  ...Object.keys(otherNames), ...Object.values(otherNames), 'again', 'back', 'flag', 'good', 'hard', 'next', 'next card', 'next finding', 'next question', 'overview', 'show', 'skip', 'start', 'stop', 'submit', 'unflag',
])
