// People as the platforms know them, whether they are shown, and where their streaks stand.
import type { Database } from 'better-sqlite3'
import type { GroupId, PersonId, PlaceId } from '../../../core/quiz.ts'
import { noStreak, type Streak } from '../../../core/study-day.ts'
import type { Instant } from '../../../core/time.ts'
import type { PersonSeen } from '../../people.ts'
import type { Groups } from './groups.ts'
import type { Memory } from '../file/cache.ts'

export type Person = { readonly id: number; readonly name: string; readonly hidden: boolean; readonly gone: boolean }

export type Membership = { readonly placeId: number; readonly streak: Streak }

export type People = ReturnType<typeof openPeople>

type PersonRow = { readonly id: number; readonly display_name: string; readonly hidden: number; readonly gone: number }
type MemberRow = { readonly place_id: number; readonly current: number; readonly longest: number; readonly last_day: string | null }

export function openPeople(db: Database, memory: Memory, groups: Groups) {
  const sql = prepare(db)
  const known = memory.remember<string, Person>(50_000)
  const keyOf = (groupId: number, id: PersonId) => `${groupId} ${id}`

  function find(group: GroupId, id: PersonId): Person | undefined {
    const groupId = groups.find(group)
    if (groupId === undefined) return undefined
    const key = keyOf(groupId, id)
    const remembered = known.get(key)
    if (remembered !== undefined) return remembered
    const row = sql.find.get(id, groupId)
    if (row === undefined) return undefined
    const person = { id: row.id, name: row.display_name, hidden: row.hidden === 1, gone: row.gone === 1 }
    known.set(key, person)
    return person
  }

  function save(seen: Pick<PersonSeen, 'id' | 'group'>, before: Person, after: Person): Person {
    sql.save.run(after.name, after.hidden ? 1 : 0, after.gone ? 1 : 0, after.id)
    if (isShown(before) !== isShown(after)) sql.show.run(isShown(after) ? 1 : 0, after.id)
    known.set(keyOf(groups.findOrAdd(seen.group), seen.id), after)
    return after
  }

  function add(seen: PersonSeen, at: Instant): Person {
    const { lastInsertRowid } = sql.add.run(seen.id, groups.findOrAdd(seen.group), seen.name, at)
    return { id: Number(lastInsertRowid), name: seen.name, hidden: false, gone: false }
  }

  /** Keeps the name of somebody who is here now; whoever was gone is back. */
  function refresh(person: Person, seen: PersonSeen): Person {
    if (person.name === seen.name && !person.gone) return person
    return save(seen, person, { ...person, name: seen.name, gone: false })
  }

  return {
    find,
    refresh,

    findOrAdd(seen: PersonSeen, at: Instant): Person {
      const person = find(seen.group, seen.id)
      return person === undefined ? add(seen, at) : refresh(person, seen)
    },

    /** Of people on a board: they have an answer that counts, and are shown. */
    namesOf(group: GroupId, ids: readonly PersonId[]): ReadonlyMap<PersonId, string> {
      const found = ids.flatMap((id) => {
        const person = find(group, id)
        return person !== undefined && isShown(person) && sql.hasScore.get(person.id) !== undefined ? [[id, person.name] as const] : []
      })
      return new Map(found)
    },

    setHidden(seen: PersonSeen, hidden: boolean): void {
      const person = find(seen.group, seen.id) ?? add(seen, 0)
      save(seen, person, { ...person, name: seen.name, gone: false, hidden })
    },

    /** A person's name alone is that of one person, but the ledger does not depend on it. */
    setPresence(id: PersonId, gone: boolean, at: Instant): void {
      for (const { group } of sql.groupsOf.all(id)) {
        const person = find(group, id)
        if (person === undefined) continue
        if (person.gone !== gone) save({ id, group }, person, { ...person, gone })
        sql.lookedUp.run(at, person.id)
      }
    },

    toLookUp: (before: Instant, limit: number): readonly PersonSeen[] => sql.toLookUp.all(before, limit),

    streak(personId: number, placeId: number): Streak {
      const row = sql.member.get(personId, placeId)
      return row === undefined ? noStreak : streakOf(row)
    },
    memberships: (personId: number): readonly Membership[] =>
      sql.memberships.all(personId).map((row) => ({ placeId: row.place_id, streak: streakOf(row) })),
    saveMember(personId: number, placeId: number, { current, longest, lastDay }: Streak, at: Instant): void {
      sql.saveMember.run(personId, placeId, current, longest, lastDay, at)
    },
    placesOf: (id: PersonId): readonly PlaceId[] => sql.placesOf.all(id),
  }
}

export function isShown(person: Pick<Person, 'hidden' | 'gone'>): boolean {
  return !person.hidden && !person.gone
}

function streakOf(row: MemberRow): Streak {
  return { current: row.current, longest: row.longest, lastDay: row.last_day }
}

function prepare(db: Database) {
  return {
    find: db.prepare<[string, number], PersonRow>('SELECT id, display_name, hidden, gone FROM people WHERE name = ? AND group_id = ?'),
    add: db.prepare<[string, number, string, number]>(
      'INSERT INTO people (name, group_id, display_name, looked_up_at) VALUES (?, ?, ?, ?)',
    ),
    save: db.prepare<[string, number, number, number]>('UPDATE people SET display_name = ?, hidden = ?, gone = ? WHERE id = ?'),
    show: db.prepare<[number, number]>('UPDATE scores SET shown = ? WHERE person_id = ?'),
    hasScore: db.prepare<[number], number>('SELECT 1 FROM scores WHERE person_id = ? LIMIT 1').pluck(),
    lookedUp: db.prepare<[number, number]>('UPDATE people SET looked_up_at = ? WHERE id = ?'),
    groupsOf: db.prepare<[string], { group: string }>(
      'SELECT g.name AS "group" FROM people p JOIN groups g ON g.id = p.group_id WHERE p.name = +?',
    ),
    toLookUp: db.prepare<[number, number], PersonSeen>(
      `SELECT p.name AS id, g.name AS "group", p.display_name AS name FROM people p JOIN groups g ON g.id = p.group_id
       WHERE p.hidden = 0 AND p.gone = 0 AND p.looked_up_at < +? ORDER BY p.looked_up_at LIMIT +?`,
    ),
    member: db.prepare<[number, number], MemberRow>('SELECT * FROM members WHERE person_id = ? AND place_id = ?'),
    memberships: db.prepare<[number], MemberRow>('SELECT * FROM members WHERE person_id = ?'),
    saveMember: db.prepare<[number, number, number, number, string | null, number]>(
      `INSERT INTO members VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
       (current, longest, last_day, answered_at) = (excluded.current, excluded.longest, excluded.last_day, excluded.answered_at)`,
    ),
    placesOf: db
      .prepare<[string], string>(
        `SELECT l.name FROM people p JOIN members m ON m.person_id = p.id JOIN places l ON l.id = m.place_id
         WHERE p.name = +? ORDER BY m.answered_at DESC`,
      )
      .pluck(),
  }
}
