// Reads the letters of an answer: `B`, `b)`, `ac`, `A C`, `a, c`, `a and c`.
import { pressOn, typedLetters } from '../../../screens/typed-letters.ts'
import { ask, hint, type Context, type Reading } from './reading.ts'

/** Undefined if the words are not letters of an answer. */
export function readLetters(words: string, { question, inSession, isTerm }: Context): Reading | undefined {
  const typed = typedLetters(words)
  if (typed === undefined) return undefined
  const { letters, separate, repeated } = typed
  if (question === undefined) {
    if (!separate && (letters.length !== 2 || isTerm(words))) return undefined
    return inSession ? hint('There’s nothing to answer with a letter here. Type the number of a button. For today’s question: /study today') : { kind: 'show-question' }
  }
  const press = pressOn(question, letters)
  // Letters without separators may be a word, so "ace" is read as an answer only if it can be one.
  const canBeAnswer = press !== undefined && !repeated
  if (!separate && (!canBeAnswer || (letters.length !== question.pick && isTerm(words)))) return undefined
  if (press === undefined) return hint(`This question has the options ${question.options.map(({ letter }) => letter).join(', ')}.`)
  return ask({ kind: 'press', ...press })
}
