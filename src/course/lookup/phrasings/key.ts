// What tells answers apart, as text.
import type { Phrasing } from '../../course.ts'

/** Equal for equal answers, wherever they stand. */
export function keyOf(answer: Phrasing['answer']): string {
  if (answer === 'none') return 'none'
  if ('rows' in answer) return `rows ${answer.rows.toSorted().join(' ')}`
  if ('section' in answer) return `section ${answer.section.key}`
  return 'term' in answer ? `term ${answer.term}` : `fact ${answer.fact}`
}
