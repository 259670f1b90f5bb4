// Whether somebody could guess keys without knowing the subject: what options look like that are right, or wrong, too often, and how far
// all of it together gets a guesser.
import type { Course } from '../course.ts'
import type { Check, Problem } from '../problem.ts'
import { guessKeys, guessLimit } from './guess.ts'
import { formsOf, type Feature } from './option-form.ts'

/** With fewer questions, patterns arise by chance. */
const enoughQuestions = 20
/** With fewer options of a look, one question more or less makes the difference. */
const enoughOptions = 12
/**
 * In standard deviations, in either direction. Of a few looks one exceeds 2.6 by chance in one course of 20; there are a hundred small
 * words, so a word has to stand out more.
 */
const tolerated = { wording: 3.3, others: 2.6 }

/** A look of options, and how often it was right. */
export interface Cue extends Pick<Feature, 'family' | 'name'> {
  readonly options: number
  readonly right: number
  /** How many would be right by chance. */
  readonly expected: number
  /** How far `right` is from that, in standard deviations; negative if too few are right. */
  readonly deviation: number
}

export const checkPatterns: Check = (course, where) => {
  if (course.questions.length < enoughQuestions) return []
  const cues = cuesOf(course)
  const telling = cues.filter(({ family, deviation }) => Math.abs(deviation) > (family === 'wording' ? tolerated.wording : tolerated.others))
  const warnings = telling.map((cue): Problem => ({
    level: 'warning',
    ...where(course),
    check: `${cue.family}-cue`,
    message: inWords(cue),
    remedy: cue.deviation > 0 ? 'Give wrong options this look, too, or right ones another' : 'Give right options this look, too, or wrong ones another',
  }))
  return [...checkGuesses(course, cues, where), ...warnings]
}

const checkGuesses = (course: Course, cues: readonly Cue[], where: Parameters<Check>[1]): readonly Problem[] => {
  const guesses = guessKeys(course)
  const limit = guessLimit(guesses)
  if (guesses.right <= limit) return []
  const percent = (part: number): string => `${Math.round((100 * part) / guesses.questions)}%`
  const strongest = cues.slice(0, 6).map(inWords).join('; ')
  const message =
    `The form of the options gives the key away: somebody who understands none of them guesses ${guesses.right} of ${guesses.questions} keys (${percent(guesses.right)}); `
    + `chance would give ${percent(guesses.chance)}, and ${percent(limit)} is the most that passes`
  return [{ level: 'error', ...where(course), check: 'guessable', message, remedy: `The strongest cues: ${strongest}` }]
}

/** "Options with "both" are right in 3 of 41 cases; chance would give 10". */
function inWords({ name, options, right, expected }: Cue): string {
  return `Options ${name} are right in ${right} of ${options} cases; chance would give ${Math.round(expected)}`
}

/** The strongest first. Measures are left out: they say how much, not whether. */
export function cuesOf(course: Course): readonly Cue[] {
  const seen = new Map<string, { readonly family: Feature['family']; readonly name: string; options: number; right: number; expected: number; variance: number }>()
  for (const question of course.questions) {
    const chance = question.key.length / question.options.length
    for (const [at, form] of formsOf(question, course).entries()) {
      const isRight = question.key.includes(question.options[at]?.id ?? 'a')
      for (const { family, name } of form.filter(({ name }) => !name.startsWith('('))) {
        const one = seen.getOrInsertComputed(name, () => ({ family, name, options: 0, right: 0, expected: 0, variance: 0 }))
        one.options += 1
        one.right += Number(isRight)
        one.expected += chance
        one.variance += chance * (1 - chance)
      }
    }
  }
  return [...seen.values()]
    .filter(({ options }) => options >= enoughOptions)
    .map(({ variance, ...cue }): Cue => ({ ...cue, deviation: variance === 0 ? 0 : (cue.right - cue.expected) / Math.sqrt(variance) }))
    .sort((one, other) => Math.abs(other.deviation) - Math.abs(one.deviation))
}
