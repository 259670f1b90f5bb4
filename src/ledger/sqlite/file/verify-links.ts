// Checks links: who is one learner must be linked, who is linked must be one learner, and who hides in one account is hidden in all of them.
import type { Database } from 'better-sqlite3'
import { hidesElsewhere } from '../../tables/people.ts'

type Account = { readonly id: number; readonly learner_id: number }
type Pair = { readonly one: number; readonly other: number }

export function linkProblems(db: Database): string[] {
  const accounts = db.prepare<[], Account>('SELECT id, learner_id FROM accounts ORDER BY id').all()
  const links = db.prepare<[], Pair>('SELECT account_id AS one, taker_id AS other FROM links WHERE ended_at IS NULL').all()
  const linked = joined(accounts, links)
  const byLearner = Map.groupBy(accounts, ({ learner_id }) => learner_id)
  const problems: string[] = []
  for (const [learner, own] of byLearner) {
    const parts = new Set(own.map(({ id }) => linked.get(id)))
    if (parts.size > 1) problems.push(`Learner ${learner} has accounts that aren’t linked: ${own.map(({ id }) => id).join(', ')}.`)
  }
  const learnerOf = new Map(accounts.map(({ id, learner_id }) => [id, learner_id]))
  for (const { one, other } of links) {
    if (learnerOf.get(one) !== learnerOf.get(other)) problems.push(`Accounts ${one} and ${other} are linked but belong to two learners.`)
  }
  const hidden = db.prepare<[], number>(`SELECT p.id FROM people p WHERE p.hidden <> max(p.hides, ${hidesElsewhere('p.account_id')})`).pluck()
  return [...problems, ...hidden.all().map((id) => `Person ${id} is shown or hidden in another way than they and their linked accounts asked for.`)]
}

/** What hangs together by links, each part named by one of its accounts. */
function joined(accounts: readonly Account[], links: readonly Pair[]): ReadonlyMap<number, number> {
  const part = new Map(accounts.map(({ id }) => [id, id]))
  for (const { one, other } of links) {
    const [into, from] = [part.get(one) ?? one, part.get(other) ?? other]
    for (const [id, of] of part) if (of === from) part.set(id, into)
  }
  return part
}
