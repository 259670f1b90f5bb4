// The tables of links, of the codes that make them, and of codes that didn't work.
import { mostTries } from '../../core/code.ts'
import type { LinkId } from '../../core/link.ts'
import type { AccountId, GroupId, PersonId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import type { Caches } from './caches.ts'
import { hashOf } from './code-hash.ts'
import type { Statements } from './statements.ts'

/** One end of a link, as it was kept. `group` and `name` are empty where they were deleted. */
export type StoredSide = { readonly accountId: number; readonly account: AccountId; readonly person: PersonId; readonly group: GroupId; readonly name: string }

export type StoredLink = { readonly id: LinkId; readonly at: Instant; readonly gave: StoredSide; readonly took: StoredSide; readonly endedAt: Instant | null; readonly tellAt: Instant | null }

export type StoredCode = { readonly side: StoredSide; readonly endsAt: Instant; readonly used: boolean }

type NewSide = Omit<StoredSide, 'account'>

export type LinksTable = {
  /** Whether anything is linked at all. Cheap. */
  isAny(): boolean
  /** All of a learner, if that are several. */
  accountsWith(accountId: number): readonly number[]
  /** Those that still hold, of the account and of whatever it is linked with. */
  ofLearner(learnerId: number): readonly StoredLink[]
  find(id: LinkId): StoredLink | undefined
  add(link: { readonly id: LinkId; readonly at: Instant; readonly gave: NewSide; readonly took: NewSide }): void
  /** @param keep it is to be told yet */
  remove(id: LinkId, endedAt: Instant, keep: boolean): void
  /** What hangs together with the account by links. */
  reachableFrom(accountId: number): readonly number[]
  untold(now: Instant, limit: number): readonly StoredLink[]
  /** A link that was ended is gone with that. */
  saveTell(id: LinkId, at: Instant | null): void
  saveCode(side: NewSide, code: string, endsAt: Instant): void
  findCode(code: string): StoredCode | undefined
  useCode(code: string, at: Instant): void
  /** The latest first. */
  failures(accountId: number): readonly Instant[]
  addFailure(accountId: number, at: Instant): void
  isUntidy(codesBefore: Instant, failuresBefore: Instant): boolean
  tidy(codesBefore: Instant, failuresBefore: Instant): void
}

type LinkRow = {
  readonly name: string; readonly at: number; readonly ended_at: number | null; readonly tell_at: number | null
  readonly account_id: number; readonly giver_account: string; readonly giver: string; readonly giver_group: string; readonly giver_name: string
  readonly taker_id: number; readonly taker_account: string; readonly taker: string; readonly taker_group: string; readonly taker_name: string
}

type CodeRow = { readonly account_id: number; readonly account: string; readonly person: string; readonly person_group: string; readonly person_name: string; readonly ends_at: number; readonly used_at: number | null }

export function openLinksTable(db: Statements, caches: Caches): LinksTable {
  const sql = prepare(db)
  // Boards ask for each of their rows; where nobody is linked, which is usual, they read nothing.
  const known = caches.open<'any', boolean>(1)

  function isAny(): boolean {
    const any = known.get('any') ?? sql.any.get() !== undefined
    known.set('any', any)
    return any
  }

  return {
    isAny,
    accountsWith(accountId) {
      const all = isAny() ? sql.accountsWith.all(accountId) : []
      return all.length > 1 ? all : []
    },
    ofLearner: (learnerId) => sql.ofLearner.all(learnerId).map(linkOf),
    find(id) {
      const row = sql.find.get(id)
      return row === undefined ? undefined : linkOf(row)
    },
    add({ id, at, gave, took }) {
      sql.add.run(id, gave.accountId, gave.person, gave.group, gave.name, took.accountId, took.person, took.group, took.name, at, at)
      known.clear()
    },
    remove(id, endedAt, keep) {
      if (keep) sql.end.run(endedAt, id)
      else sql.remove.run(id)
      known.clear()
    },
    reachableFrom: (accountId) => sql.reachable.all(accountId),
    untold: (now, limit) => sql.untold.all(now, limit).map(linkOf),
    saveTell(id, at) {
      sql.saveTell.run(at, id)
      if (at === null) sql.removeEnded.run(id)
    },
    saveCode({ accountId, person, group, name }, code, endsAt) {
      sql.dropCode.run(accountId, hashOf(code))
      sql.saveCode.run(accountId, hashOf(code), person, group, name, endsAt)
    },
    findCode(code) {
      const row = sql.findCode.get(hashOf(code))
      if (row === undefined) return undefined
      const side = { accountId: row.account_id, account: row.account, person: row.person, group: row.person_group, name: row.person_name }
      return { side, endsAt: row.ends_at, used: row.used_at !== null }
    },
    useCode: (code, at) => void sql.useCode.run(at, hashOf(code)),
    failures: (accountId) => sql.failures.all(accountId),
    addFailure: (accountId, at) => void sql.addFailure.run(accountId, at),
    isUntidy: (codesBefore, failuresBefore) => sql.untidyCodes.get(codesBefore) !== undefined || sql.untidyFailures.get(failuresBefore) !== undefined,
    tidy(codesBefore, failuresBefore) {
      sql.tidyCodes.run(codesBefore)
      sql.tidyFailures.run(failuresBefore)
    },
  }
}

function linkOf(row: LinkRow): StoredLink {
  return {
    id: row.name, at: row.at, endedAt: row.ended_at, tellAt: row.tell_at,
    gave: { accountId: row.account_id, account: row.giver_account, person: row.giver, group: row.giver_group, name: row.giver_name },
    took: { accountId: row.taker_id, account: row.taker_account, person: row.taker, group: row.taker_group, name: row.taker_name },
  }
}

function prepare(db: Statements) {
  const select = 'SELECT l.*, g.name AS giver_account, t.name AS taker_account FROM links l JOIN accounts g ON g.id = l.account_id JOIN accounts t ON t.id = l.taker_id'
  return {
    any: db.prepare<[], number>('SELECT 1 FROM links LIMIT 1').pluck(),
    accountsWith: db.prepare<[number], number>('SELECT b.id FROM accounts a JOIN accounts b ON b.learner_id = a.learner_id WHERE a.id = +? ORDER BY b.id').pluck(),
    ofLearner: db.prepare<[number], LinkRow>(`${select} WHERE g.learner_id = +? AND l.ended_at IS NULL ORDER BY l.at, l.id`),
    find: db.prepare<[string], LinkRow>(`${select} WHERE l.name = +? AND l.ended_at IS NULL`),
    add: db.prepare<[string, number, string, string, string, number, string, string, string, number, number]>(
      `INSERT INTO links (name, account_id, giver, giver_group, giver_name, taker_id, taker, taker_group, taker_name, at, tell_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    end: db.prepare<[number, string]>('UPDATE links SET ended_at = ? WHERE name = ?'),
    remove: db.prepare<[string]>('DELETE FROM links WHERE name = ?'),
    removeEnded: db.prepare<[string]>('DELETE FROM links WHERE name = ? AND ended_at IS NOT NULL'),
    reachable: db.prepare<[number], number>(
      `WITH RECURSIVE linked (id) AS (SELECT CAST(? AS BIGINT) UNION
         SELECT iif(l.account_id = o.id, l.taker_id, l.account_id) FROM linked o JOIN links l ON l.account_id = o.id OR l.taker_id = o.id WHERE l.ended_at IS NULL)
       SELECT id FROM linked`,
    ).pluck(),
    untold: db.prepare<[number, number], LinkRow>(`${select} WHERE l.tell_at <= +? ORDER BY l.tell_at, l.id LIMIT +?`),
    saveTell: db.prepare<[number | null, string]>('UPDATE links SET tell_at = ? WHERE name = ?'),
    dropCode: db.prepare<[number, string]>('DELETE FROM link_codes WHERE account_id = ? OR hash = ?'),
    saveCode: db.prepare<[number, string, string, string, string, number]>(
      'INSERT INTO link_codes (account_id, hash, person, person_group, person_name, ends_at) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    findCode: db.prepare<[string], CodeRow>('SELECT c.*, a.name AS account FROM link_codes c JOIN accounts a ON a.id = c.account_id WHERE c.hash = +?'),
    useCode: db.prepare<[number, string]>('UPDATE link_codes SET used_at = ? WHERE hash = ? AND used_at IS NULL'),
    failures: db.prepare<[number], number>(`SELECT at FROM link_tries WHERE account_id = ? ORDER BY at DESC LIMIT ${mostTries}`).pluck(),
    addFailure: db.prepare<[number, number]>('INSERT INTO link_tries VALUES (?, ?)'),
    untidyCodes: db.prepare<[number], number>('SELECT 1 FROM link_codes WHERE ends_at < +? LIMIT 1').pluck(),
    untidyFailures: db.prepare<[number], number>('SELECT 1 FROM link_tries WHERE at < +? LIMIT 1').pluck(),
    tidyCodes: db.prepare<[number]>('DELETE FROM link_codes WHERE ends_at < ?'),
    tidyFailures: db.prepare<[number]>('DELETE FROM link_tries WHERE at < ?'),
  }
}
