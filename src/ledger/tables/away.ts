// The table of when people are away.
import type { DateRange } from '../../core/date-range.ts'
import type { AccountId, PersonId } from '../../core/quiz.ts'
import type { Instant, LocalDate } from '../../core/time.ts'
import type { Caches } from './caches.ts'
import type { Statements } from './statements.ts'

export type AwayTable = {
  /** In order. */
  of(personId: number): readonly DateRange[]
  /** In place of all there are. */
  save(personId: number, ranges: readonly DateRange[], at: Instant): void
  /** Whether the learner of this account is away on that date in one of their groups. */
  isAway(accountId: number, date: LocalDate): boolean
  /** Which of these people are away on that date. */
  among(people: readonly PersonId[], date: LocalDate): ReadonlySet<PersonId>
}

export function openAwayTable(db: Statements, caches: Caches): AwayTable {
  const of = db.prepare<[number], DateRange>('SELECT from_date AS "from", to_date AS "to" FROM away WHERE person_id = ? ORDER BY from_date')
  const add = db.prepare<[number, string, string, number]>('INSERT INTO away (person_id, from_date, to_date, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
  const remove = db.prepare<[number, string, string]>('DELETE FROM away WHERE person_id = ? AND from_date = ? AND to_date = ?')
  const ofAccount = db
    .prepare<[number, string, string], number>(
      `SELECT 1 FROM accounts o JOIN accounts l ON l.learner_id = o.learner_id JOIN people p ON p.account_id = l.id JOIN away a ON a.person_id = p.id
       WHERE o.id = +? AND a.from_date <= +? AND a.to_date >= +? LIMIT 1`,
    )
    .pluck()
  const ofName = db
    .prepare<[AccountId, string, string], number>(
      'SELECT 1 FROM people p JOIN away a ON a.person_id = p.id WHERE p.name = +? AND a.from_date <= +? AND a.to_date >= +? LIMIT 1',
    )
    .pluck()
  const cached = caches.open<number, readonly DateRange[]>(50_000)
  return {
    of(personId) {
      const known = cached.get(personId)
      if (known !== undefined) return known
      const ranges = of.all(personId)
      cached.set(personId, ranges)
      return ranges
    },
    save(personId, ranges, at) {
      const isIn = (all: readonly DateRange[], { from, to }: DateRange) => all.some((each) => each.from === from && each.to === to)
      const before = of.all(personId)
      for (const each of before) if (!isIn(ranges, each)) remove.run(personId, each.from, each.to)
      for (const each of ranges) if (!isIn(before, each)) add.run(personId, each.from, each.to, at)
      cached.delete(personId)
    },
    isAway: (accountId, date) => ofAccount.get(accountId, date, date) !== undefined,
    among: (people, date) => new Set(people.filter((person) => ofName.get(person, date, date) !== undefined)),
  }
}
