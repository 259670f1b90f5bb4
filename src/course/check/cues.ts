// Wording that gives the key away to somebody who knows nothing, or trips up somebody who knows. All are warnings.
import type { Course, Option, Question } from '../course.ts'
import type { Check, Problem } from '../problem.ts'
import { citesNoFactOf } from './cited-facts.ts'
import { contentWords } from './content-words.ts'
import { numberWords } from './questions.ts'

type Cue = Pick<Problem, 'check' | 'message' | 'remedy'> & { readonly field: string }
type CueCheck = (question: Question, course: Course) => readonly Cue[]

export const checkCues: Check = (course, where) =>
  course.questions.flatMap((question) =>
    cues.flatMap((cue) => cue(question, course)).map(({ field, ...finding }): Problem => ({
      level: 'warning',
      ...finding,
      ...where(question, field),
      question: question.id,
      message: `${question.id}: ${finding.message}`,
    })),
  )

function splitByKey({ options, key }: Question): { readonly right: readonly Option[]; readonly wrong: readonly Option[] } {
  return { right: options.filter(({ id }) => key.includes(id)), wrong: options.filter(({ id }) => !key.includes(id)) }
}

const fewOptions: CueCheck = ({ options }) =>
  options.length === 2
    ? [{ check: 'two-options', field: 'options', message: 'it has only 2 options', remedy: 'Add a mistake that people really make' }]
    : []

const lengthGap: CueCheck = (question) => {
  const { right, wrong } = splitByKey(question)
  const longest = Math.max(...wrong.map(({ text }) => text.length))
  return right
    .filter(({ text }) => text.length > longest * 1.25)
    .map(({ id, text }) => ({
      check: 'key-stands-out',
      field: 'options',
      message: `right option ${id} is far longer than the others (${text.length} characters against ${longest})`,
      remedy: 'Shorten it, or give the others as much detail',
    }))
}

export const absoluteWord = /\b(always|never|only|all|every|none|nothing|everything|everyone|nobody|entirely|completely|exclusively|solely)\b/i

const absolutes: CueCheck = (question) => {
  const { right, wrong } = splitByKey(question)
  if (right.some(({ text }) => absoluteWord.test(text))) return []
  return wrong.flatMap(({ id, text }) => {
    const word = absoluteWord.exec(text)?.[0]
    if (word === undefined) return []
    const message = `wrong option ${id} says "${word}", and the key has no such word`
    return [{ check: 'absolute-terms', field: 'options', message, remedy: 'Reword it: people learn to rule such options out' }]
  })
}

/** For each option, the words that it alone repeats from the stem. Names of parties do not count: most options hold one. */
export function echoes({ stem, options }: Question, { parties }: Course): ReadonlyMap<Option, readonly string[]> {
  const names = contentWords(Object.values(parties).map(({ name }) => name).join(' '))
  const inStem = contentWords(stem)
  const optionWords = options.map((option) => ({ option, words: contentWords(option.text) }))
  const echoed = ({ option, words }: (typeof optionWords)[number]) =>
    [...words].filter(
      ([word]) => inStem.has(word) && !names.has(word) && !optionWords.some((other) => other.option !== option && other.words.has(word)),
    )
  return new Map(optionWords.map((one) => [one.option, echoed(one).map(([, written]) => written)]))
}

const echo: CueCheck = (question, course) => {
  const echoed = echoes(question, course)
  return splitByKey(question).right.flatMap((option) => {
    const words = echoed.get(option) ?? []
    if (words.length === 0) return []
    const message = `only the right option (${option.id}) repeats words of the stem: ${words.join(', ')}`
    return [{ check: 'stem-echo', field: 'options', message, remedy: 'Use the word in another option too, or not in the key' }]
  })
}

/** The question itself: the last sentence of the stem. */
const lastSentence = (stem: string): string => stem.split(/(?<=[.!?])\s+/).at(-1) ?? ''

const quietNegative = /\b(not|except|n't)\b|n['’]t\b/

const negatives: CueCheck = ({ stem }) => {
  const word = quietNegative.exec(lastSentence(stem))?.[0]
  if (word === undefined) return []
  return [{ check: 'quiet-negative', field: 'stem', message: `the question hides a "${word}"`, remedy: 'Write NOT or EXCEPT in capitals, or ask without it' }]
}

const noQuestion: CueCheck = ({ stem }) => {
  if (stem.endsWith('?')) return []
  const remedy = 'End with a question that people can answer before they read the options'
  return [{ check: 'no-question', field: 'stem', message: 'the stem does not end with a question', remedy }]
}

/** The bot adds "Select TWO" from the key; a number in the question must not contradict it. */
const otherCount: CueCheck = ({ stem, key }) => {
  const right = new Set(key).size
  const number = /\b(?:which|what) (one|two|three|four|five)\b/i.exec(lastSentence(stem))?.[1]?.toLowerCase()
  if (number === undefined || numberWords.indexOf(number) === right) return []
  const message = `the question asks for ${number}, the key has ${right}`
  return [{ check: 'count-unclear', field: 'stem', message, remedy: 'Ask for as many as there are, or leave the number out' }]
}

const factsUncited: CueCheck = (question, course) => {
  if (!citesNoFactOf(question, course)) return []
  const message = 'none of the sections it cites holds a fact it tests'
  return [{ check: 'facts-uncited', field: 'sources', message, remedy: 'Cite the section of the fact, or correct the fact ids' }]
}

const cues: readonly CueCheck[] = [fewOptions, lengthGap, absolutes, echo, negatives, noQuestion, otherCount, factsUncited]
