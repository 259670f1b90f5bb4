// All that a ledger keeps of a group besides its people: what has to go when the whole group is to be forgotten. A table that names channels,
// rounds or groups has a line here (tests/ledger/forgetting-groups.test.ts looks through the whole file).
import type { GroupId, PersonId } from '../../core/quiz.ts'
import type { GroupSize } from '../forgetting.ts'
import type { Statements } from './statements.ts'

export type GroupTraces = {
  size(group: GroupId): GroupSize
  /** Nothing is posted there any more. */
  pause(groupId: number): void
  people(groupId: number, limit: number): readonly { readonly id: PersonId; readonly name: string }[]
  /** Of users who are known in this group alone, by their names. */
  accounts(group: GroupId, limit: number): readonly number[]
  /** One of its channels. */
  place(groupId: number): number | undefined
  /** The channel shares nothing any more, and its people are gone. */
  forgetPlace(placeId: number): void
  /** Once all of its channels are gone. @param groupId undefined: nobody has done anything there */
  forgetGroup(groupId: number | undefined, group: GroupId): void
}

const rounds = '(SELECT id FROM rounds WHERE place_id = @placeId)'

/** What only this channel's rounds show: the words of its team's own questions. */
const ownContents = `SELECT r.content_id FROM rounds r JOIN team_questions t ON t.name = r.question WHERE t.place_id = @placeId AND r.content_id IS NOT NULL
  UNION SELECT c.content_id FROM corrections c WHERE c.round_id IN ${rounds} AND c.content_id IS NOT NULL
  UNION SELECT c.content_before FROM corrections c WHERE c.round_id IN ${rounds} AND c.content_before IS NOT NULL`

const ofPlace = [
  `DELETE FROM votes WHERE round_id IN ${rounds}`,
  `DELETE FROM forgotten_votes WHERE round_id IN ${rounds}`,
  `DELETE FROM corrections WHERE round_id IN ${rounds}`,
  `DELETE FROM round_steps WHERE round_id IN ${rounds}`,
  'DELETE FROM events WHERE place_id = @placeId',
  'DELETE FROM team_members WHERE place_id = @placeId',
  'DELETE FROM teams WHERE place_id = @placeId',
  'DELETE FROM team_questions WHERE place_id = @placeId',
  'DELETE FROM team_decks WHERE place_id = @placeId',
  'DELETE FROM days_off WHERE place_id = @placeId',
  'DELETE FROM duty_reviews WHERE place_id = @placeId',
  'DELETE FROM final_boards WHERE place_id = @placeId',
  'DELETE FROM final_posts WHERE place_id = @placeId',
  'DELETE FROM weekly_recaps WHERE place_id = @placeId',
  'DELETE FROM seasons WHERE place_id = @placeId',
  'DELETE FROM share_codes WHERE place_id = @placeId',
  'DELETE FROM shared_channels WHERE place_id = @placeId',
  'DELETE FROM nudges WHERE place_id = @placeId',
  'DELETE FROM streak_starts WHERE place_id = @placeId',
  'DELETE FROM members WHERE place_id = @placeId',
  'DELETE FROM reports WHERE place_id = @placeId',
  `DELETE FROM answers WHERE round_id IN ${rounds}`,
  'DELETE FROM rounds WHERE place_id = @placeId',
  'DELETE FROM quizzes WHERE place_id = @placeId',
]

const boards = (scope: 'place' | 'group', owner: string) => [
  `DELETE FROM levels WHERE board_id IN (SELECT id FROM boards WHERE scope = '${scope}' AND owner_id = ${owner})`,
  `DELETE FROM scores WHERE board_id IN (SELECT id FROM boards WHERE scope = '${scope}' AND owner_id = ${owner})`,
  `DELETE FROM boards WHERE scope = '${scope}' AND owner_id = ${owner}`,
]

const ofGroup = [
  ...boards('group', '@groupId'),
  'DELETE FROM removals WHERE group_id = @groupId',
  'DELETE FROM reports WHERE group_id = @groupId',
  `DELETE FROM share_tries WHERE person > @group || '/' AND person < @group || '0'`,
  'DELETE FROM served_groups WHERE name = @group',
  'DELETE FROM groups WHERE id = @groupId',
]

