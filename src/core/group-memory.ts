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
  /** Share of the group that hasn't answered anything about it, 0 to 1, as it seems from how many answer at most. */
  readonly absent: number
}

export type GroupMemory = {
  readonly points: ReadonlyMap<PointId, AskedPoint>
  /** Share of what is new that the group knows already, 0 to 1, as it seems from the first answers on each point of the topic. */
  readonly knownOf: (topic: TopicId) => number
  readonly topics: ReadonlyMap<TopicId, Tally>
  /** Over all topics. */
  readonly all: Tally
}

/** Share that is taken to know a point as long as nobody has answered anything, and how much that is worth. */
const usual = { known: 0.47, worth: 10 }
/** What the share over all topics is worth to one topic, and that of a topic to one point, in the unit of `worthOf`. */
const overallWorth = 9
const topicWorth = 6
/**
 * What so many answers to one question are worth: few answers are as uncertain as a throw of dice, and many are wrong together, as the
 * question is only one of its topic. Both count the same at so many answers. The worths above and this follow from how much people,
 * questions and topics differ in `npm run bench learning`; it learns hardly less with half or twice as much.
 */
const telling = 10
/** What the answers of the time before last still count. */
const faded = 0.5

const worthOf = (answered: number) => (answered * telling) / (answered + telling)

/** Share of people who know it if so many answer right: the others guess. */
const knowing = (accuracy: number, guess: number) => (guess >= 1 ? 0 : Math.min(1, Math.max(0, (accuracy - guess) / (1 - guess))))

type Sum = { known: number; worth: number }

/** @param rounds the oldest first; questions that have left the course count for nothing */
export function groupMemory(points: Points, rounds: readonly AskedRound[]): GroupMemory {
  const asked = new Map<PointId, { times: number; last: AskedRound; sum: Sum; absent: number }>()
  const people = rounds.reduce((most, { answered }) => Math.max(most, answered), 1)
  const overall: Sum = { known: usual.known * usual.worth, worth: usual.worth }
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
    const known = answered === 0 ? 0 : knowing(right / answered, points.guessOf.get(round.question) ?? 0)
    const first = firsts.get(topic) ?? { known: 0, worth: 0 }
    const fresh = worth * (about.filter((point) => !asked.has(point)).length / about.length)
    for (const sum of [first, overall]) add(sum, known, fresh)
    firsts.set(topic, first)
    topics.set(topic, plus(topics.get(topic), answered, right))
    all = plus(all, answered, right)
    for (const point of about) {
      const { times, sum, absent } = asked.get(point) ?? { times: 0, sum: { known: 0, worth: 0 }, absent: 1 }
      if (answered > 0) add(sum, known, worth, faded)
      asked.set(point, { times: times + 1, last: round, sum, absent: absent * (1 - answered / people) })
    }
  }
  const knownOf = (topic: TopicId) => shrunk(firsts.get(topic), overall.known / overall.worth, overallWorth)
  const known = new Map<PointId, AskedPoint>()
  for (const [id, { times, last, sum, absent }] of asked) {
    known.set(id, { times, last, absent, known: shrunk(sum, knownOf(points.byId.get(id)?.topic ?? ''), topicWorth) })
  }
  return { points: known, knownOf, topics, all }
}

function add(sum: Sum, known: number, worth: number, keep = 1): void {
  sum.known = sum.known * keep + known * worth
  sum.worth = sum.worth * keep + worth
}

const plus = (tally: Tally | undefined, answered: number, right: number): Tally => ({
  answered: (tally?.answered ?? 0) + answered,
  right: (tally?.right ?? 0) + right,
})

/** The share that knows it, drawn toward what was expected as long as few have answered. */
function shrunk(sum: Sum | undefined, expected: number, worth: number): number {
  return ((sum?.known ?? 0) + worth * expected) / ((sum?.worth ?? 0) + worth)
}

/** The oldest first. Rounds of one moment get an order as well, so that the order in which they come decides nothing. */
export function inOrder(history: readonly AskedRound[]): readonly AskedRound[] {
  return history.toSorted(
    (a, b) => a.at - b.at || compare(a.day, b.day) || compare(a.question, b.question) || a.answered - b.answered || a.right - b.right,
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
