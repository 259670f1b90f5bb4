// The part that forgets people, in SQLite.
import type { GroupId, PersonId, PlaceId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import type { Extent, Forgetting } from '../forgetting.ts'
import type { PersonSeen } from '../people.ts'
import type { Caches } from './file/cache.ts'
import type { CommitQueue } from './file/commit-queue.ts'
import { accountIdOf, groupsNaming, nameIn } from './one-user.ts'
import { nameOf } from './tables/people.ts'
import type { KnownAs } from './tables/traces.ts'
import type { Tables } from './tables/tables.ts'

export function openForgetting({ read, write }: CommitQueue, tables: Tables, caches: Pick<Caches, 'clear'>): Forgetting {
  return {
    known: (person) =>
      read(() => {
        const accountId = accountIdOf(tables, person)
        const all = accountId === undefined ? [] : tables.traces.peopleOf(accountId)
        const groups = new Set([...all.map(({ group }) => group), ...groupsNaming(tables, person)])
        const here = groups.delete(person.group)
        return { here, elsewhere: groups.size > 0, alone: accountId !== undefined && all.length === 0 }
      }),
    forget: (person, extent, now) =>
      write(() => {
        const managed = forget(tables, person, extent, now)
        caches.clear()
        return managed
      }),
  }
}

const isSame = (known: KnownAs, person: PersonSeen) => known.name === person.id && known.group === person.group

/** Their names in all groups, and their aliases. */
function namesOf({ people }: Tables, person: PersonSeen, all: readonly KnownAs[]): readonly string[] {
  const known = all.flatMap(({ group, name }) => people.find(group, name) ?? [])
  return [...(nameOf(person) === null ? [] : [person.name]), ...known.flatMap(({ name, alias }) => (alias === null ? [name] : [name, alias]))]
}

function forget(tables: Tables, person: PersonSeen, extent: Extent, now: Instant): readonly PlaceId[] {
  const { traces, askedNow, dossiers, daysOff, corrections } = tables
  const accountId = accountIdOf(tables, person)
  const all = accountId === undefined ? [] : traces.peopleOf(accountId)
  const names = namesOf(tables, person, all)
  const managed = new Set<PlaceId>()
  const forgetName = (group: GroupId, name: PersonId) => {
    for (const place of dossiers.managedBy(group, name)) managed.add(place)
    daysOff.unname(group, name, names)
    corrections.unname(group, name, names)
    traces.forgetName(group, name)
  }
  for (const group of extent === 'everywhere' ? groupsNaming(tables, person) : []) forgetName(group, nameIn(group, person) ?? person.id)
  forgetName(person.group, person.id)
  if (accountId === undefined) return [...managed]
  const going = extent === 'everywhere' ? all : all.filter((each) => isSame(each, person))
  for (const each of going) {
    forgetName(each.group, each.name)
    traces.forgetPerson(each, now)
  }
  if (going.length === all.length) traces.forgetAccount(accountId)
  askedNow.changed()
  return [...managed]
}
