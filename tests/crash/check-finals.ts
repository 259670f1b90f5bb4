// Whether each week got its final board, once, or a reason: decided from the answers and the corrections on record.
import { day, hour, type Due, type Quiz } from './calendar.ts'
import type { CountedAnswer, RecordedChanges, RecordedCorrection } from './recorded-changes.ts'

type FinalsSeen = { readonly dues: ReadonlyMap<Quiz, readonly Due[]>; readonly recorded: Pick<RecordedChanges, 'answers' | 'corrections' | 'finals'> }

/** A board can be posted so long after it was due; see the rules for final boards. */
const latestBy = 7 * day

/** A board for each week in which somebody has a point, or a reason, also where the program died with it. */
export function checkFinals({ dues, recorded }: FinalsSeen): readonly string[] {
  return [...dues].flatMap(([quiz, list]) => {
    const titles = quiz.side.finals(quiz)
    const rows = recorded.finals.filter(({ place }) => place === quiz.name)
    const posted = rows.filter(({ posted: isPosted }) => isPosted).length
    const twice = titles.filter((title, index) => titles.indexOf(title) < index).map((title) => `${quiz.name}: twice ${title}`)
    const lost = weeksOf(list).flatMap(({ from, to, next }) => {
      const row = rows.find((each) => each.from === from && each.to === to)
      const answers = recorded.answers.filter((answer) => answer.place === quiz.name && from <= answer.day && answer.day <= to)
      // A week without a question has no board.
      if (row === undefined) return answers.length === 0 ? [] : [`${quiz.name}: nobody looked for the board of ${from}`]
      const isSettled = row.posted || row.problem !== null || !row.claimed
      return isSettled || !hadPoints(answers, recorded.corrections, next - hour) ? [] : [`${quiz.name}: no board of ${from}, and no reason`]
    })
    return [...twice, ...lost, ...(titles.length < posted ? [`${quiz.name}: ${posted} boards on record, ${titles.length} there`] : [])]
  })
}

/** Whether somebody had a point whenever the bot may have looked: when the board was due, and after each correction while it could come. */
function hadPoints(answers: readonly CountedAnswer[], corrections: readonly RecordedCorrection[], due: number): boolean {
  const rounds = Map.groupBy(answers, ({ round }) => round)
  const those = corrections.filter(({ round }) => rounds.has(round))
  const changes = those.flatMap(({ at, undoneAt }) => [at, undoneAt ?? at])
  const moments = [due, ...changes.filter((at) => due < at && at <= due + latestBy)]
  const hasPoint = ({ round, judgedAt, chosen, key }: CountedAnswer, at: number) => judgedAt <= at && chosen === (standardAt(those.filter((each) => each.round === round), at) ?? key)
  return moments.every((at) => answers.some((answer) => hasPoint(answer, at)))
}

/** What a round was judged by at a moment; undefined if it was never corrected. */
function standardAt(corrections: readonly RecordedCorrection[], at: number): string | undefined {
  const standing = corrections.findLast((each) => each.at <= at && (each.undoneAt === null || each.undoneAt > at))
  return standing?.to ?? corrections[0]?.before
}

/** `next`: when the first question after that week is due. */
function weeksOf(list: readonly Due[]): readonly { readonly from: string; readonly to: string; readonly next: number }[] {
  return list.flatMap(({ date }, index) => {
    const next = list[index + 1]
    const monday = mondayOf(date)
    if (next === undefined || mondayOf(next.date).equals(monday)) return []
    return [{ from: monday.toString(), to: monday.add({ days: 6 }).toString(), next: next.at }]
  })
}

function mondayOf(date: string): Temporal.PlainDate {
  const plain = Temporal.PlainDate.from(date)
  return plain.subtract({ days: plain.dayOfWeek - 1 })
}
