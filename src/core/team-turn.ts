// When a question that the team wrote comes in place of one of the course, and which.
import type { AskedRound } from './group-memory.ts'
import type { Picked } from './next-question.ts'
import { dayNumber, daysSince } from './question-worth.ts'
import type { QuestionId } from './quiz.ts'
import { isTeamQuestion } from './team-question.ts'
import type { Instant, LocalDate } from './time.ts'

/** One that can be asked. */
export type TeamItem = { readonly id: QuestionId; readonly approvedAt: Instant }

/** As with questions of the course, none comes twice within so many days. */
const restDays = 60
/** One that was asked before comes again only after so many questions of the course in a row. */
const courseBetween = 4

/**
 * A new one comes next, the one that was approved first before the others, but never two from the team in a row: the course goes on. One
 * that was asked before comes again when it has rested and few others from the team did lately; those that most people missed come first.
 *
 * @param history in any order
 * @returns undefined if it's the course's turn
 */
export function pickTeamQuestion(team: readonly TeamItem[], history: readonly AskedRound[], day: LocalDate): Picked | undefined {
  if (team.length === 0) return undefined
  const latestFirst = history.toSorted((one, other) => other.at - one.at)
  const sinceTeam = latestFirst.findIndex(({ question }) => isTeamQuestion(question))
  if (sinceTeam === 0) return undefined
  const asked = Map.groupBy(latestFirst, ({ question }) => question)
  const [first] = team.filter(({ id }) => !asked.has(id)).toSorted((one, other) => one.approvedAt - other.approvedAt || (one.id < other.id ? -1 : 1))
  if (first !== undefined) return { question: first.id, why: { kind: 'team', times: 0 } }
  if (sinceTeam !== -1 && sinceTeam < courseBetween) return undefined
  const today = dayNumber(day)
  const rested = team.flatMap(({ id }) => {
    const [last, ...before] = asked.get(id) ?? []
    return last === undefined || last.open === true || daysSince(last.day, today) < restDays ? [] : [{ id, last, times: before.length + 1 }]
  })
  const [again] = rested.toSorted((one, other) => level(one.last) - level(other.last) || one.last.at - other.last.at)
  return again === undefined ? undefined : { question: again.id, why: { kind: 'team', times: again.times } }
}

/** One imaginary answer either way steadies few answers. */
const level = ({ right, answered }: AskedRound) => (right + 1) / (answered + 2)