/** What channels elsewhere asked together with this one stays theirs. */
const sharedElsewhere = `SELECT group_id FROM (
    SELECT group_id FROM rounds WHERE shared_id = @placeId UNION ALL SELECT l.group_id FROM shared_channels c JOIN places l ON l.id = c.place_id WHERE c.shared_id = @placeId
  ) WHERE group_id <> (SELECT group_id FROM places WHERE id = @placeId) LIMIT 1`

export function openGroupTraces(db: Statements): GroupTraces {
  const all = <Values extends object>(statements: readonly string[]) => statements.map((statement) => db.prepare<[Values]>(statement))
  const sql = {
    size: db.prepare<[{ readonly group: GroupId }], GroupSize>(
      `SELECT (SELECT count(*) FROM people p JOIN groups g ON g.id = p.group_id WHERE g.name = @group) AS people,
         (SELECT count(*) FROM accounts a WHERE a.name > @group || '/' AND a.name < @group || '0' AND NOT EXISTS (SELECT 1 FROM people p WHERE p.account_id = a.id)) AS alone,
         (SELECT count(*) FROM places l JOIN groups g ON g.id = l.group_id JOIN quizzes q ON q.place_id = l.id WHERE g.name = @group) AS channels,
         (SELECT count(*) FROM answers a JOIN rounds r ON r.id = a.round_id JOIN groups g ON g.id = r.group_id WHERE g.name = @group) AS answers`,
    ),
    pause: db.prepare<[number]>('UPDATE quizzes SET paused = 1 WHERE paused = 0 AND place_id IN (SELECT id FROM places WHERE group_id = ?)'),
    people: db.prepare<[number, number], { readonly id: PersonId; readonly name: string }>('SELECT name AS id, display_name AS name FROM people WHERE group_id = +? LIMIT +?'),
    accounts: db.prepare<[string, string, number], number>('SELECT id FROM accounts WHERE name > ? AND name < ? LIMIT ?').pluck(),
    place: db.prepare<[number], number>('SELECT id FROM places WHERE group_id = ? ORDER BY id LIMIT 1').pluck(),
    ownContents: db.prepare<[{ readonly placeId: number }], number>(ownContents).pluck(),
    dropContents: db.prepare<[{ readonly ids: string }]>(
      `DELETE FROM contents WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each(@ids)) AND id NOT IN (
         SELECT content_id FROM rounds WHERE content_id IS NOT NULL UNION SELECT content_id FROM corrections WHERE content_id IS NOT NULL
         UNION SELECT content_before FROM corrections WHERE content_before IS NOT NULL UNION SELECT content_id FROM course_corrections UNION SELECT content_asked FROM course_corrections)`,
    ),
    ofPlace: all<{ readonly placeId: number }>([...boards('place', '@placeId'), ...ofPlace]),
    sharedElsewhere: db.prepare<[{ readonly placeId: number }], number>(sharedElsewhere).pluck(),
    rehome: db.prepare<[number, number]>('UPDATE places SET group_id = ? WHERE id = ?'),
    dropPlace: db.prepare<[number]>('DELETE FROM places WHERE id = ?'),
    unshared: db.prepare<[number]>('UPDATE rounds SET shared_id = NULL WHERE shared_id = ?'),
    ofGroup: all<{ readonly groupId: number | null; readonly group: GroupId }>(ofGroup),
  }
  return {
    size: (group) => sql.size.get({ group }) ?? { people: 0, alone: 0, channels: 0, answers: 0 },
    pause: (groupId) => void sql.pause.run(groupId),
    people: (groupId, limit) => sql.people.all(groupId, limit),
    accounts: (group, limit) => sql.accounts.all(`${group}/`, `${group}0`, limit),
    place: (groupId) => sql.place.get(groupId),
    forgetPlace(placeId) {
      // The place that stands for what channels share has no rounds, and belongs to the group of the first of them.
      const elsewhere = sql.sharedElsewhere.get({ placeId })
      if (elsewhere !== undefined) return void sql.rehome.run(elsewhere, placeId)
      const contents = sql.ownContents.all({ placeId })
      for (const each of sql.ofPlace) each.run({ placeId })
      sql.dropContents.run({ ids: JSON.stringify(contents) })
      sql.unshared.run(placeId)
      sql.dropPlace.run(placeId)
    },
    forgetGroup(groupId, group) {
      for (const each of sql.ofGroup) each.run({ groupId: groupId ?? null, group })
    },
  }
}
