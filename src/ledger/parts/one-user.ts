// What belongs to the user of a platform: their account, those that are linked with it, and the groups in which they are named.
import type { GroupId, PersonId } from '../../core/quiz.ts'
import type { PersonSeen } from '../people.ts'
import type { StoredLink } from '../tables/links.ts'
import { accountOf } from '../tables/people.ts'
import type { Tables } from '../tables/tables.ts'

/** Somebody who only studied alone is in no group. */
export function accountIdOf({ people, accounts }: Pick<Tables, 'people' | 'accounts'>, person: Pick<PersonSeen, 'id' | 'account' | 'group'>): number | undefined {
  return people.find(person.group, person.id)?.accountId ?? accounts.find(accountOf(person))?.id
}

/** Somebody's id in another group, as theirs here reads with that group in front; undefined for an id without its group. */
export function nameIn(group: GroupId, person: Pick<PersonSeen, 'id' | 'group'>): PersonId | undefined {
  return person.id.startsWith(person.group) ? group + person.id.slice(person.group.length) : undefined
}

/** The user's account and those that are linked with it; none of somebody unknown. */
export function accountsOf(tables: Pick<Tables, 'people' | 'accounts' | 'links'>, person: PersonSeen): readonly number[] {
  const accountId = accountIdOf(tables, person)
  if (accountId === undefined) return []
  const linked = tables.links.accountsWith(accountId)
  return linked.length === 0 ? [accountId] : linked
}

/** All that still hold, of any account of the learner. */
export function linksOf(tables: Pick<Tables, 'people' | 'accounts' | 'links'>, person: PersonSeen): readonly StoredLink[] {
  const accountId = accountIdOf(tables, person)
  return accountId === undefined ? [] : tables.links.ofLearner(tables.accounts.byId(accountId).learnerId)
}

type User = Pick<PersonSeen, 'id' | 'group'>

/** Under which ids the user is known, with those of linked accounts. */
export function idsOf(tables: Pick<Tables, 'people' | 'accounts' | 'links' | 'traces'>, person: PersonSeen): readonly User[] {
  const known = accountsOf(tables, person).flatMap((id) => tables.traces.peopleOf(id)).map(({ name, group }) => ({ id: name, group }))
  const linked = linksOf(tables, person).flatMap(({ gave, took }) => [gave, took]).map((side) => ({ id: side.person, group: side.group }))
  return [person, ...known, ...linked.filter(({ id, group }) => id !== '' && group !== '')]
}

export type Naming = { readonly group: GroupId; readonly id: PersonId }

/** Groups in which they manage a quiz, took days off, corrected, added or shared a question, or are in a team, also where they never answered, and their id there. */
export function groupsNaming(tables: Pick<Tables, 'people' | 'accounts' | 'links' | 'traces'>, person: PersonSeen): readonly Naming[] {
  const all = idsOf(tables, person).flatMap((user) => {
    const idIn = (group: GroupId) => nameIn(group, user)
    return tables.traces.groupsNaming(idIn).map((group) => ({ group, id: idIn(group) ?? user.id }))
  })
  return [...new Map(all.map((each) => [`${each.group} ${each.id}`, each])).values()]
}
