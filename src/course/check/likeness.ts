// Questions that repeat another: nearly the same stem, the same facts in the same form, or the same lesson.
import type { Question } from '../course.ts'
import type { Check, Problem } from '../problem.ts'
import { overlap } from '../similarity.ts'
import { contentWords } from './content-words.ts'
import { findingsOfPairs } from './pairs.ts'

/** Two questions that share this part of their words or facts (Dice) or more count as alike. */
const alike = { stems: 0.65, facts: 0.8, points: 0.8 }

type Words = ReadonlySet<string>
type Measured = { readonly question: Question; readonly stem: Words; readonly point: Words; readonly facts: ReadonlySet<string> }

export const checkLikeness: Check = ({ questions }, where) => {
  return findingsOfPairs(questions.map(measure), (one, other) =>
    compare(one, other).map(({ field, message, ...finding }): Problem => {
      const { file, line } = where(one.question)
      const twin = `${one.question.id} (${file}:${line})`
      const id = other.question.id
      return { ...finding, ...where(other.question, field), question: id, message: `${id}: ${message.replace('…', () => twin)}` }
    }),
  )
}

/** The first of the others whose stem says nearly the same, and how much of the words they share. */
export function alikeStem<Other extends { readonly stem: string }>(stem: string, others: readonly Other[]): { readonly other: Other; readonly share: string } | undefined {
  const words = new Set(contentWords(stem).keys())
  const shares = others.map((other) => ({ other, share: overlap(words, new Set(contentWords(other.stem).keys())) }))
  const found = shares.find(({ share }) => share >= alike.stems)
  return found === undefined ? undefined : { other: found.other, share: percent(found.share) }
}

function measure(question: Question): Measured {
  const words = (text: string) => new Set(contentWords(text).keys())
  return { question, stem: words(question.stem), point: words(question.keyPoint), facts: new Set(question.facts) }
}

/** The ellipsis in `message` is replaced by the first question. */
type Finding = Pick<Problem, 'level' | 'check' | 'message' | 'remedy'> & { readonly field: string }

const elseOrOut = 'Ask about something else, or remove one'

function compare(one: Measured, other: Measured): readonly Finding[] {
  const sameForm = one.question.form === other.question.form
  const stems = overlap(one.stem, other.stem)
  const errors: Finding[] = []
  if (stems >= alike.stems) {
    const message = `the stem says nearly the same as …: ${percent(stems)} of the words`
    errors.push({ level: 'error', check: 'stems-alike', field: 'stem', message, remedy: elseOrOut })
  }
  if (sameForm && overlap(one.facts, other.facts) >= alike.facts) {
    const message = 'it tests the same facts as … in the same form'
    errors.push({ level: 'error', check: 'facts-alike', field: 'facts', message, remedy: 'Use another form or other facts' })
  }
  if (errors.length > 0 || !sameForm || one.question.owner !== other.question.owner) return errors
  // Two documents can hold one fact under two ids; then only the lesson shows that the questions are alike.
  const points = overlap(one.point, other.point)
  if (points < alike.points) return []
  const message = `it teaches nearly the same in the same form as …: ${percent(points)} of the words of the key point`
  return [{ level: 'warning', check: 'points-alike', field: 'keyPoint', message, remedy: elseOrOut }]
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
