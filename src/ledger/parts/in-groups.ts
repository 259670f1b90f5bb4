// One user in all their groups, with the daily questions that are their own there.
import type { GroupId, Quiz } from '../../core/quiz.ts'
import type { PersonInGroup, PersonSeen } from '../people.ts'
import { accountIdOf, nameIn } from './one-user.ts'
import type { Tables } from '../tables/tables.ts'

export function inGroups(tables: Tables, person: PersonSeen): readonly PersonInGroup[] {
  const accountId = accountIdOf(tables, person)
  const known = accountId === undefined ? [] : tables.groupsOfUser.known(accountId)
  const nudged = accountId === undefined ? [] : tables.nudges.ofAccount(accountId)
  const managed = tables.groupsOfUser.managed(person).map((row) => ({ ...row, id: nameIn(row.group, person) ?? person.id, name: null }))
  return [...Map.groupBy([...known, ...nudged, ...managed], ({ group }) => group)].flatMap(([group, rows]) => {
    const [first] = rows
    const places = new Set(rows.flatMap(({ place }) => place ?? []))
    return first === undefined ? [] : [{ group, id: first.id, name: first.name, quizzes: [...places].flatMap((place) => quizIn(group, place, tables)) }]
  })
}

function quizIn(group: GroupId, place: string, { quizzes }: Tables): readonly Quiz[] {
  const quiz = quizzes.at(place)
  return quiz?.group === group ? [quiz] : []
}
