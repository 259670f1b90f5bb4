// One user in all their groups: by their account, and by what they are called elsewhere.
import type { GroupId, PersonId, Quiz } from '../../core/quiz.ts'
import type { PersonInGroup, PersonSeen } from '../people.ts'
import { accountOf } from './tables/people.ts'
import type { Tables } from './tables/tables.ts'

/** Somebody who only studied alone is in no group. */
export function accountIdOf({ people, accounts }: Pick<Tables, 'people' | 'accounts'>, person: PersonSeen): number | undefined {
  return people.find(person.group, person.id)?.accountId ?? accounts.find(accountOf(person))?.id
}

/** Somebody's id in another group, as theirs here reads with that group in front; undefined for an id without its group. */
export function nameIn(group: GroupId, person: PersonSeen): PersonId | undefined {
  return person.id.startsWith(person.group) ? group + person.id.slice(person.group.length) : undefined
}

export function inGroups(tables: Tables, person: PersonSeen): readonly PersonInGroup[] {
  const accountId = accountIdOf(tables, person)
  const known = accountId === undefined ? [] : tables.groupsOfUser.known(accountId)
  const managed = tables.groupsOfUser.managed(person).map((row) => ({ ...row, id: nameIn(row.group, person) ?? person.id, name: null }))
  return [...Map.groupBy([...known, ...managed], ({ group }) => group)].flatMap(([group, rows]) => {
    const [first] = rows
    const places = new Set(rows.flatMap(({ place }) => place ?? []))
    return first === undefined ? [] : [{ group, id: first.id, name: first.name, quizzes: [...places].flatMap((place) => quizIn(group, place, tables)) }]
  })
}

function quizIn(group: GroupId, place: string, { quizzes }: Tables): readonly Quiz[] {
  const quiz = quizzes.at(place)
  return quiz?.group === group ? [quiz] : []
}
