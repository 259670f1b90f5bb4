// The tip under a daily question: the same each time a round is shown, and never on the subject of its question.
import type { Course, Tip } from './course.ts'
import { hash } from '../core/random.ts'
import type { Round } from '../core/round.ts'

/** Null if every tip shares a topic or a cited section with the question. */
export function tipUnder(course: Course, round: Round): string | null {
  const question = course.byId.questions.get(round.question)
  if (question === undefined) return null
  const cited = new Set(question.sources.map(({ key }) => key))
  const apart = course.tips.filter(({ topics, sources }) => !topics.includes(question.topic) && !sources.some(({ key }) => cited.has(key)))
  const tip = apart[hash(`${round.id} tip`) % Math.max(apart.length, 1)]
  return tip === undefined ? null : inWords(tip)
}

function inWords(tip: Tip): string {
  switch (tip.kind) {
    case 'myth':
      return `On another subject, a myth: “${tip.text}” In truth: ${tip.reality ?? ''}`
    case 'trap':
      return `On another subject, a trap in exams: ${tip.text}`
    case 'tip':
    case 'analogy':
    case 'memory-aid':
      return `On another subject: ${tip.text}`
  }
}
