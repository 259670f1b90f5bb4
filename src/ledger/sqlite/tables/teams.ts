// The tables of the teams of channels, and who counts for them.
import type { Database } from 'better-sqlite3'
import type { PersonId } from '../../../core/quiz.ts'
import { teamKey, type Earned, type Team } from '../../../core/team.ts'

export type Counting = Earned & { readonly personId: number; readonly name: string }

export type TeamsTable = {
  of(placeId: number): readonly Team[]
  /** In place of all there are. */
  save(placeId: number, teams: readonly Team[]): void
  /** Those of the board `all` who are shown by their name, with their points on another one of the same channel; null: with none. */
  counting(all: number, boardId: number | null): readonly Counting[]
  /** The same of common boards, as they are known where the channel is. `seat`: as who they stand on the boards. */
  countingShared(all: number, boardId: number | null, placeId: number): readonly (Counting & { readonly seat: number })[]
}

export function openTeamsTable(db: Database): TeamsTable {
  const names = db.prepare<[number], string>('SELECT name FROM teams WHERE place_id = ? ORDER BY position').pluck()
  const people = db.prepare<[number], { readonly name: string; readonly person: PersonId }>(
    'SELECT t.name, m.person FROM teams t JOIN team_members m ON m.place_id = t.place_id AND m.position = t.position WHERE t.place_id = +? ORDER BY t.position, m.person',
  )
  const clearMembers = db.prepare<[number]>('DELETE FROM team_members WHERE place_id = ?')
  const clear = db.prepare<[number]>('DELETE FROM teams WHERE place_id = ?')
  const add = db.prepare<[number, number, string, string]>('INSERT INTO teams (place_id, position, name, name_key) VALUES (?, ?, ?, ?)')
  const addMember = db.prepare<[number, string, number]>('INSERT INTO team_members (place_id, person, position) VALUES (?, ?, ?)')
  const counting = db.prepare<[number | null, number], Counting>(
    `SELECT p.id AS personId, p.name AS person, p.display_name AS name, coalesce(s.points, 0) AS points
     FROM scores a JOIN people p ON p.id = a.person_id LEFT JOIN scores s ON s.person_id = a.person_id AND s.board_id = +?
     WHERE a.board_id = +? AND a.shown = 1 AND p.alias IS NULL`,
  )
  const countingShared = db.prepare<{ readonly all: number; readonly boardId: number | null; readonly placeId: number }, Counting & { readonly seat: number }>(
    `SELECT p.id AS seat, coalesce(here.id, p.id) AS personId, coalesce(here.name, p.name) AS person, coalesce(here.display_name, p.display_name) AS name, coalesce(s.points, 0) AS points
     FROM scores a JOIN people p ON p.id = a.person_id JOIN accounts c ON c.id = p.account_id LEFT JOIN scores s ON s.person_id = a.person_id AND s.board_id = +@boardId
       LEFT JOIN (SELECT q.id, q.name, q.display_name, d.learner_id FROM people q JOIN accounts d ON d.id = q.account_id WHERE q.group_id = (SELECT group_id FROM places WHERE id = @placeId)) here
         ON here.learner_id = c.learner_id
     WHERE a.board_id = +@all AND a.shown = 1 AND p.alias IS NULL`,
  )
  return {
    of(placeId) {
      const members = Map.groupBy(people.all(placeId), ({ name }) => name)
      return names.all(placeId).map((name) => ({ name, people: (members.get(name) ?? []).map(({ person }) => person) }))
    },
    save(placeId, teams) {
      clearMembers.run(placeId)
      clear.run(placeId)
      for (const [position, team] of teams.entries()) {
        add.run(placeId, position, team.name, teamKey(team.name))
        for (const person of team.people) addMember.run(placeId, person, position)
      }
    },
    counting: (all, boardId) => counting.all(boardId, all),
    countingShared: (all, boardId, placeId) => countingShared.all({ all, boardId, placeId }),
  }
}
