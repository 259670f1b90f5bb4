// The greedy oracle: it sees what everybody remembers, and asks what raises the score on the exam most.
import { gain, type Group } from './learners.ts'

/** All points are looked at again every so many days, and on the others those of the best questions. */
const lookAround = 4
const best = 40

export type Oracle = {
  /** @param free whether a question can be asked on that day */
  pick(day: number, free: (question: number) => boolean): number
}

export function oracleFor(group: Group, exam: number): Oracle {
  const { points, share, guess, topicOfPoint } = group.syllabus
  const worth = new Float64Array(topicOfPoint.length)
  for (const [question, about] of points.entries()) {
    for (const point of about) worth[point] = (worth[point] ?? 0) + ((share[question] ?? 0) * (1 - (guess[question] ?? 0))) / about.length
  }
  const gains = new Float64Array(topicOfPoint.length)
  const refresh = (point: number, day: number) => (gains[point] = (worth[point] ?? 0) * gain(group, point, day, exam))
  const valueOf = (question: number) => (points[question] ?? []).reduce((sum, point) => sum + (gains[point] ?? 0), 0)
  let turn = 0
  return {
    pick(day, free) {
      const allowed = points.map((_, question) => question).filter(free)
      const ranked = () => allowed.map((question) => ({ question, value: valueOf(question) })).toSorted((a, b) => b.value - a.value)
      if (turn++ % lookAround === 0) for (let point = 0; point < gains.length; point++) refresh(point, day)
      else for (const point of new Set(ranked().slice(0, best).flatMap(({ question }) => points[question] ?? []))) refresh(point, day)
      return ranked()[0]?.question ?? 0
    },
  }
}
