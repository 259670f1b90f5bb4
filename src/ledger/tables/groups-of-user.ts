// The groups of one user, read from the tables of people, members and quizzes.
import type { GroupId, PersonId, PlaceId } from '../../core/quiz.ts'
import type { PersonSeen } from '../people.ts'
import type { Statements } from './statements.ts'

export type GroupsOfUser = {
  /** A row for each channel in which the user has answered, the latest answer first, and one without a channel for each other group. */
  known(accountId: number): readonly Known[]
  /** The quizzes that the user manages, in all groups; only in their own if their id does not begin with it. */
  managed(person: PersonSeen): readonly Pick<Known, 'group' | 'place'>[]
}

type Known = { readonly id: PersonId; readonly name: string | null; readonly group: GroupId; readonly place: PlaceId | null }

export function openGroupsOfUser(db: Statements): GroupsOfUser {
  const known = db.prepare<[number], Known>(
    `SELECT p.name AS id, p.display_name AS name, g.name AS "group", l.name AS place
     FROM people p JOIN groups g ON g.id = p.group_id
       LEFT JOIN members m ON m.person_id = p.id LEFT JOIN places l ON l.id = m.place_id AND l.group_id = p.group_id
     WHERE p.account_id = +? ORDER BY m.answered_at DESC NULLS LAST, p.id`,
  )
  const quizzes = 'FROM quizzes q JOIN places l ON l.id = q.place_id JOIN groups g ON g.id = l.group_id'
  const managedHere = db.prepare<[string, string], Pick<Known, 'group' | 'place'>>(
    `SELECT g.name AS "group", l.name AS place ${quizzes} WHERE g.name = +? AND instr(q.managers, json_quote(+?)) > 0 ORDER BY q.place_id`,
  )
  // The end of an id is found first: it reads one table alone, and few rows have it.
  const managedAnywhere = db.prepare<[string, string], Pick<Known, 'group' | 'place'>>(
    `SELECT g.name AS "group", l.name AS place ${quizzes}
     WHERE instr(q.managers, +?) > 0 AND instr(q.managers, json_quote(g.name || +?)) > 0 ORDER BY q.place_id`,
  )
  return {
    known: (accountId) => known.all(accountId),
    managed({ id, group }) {
      if (!id.startsWith(group)) return managedHere.all(group, id)
      const ending = id.slice(group.length)
      return managedAnywhere.all(`${ending}"`, ending)
    },
  }
}
