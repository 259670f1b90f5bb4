// Checks a question that a team wrote, with the checks of a course's own questions, in words for whoever fills in the form.
import { optionLetters, teamKey, teamWords, type TeamText } from '../core/team-question.ts'
import { checkCode } from './check/code.ts'
import { checkCues } from './check/cues.ts'
import { alikeStem } from './check/likeness.ts'
import { checkQuestions } from './check/questions.ts'
import type { Course, Question } from './course.ts'
import type { Problem } from './problem.ts'
import { optionIds } from './read/schema.ts'

export type TeamField = 'stem' | 'options' | 'explanation' | 'keyPoint' | 'source'

/**
 * `unusable`: it can't even be kept. `error`: it can be a draft, but not be asked. `warning`: somebody should look. `message`: full
 * sentences.
 */
export type TeamFinding = { readonly level: 'unusable' | 'error' | 'warning'; readonly field: TeamField; readonly message: string }

/** As long as those of a course. `line`: what has to stand on one line. */
export const longest = { stem: 1_200, option: 200, why: 400, explanation: 1_200, line: 200 } as const

/** Whether it can be kept, and asked. */
export function checkTeamQuestion(course: Course, text: TeamText): readonly TeamFinding[] {
  const shape = checkShape(text)
  return shape.some(({ level }) => level === 'unusable') ? shape : [...shape, ...checkWriting(course, text)]
}

const beginningOf = (stem: string): string => (stem.length <= 60 ? stem : `${stem.slice(0, 59).trimEnd()}…`)

/** Whether it says nearly the same as another one, of the course or of the team. */
export function checkAlike(course: Course, { stem }: TeamText, others: readonly TeamText[]): readonly TeamFinding[] {
  const found = alikeStem<{ readonly stem: string }>(stem, [...others, ...course.questions])
  if (found === undefined) return []
  return [{ level: 'warning', field: 'stem', message: `It shares ${found.share} of its words with another question: “${beginningOf(found.other.stem)}”` }]
}

function checkShape({ stem, options, explanation, keyPoint, source }: TeamText): readonly TeamFinding[] {
  const found = (level: TeamFinding['level'], field: TeamField, is: boolean, message: string): readonly TeamFinding[] => (is ? [{ level, field, message }] : [])
  const tooLong = (field: TeamField, text: string, most: number, what: string) => found('unusable', field, text.length > most, `${what} has ${text.length} characters. Shorten it to ${most}.`)
  const right = options.filter((option) => option.right).length
  return [
    ...found('unusable', 'stem', stem === '', 'The question is empty.'),
    ...tooLong('stem', stem, longest.stem, 'The question'),
    ...found('unusable', 'options', options.length < 2, 'It needs at least two options, one on each line.'),
    ...found('unusable', 'options', options.length > optionLetters.length, `It has ${options.length} options. Keep at most ${optionLetters.length}.`),
    ...found('unusable', 'options', options.length > 1 && right === 0, 'No option is marked as right. Begin each right one with a star: * Restart it'),
    ...found('unusable', 'options', right > 1 && right === options.length, 'Every option is marked as right. Leave at least one wrong.'),
    ...options.flatMap(({ text, why }) => [
      ...found('unusable', 'options', text === '', 'An option is empty.'),
      ...tooLong('options', text, longest.option, 'An option'),
      ...tooLong('options', why, longest.why, 'A reason'),
    ]),
    ...tooLong('explanation', explanation, longest.explanation, 'The explanation'),
    ...found('error', 'explanation', explanation === '', 'Nothing says why the right answer is right.'),
    ...tooLong('keyPoint', keyPoint, longest.line, 'What to remember'),
    ...tooLong('source', source, longest.line, 'The source'),
    ...found('error', 'source', source === '', 'There’s no source: say where people can read it.'),
  ]
}

/** The checks look at a course, so they get one with this question alone. */
function checkWriting(course: Course, text: TeamText): readonly TeamFinding[] {
  const question = asCourseQuestion(text)
  const alone: Course = { ...course, questions: [question], flashcards: [], cases: [] }
  const where = (_item: object, ...path: readonly (string | number)[]) => ({ file: String(path[0] ?? ''), line: 0 })
  return [...checkQuestions(alone, where), ...checkCues(alone, where), ...checkCode(alone, where)].flatMap((problem) => toFinding(problem, text))
}

/** The form, the owner and the difficulty serve the balance of a course, and no check of a single question. */
function asCourseQuestion(text: TeamText): Question {
  const { stem, explanation, whyNot, keyPoint } = teamWords(text)
  const options = optionIds.slice(0, text.options.length).map((id, at) => ({ id, text: text.options[at]?.text ?? '' }))
  const key = optionIds.filter((id) => teamKey(text).includes(id))
  const citation = { document: '', title: '', section: text.source, key: '' }
  return { id: 'question', difficulty: 'medium', owner: '', form: 'which-action', topic: '', stem, options, key, pick: key.length, explanation, whyNot: { ...whyNot }, keyPoint, sources: [citation], facts: [] }
}

const fields: Readonly<Record<string, TeamField>> = { stem: 'stem', options: 'options', key: 'options', whyNot: 'options', explanation: 'explanation', keyPoint: 'keyPoint', sources: 'source' }

function toFinding({ level, check, file, message, remedy }: Problem, { options }: TeamText): readonly TeamFinding[] {
  const field = fields[file] ?? 'stem'
  if (check === 'why-not-missing') return options.some(({ why }) => why !== '') ? [{ level: 'warning', field, message: `${sentence(message)}.` }] : []
  return [{ level, field, message: `${sentence(message)}. ${remedy}.` }]
}

/** People see capital letters before the options, and the names of the form's fields. */
function sentence(message: string): string {
  const words = message
    .replace(/^question: /u, '')
    .replace(/\bwhyNot\.([a-f])\b/gu, 'the reason at option $1')
    .replace(/\bkeyPoint\b/gu, 'what to remember')
    .replace(/\b(options?) (\(?)([a-f])\b/gu, (_, word: string, bracket: string, letter: string) => `${word} ${bracket}${letter.toUpperCase()}`)
    .replace(/\band ([a-f]) say\b/gu, (_, letter: string) => `and ${letter.toUpperCase()} say`)
    .replace(/\(([a-f])\)/gu, (_, letter: string) => `(${letter.toUpperCase()})`)
    .replaceAll('the key', 'the right answer')
    .replaceAll('the stem', 'the question')
  return words.replace(/^./u, (letter) => letter.toUpperCase())
}
