// Which question comes next in a channel: depends on the bank, on what the channel was asked before, and on a seed.
import type { QuestionId, TopicId } from './quiz.ts'
import { seeded } from './random.ts'

export type BankQuestion = { readonly id: QuestionId; readonly topic: TopicId }

export type Bank = {
  readonly questions: readonly BankQuestion[]
  /** Share of each topic; any unit. */
  readonly weights: ReadonlyMap<TopicId, number>
}

/** How often a channel was asked one question, and how it did. */
export type Asked = {
  readonly question: QuestionId
  readonly times: number
  /** Rounds of the channel since it was last asked: 1 for the latest. */
  readonly roundsAgo: number
  readonly answered: number
  readonly right: number
  /** People can answer it right now, or soon. */
  readonly open?: boolean
}

type AskedOnce = Pick<Asked, 'question' | 'answered' | 'right' | 'open'>

/** Adds up a channel's rounds by question. @param rounds those that were posted or may still be, the latest first */
export function historyOf(rounds: readonly AskedOnce[]): readonly Asked[] {
  const asked = new Map<QuestionId, Asked>()
  for (const [index, { question, answered, right, open = false }] of rounds.entries()) {
    const later: Omit<Asked, 'question'> = asked.get(question) ?? { times: 0, roundsAgo: index + 1, answered: 0, right: 0 }
    asked.set(question, {
      question,
      times: later.times + 1,
      roundsAgo: later.roundsAgo,
      answered: later.answered + answered,
      right: later.right + right,
      ...(open || later.open === true ? { open: true } : {}),
    })
  }
  return [...asked.values()]
}

/**
 * The next question. None comes again before all questions of the chosen topics were asked. The topic is drawn by weight; within
 * it, an unseen question is drawn at random, and of seen ones the longest ago and most often missed comes first. The latest question,
 * and one that is open, comes again only if there is no other.
 *
 * @returns undefined only if no question belongs to `topics`
 */
export function pickQuestion(
  bank: Bank,
  topics: readonly TopicId[],
  history: readonly Asked[],
  seed: string,
): QuestionId | undefined {
  const asked = new Map(history.map((entry) => [entry.question, entry]))
  const wanted = topics.length === 0 ? bank.questions : bank.questions.filter(({ topic }) => topics.includes(topic))
  if (wanted.length === 0) return undefined
  const isFresh = ({ id }: BankQuestion) => asked.get(id)?.roundsAgo !== 1 && asked.get(id)?.open !== true
  const some = wanted.filter(isFresh)
  const fresh = some.length === 0 ? wanted : some
  const timesAsked = (id: QuestionId) => asked.get(id)?.times ?? 0
  const fewest = Math.min(...fresh.map(({ id }) => timesAsked(id)))
  const due = fresh.filter(({ id }) => timesAsked(id) === fewest)

  const random = seeded(seed)
  const topic = drawTopic(due, bank.weights, random)
  const candidates = due.filter((question) => question.topic === topic)
  if (fewest === 0) return candidates[Math.floor(random() * candidates.length)]?.id
  return candidates.map(({ id }) => ({ id, need: need(asked.get(id)) })).reduce((a, b) => (b.need > a.need ? b : a)).id
}

/** A topic's weight does not depend on how many questions it has left. */
function drawTopic(due: readonly BankQuestion[], weights: ReadonlyMap<TopicId, number>, random: () => number): TopicId {
  const topics = [...new Set(due.map(({ topic }) => topic))].sort()
  const weightOf = (topic: TopicId) => weights.get(topic) ?? 1
  let left = random() * topics.reduce((sum, topic) => sum + weightOf(topic), 0)
  for (const topic of topics) {
    left -= weightOf(topic)
    if (left < 0) return topic
  }
  return topics.at(-1) as TopicId
}

/** Age in rounds, up to doubled by the share of wrong answers; one imaginary answer either way steadies small groups. */
function need(entry: Asked | undefined): number {
  if (entry === undefined) return 0
  const missed = (entry.answered - entry.right + 1) / (entry.answered + 2)
  return entry.roundsAgo * (1 + missed)
}
