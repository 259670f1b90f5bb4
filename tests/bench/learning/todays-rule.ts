// The rule that the daily question had before it learned from answers. It is kept as the floor of the benchmark.
import { seeded } from '../../../src/core/random.ts'

type Question = { readonly id: string; readonly topic: string }
type Round = { readonly question: string; readonly answered: number; readonly right: number }
type Entry = { readonly times: number; readonly roundsAgo: number; readonly answered: number; readonly right: number }

/** @param rounds the latest last */
export function pickAsBefore(questions: readonly Question[], weights: ReadonlyMap<string, number>, rounds: readonly Round[], seed: string): string | undefined {
  const asked = new Map<string, Entry>()
  for (const [index, { question, answered, right }] of rounds.toReversed().entries()) {
    const later = asked.get(question) ?? { times: 0, roundsAgo: index + 1, answered: 0, right: 0 }
    asked.set(question, { times: later.times + 1, roundsAgo: later.roundsAgo, answered: later.answered + answered, right: later.right + right })
  }
  const timesAsked = ({ id }: Question) => asked.get(id)?.times ?? 0
  const fresh = questions.filter(({ id }) => asked.get(id)?.roundsAgo !== 1)
  const fewest = Math.min(...fresh.map(timesAsked))
  const due = fresh.filter((question) => timesAsked(question) === fewest)
  const random = seeded(seed)
  const topic = drawTopic(due, weights, random)
  const candidates = due.filter((question) => question.topic === topic)
  if (fewest === 0) return candidates[Math.floor(random() * candidates.length)]?.id
  return candidates.map(({ id }) => ({ id, need: need(asked.get(id)) })).reduce((a, b) => (b.need > a.need ? b : a)).id
}

function drawTopic(due: readonly Question[], weights: ReadonlyMap<string, number>, random: () => number): string | undefined {
  const topics = [...new Set(due.map(({ topic }) => topic))].sort()
  const weightOf = (topic: string) => weights.get(topic) ?? 1
  let left = random() * topics.reduce((sum, topic) => sum + weightOf(topic), 0)
  for (const topic of topics) {
    left -= weightOf(topic)
    if (left < 0) return topic
  }
  return topics.at(-1)
}

function need(entry: Entry | undefined): number {
  if (entry === undefined) return 0
  return entry.roundsAgo * (1 + (entry.answered - entry.right + 1) / (entry.answered + 2))
}
