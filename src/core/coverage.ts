// A channel's first questions cover the blueprint: each topic gets its share of them, whatever the answers say, since a few answers say
// little. This is systematic sampling, one round at a time: https://en.wikipedia.org/wiki/Systematic_sampling
import { weightOf, type Bank, type BankQuestion } from './points.ts'
import type { QuestionId, TopicId } from './quiz.ts'
import { seeded } from './random.ts'

export type Coverage = {
  readonly topic: TopicId
  /** Of all chosen topics, 0 to 1. */
  readonly share: number
  /** How many of the channel's `rounds` had that topic. */
  readonly asked: number
  readonly rounds: number
}

type Question = Pick<BankQuestion, 'id' | 'topic'>

/**
 * The topic whose turn it is; undefined once there were half as many rounds as there are topics.
 *
 * @param wanted questions of the chosen topics, and `rested` those of them that can be asked
 * @param rounds questions the channel was asked, one entry a round
 * @param channel decides which topics come first: with the heaviest first, small ones would always wait for months
 */
export function topicInTurn(bank: Bank, questions: { readonly wanted: readonly Question[]; readonly rested: readonly Question[] }, rounds: readonly QuestionId[], channel: string): Coverage | undefined {
  const topicOf = new Map(questions.wanted.map(({ id, topic }) => [id, topic]))
  const topics = [...new Set(topicOf.values())].sort()
  const past = rounds.flatMap((id) => topicOf.get(id) ?? [])
  if (past.length * 2 >= topics.length) return undefined
  const total = topics.reduce((sum, topic) => sum + weightOf(bank, topic), 0)
  const random = seeded(`${channel} topics`)
  const free = new Set(questions.rested.map(({ topic }) => topic))
  const standing = topics.map((topic) => {
    const share = total === 0 ? 1 / topics.length : weightOf(bank, topic) / total
    const asked = past.filter((other) => other === topic).length
    return { topic, share, asked, rounds: past.length, behind: share * (past.length + 1) + random() - asked }
  })
  const [first, ...others] = standing.filter(({ topic }) => free.has(topic))
  if (first === undefined) return undefined
  const { behind: _, ...coverage } = others.reduce((a, b) => (b.behind > a.behind ? b : a), first)
  return coverage
}
