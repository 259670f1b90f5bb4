// Two questions that are one: stems nearly alike, the same facts asked for in the same form, or the same lesson twice.
import type { Question } from '../course.ts'
import type { Check, Problem } from '../problem.ts'
import { overlap } from '../similarity.ts'
import { contentWords } from './content-words.ts'

/** Shares of common words and facts (Dice), from which on two questions count as alike. */
const alike = { stems: 0.65, facts: 0.8, points: 0.8 }

type Words = ReadonlySet<string>
type Measured = { readonly question: Question; readonly stem: Words; readonly point: Words; readonly facts: ReadonlySet<string> }

export const checkLikeness: Check = ({ questions }, where) => {
  const measured = questions.map(measure)
  return measured.flatMap((one, at) =>
    measured.slice(at + 1).flatMap((other) =>
      compare(one, other).map(({ field, message, ...finding }): Problem => {
        const { file, line } = where(one.question)
        const twin = `${one.question.id} (${file}:${line})`
        const id = other.question.id
        return { ...finding, ...where(other.question, field), question: id, message: `${id}: ${message.replace('…', () => twin)}` }
      }),
    ),
  )
}

function measure(question: Question): Measured {
  const words = (text: string) => new Set(contentWords(text).keys())
  return { question, stem: words(question.stem), point: words(question.keyPoint), facts: new Set(question.facts) }
}

/** In a message the ellipsis stands for the first of the two. */
type Finding = Pick<Problem, 'level' | 'check' | 'message' | 'remedy'> & { readonly field: string }

function compare(one: Measured, other: Measured): readonly Finding[] {
  const sameForm = one.question.form === other.question.form
  const stems = overlap(one.stem, other.stem)
  const sure = [
    ...(stems >= alike.stems
      ? [finding('error', 'stems-alike', 'stem', `the stem says nearly the same as …: ${percent(stems)} of the words`, 'Ask for something else, or take one out')]
      : []),
    ...(sameForm && overlap(one.facts, other.facts) >= alike.facts
      ? [finding('error', 'facts-alike', 'facts', 'it tests the same facts as … in the same form', 'Use another form or other facts')]
      : []),
  ]
  if (sure.length > 0 || !sameForm || one.question.owner !== other.question.owner) return sure
  // One fact can stand in two documents under two ids; the lesson then gives the twins away.
  const points = overlap(one.point, other.point)
  if (points < alike.points) return []
  const message = `it teaches nearly the same in the same form as …: ${percent(points)} of the words of the key point`
  return [finding('warning', 'points-alike', 'keyPoint', message, 'Ask for something else, or take one out')]
}

function finding(level: Finding['level'], check: string, field: string, message: string, remedy: string): Finding {
  return { level, check, field, message, remedy }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
