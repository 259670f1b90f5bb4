// Two questions that are one: stems nearly alike, or the same facts asked for in the same form.
import type { Question } from './course.ts'
import type { Check, Problem } from './problem.ts'
import { overlap } from './similarity.ts'
import { contentWords } from './words.ts'

/** Shares of common words and facts (Dice), from which on two questions count as alike. */
const alikeWords = 0.65
const alikeFacts = 0.8

type Measured = { readonly question: Question; readonly words: ReadonlySet<string>; readonly facts: ReadonlySet<string> }

export const checkLikeness: Check = ({ questions }, where) => {
  const measured = questions.map((question): Measured => ({ question, words: new Set(contentWords(question.stem).keys()), facts: new Set(question.facts) }))
  return measured.flatMap((one, at) =>
    measured.slice(at + 1).flatMap((other): readonly Problem[] => {
      const { file, line } = where(one.question)
      const twin = `${one.question.id} (${file}:${line})`
      const id = other.question.id
      const problem = (check: string, field: string, message: string, remedy: string): Problem => ({
        level: 'error',
        check,
        ...where(other.question, field),
        question: id,
        message: `${id}: ${message}`,
        remedy,
      })
      const likeness = overlap(one.words, other.words)
      const stems = likeness >= alikeWords
        ? [problem('stems-alike', 'stem', `the stem says nearly the same as ${twin}: ${percent(likeness)} of the words`, 'Ask for something else, or take one out')]
        : []
      const facts = one.question.form === other.question.form && overlap(one.facts, other.facts) >= alikeFacts
        ? [problem('facts-alike', 'facts', `it tests the same facts as ${twin} in the same form`, 'Use another form or other facts')]
        : []
      return [...stems, ...facts]
    }),
  )
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
