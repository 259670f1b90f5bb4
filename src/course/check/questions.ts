// Each question by itself: can it be asked, answered and explained? The bot relies on this, so it is checked at every start.
import { plainLine } from '../../core/plain-words.ts'
import type { Course, Question } from '../course.ts'
import { citedTexts, lengthOf, most } from './message-length.ts'
import type { Check, Problem, Where } from '../problem.ts'
import { optionIds, type OptionId } from '../read/schema.ts'

/** By their number, from 0 on. */
export const numberWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six']

type Finding = Pick<Problem, 'level' | 'check' | 'message' | 'remedy'> & { readonly field: readonly (string | number)[] }
type QuestionCheck = (question: Question, course: Course) => readonly Finding[]

export const checkQuestions: Check = (course, where) =>
  course.questions.flatMap((question) =>
    checks.flatMap((check) => check(question, course).map((finding) => toProblem(finding, question, where))),
  )

function toProblem({ field, ...finding }: Finding, question: Question, where: Where): Problem {
  return { ...finding, ...where(question, ...field), question: question.id, message: `${question.id}: ${finding.message}` }
}

function error(check: string, field: Finding['field'], message: string, remedy: string): Finding {
  return { level: 'error', check, field, message, remedy }
}

const checkKey: QuestionCheck = ({ options, key }) => {
  const ids = new Set<OptionId>(options.map(({ id }) => id))
  const wrong = key.filter((id) => !ids.has(id)).map((id) => error('key-option', ['key'], `the key "${id}" is not an option`, 'Use the letters of the options'))
  const twice = new Set(key).size < key.length ? [error('key-twice', ['key'], 'the key names an option twice', 'Name each right option once')] : []
  const all =
    key.length >= options.length ? [error('key-all', ['key'], 'every option is right', 'Leave at least one option wrong')] : []
  return [...wrong, ...twice, ...all]
}

/** Two options may differ in signs alone: `-1` and `+1`, `C` and `C++`. */
const checkOptions: QuestionCheck = ({ options }) => {
  const few = options.length < 2 ? [error('options-few', ['options'], 'it has fewer than 2 options', 'Write 2 to 6, starting with a')] : []
  const gap = options.some(({ id }, at) => id !== optionIds[at])
    ? [error('options-gap', ['options'], 'the letters of the options have a gap', 'Use a, b, c … in order')]
    : []
  const byText = Map.groupBy(options, ({ text }) => plainLine(text))
  const twice = [...byText.values()].flatMap(([first, second]) =>
    first === undefined || second === undefined
      ? []
      : [error('option-twice', ['options', second.id], `options ${first.id} and ${second.id} say the same`, 'Reword one of them')],
  )
  return [...few, ...gap, ...twice]
}

const checkWhyNot: QuestionCheck = ({ options, key, whyNot }) => {
  const wrong = options.filter(({ id }) => !key.includes(id))
  const missing = wrong
    .filter(({ id }) => whyNot[id] === undefined)
    .map(({ id }) => error('why-not-missing', ['whyNot'], `nothing says why option ${id} is wrong`, `Add whyNot.${id}`))
  const extra = optionIds
    .filter((id) => whyNot[id] !== undefined && !wrong.some((option) => option.id === id))
    .map((id) => error('why-not-extra', ['whyNot', id], `whyNot.${id} is about ${key.includes(id) ? 'a right option' : 'an option that does not exist'}`, 'Remove it'))
  return [...missing, ...extra]
}

const aboutOthers = /\b(all|none|both|neither|any|either) of (the |these )?(above|options|answers|choices)\b|\b(all|none) the above\b/i
const letterPair = /\b[A-F] (and|or|nor) [A-F]\b/
const letterName = /\b([Oo]ptions?|[Aa]nswers?|[Cc]hoices?) \(?[A-F]\b/

/** The bot shuffles the options, so "option B" and "the above" mean nothing to a reader. */
const checkShuffling: QuestionCheck = ({ options, explanation, keyPoint, note, whyNot }) => {
  const above = options
    .filter(({ text }) => aboutOthers.test(text) || letterPair.test(text) || letterName.test(text))
    .map(({ id }) => error('of-the-above', ['options', id], `option ${id} is about the other options`, 'Make each option make sense by itself'))
  const texts: readonly (readonly [Finding['field'], string | undefined])[] = [
    [['explanation'], explanation],
    [['keyPoint'], keyPoint],
    [['note'], note],
    ...optionIds.map((id) => [['whyNot', id], whyNot[id]] as const),
  ]
  const lettered = texts
    .filter(([, text]) => text !== undefined && letterName.test(text))
    .map(([field]) => error('option-letter', field, `${field.join('.')} names an option by its letter`, 'Say what the option says instead'))
  return [...above, ...lettered]
}

const checkCount: QuestionCheck = ({ stem, pick }) => {
  const asked = /\b(?:select|choose|pick)(?: the| any| exactly)? (\d|one|two|three|four|five|six)\b/i.exec(stem)?.[1]?.toLowerCase()
  if (asked === undefined || numberWords.indexOf(asked) === pick || Number(asked) === pick) return []
  return [error('select-count', ['stem'], `the stem asks for ${asked}, the key has ${pick}`, 'Remove it from the stem: the bot adds "Select …"')]
}

/** The explanation is shown below the question, in one message. */
const checkFit: QuestionCheck = ({ stem, options, explanation, whyNot, keyPoint, note, sources }) => {
  const asked = [stem, ...options.map(({ text }) => text)]
  const ask = lengthOf(asked)
  const explain = lengthOf([...asked, explanation, ...Object.values(whyNot), keyPoint, note, ...citedTexts(sources)])
  return [
    ...(ask > most.ask ? [error('too-long-to-ask', ['stem'], `stem and options have ${ask} characters`, `Shorten them to ${most.ask}`)] : []),
    ...(explain > most.read
      ? [error('too-long-to-explain', ['explanation'], `the question and its explanations have ${explain} characters`, `Shorten them to ${most.read}`)]
      : []),
  ]
}

const checks: readonly QuestionCheck[] = [checkKey, checkOptions, checkWhyNot, checkShuffling, checkCount, checkFit]
