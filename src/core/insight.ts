// What a channel's answers say about its questions and topics, for the people who run the quiz. Small numbers say nothing, so they are
// left out; and nothing is counted that the channel's own posts don't show.
import { levelRange, type Range } from './confidence.ts'
import { tally, type Votes } from './close.ts'
import type { OptionId, QuestionId, TopicId } from './quiz.ts'
import type { RoundId } from './round.ts'
import type { LocalDate } from './time.ts'

/** A round that is over, with how the group voted. */
export type ClosedRound = {
  readonly id: RoundId
  readonly question: QuestionId
  readonly day: LocalDate
  /** A manager asked for it, beside those that the schedule brings. */
  readonly extra: boolean
  readonly key: readonly OptionId[]
  readonly answered: number
  /** Null where `mayShowResult` keeps the result back. */
  readonly votes: readonly Votes[] | null
}

export type Result = { readonly answered: number; readonly right: number; readonly range: Range }

/** `chosen`: the wrong choice that most people made instead of the key; null as long as few did. */
export type QuestionResult = Result & {
  readonly question: QuestionId
  /** When it was asked last. */
  readonly day: LocalDate
  readonly latest: RoundId
  readonly lure: { readonly chosen: readonly OptionId[]; readonly people: number } | null
}

export type TopicResult = Result & { readonly topic: TopicId }

/** `day`: 1 is Monday. `people`: how many answer on average. */
export type WeekdayResult = { readonly day: number; readonly rounds: number; readonly people: number }

export type Insight = {
  readonly rounds: number
  /** Rounds whose result is kept back, for the privacy of somebody who is hidden. They count for participation alone. */
  readonly keptBack: number
  readonly answers: number
  /** Of all answers whose result is shown; null below `fewest`. */
  readonly overall: Result | null
  /** There would be an overall result if none were kept back. */
  readonly isOverallPrivate: boolean
  /** Daily questions by the weekday on which they were asked; days without any are left out. */
  readonly weekdays: readonly WeekdayResult[]
  /** The weakest first. Topics with fewer than `fewest` answers are left out. */
  readonly topics: readonly TopicResult[]
  /** Topics with answers, but too few to say anything, kept back ones included. */
  readonly thinTopics: number
  /** Topics with enough answers, but too few of them in results that are shown. */
  readonly privateTopics: number
  /** The hardest first. Questions with fewer than `fewest` answers are left out. */
  readonly questions: readonly QuestionResult[]
  readonly thinQuestions: number
  readonly privateQuestions: number
}

/** Below this many answers nothing is said: they are somebody's, and tell nothing. */
export const fewest = 5
/** From this many answers on a share has a meaning; below, the two numbers stand alone. */
const enoughForShare = 10
/** A wrong choice of fewer people may be a slip of each. */
const lureFrom = 3
/** What the share over all topics is worth to one topic or question when they are put in order, in answers. */
const priorWorth = 10

/**
 * @param rounds closed ones of one channel
 * @param topicOf undefined for a question that has left the course: it counts for participation alone
 */
export function insightOf(rounds: readonly ClosedRound[], topicOf: (question: QuestionId) => TopicId | undefined): Insight {
  const known = rounds.filter(({ question }) => topicOf(question) !== undefined)
  const shown = known.flatMap((round) => (round.votes === null ? [] : [{ ...round, ...tally(round.key, round.votes), votes: round.votes }]))
  const total = sum(shown)
  const expected = total.answered === 0 ? 0 : total.right / total.answered
  const topics = [...Map.groupBy(shown, ({ question }) => topicOf(question) ?? '')].map(([topic, of]) => ({ topic, ...resultOf(of) }))
  const questions = [...Map.groupBy(shown, ({ question }) => question)].map(([question, of]) => questionResult(question, of))
  const [byTopic, byQuestion] = [answersBy(known, ({ question }) => topicOf(question) ?? ''), answersBy(known, ({ question }) => question)]
  return {
    rounds: rounds.length,
    keptBack: rounds.filter(({ votes }) => votes === null).length,
    answers: answersIn(rounds),
    overall: total.answered < fewest ? null : resultOf(shown),
    isOverallPrivate: total.answered < fewest && answersIn(known) >= fewest,
    weekdays: weekdaysOf(rounds),
    topics: weakestFirst(topics, expected),
    thinTopics: thinOnes(byTopic),
    privateTopics: enoughIn(byTopic) - enoughIn(topics.map(({ answered }) => answered)),
    questions: weakestFirst(questions, expected),
    thinQuestions: thinOnes(byQuestion),
    privateQuestions: enoughIn(byQuestion) - enoughIn(questions.map(({ answered }) => answered)),
  }
}

