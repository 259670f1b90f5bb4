// The part that forgets people and groups, in SQLite.
import type { GroupId, PersonId, PlaceId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import type { Extent, Forgetting } from '../forgetting.ts'
import type { PersonSeen } from '../people.ts'
import type { Caches } from './file/cache.ts'
import type { CommitQueue } from './file/commit-queue.ts'
import { accountsOf, groupsNaming, linksOf } from './one-user.ts'
import { nameOf } from './tables/people.ts'
import type { KnownAs } from './tables/traces.ts'
import { settleLearner } from './settle-learner.ts'
import { leaveTogether } from './share-members.ts'
import type { Tables } from './tables/tables.ts'

export function openForgetting({ read, write }: CommitQueue, tables: Tables, caches: Pick<Caches, 'clear'>): Forgetting {
  return {
    known: (person) =>
      read(() => {
        const accounts = accountsOf(tables, person)
        const all = accounts.flatMap((id) => tables.traces.peopleOf(id))
        const groups = new Set([...all, ...groupsNaming(tables, person)].map(({ group }) => group))
        const here = groups.delete(person.group)
        return { here, elsewhere: groups.size > 0 || accounts.length > 1, alone: accounts.length > 0 && all.length === 0 }
      }),
    forget: (person, extent, now) =>
      write(() => {
        const managed = forget(tables, person, extent, now)
        caches.clear()
        return managed
      }),
    sizeOf: (group) => read(() => tables.groupTraces.size(group)),
    forgetGroup: (group, now) =>
      write(() => {
        const more = forgetSome(tables, group, now)
        caches.clear()
        return more
      }),
  }
}

/** In one transaction, so that people who press meanwhile hardly wait. */
const peopleAtOnce = 20

/** @returns whether there is more */
function forgetSome(tables: Tables, group: GroupId, now: Instant): boolean {
  const { groups, groupTraces } = tables
  const groupId = groups.find(group)
  if (groupId !== undefined) groupTraces.pause(groupId)
  const people = groupId === undefined ? [] : groupTraces.people(groupId, peopleAtOnce)
  for (const { id, name } of people) forget(tables, { id, name, group }, 'here', now)
  if (people.length > 0) return true
  const accounts = groupTraces.accounts(group, peopleAtOnce)
  for (const id of accounts) forgetAccount(tables, id)
  if (accounts.length > 0) return true
  if (groupId === undefined) return false
  const placeId = groupTraces.place(groupId)
  if (placeId === undefined) {
    groupTraces.forgetGroup(groupId, group)
    return false
  }
  leaveTogether(tables, placeId)
  groupTraces.forgetPlace(placeId)
  tables.askedNow.changed()
  return true
}

/** Their other accounts go on without it. */
function forgetAccount(tables: Tables, id: number): void {
  const { accounts, memories, traces } = tables
  const { learnerId } = accounts.byId(id)
  const isShared = accounts.ofLearner(learnerId).length > 1
  if (isShared) accounts.setApart([id])
  traces.forgetAccounts([id])
  if (!isShared) return
  memories.forget(learnerId)
  settleLearner(tables, learnerId)
}

const isSame = (known: KnownAs, person: PersonSeen) => known.name === person.id && known.group === person.group

/** Their names in all groups, their aliases, and what they were called when they linked accounts. */
function namesOf(tables: Tables, person: PersonSeen, all: readonly KnownAs[]): readonly string[] {
  const known = all.flatMap(({ group, name }) => tables.people.find(group, name) ?? [])
  const linked = linksOf(tables, person).flatMap(({ gave, took }) => [gave.name, took.name]).filter((name) => name !== '')
  return [...(nameOf(person) === null ? [] : [person.name]), ...linked, ...known.flatMap(({ name, alias }) => (alias === null ? [name] : [name, alias]))]
}

function forget(tables: Tables, person: PersonSeen, extent: Extent, now: Instant): readonly PlaceId[] {
  const { traces, askedNow, dossiers, daysOff, corrections, courseCorrections, people, accounts } = tables
  const own = accountsOf(tables, person)
  const learners = new Set(own.map((id) => accounts.byId(id).learnerId))
  const all = own.flatMap((id) => traces.peopleOf(id))
  const names = namesOf(tables, person, all)
  const managed = new Set<PlaceId>()
  const forgetName = (group: GroupId, name: PersonId) => {
    for (const place of dossiers.namedIn(group, name).manages) managed.add(place)
    daysOff.unname(group, name, names)
    corrections.unname(group, name, names)
    traces.forgetName(group, name)
  }
  for (const { group, id } of extent === 'everywhere' ? groupsNaming(tables, person) : []) forgetName(group, id)
  forgetName(person.group, person.id)
  courseCorrections.unname(names)
  const going = extent === 'everywhere' ? all : all.filter((each) => isSame(each, person))
  for (const each of going) {
    forgetName(each.group, each.name)
    traces.forgetPerson(each, now)
  }
  // What was studied alone stays as long as the user is known anywhere.
  if (extent === 'everywhere' || (going.length === all.length && own.length === 1)) traces.forgetAccounts(own)
  else for (const id of own.slice(0, 1)) for (const shown of people.settleHidden(accounts.byId(id).learnerId)) traces.drawAgain(shown)
  askedNow.changed()
  // What another person of theirs answered later may count now.
  for (const learnerId of learners) settleLearner(tables, learnerId)
  return [...managed]
}
