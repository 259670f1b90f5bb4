// What a group seems to know, from what its channel was asked and how many answered right. Nobody's own answers are looked at.
import type { PointId, Points } from './points.ts'
import type { QuestionId, TopicId } from './quiz.ts'
import type { Instant, LocalDate } from './time.ts'

/** One time a channel was asked a question. */
export type AskedRound = {
  readonly question: QuestionId
  /** When it was due. */
  readonly at: Instant
  /** The study day of the round. */
  readonly day: LocalDate
  readonly answered: number
  readonly right: number
  /** People can answer it right now, or soon. */
  readonly open?: boolean
}

export type Tally = { readonly answered: number; readonly right: number }

/** What is known of a point that was asked about. */
export type AskedPoint = {
  readonly times: number
  /** The last round about it. */
  readonly last: AskedRound
  /** Share of the group that knew it, 0 to 1, as it seems from the answers. */
  readonly known: number
}

export type GroupMemory = {
  readonly points: ReadonlyMap<PointId, AskedPoint>
  /** Share of what is new that the group knows already, 0 to 1, as it seems from the first answers on each point of the topic. */
  readonly knownOf: (topic: TopicId) => number
  readonly topics: ReadonlyMap<TopicId, Tally>
  /** Over all topics. */
  readonly all: Tally
}

/** Somebody who knows nothing is right one time in four. */
const luck = 0.25
/** Taken for the accuracy of a group that nothing is known about, and how many answers that is worth. */
const usual = { accuracy: 0.6, worth: 5 }
/** How many answers the accuracy over all topics is worth to one topic, and that of a topic to one point. */
const overallWorth = 2
const topicWorth = 1
/**
 * People who answer the same question are wrong together, so a hundred answers to it say hardly more about a topic than ten: more
 * people than this count for less and less.
 */
const telling = 3
/** What the answers of the time before last still count. */
const faded = 0.5

const worthOf = (answered: number) => (answered * telling) / (answered + telling)

/** Share of people who know it if so many answer right. */
const knowing = (accuracy: number) => Math.min(1, Math.max(0, (accuracy - luck) / (1 - luck)))

type Sum = { right: number; worth: number }

/** @param rounds the oldest first; questions that have left the course count for nothing */
export function groupMemory(points: Points, rounds: readonly AskedRound[]): GroupMemory {
  const asked = new Map<PointId, { times: number; last: AskedRound; sum: Sum }>()
  const overall: Sum = { right: usual.accuracy * usual.worth, worth: usual.worth }
  const firsts = new Map<TopicId, Sum>()
  const topics = new Map<TopicId, Tally>()
  let all: Tally = { answered: 0, right: 0 }
  for (const round of rounds) {
    const topic = points.topicOf.get(round.question)
    const about = points.ofQuestion.get(round.question)
    if (topic === undefined || about === undefined) continue
    const answered = Math.max(0, round.answered)
    const right = Math.min(answered, Math.max(0, round.right))
    const worth = worthOf(answered)
    const accuracy = answered === 0 ? 0 : right / answered
    const first = firsts.get(topic) ?? { right: 0, worth: 0 }
    const fresh = worth * (about.filter((point) => !asked.has(point)).length / about.length)
    for (const sum of [first, overall]) add(sum, accuracy, fresh)
    firsts.set(topic, first)
    topics.set(topic, plus(topics.get(topic), answered, right))
    all = plus(all, answered, right)
    for (const point of about) {
      const { times, sum } = asked.get(point) ?? { times: 0, sum: { right: 0, worth: 0 } }
      if (answered > 0) add(sum, accuracy, worth, faded)
      asked.set(point, { times: times + 1, last: round, sum })
    }
  }
  const accuracyOf = (topic: TopicId) => shrunk(firsts.get(topic), overall.right / overall.worth, overallWorth)
  const known = new Map<PointId, AskedPoint>()
  for (const [id, { times, last, sum }] of asked) {
    const expected = accuracyOf(points.byId.get(id)?.topic ?? '')
    known.set(id, { times, last, known: knowing(shrunk(sum, expected, topicWorth)) })
  }
  return { points: known, knownOf: (topic) => knowing(accuracyOf(topic)), topics, all }
}

function add(sum: Sum, accuracy: number, worth: number, keep = 1): void {
  sum.right = sum.right * keep + accuracy * worth
  sum.worth = sum.worth * keep + worth
}

const plus = (tally: Tally | undefined, answered: number, right: number): Tally => ({
  answered: (tally?.answered ?? 0) + answered,
  right: (tally?.right ?? 0) + right,
})

/** The accuracy, drawn toward what was expected as long as few have answered. */
function shrunk(sum: Sum | undefined, expected: number, worth: number): number {
  return ((sum?.right ?? 0) + worth * expected) / ((sum?.worth ?? 0) + worth)
}

/** The oldest first. Rounds of one moment get an order as well, so that the order in which they come decides nothing. */
export function inOrder(history: readonly AskedRound[]): readonly AskedRound[] {
  return history.toSorted(
    (a, b) => a.at - b.at || compare(a.day, b.day) || compare(a.question, b.question) || a.answered - b.answered || a.right - b.right,
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
