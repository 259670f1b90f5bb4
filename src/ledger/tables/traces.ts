// All that a ledger keeps of a person, in whatever table it is: what has to go when somebody is to be forgotten. A table that names
// people, accounts or learners has a line here (tests/ledger/forgetting.test.ts looks through the whole file).
import type { GroupId, PersonId } from '../../core/quiz.ts'
import { day, type Instant } from '../../core/time.ts'
import type { Statements } from './statements.ts'

/** A person in one group. */
export type KnownAs = { readonly personId: number; readonly accountId: number; readonly groupId: number; readonly name: PersonId; readonly group: GroupId }

export type Traces = {
  /** The same user in each group. */
  peopleOf(accountId: number): readonly KnownAs[]
  /** Also has the posts drawn again that may show their name. */
  forgetPerson(person: KnownAs, now: Instant): void
  /** Has the posts drawn again in which the person may be named. */
  drawAgain(personId: number): void
  /** Where a person is named who may never have answered: a manager, for example. */
  forgetName(group: GroupId, name: PersonId): void
  /** The groups in which this person manages a quiz, took days off, corrected, added or shared a question, or is in a team, under the name that they have there. @param nameIn undefined: nobody's */
  groupsNaming(nameIn: (group: GroupId) => PersonId | undefined): readonly GroupId[]
  /** With what they studied alone. Their people have to be gone. */
  forgetAccounts(ids: readonly number[]): void
}

/** Nobody scrolls back further to read who was right. */
const drawnAgainFor = 365 * day

export function openTraces(db: Statements): Traces {
  const sql = prepare(db)
  return {
    peopleOf: (accountId) => sql.peopleOf.all(accountId),
    forgetPerson(person, now) {
      for (const each of sql.person) each.run({ ...person, since: now - drawnAgainFor })
    },
    drawAgain(personId) {
      for (const each of sql.drawAgain) each.run({ personId, span: drawnAgainFor })
    },
    forgetName(group, name) {
      const groupId = sql.groupOf.get(group)
      if (groupId !== undefined) for (const each of sql.named) each.run({ name, groupId })
    },
    groupsNaming: (nameIn) => sql.groups.all().filter((group) => {
      const name = nameIn(group)
      return name !== undefined && sql.names.get({ group, name }) !== undefined
    }),
    forgetAccounts(ids) {
      const learners = new Set(ids.flatMap((id) => sql.learnerOf.get(id) ?? []))
      for (const accountId of ids) for (const each of sql.account) each.run({ accountId })
      for (const learnerId of learners) for (const each of sql.learner) each.run({ learnerId })
    },
  }
}

/** The rounds whose posts show an answer of the person: also those of other channels that share the question. */
const showing = (person: string) => `SELECT round_id FROM answers WHERE person_id = ${person}
  UNION SELECT o.id FROM answers a JOIN rounds r ON r.id = a.round_id JOIN rounds o ON o.shared_id = r.shared_id AND o.occasion = r.occasion WHERE a.person_id = ${person}`

/** Weekly recaps of weeks in which the person answered. */
const weekliesOf = `UPDATE weekly_recaps SET stale = stale + 1 WHERE message IS NOT NULL AND (place_id, week) IN (
  SELECT r.place_id, date(r.day, 'weekday 0', '-6 days') FROM rounds r WHERE r.id IN (${showing('@personId')}))`

/** Final boards of weeks and seasons in which the person answered. */
const finalsOf = `UPDATE final_posts SET stale = stale + 1 WHERE message IS NOT NULL AND EXISTS (
  SELECT 1 FROM rounds r WHERE r.id IN (${showing('@personId')})
    AND r.place_id = final_posts.place_id AND r.day BETWEEN final_posts.from_date AND final_posts.to_date)`

