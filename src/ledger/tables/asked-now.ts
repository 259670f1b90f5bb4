// The questions that are asked in channels right now.
import type { Caches } from './caches.ts'
import type { AccountId, GroupId, QuestionId } from '../../core/quiz.ts'
import type { Statements } from './statements.ts'

export type AskedNow = {
  /** In the group, and in every group in which the account is known. */
  around(account: AccountId, group: GroupId): ReadonlySet<QuestionId>
  /** A round began or ended, or somebody is known in another group. */
  changed(): void
}

export function openAskedNow(db: Statements, caches: Caches): AskedNow {
  const known = caches.open<string, ReadonlySet<QuestionId>>(5_000)
  const groups = `SELECT id FROM groups WHERE name = @group
    UNION SELECT p.group_id FROM accounts a JOIN people p ON p.account_id = a.id WHERE a.name = @account`
  // Each part by the short index of the rounds of its state.
  const around = db
    .prepare<[{ readonly account: AccountId; readonly group: GroupId }], QuestionId>(
      `SELECT question FROM rounds WHERE state = 'open' AND place_id IN (SELECT id FROM places WHERE group_id IN (${groups}))
       UNION SELECT question FROM rounds WHERE state IN ('claimed', 'sending') AND group_id IN (${groups})`,
    )
    .pluck()
  return {
    around(account, group) {
      const key = `${group} ${account}`
      const found = known.get(key) ?? new Set(around.all({ account, group }))
      known.set(key, found)
      return found
    },
    changed: () => known.clear(),
  }
}
