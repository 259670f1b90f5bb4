// The table of people: gives the platform's ids small integers, and keeps names and whether somebody is shown.
import { aliasKey, standInAlias } from '../../core/alias.ts'
import { isShown, newPerson, seenAgain, type Person } from '../../core/person.ts'
import type { AccountId, GroupId, PersonId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import type { LookUpBefore, LostAlias, PersonSeen } from '../people.ts'
import type { Caches } from './caches.ts'
import type { AccountsTable } from './accounts.ts'
import type { AskedNow } from './asked-now.ts'
import type { GroupsTable } from './groups.ts'
import type { Statements } from './statements.ts'
import type { Traces } from './traces.ts'

/** `hides`: what they asked for here; `hidden` also says whether they hide in a linked account. */
export type StoredPerson = Person & { readonly id: number; readonly accountId: number; readonly hides: boolean }

type Key = Pick<PersonSeen, 'id' | 'group'>

export type PeopleTable = {
  find(group: GroupId, id: PersonId): StoredPerson | undefined
  /** Who the account is in the group. */
  inGroup(accountId: number, group: GroupId): StoredPerson | undefined
  /** @param at when they were last looked up */
  add(seen: PersonSeen, at: Instant): StoredPerson
  save(key: Key, before: StoredPerson, after: StoredPerson): StoredPerson
  /** Whether somebody of this account has to be hidden because of another one that is linked with it. */
  isHiddenByLink(accountId: number): boolean
  /** Whether the learner hides in any group. */
  hidesAnywhere(learnerId: number): boolean
  /** Whether any of these accounts goes by an alias somewhere. */
  isAnyAliased(accounts: readonly number[]): boolean
  accountIdOf(personId: number): number | undefined
  /** Must be called when the learner's accounts or what they hide have changed. @returns who is hidden now and wasn't, or the other way round */
  settleHidden(learnerId: number): readonly number[]
  /** Whether somebody else in the group has this alias, or a name that looks like it. */
  isTaken(group: GroupId, alias: string, by: StoredPerson): boolean
  /** Takes the aliases that gave way to somebody's name since it was last asked for. */
  takeLostAliases(): readonly LostAlias[]
  /** Saves the name of somebody who is here now, and that they are here. */
  saveSeen(person: StoredPerson, seen: PersonSeen): StoredPerson
  /** The account that the person turns out to have: known by another name so far, or by two. */
  settleAccount(person: StoredPerson, seen: PersonSeen): void
  isSettled(person: StoredPerson, seen: PersonSeen): boolean
  /** The groups that know a person of this id. */
  groupsOf(id: PersonId): readonly GroupId[]
  saveLookedUp(personId: number, at: Instant): void
  /** People who do not hide and who were last looked up before that moment, longest ago first. */
  toLookUp(before: LookUpBefore, limit: number): readonly PersonSeen[]
}

export type PersonRow = { readonly id: number; readonly display_name: string; readonly hidden: number; readonly gone: number; readonly account_id: number; readonly alias: string | null; readonly hides: number }

export function openPeopleTable(db: Statements, caches: Caches, { groups, accounts, askedNow, traces }: { readonly groups: GroupsTable; readonly accounts: AccountsTable; readonly askedNow: AskedNow; readonly traces: Pick<Traces, 'drawAgain'> }): PeopleTable {
  const sql = prepare(db)
  /** Null: nobody is known there by that id, as everybody who only studies alone. */
  const cached = caches.open<string, StoredPerson | null>(50_000)
  const keyOf = (groupId: number, id: PersonId) => `${groupId} ${id}`

  function find(group: GroupId, id: PersonId): StoredPerson | undefined {
    const groupId = groups.find(group)
    if (groupId === undefined) return undefined
    const key = keyOf(groupId, id)
    const known = cached.get(key)
    if (known !== undefined) return known ?? undefined
    const row = sql.find.get(id, groupId)
    const person = row === undefined ? undefined : personOf(row)
    cached.set(key, person ?? null)
    return person
  }

  function save(key: Key, before: StoredPerson, after: StoredPerson): StoredPerson {
    const { name, hidden, hides, gone, alias, id } = after
    sql.save.run(name, Number(hidden), Number(hides), Number(gone), alias, alias === null ? null : aliasKey(alias), id)
    if (isShown(before) !== isShown(after)) sql.show.run(Number(isShown(after)), after.id)
    cached.set(keyOf(groups.findOrAdd(key.group), key.id), after)
    if (before.name !== name) giveWay(key.group, after.id, name)
    return after
  }

  function settleHidden(learnerId: number): readonly number[] {
    const changed = sql.hiddenOtherwise.all(learnerId)
    for (const { id, hidden, gone } of changed) {
      sql.hide.run(hidden, id)
      sql.show.run(Number(isShown({ hidden: hidden === 1, gone: gone === 1 })), id)
    }
    if (changed.length > 0) cached.clear()
    return changed.map(({ id }) => id)
  }

  const isHiddenByLink = (accountId: number) => sql.hiddenByLink.get(accountId) === 1

  function isTaken(group: GroupId, alias: string, id: number): boolean {
    const groupId = groups.find(group)
    const key = aliasKey(alias)
    if (groupId === undefined) return false
    if (sql.aliases.all(groupId, id).some((each) => aliasKey(each.alias) === key)) return true
    for (const name of sql.names.iterate(groupId, id)) if (aliasKey(name) === key) return true
    return false
  }

  /** Memory is enough: after a crash, one's own screen still says it. By person, as a transaction may run twice. */
  const lost = new Map<PersonId, LostAlias>()

  /** Nobody is shown by the name of somebody else who is here: their alias gives way. @param id whose name it is */
  function giveWay(group: GroupId, id: number, name: string): void {
    const groupId = groups.find(group)
    if (groupId === undefined) return
    const key = aliasKey(name)
    for (const { name: person, alias } of sql.aliases.all(groupId, id)) {
      const before = aliasKey(alias) === key ? find(group, person) : undefined
      if (before === undefined) continue
      const instead = standInAlias((each) => isTaken(group, each, before.id))
      save({ group, id: person }, before, { ...before, alias: instead })
      traces.drawAgain(before.id)
      lost.set(person, { group, person, alias, instead })
    }
  }

  return {
    find,
    inGroup(accountId, group) {
      const groupId = groups.find(group)
      const row = groupId === undefined ? undefined : sql.inGroup.get(accountId, groupId)
      return row === undefined ? undefined : personOf(row)
    },
    add(seen, at) {
      const { id: accountId } = accounts.findOrAdd(accountOf(seen))
      askedNow.changed()
      const groupId = groups.findOrAdd(seen.group)
      const hidden = isHiddenByLink(accountId)
      const id = Number(sql.add.get(seen.id, groupId, seen.name, at, accountId, Number(hidden)))
      cached.delete(keyOf(groupId, seen.id))
      if (nameOf(seen) !== null) giveWay(seen.group, id, seen.name)
      return { id, accountId, ...newPerson(seen.name), hidden, hides: false }
    },
    save,
    isHiddenByLink,
    hidesAnywhere: (learnerId) => sql.hiding.get(learnerId) !== undefined,
    isAnyAliased: (all) => all.some((id) => sql.aliasOf.get(id) !== undefined),
    accountIdOf: (personId) => sql.accountIdOf.get(personId),
    settleHidden,
    isTaken: (group, alias, { id }) => isTaken(group, alias, id),
    takeLostAliases() {
      const taken = [...lost.values()].filter(({ group, person, instead }) => find(group, person)?.alias === instead)
      lost.clear()
      return taken
    },
    saveSeen(person, seen) {
      const after = seenAgain(person, nameOf(seen))
      return after === person ? person : save(seen, person, after)
    },
    isSettled: ({ accountId }, seen) => accounts.find(accountOf(seen))?.id === accountId,
    settleAccount({ accountId }, seen) {
      const known = accounts.find(accountOf(seen))
      if (known === undefined) accounts.rename(accountId, accountOf(seen))
      else if (known.id !== accountId) {
        accounts.merge(accounts.byId(accountId), known)
        settleHidden(known.learnerId)
      }
      caches.clear()
    },
    groupsOf: (id) => sql.groupsOf.all(id),
    saveLookedUp: (personId, at) => void sql.lookedUp.run(at, personId),
    toLookUp: (before, limit) => sql.toLookUp.all(before.here, limit, before.gone, limit, limit),
  }
}

/** The platform's own user, who may be several people. */
export const accountOf = ({ account, id }: Pick<PersonSeen, 'account' | 'id'>): AccountId => account ?? id

/** Null for a stand-in. */
export const nameOf = (seen: PersonSeen): string | null => (seen.standIn === true ? null : seen.name)

export function personOf(row: PersonRow): StoredPerson {
  return { id: row.id, name: row.display_name, hidden: row.hidden === 1, hides: row.hides === 1, gone: row.gone === 1, accountId: row.account_id, alias: row.alias }
}

/** All that {@link personOf} reads; `p` is the person. */
export const personColumns = 'p.id, p.display_name, p.hidden, p.hides, p.gone, p.account_id, p.alias'

/** Whether an account is linked with one that hides somewhere, as SQL. */
export const hidesElsewhere = (accountId: string): string =>
  `EXISTS (SELECT 1 FROM accounts a JOIN accounts b ON b.learner_id = a.learner_id AND b.id <> a.id JOIN people q ON q.account_id = b.id WHERE a.id = ${accountId} AND q.hides = 1)`

/**
 * Whether people `p`, who are one learner, are shown in different ways: by name and by an alias, or by two aliases. As SQL.
 *
 * @param over of window functions; empty where they are grouped
 */
export const shownDifferently = (over = ''): string => `min(coalesce(p.alias_key, '')) ${over} <> max(coalesce(p.alias_key, '')) ${over}`

function prepare(db: Statements) {
  return {
    find: db.prepare<[string, number], PersonRow>(`SELECT ${personColumns} FROM people p WHERE p.name = ? AND p.group_id = ?`),
    inGroup: db.prepare<[number, number], PersonRow>(`SELECT ${personColumns} FROM people p WHERE p.account_id = ? AND p.group_id = ?`),
    add: db
      .prepare<[string, number, string, number, number, number], number>(
        'INSERT INTO people (name, group_id, display_name, looked_up_at, account_id, hidden) VALUES (?, ?, ?, ?, ?, ?) RETURNING id',
      )
      .pluck(),
    save: db.prepare<[string, number, number, number, string | null, string | null, number]>(
      'UPDATE people SET display_name = ?, hidden = ?, hides = ?, gone = ?, alias = ?, alias_key = ? WHERE id = ?',
    ),
    hiding: db.prepare<[number], number>('SELECT 1 FROM accounts a JOIN people p ON p.account_id = a.id WHERE a.learner_id = +? AND p.hides = 1 LIMIT 1').pluck(),
    aliasOf: db.prepare<[number], number>('SELECT 1 FROM people WHERE account_id = +? AND alias IS NOT NULL LIMIT 1').pluck(),
    accountIdOf: db.prepare<[number], number>('SELECT account_id FROM people WHERE id = ?').pluck(),
    hide: db.prepare<[number, number]>('UPDATE people SET hidden = ? WHERE id = ?'),
    hiddenByLink: db.prepare<[number], number>(`SELECT ${hidesElsewhere('+?')}`).pluck(),
    hiddenOtherwise: db.prepare<[number], { id: number; hidden: number; gone: number }>(
      `SELECT * FROM (SELECT p.id, p.gone, p.hidden AS before, iif(p.hides = 1 OR ${hidesElsewhere('p.account_id')}, 1, 0) AS hidden
         FROM accounts o JOIN people p ON p.account_id = o.id WHERE o.learner_id = +?) WHERE before <> hidden ORDER BY id`,
    ),
    // Their keys were made by the rule of their time, so they are compared anew.
    aliases: db.prepare<[number, number], { readonly name: PersonId; readonly alias: string }>('SELECT name, alias FROM people WHERE group_id = ? AND alias_key IS NOT NULL AND id <> ?'),
    // Through all people: nobody takes an alias often.
    names: db.prepare<[number, number], string>('SELECT display_name FROM people WHERE group_id = ? AND id <> ?').pluck(),
    show: db.prepare<[number, number]>('UPDATE scores SET shown = iif(answered > 0, CAST(? AS BIGINT), 0) WHERE person_id = ?'),
    lookedUp: db.prepare<[number, number]>('UPDATE people SET looked_up_at = ? WHERE id = ?'),
    groupsOf: db.prepare<[string], string>('SELECT g.name FROM people p JOIN groups g ON g.id = p.group_id WHERE p.name = +? ORDER BY g.id').pluck(),
    // In two parts, each of which reads the beginning of an index.
    toLookUp: db.prepare<[number, number, number, number, number], PersonSeen>(
      `SELECT p.name AS id, g.name AS "group", p.display_name AS name FROM (
         SELECT * FROM (SELECT * FROM people WHERE hidden = 0 AND gone = 0 AND looked_up_at < +? ORDER BY looked_up_at, id LIMIT +?)
         UNION ALL
         SELECT * FROM (SELECT * FROM people WHERE hidden = 0 AND gone = 1 AND looked_up_at < +? ORDER BY looked_up_at, id LIMIT +?)
       ) p JOIN groups g ON g.id = p.group_id ORDER BY p.looked_up_at, p.id LIMIT +?`,
    ),
  }
}
