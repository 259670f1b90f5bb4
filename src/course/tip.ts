// The tip below the long explanation of a question: the same each time a round is shown, and never about the question's own subject.
import type { Course, Tip } from './course.ts'
import { withTitles } from './document-titles.ts'
import { hash } from '../core/random.ts'
import type { Round } from '../core/round.ts'

/** Null if every tip shares a topic or a cited section with the question. */
export function tipFor(course: Course, round: Round): string | null {
  const question = course.byId.questions.get(round.question)
  if (question === undefined) return null
  const cited = new Set(question.sources.map(({ key }) => key))
  const apart = course.tips.filter(({ topics, sources }) => !topics.includes(question.topic) && !sources.some(({ key }) => cited.has(key)))
  const tip = apart[hash(`${round.id} tip`) % Math.max(apart.length, 1)]
  return tip === undefined ? null : withTitles(course, inWords(tip))
}

function inWords(tip: Tip): string {
  switch (tip.kind) {
    case 'myth':
      return `A myth about something else: “${tip.text}” In fact: ${tip.reality ?? ''}`
    case 'trap':
      return `An exam trap about something else: ${tip.text}`
    case 'tip':
    case 'analogy':
    case 'memory-aid':
      return `And by the way: ${tip.text}`
  }
}
