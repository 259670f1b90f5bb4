// Wording that draws the eye to an option, or trips up somebody who knows. All are warnings.
import type { Course, Question } from '../course.ts'
import type { Check, Problem } from '../problem.ts'
import { citesNoFactOf } from './cited-facts.ts'
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

/** By so much of the next one, and by so many characters. */
const farLonger = { times: 1.5, characters: 30 }

const fewOptions: CueCheck = ({ options }) =>
  options.length === 2
    ? [{ check: 'two-options', field: 'options', message: 'it has only 2 options', remedy: 'Add a mistake that people really make' }]
    : []

/** In either direction: a rule that only keeps right options short makes long ones wrong. */
const lengthGap: CueCheck = ({ options }) => {
  const byLength = options.toSorted((one, other) => other.text.length - one.text.length)
  const [longest, next] = byLength
  if (longest === undefined || next === undefined || longest.text.length <= Math.max(next.text.length * farLonger.times, next.text.length + farLonger.characters)) return []
  const message = `option ${longest.id} is far longer than the others (${longest.text.length} characters against ${next.text.length})`
  return [{ check: 'option-stands-out', field: 'options', message, remedy: 'Shorten it, or give another as much detail' }]
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
  return [{ check: 'no-question', field: 'stem', message: 'the stem doesn’t end with a question mark', remedy }]
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

const cues: readonly CueCheck[] = [fewOptions, lengthGap, negatives, noQuestion, otherCount, factsUncited]
