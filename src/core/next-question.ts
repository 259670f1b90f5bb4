// Which question comes next in a channel, and why: it depends on the course, on what the channel was asked and how people answered, on
// the date, and on a seed.
import { topicInTurn } from './coverage.ts'
import { groupMemory, inOrder, type AskedRound } from './group-memory.ts'
import { pointsOf, type Bank, type BankQuestion } from './points.ts'
import { comebacks, dayNumber, daysSince, outlookOf, questionWorth, type Outlook } from './question-worth.ts'
import type { QuestionId, TopicId } from './quiz.ts'
import { seeded } from './random.ts'
import type { LocalDate } from './time.ts'
import { whyQuestion, type Why } from './why-question.ts'

/** No question comes twice within so many days, unless there is no other. */
const restDays = 60
/** By what share chance may raise a question's worth, so that channels don't all go the same way. */
const chance = 0.02

export type Picked = { readonly question: QuestionId; readonly why: Why }

export type Occasion = {
  readonly day: LocalDate
  /** Of this round. */
  readonly seed: string
  /** The same for all rounds of the channel. */
  readonly channel: string
}

/**
 * The question that the group needs most, of those that have rested: one that asks something new that the group seems not to know, or
 * asks again about a point it may have forgotten. A point that most people missed comes first, after some days and in another question, if
 * that is worth enough. The first questions cover the topics by their weights.
 *
 * @param topics that questions come from; empty: all
 * @param history in any order
 * @returns undefined only if no question belongs to `topics`
 */
export function pickQuestion(bank: Bank, topics: readonly TopicId[], history: readonly AskedRound[], occasion: Occasion): Picked | undefined {
  const wanted = topics.length === 0 ? bank.questions : bank.questions.filter(({ topic }) => topics.includes(topic))
  const rounds = inOrder(history)
  const latest = latestOf(rounds)
  const today = dayNumber(occasion.day)
  const rested = wanted.filter(({ id }) => isRested(latest.get(id), today))
  if (rested.length === 0) return longestAgo(wanted, latest)
  const points = pointsOf(bank)
  const outlook = outlookOf({ points, memory: groupMemory(points, rounds), today })
  const back = comebacks({ wanted, rested }, outlook)
  const turn = back.length > 0 ? undefined : topicInTurn(bank, { wanted, rested }, rounds.map(({ question }) => question), occasion.channel)
  const candidates = back.length > 0 ? back : rested.filter(({ topic }) => turn === undefined || topic === turn.topic)
  const question = mostWorth(candidates, outlook, occasion.seed)
  return question === undefined ? undefined : { question: question.id, why: whyQuestion(question, outlook, turn) }
}

/** The last round of each question, with the last day of any, and open if any is. @param rounds the oldest first */
function latestOf(rounds: readonly AskedRound[]): ReadonlyMap<QuestionId, AskedRound> {
  const latest = new Map<QuestionId, AskedRound>()
  for (const round of rounds) {
    const { day, open } = latest.get(round.question) ?? round
    latest.set(round.question, { ...round, day: day > round.day ? day : round.day, open: open === true || round.open === true })
  }
  return latest
}

const isRested = (last: AskedRound | undefined, today: number) => last === undefined || (last.open !== true && daysSince(last.day, today) >= restDays)

/** One that is open only if all are. */
function longestAgo(wanted: readonly BankQuestion[], latest: ReadonlyMap<QuestionId, AskedRound>): Picked | undefined {
  const asked = wanted.flatMap(({ id }) => latest.get(id) ?? [])
  const closed = asked.filter(({ open }) => open !== true)
  const [first, ...others] = closed.length > 0 ? closed : asked
  if (first === undefined) return undefined
  const { question, day } = others.reduce((a, b) => (b.at < a.at ? b : a), first)
  return { question, why: { kind: 'longest-ago', day } }
}

function mostWorth(candidates: readonly BankQuestion[], outlook: Outlook, seed: string): BankQuestion | undefined {
  const random = seeded(seed)
  const [first, ...others] = candidates.map((question) => ({ question, worth: questionWorth(question, outlook) * (1 + chance * random()) }))
  return first === undefined ? undefined : others.reduce((a, b) => (b.worth > a.worth ? b : a), first).question
}

/** Where a channel's courses are gone, a question of another one would be worse than none. @param lacks courses of the channel that the bot doesn't have */
export const whyNoQuestion = ({ questions, lacks = [] }: { readonly questions: readonly unknown[]; readonly lacks?: readonly unknown[] }): string =>
  questions.length === 0 && lacks.length > 0
    ? 'The bot doesn’t have this channel’s course anymore. Choose another course in the settings, or ask the people who run the bot to bring it back.'
    : 'The course has no questions on the chosen topics. Choose other topics in the settings.'
