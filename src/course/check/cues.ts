// What gives a key away to somebody who knows nothing, or trips somebody who knows: matters of wording, so all are warnings.
import type { Citation, Course, Option, Question } from '../course.ts'
import type { Check, Problem } from '../problem.ts'
import { contentWords } from './content-words.ts'

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

function split({ options, key }: Question): { readonly right: readonly Option[]; readonly wrong: readonly Option[] } {
  return { right: options.filter(({ id }) => key.includes(id)), wrong: options.filter(({ id }) => !key.includes(id)) }
}

const fewOptions: CueCheck = ({ options }) =>
  options.length === 2
    ? [{ check: 'two-options', field: 'options', message: 'it has only 2 options', remedy: 'Add a mistake that people really make' }]
    : []

const lengthGap: CueCheck = (question) => {
  const { right, wrong } = split(question)
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
  const { right, wrong } = split(question)
  if (right.some(({ text }) => absoluteWord.test(text))) return []
  return wrong.flatMap(({ id, text }) => {
    const word = absoluteWord.exec(text)?.[0]
    if (word === undefined) return []
    const message = `"${word}" stands in wrong option ${id} and nothing like it in the key`
    return [{ check: 'absolute-terms', field: 'options', message, remedy: 'People learn to strike such options out: reword it' }]
  })
}

/** Words of the stem that one option alone repeats. The names of the parties stand in most options and point nowhere. */
export function echoes({ stem, options }: Question, { parties }: Course): ReadonlyMap<Option, readonly string[]> {
  const names = contentWords(Object.values(parties).map(({ name }) => name).join(' '))
  const heard = contentWords(stem)
  const spoken = options.map((option) => ({ option, words: contentWords(option.text) }))
  const echoed = ({ option, words }: (typeof spoken)[number]) =>
    [...words].filter(
      ([word]) => heard.has(word) && !names.has(word) && !spoken.some((other) => other.option !== option && other.words.has(word)),
    )
  return new Map(spoken.map((one) => [one.option, echoed(one).map(([, written]) => written)]))
}

const echo: CueCheck = (question, course) => {
  const echoed = echoes(question, course)
  return split(question).right.flatMap((option) => {
    const words = echoed.get(option) ?? []
    if (words.length === 0) return []
    const message = `of the options only the right one (${option.id}) repeats from the stem: ${words.join(', ')}`
    return [{ check: 'stem-echo', field: 'options', message, remedy: 'Use the word in another option too, or not in the key' }]
  })
}

const quietNegative = /\b(not|except|n't)\b|n['’]t\b/

const negatives: CueCheck = ({ stem }) => {
  const asked = stem.split(/(?<=[.!?])\s+/).at(-1) ?? ''
  const word = quietNegative.exec(asked)?.[0]
  if (word === undefined) return []
  return [{ check: 'quiet-negative', field: 'stem', message: `the question hides a "${word}"`, remedy: 'Write NOT or EXCEPT in capitals, or ask without' }]
}

const noQuestion: CueCheck = ({ stem }) =>
  stem.endsWith('?')
    ? []
    : [{ check: 'no-question', field: 'stem', message: 'the stem does not end with a question', remedy: 'End it so that one can answer before reading the options' }]

const numbers = ['one', 'two', 'three', 'four', 'five']

/** The bot adds "Select TWO" by the key; a number in the question itself must not speak against it. */
const otherCount: CueCheck = ({ stem, key }) => {
  const right = new Set(key).size
  const asked = stem.split(/(?<=[.!?])\s+/).at(-1) ?? ''
  const number = /\b(?:which|what) (one|two|three|four|five)\b/i.exec(asked)?.[1]?.toLowerCase()
  if (number === undefined || numbers.indexOf(number) + 1 === right) return []
  return [{ check: 'count-unclear', field: 'stem', message: `the question asks for ${number}, the key has ${right}`, remedy: 'Ask for as many as there are, or without a number' }]
}

/** True where it can be told and none of the facts stands in a section that the item cites. */
export function holdsNoFactOf({ facts, sources }: { readonly facts: readonly string[]; readonly sources: readonly Citation[] }, { byId }: Course): boolean {
  const cited = sources.map(({ key }) => byId.sections.get(key))
  const held = new Set(cited.flatMap((section) => section?.facts ?? []))
  const known = facts.filter((fact) => byId.facts.has(fact))
  return known.length > 0 && !cited.includes(undefined) && !known.some((fact) => held.has(fact))
}

const ungrounded: CueCheck = (question, course) =>
  holdsNoFactOf(question, course)
    ? [{ check: 'facts-uncited', field: 'sources', message: 'no section that it cites holds a fact that it tests', remedy: 'Cite the section of the fact, or mend the fact ids' }]
    : []

const cues: readonly CueCheck[] = [fewOptions, lengthGap, absolutes, echo, negatives, noQuestion, otherCount, ungrounded]
