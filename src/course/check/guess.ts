// How often somebody who understands nothing would pick the key, from the form of the options alone: a small model learns from nine
// tenths of the questions how keys look, and guesses the last tenth; ten times, so that each question is guessed once.
import { seeded, shuffle } from '../../core/random.ts'
import type { Course } from '../course.ts'
import { formsOf } from './option-form.ts'

export interface Guesses {
  /** Questions with one right option. */
  readonly questions: number
  readonly right: number
  /** How many blind picks would get right, on average. */
  readonly chance: number
}

/** Points above chance that the form of options may give: 35% with four options. */
const mostAboveChance = 0.1
/** And, since few questions are guessed well by luck, so many standard deviations. */
const mostLuck = 2.6

/** How many questions may be guessed right. */
export function guessLimit({ questions, chance }: Guesses): number {
  const share = chance / Math.max(1, questions)
  return Math.max(chance + mostAboveChance * questions, chance + mostLuck * Math.sqrt(questions * share * (1 - share)))
}

const folds = 10
const rounds = 120
const step = 0.5
/** Draws each weight towards 0: what was seen seldom counts for little. */
const restraint = 0.004
const seed = 'guess'

/** One question: for each option, the numbers of its features and their values. */
interface Example {
  readonly options: readonly { readonly at: Int32Array; readonly values: Float64Array }[]
  readonly right: number
}

/** Questions with several right options are left out: which two belong together is another kind of guess. */
export function guessKeys(course: Course): Guesses {
  const single = course.questions.filter(({ key }) => key.length === 1)
  const numbers = new Map<string, number>()
  const examples = shuffle(
    single.map((question): Example => {
      const options = formsOf(question, course).map((form) => ({
        at: Int32Array.from(form, ({ name }) => numbers.getOrInsertComputed(name, () => numbers.size)),
        values: Float64Array.from(form, ({ value }) => value),
      }))
      return { options, right: question.options.findIndex(({ id }) => question.key.includes(id)) }
    }),
    seeded(seed),
  )
  let right = 0
  for (let fold = 0; fold < folds; fold++) {
    const weights = learn(examples.filter((_, at) => at % folds !== fold), numbers.size)
    for (const example of examples.filter((_, at) => at % folds === fold)) {
      const scores = example.options.map((option) => scoreOf(option, weights))
      if (scores.indexOf(Math.max(...scores)) === example.right) right += 1
    }
  }
  return { questions: single.length, right, chance: single.reduce((sum, { options }) => sum + 1 / options.length, 0) }
}

/** Logistic regression over the options of each question, by gradient descent with a step of its own for each weight (Adagrad). */
function learn(examples: readonly Example[], features: number): Float64Array {
  const weights = new Float64Array(features)
  const squares = new Float64Array(features).fill(1e-6)
  const slope = new Float64Array(features)
  for (let round = 0; round < rounds; round++) {
    slope.fill(0)
    for (const { options, right } of examples) {
      const powers = options.map((option) => Math.exp(scoreOf(option, weights)))
      const sum = powers.reduce((total, power) => total + power, 0)
      for (const [number, { at, values }] of options.entries()) {
        const miss = (powers[number] ?? 0) / sum - Number(number === right)
        for (let i = 0; i < at.length; i++) slope[at[i] ?? 0] = (slope[at[i] ?? 0] ?? 0) + miss * (values[i] ?? 0)
      }
    }
    for (let at = 0; at < features; at++) {
      const pull = (slope[at] ?? 0) / examples.length + restraint * (weights[at] ?? 0)
      squares[at] = (squares[at] ?? 0) + pull * pull
      weights[at] = (weights[at] ?? 0) - (step * pull) / Math.sqrt(squares[at] ?? 1)
    }
  }
  return weights
}

function scoreOf({ at, values }: Example['options'][number], weights: Float64Array): number {
  let score = 0
  for (let i = 0; i < at.length; i++) score += (weights[at[i] ?? 0] ?? 0) * (values[i] ?? 0)
  return score
}