/** Whether so many answers are enough for a percentage. */
export const hasShare = ({ answered }: Result): boolean => answered >= enoughForShare

function questionResult(question: QuestionId, rounds: readonly (ClosedRound & { readonly votes: readonly Votes[]; readonly right: number })[]): QuestionResult {
  const latest = rounds.reduce((one, other) => (other.day >= one.day ? other : one))
  const result = resultOf(rounds)
  return { question, day: latest.day, latest: latest.id, ...result, lure: hasShare(result) ? lureOf(rounds) : null }
}

function lureOf(rounds: readonly { readonly key: readonly OptionId[]; readonly votes: readonly Votes[] }[]): QuestionResult['lure'] {
  const wrong = new Map<string, { chosen: readonly OptionId[]; people: number }>()
  for (const { key, votes } of rounds) {
    for (const { chosen, people } of votes) {
      if (tally(key, [{ chosen, people: 1 }]).right === 1) continue
      const name = chosen.toSorted().join(' ')
      wrong.set(name, { chosen, people: people + (wrong.get(name)?.people ?? 0) })
    }
  }
  const most = [...wrong.values()].toSorted((one, other) => other.people - one.people)[0]
  return most === undefined || most.people < lureFrom ? null : most
}

function weekdaysOf(rounds: readonly ClosedRound[]): readonly WeekdayResult[] {
  const days = Map.groupBy(rounds.filter(({ extra }) => !extra), ({ day }) => Temporal.PlainDate.from(day).dayOfWeek)
  return [...days].map(([day, of]) => ({ day, rounds: of.length, people: answersIn(of) / of.length })).toSorted((one, other) => one.day - other.day)
}

const sum = (rounds: readonly { readonly answered: number; readonly right: number }[]) =>
  rounds.reduce((all, { answered, right }) => ({ answered: all.answered + answered, right: all.right + right }), { answered: 0, right: 0 })

function resultOf(rounds: readonly { readonly answered: number; readonly right: number }[]): Result {
  const { answered, right } = sum(rounds)
  return { answered, right, range: levelRange(right, answered) }
}

/** By the share that is right, drawn toward the share over everything: one of two is not weaker than ten of thirty. */
function weakestFirst<Row extends Result>(rows: readonly Row[], expected: number): readonly Row[] {
  const level = ({ answered, right }: Result) => (right + priorWorth * expected) / (answered + priorWorth)
  return rows.filter(({ answered }) => answered >= fewest).toSorted((one, other) => level(one) - level(other) || other.answered - one.answered)
}

const answersIn = (rounds: readonly ClosedRound[]): number => rounds.reduce((all, { answered }) => all + answered, 0)

/** How many answers each topic or question has, whether or not its results are shown. */
const answersBy = (rounds: readonly ClosedRound[], nameOf: (round: ClosedRound) => string): readonly number[] => [...Map.groupBy(rounds, nameOf).values()].map(answersIn)

const thinOnes = (counts: readonly number[]) => counts.filter((answered) => answered > 0 && answered < fewest).length
const enoughIn = (counts: readonly number[]) => counts.filter((answered) => answered >= fewest).length
