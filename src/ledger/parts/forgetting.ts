// The part that forgets people and groups.
import type { GroupId, PersonId, PlaceId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import type { Extent, Forgetting } from '../forgetting.ts'
import type { Jobs } from '../jobs.ts'
import type { PersonSeen } from '../people.ts'
import type { Caches } from '../tables/caches.ts'
import type { Statements } from '../tables/statements.ts'
import { accountsOf, groupsNaming, linksOf } from './one-user.ts'
import { nameOf } from '../tables/people.ts'
import type { KnownAs } from '../tables/traces.ts'
import { settleLearner } from './settle-learner.ts'
import type { Tables } from '../tables/tables.ts'

/** Hardly ever needed. */
const forgettingGroups = () => import('./forget-group.ts')

export function openForgetting(db: Statements, { read, write }: Jobs, tables: Tables, caches: Pick<Caches, 'clear'>): Forgetting {
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
    async sizeOf(group) {
      const { sizeOf } = await forgettingGroups()
      return read(() => sizeOf(db, group))
    },
    async forgetGroup(group, now) {
      const { forgetSome } = await forgettingGroups()
      return write(() => {
        const more = forgetSome(db, tables, (person) => forget(tables, person, 'here', now), group)
        caches.clear()
        return more
      })
    },
  }
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
