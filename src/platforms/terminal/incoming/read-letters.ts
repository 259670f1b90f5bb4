// Reads the letters of an answer: `B`, `b)`, `ac`, `A C`, `a, c`, `a and c`.
import { ask, hint, type Context, type Reading } from './reading.ts'

/** Undefined if the words are not letters of an answer. */
export function readLetters(words: string, { question, inSession, isTerm }: Context): Reading | undefined {
  const parts = words
    .toLowerCase()
    .replace(/\band\b|[,;+&.()/:!]/gu, ' ')
    .split(' ')
    .filter((part) => part !== '')
  const letters = [...new Set(parts.join(''))]
  if (letters.length === 0 || !parts.every((part) => /^[a-f]+$/u.test(part))) return undefined
  const separate = parts.every((part) => part.length === 1)
  if (question === undefined) {
    if (!separate && (letters.length !== 2 || isTerm(words))) return undefined
    return inSession ? hint('There’s nothing to answer with a letter here. Type the number of a button. For today’s question: /study today') : { kind: 'show-question' }
  }
  const options = letters.map((letter) => question.options.find((option) => option.letter.toLowerCase() === letter))
  const known = options.filter((option) => option !== undefined)
  // Letters without separators may be a word, so "ace" is read as an answer only if it can be one.
  const canBeAnswer = known.length === options.length && letters.length === parts.join('').length
  if (!separate && (!canBeAnswer || (letters.length !== question.pick && isTerm(words)))) return undefined
  if (known.length < options.length) return hint(`This question has the options ${question.options.map(({ letter }) => letter).join(', ')}.`)
  const [first] = known
  const control = question.pick === 1 && known.length === 1 ? first?.control : undefined
  return ask({ kind: 'press', control: control ?? question.several, chosen: known.map(({ id }) => id) })
}
