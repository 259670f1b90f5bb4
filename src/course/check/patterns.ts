// Patterns over all questions by which somebody could guess keys without knowing the subject. All are warnings, with figures.
import { absoluteWord, echoes } from './cues.ts'
import type { Course, Option, Question } from '../course.ts'
import type { Check, Problem } from '../problem.ts'
import { optionIds } from '../read/schema.ts'

/** With fewer questions, patterns arise by chance. */
const enoughQuestions = 20
/** In standard deviations. By chance one course in 40 exceeds 2, and one in 200 exceeds 2.6 in either direction. */
const tolerated = { habit: 2, position: 2.6 }

export const checkPatterns: Check = (course, where) => {
  if (course.questions.length < enoughQuestions) return []
  const place = where(course)
  return [...habits.flatMap((habit) => measureHabit(course, habit)), ...checkAbsolutes(course), ...checkPositions(course)].map((found): Problem => ({
    level: 'warning',
    ...place,
    ...found,
  }))
}

type Finding = Pick<Problem, 'check' | 'message' | 'remedy'>

type Habit = {
  readonly check: string
  readonly name: string
  readonly remedy: string
  /** The options among which somebody with this habit would pick. */
  readonly picks: (question: Question, course: Course) => readonly Option[]
}

const habits: readonly Habit[] = [
  {
    check: 'longest-is-key',
    name: 'the longest option',
    remedy: 'Shorten some keys, or lengthen wrong options elsewhere',
    picks: ({ options }) => extremes(options, Math.max),
  },
  {
    check: 'shortest-is-key',
    name: 'the shortest option',
    remedy: 'Lengthen some keys, or shorten wrong options elsewhere',
    picks: ({ options }) => extremes(options, Math.min),
  },
  {
    check: 'echo-is-key',
    name: 'an option that alone repeats a word of the stem',
    remedy: 'Use words of the stem in wrong options more often',
    picks: (question, course) => [...echoes(question, course)].filter(([, words]) => words.length > 0).map(([option]) => option),
  },
]

function extremes(options: readonly Option[], extreme: (...lengths: readonly number[]) => number): readonly Option[] {
  const length = extreme(...options.map(({ text }) => text.length))
  return options.filter(({ text }) => text.length === length)
}

/** Whether the habit hits right options more often than blind picks would. */
function measureHabit(course: Course, { check, name, remedy, picks }: Habit): readonly Finding[] {
  const trials = course.questions.flatMap((question) => {
    const picked = picks(question, course)
    const hits = picked.filter(({ id }) => question.key.includes(id)).length
    return picked.length === 0 ? [] : [{ hit: hits / picked.length, chance: question.pick / question.options.length }]
  })
  const { hits, expected, spread } = compare(trials)
  if (hits <= expected + tolerated.habit * spread) return []
  const message = `Picking ${name} is right in ${Math.round(hits)} of ${trials.length} questions; chance would give ${Math.round(expected)}`
  return [{ check, message, remedy }]
}

/** Whether striking out every option with "always" or "only" beats chance. */
function checkAbsolutes({ questions }: Course): readonly Finding[] {
  const trials = questions.flatMap(({ options, key, pick }) =>
    options
      .filter(({ text }) => absoluteWord.test(text))
      .map(({ id }) => ({ hit: Number(key.includes(id)), chance: pick / options.length })),
  )
  const { hits, expected, spread } = compare(trials)
  if (hits >= expected - tolerated.habit * spread) return []
  const message = `Of ${trials.length} options with an absolute term (always, never, only, all …) ${hits} are right; chance would give ${Math.round(expected)}`
  return [{ check: 'absolutes-are-wrong', message, remedy: 'Remove such words from wrong options, or use them in right ones too' }]
}

function checkPositions({ questions }: Course): readonly Finding[] {
  return optionIds.flatMap((letter) => {
    const trials = questions
      .filter(({ options }) => options.some(({ id }) => id === letter))
      .map(({ key, pick, options }) => ({ hit: Number(key.includes(letter)), chance: pick / options.length }))
    const { hits, expected, spread } = compare(trials)
    if (Math.abs(hits - expected) <= tolerated.position * spread) return []
    const message = `Option ${letter} is right in ${hits} of ${trials.length} questions; even positions would give ${Math.round(expected)}`
    return [{ check: 'key-position', message, remedy: 'Spread the right options over the letters' }]
  })
}

type Trial = { readonly hit: number; readonly chance: number }

/** How often it hit, how often blind picks would hit on average, and one standard deviation of that. */
function compare(trials: readonly Trial[]): { readonly hits: number; readonly expected: number; readonly spread: number } {
  return {
    hits: total(trials.map(({ hit }) => hit)),
    expected: total(trials.map(({ chance }) => chance)),
    spread: Math.sqrt(total(trials.map(({ chance }) => chance * (1 - chance)))),
  }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
