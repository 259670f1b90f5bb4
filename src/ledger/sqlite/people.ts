// The part for people, in SQLite.
import { isShown, withHidden } from '../../core/person.ts'
import type { GroupId, PersonId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import type { People, PersonSeen } from '../people.ts'
import type { CommitQueue } from './file/commit-queue.ts'
import type { Tables } from './tables/tables.ts'

export function openPeople({ read, write }: CommitQueue, tables: Tables): People {
  const { people, members } = tables
  return {
    placesOf: (person) => read(() => members.placesOf(person)),
    namesOf: (group, ids) => read(() => namesOf(tables, group, ids)),
    isHidden: (group, id) => read(() => people.find(group, id)?.hidden ?? false),
    setHidden: (person, hidden) => write(() => setHidden(tables, person, hidden)),
    toLookUp: (before, limit) => read(() => people.toLookUp(before, limit)),
    setPresence: (seen, at) =>
      write(() => {
        for (const { person, gone } of seen) setPresence(tables, person, gone, at)
      }),
  }
}

function namesOf({ people, scores }: Tables, group: GroupId, ids: readonly PersonId[]): ReadonlyMap<PersonId, string> {
  const names = new Map<PersonId, string>()
  for (const id of ids) {
    const person = people.find(group, id)
    if (person !== undefined && isShown(person) && scores.hasAny(person.id)) names.set(id, person.name)
  }
  return names
}

function setHidden({ people }: Tables, seen: PersonSeen, hidden: boolean): void {
  const person = people.find(seen.group, seen.id) ?? people.add(seen, 0)
  people.save(seen, person, withHidden(person, seen.name, hidden))
}

/** In every group that knows the id: platforms make ids unique, but the ledger does not depend on it. */
function setPresence({ people }: Tables, id: PersonId, gone: boolean, at: Instant): void {
  for (const group of people.groupsOf(id)) {
    const person = people.find(group, id)
    if (person === undefined) continue
    if (person.gone !== gone) people.save({ id, group }, person, { ...person, gone })
    people.saveLookedUp(person.id, at)
  }
}
