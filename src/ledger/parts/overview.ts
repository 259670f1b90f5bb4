// For whoever watches the bot: what is due, and how many quizzes there are.
import type { Instant } from '../../core/time.ts'
import type { Overview } from '../upkeep.ts'
import type { Tables } from '../tables/tables.ts'

export function overview({ quizzes, roundLists }: Pick<Tables, 'quizzes' | 'roundLists'>, now: Instant): Overview {
  const [claimed, [unclaimed]] = [roundLists.waiting(), quizzes.due(now, 1)]
  const dates = [claimed?.since, unclaimed?.nextAt].filter((at) => at !== undefined)
  return { oldestDue: dates.length === 0 ? null : Math.min(...dates), quizzes: quizzes.states() }
}
