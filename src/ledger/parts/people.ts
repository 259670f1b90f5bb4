// The part for people.
import { howShown, isShown, lookedUp, seenAgain, withShown, type Shown } from '../../core/person.ts'
import type { GroupId, PersonId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import type { Jobs } from '../jobs.ts'
import type { People, PersonSeen, PresenceFound } from '../people.ts'
import { inGroups } from './in-groups.ts'
import { reseat, settleLearner } from './settle-learner.ts'
import { accountOf, nameOf, type StoredPerson } from '../tables/people.ts'
import type { Tables } from '../tables/tables.ts'

export function openPeople({ read, write, peek }: Jobs, tables: Tables): People {
  const { people, members, accounts, groups, nudges, sharedScores } = tables
  return {
    placesOf: (person) => read(() => [...new Set([...members.placesOf(person), ...nudges.placesOf(person)])]),
    inGroups: (person) => read(() => inGroups(tables, person)),
    namesOf: (group, ids) => read(() => namesOf(tables, group, ids)),
    shown: (group, id, account = id) =>
      read(() => {
        const person = people.find(group, id)
        const accountId = accounts.find(account)?.id
        if (person === undefined) return howShown({ hidden: accountId !== undefined && people.isHiddenByLink(accountId), hides: false, alias: null })
        return howShown(person, sharedScores.isMixed([accounts.byId(person.accountId).learnerId], groups.find(group) ?? null))
      }),
    isHidden: (group, id) => read(() => people.find(group, id)?.hidden ?? false),
    setHidden: (person, hidden) => write(() => setShown(tables, person, { as: hidden ? 'hidden' : 'name' })),
    setAlias: (person, alias) => write(() => setAlias(tables, person, alias)),
    takeLostAliases: () => read(() => people.takeLostAliases()),
    noteSeen: async (seen) => {
      if (await peek(() => isNews(tables, seen))) await write(() => noteSeen(tables, seen))
    },
    noteChange: async (seen, gone) => {
      if (await peek(() => isChange(tables, seen, gone))) await write(() => lookUpNext(tables, seen))
    },
    toLookUp: (before, limit) => read(() => people.toLookUp(before, limit)),
    setPresence: (all, at) =>
      write(() => {
        for (const found of all) setPresence(tables, found, at)
      }),
  }
}

function namesOf({ people, scores }: Tables, group: GroupId, ids: readonly PersonId[]): ReadonlyMap<PersonId, string> {
  const names = new Map<PersonId, string>()
  for (const id of ids) {
    const person = people.find(group, id)
    if (person !== undefined && isShown(person) && person.alias === null && scores.hasAny(person.id)) names.set(id, person.name)
  }
  return names
}

/** Posts that may show the person in another way are drawn again. */
function setShown(tables: Tables, seen: PersonSeen, shown: Shown): void {
  const { people, traces, links, accounts } = tables
  const person = people.find(seen.group, seen.id) ?? people.add(seen, 0)
  const wanted = withShown(person, nameOf(seen), shown)
  const after = people.save(seen, person, { ...wanted, hides: wanted.hidden, hidden: wanted.hidden || people.isHiddenByLink(person.accountId) })
  const others = links.accountsWith(person.accountId).length === 0 ? [] : people.settleHidden(accounts.byId(person.accountId).learnerId)
  if (person.hidden !== after.hidden || person.alias !== after.alias) traces.drawAgain(person.id)
  for (const other of others) traces.drawAgain(other)
  if (others.length > 0) reseat(tables, accounts.byId(person.accountId).learnerId)
  else reseatIfNews(tables, person, after)
}

/** Somebody may stand on the common board of several channels as one of several people. */
function reseatIfNews(tables: Tables, before: StoredPerson, after: StoredPerson): void {
  if (isShown(before) !== isShown(after) || before.alias !== after.alias) reseat(tables, tables.accounts.byId(after.accountId).learnerId)
}

function setAlias(tables: Tables, seen: PersonSeen, alias: string): boolean {
  const person = tables.people.find(seen.group, seen.id) ?? tables.people.add(seen, 0)
  if (tables.people.isTaken(seen.group, alias, person)) return false
  setShown(tables, seen, { as: 'alias', alias })
  return true
}

function isNews({ people }: Tables, seen: PersonSeen): boolean {
  const person = people.find(seen.group, seen.id)
  return person !== undefined && (seenAgain(person, nameOf(seen)) !== person || !people.isSettled(person, seen))
}

function isChange({ people }: Tables, seen: PersonSeen, gone: boolean): boolean {
  const person = people.find(seen.group, seen.id)
  return person !== undefined && lookedUp(person, { gone, name: nameOf(seen) }) !== person
}

function lookUpNext({ people }: Tables, seen: PersonSeen): void {
  const person = people.find(seen.group, seen.id)
  if (person !== undefined) people.saveLookedUp(person.id, 0)
}

function noteSeen(tables: Tables, seen: PersonSeen): void {
  const { people, accounts } = tables
  const person = people.find(seen.group, seen.id)
  if (person === undefined) return
  reseatIfNews(tables, person, people.saveSeen(person, seen))
  if (people.isSettled(person, seen)) return
  people.settleAccount(person, seen)
  const account = accounts.find(accountOf(seen))
  if (account !== undefined) settleLearner(tables, account.learnerId)
}

/** In every group that knows the id: platforms make ids unique, but the ledger does not depend on it. */
function setPresence(tables: Tables, { person: id, gone, name = null }: PresenceFound, at: Instant): void {
  const { people } = tables
  for (const group of people.groupsOf(id)) {
    const person = people.find(group, id)
    if (person === undefined) continue
    const after = lookedUp(person, { gone, name })
    if (after !== person) reseatIfNews(tables, person, people.save({ id, group }, person, after))
    people.saveLookedUp(person.id, at)
  }
}