function prepare(db: Statements) {
  const all = <Values extends object>(statements: readonly string[]) => statements.map((statement) => db.prepare<[Values]>(statement))
  return {
    peopleOf: db.prepare<[number], KnownAs>(
      `SELECT p.id AS personId, p.account_id AS accountId, p.group_id AS groupId, p.name, g.name AS "group"
       FROM people p JOIN groups g ON g.id = p.group_id WHERE p.account_id = +? ORDER BY p.id`,
    ),
    person: all<KnownAs & { readonly since: Instant }>([
      // The levels of a board follow from what is shown (see the trigger).
      'UPDATE scores SET shown = 0 WHERE person_id = @personId',
      'DELETE FROM scores WHERE person_id = @personId',
      `INSERT INTO forgotten_votes (round_id, chosen, people)
         SELECT a.round_id, a.chosen, 1 FROM answers a JOIN rounds r ON r.id = a.round_id WHERE a.person_id = @personId AND a.superseded_by IS NULL AND r.state = 'closed'
         ON CONFLICT (round_id, chosen) DO UPDATE SET people = forgotten_votes.people + 1`,
      `UPDATE votes SET people = people - 1 WHERE (round_id, chosen) IN (
         SELECT a.round_id, a.chosen FROM answers a JOIN rounds r ON r.id = a.round_id WHERE a.person_id = @personId AND a.superseded_by IS NULL AND r.state <> 'closed')`,
      `UPDATE rounds SET redrawn = 0 WHERE state = 'closed' AND message IS NOT NULL AND closed_at >= @since
         AND id IN (${showing('@personId')})`,
      weekliesOf,
      finalsOf,
      'DELETE FROM answers WHERE person_id = @personId',
      'DELETE FROM members WHERE person_id = @personId',
      'DELETE FROM streak_starts WHERE person_id = @personId',
      'DELETE FROM away WHERE person_id = @personId',
      'DELETE FROM reports WHERE account_id = @accountId AND group_id = @groupId',
      'DELETE FROM nudges WHERE person_id = @personId',
      'DELETE FROM people WHERE id = @personId',
      'DELETE FROM link_codes WHERE account_id = @accountId',
      // The account stays linked, but not by what it was called here.
      `UPDATE links SET giver = '', giver_group = '', giver_name = '' WHERE account_id = @accountId AND giver_group = @group`,
      `UPDATE links SET taker = '', taker_group = '', taker_name = '' WHERE taker_id = @accountId AND taker_group = @group`,
      // What is left of the log makes the memories anew.
      'DELETE FROM study_log WHERE account_id = @accountId AND round_id IN (SELECT id FROM rounds WHERE group_id = @groupId)',
      'DELETE FROM memories WHERE learner_id = (SELECT learner_id FROM accounts WHERE id = @accountId)',
      'UPDATE learners SET remembered = 0 WHERE id = (SELECT learner_id FROM accounts WHERE id = @accountId)',
    ]),
    drawAgain: all<{ readonly personId: number; readonly span: number }>([
      weekliesOf,
      finalsOf,
      `UPDATE rounds SET redrawn = 0 WHERE state = 'closed' AND message IS NOT NULL AND id IN (${showing('@personId')})
         AND closed_at >= (SELECT max(r.closed_at) FROM answers a JOIN rounds r ON r.id = a.round_id WHERE a.person_id = @personId) - @span`,
    ]),
    named: all<{ readonly name: PersonId; readonly groupId: number }>([
      'UPDATE corrections SET by_person = NULL WHERE by_person = @name AND round_id IN (SELECT id FROM rounds WHERE group_id = @groupId)',
      'UPDATE corrections SET undone_by = NULL WHERE undone_by = @name AND round_id IN (SELECT id FROM rounds WHERE group_id = @groupId)',
      'UPDATE days_off SET by_person = NULL WHERE by_person = @name AND place_id IN (SELECT id FROM places WHERE group_id = @groupId)',
      'DELETE FROM team_members WHERE person = @name AND place_id IN (SELECT id FROM places WHERE group_id = @groupId)',
      'UPDATE team_questions SET author = NULL WHERE author = @name AND place_id IN (SELECT id FROM places WHERE group_id = @groupId)',
      'UPDATE team_decks SET author = NULL WHERE author = @name AND place_id IN (SELECT id FROM places WHERE group_id = @groupId)',
      `UPDATE rounds SET extras = replace(extras, json_quote(@name), '""') WHERE (group_id = @groupId OR shared_id IS NOT NULL) AND instr(extras, json_quote(@name)) > 0`,
      'DELETE FROM share_codes WHERE by_person = @name AND place_id IN (SELECT id FROM places WHERE group_id = @groupId)',
      'DELETE FROM share_tries WHERE person = @name',
      `UPDATE quizzes SET managers = (SELECT '[' || coalesce(string_agg(json_quote(value), ','), '') || ']' FROM json_each(managers) WHERE value <> @name)
         WHERE instr(managers, json_quote(@name)) > 0 AND place_id IN (SELECT id FROM places WHERE group_id = @groupId)`,
    ]),
    account: all<{ readonly accountId: number }>([
      'DELETE FROM study_log WHERE account_id = @accountId',
      'DELETE FROM sessions WHERE account_id = @accountId',
      'DELETE FROM reminders WHERE account_id = @accountId',
      'DELETE FROM reports WHERE account_id = @accountId',
      'DELETE FROM paused_items WHERE account_id = @accountId',
      'DELETE FROM ticks WHERE account_id = @accountId',
      'DELETE FROM links WHERE account_id = @accountId OR taker_id = @accountId',
      'DELETE FROM link_codes WHERE account_id = @accountId',
      'DELETE FROM link_tries WHERE account_id = @accountId',
      'DELETE FROM accounts WHERE id = @accountId',
    ]),
    groups: db.prepare<[], string>('SELECT name FROM groups ORDER BY id').pluck(),
    names: db.prepare<[{ readonly group: GroupId; readonly name: PersonId }], number>(
      `SELECT 1 FROM groups g JOIN places l ON l.group_id = g.id LEFT JOIN quizzes q ON q.place_id = l.id WHERE g.name = @group
         AND (instr(q.managers, json_quote(@name)) > 0 OR EXISTS (SELECT 1 FROM days_off d WHERE d.place_id = l.id AND d.by_person = @name)
           OR EXISTS (SELECT 1 FROM share_codes s WHERE s.place_id = l.id AND s.by_person = @name)
           OR EXISTS (SELECT 1 FROM team_members m WHERE m.place_id = l.id AND m.person = @name)
           OR EXISTS (SELECT 1 FROM corrections c WHERE @name IN (c.by_person, c.undone_by) AND c.round_id IN (SELECT id FROM rounds WHERE place_id = l.id))
           OR EXISTS (SELECT 1 FROM team_decks d WHERE d.place_id = l.id AND d.author = @name)
           OR EXISTS (SELECT 1 FROM team_questions t WHERE t.place_id = l.id AND t.author = @name)) LIMIT 1`,
    ).pluck(),
    groupOf: db.prepare<[string], number>('SELECT id FROM groups WHERE name = ?').pluck(),
    learnerOf: db.prepare<[number], number>('SELECT learner_id FROM accounts WHERE id = ?').pluck(),
    learner: all<{ readonly learnerId: number }>([
      'DELETE FROM memories WHERE learner_id = @learnerId',
      'DELETE FROM learners WHERE id = @learnerId',
    ]),
  }
}
