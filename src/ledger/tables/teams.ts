// The tables of the teams of channels, and who counts for them.
import type { PersonId } from '../../core/quiz.ts'
import { teamKey, type Earned, type Team } from '../../core/team.ts'
import type { Statements } from './statements.ts'

/** `seat`: as whom they stand on the boards, which channels can have in common. */
export type Counting = Earned & { readonly personId: number; readonly name: string; readonly seat: number }

export type TeamsTable = {
  of(placeId: number): readonly Team[]
  /** In place of all there are. */
  save(placeId: number, teams: readonly Team[]): void
  /** Those of the board `all` who are shown by their name, as they are known where the channel is, with their points on another board; null: with none. */
  counting(all: number, boardId: number | null, placeId: number): readonly Counting[]
}

/** Who never answered where the channel is may have linked an account from there: who they are by that, as SQL. */
const linkedHere = (side: 'person' | 'name') => `(SELECT iif(l.account_id = d.id, ${side === 'person' ? 'l.giver, l.taker' : 'l.giver_name, l.taker_name'})
  FROM accounts d CROSS JOIN links l ON l.account_id = d.id OR l.taker_id = d.id
  WHERE d.learner_id = c.learner_id AND l.ended_at IS NULL AND iif(l.account_id = d.id, l.giver_group, l.taker_group) = (SELECT g.name FROM places h JOIN groups g ON g.id = h.group_id WHERE h.id = @placeId)
  LIMIT 1)`

export function openTeamsTable(db: Statements): TeamsTable {
  const names = db.prepare<[number], string>('SELECT name FROM teams WHERE place_id = ? ORDER BY position').pluck()
  const people = db.prepare<[number], { readonly name: string; readonly person: PersonId }>(
    'SELECT t.name, m.person FROM teams t JOIN team_members m ON m.place_id = t.place_id AND m.position = t.position WHERE t.place_id = +? ORDER BY t.position, m.person',
  )
  const clearMembers = db.prepare<[number]>('DELETE FROM team_members WHERE place_id = ?')
  const clear = db.prepare<[number]>('DELETE FROM teams WHERE place_id = ?')
  const add = db.prepare<[number, number, string, string]>('INSERT INTO teams (place_id, position, name, name_key) VALUES (?, ?, ?, ?)')
  const addMember = db.prepare<[number, string, number]>('INSERT INTO team_members (place_id, person, position) VALUES (?, ?, ?)')
  const counting = db.prepare<{ readonly all: number; readonly boardId: number | null; readonly placeId: number }, Counting>(
    `SELECT p.id AS seat, coalesce(here.id, p.id) AS personId, coalesce(here.name, ${linkedHere('person')}, p.name) AS person,
       coalesce(here.display_name, ${linkedHere('name')}, p.display_name) AS name, coalesce(s.points, 0) AS points
     FROM scores a JOIN people p ON p.id = a.person_id JOIN accounts c ON c.id = p.account_id LEFT JOIN scores s ON s.person_id = a.person_id AND s.board_id = +@boardId
       LEFT JOIN people here ON here.id =
         (SELECT q.id FROM accounts d CROSS JOIN people q ON q.account_id = d.id WHERE d.learner_id = c.learner_id AND q.group_id = (SELECT group_id FROM places WHERE id = @placeId))
     WHERE a.board_id = +@all AND a.shown = 1 AND p.alias IS NULL ORDER BY a.points DESC, a.answered, a.reached_at, a.right_answers, a.days, a.person_id`,
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
    counting: (all, boardId, placeId) => counting.all({ all, boardId, placeId }),
  }
}
