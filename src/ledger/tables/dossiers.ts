// All that is kept of somebody, read for themselves: from every table that names people, accounts or learners (tests/ledger/exporting.test.ts
// looks through the whole file). Nothing here may read a row of anybody else.
import { pointsForRight } from '../../core/board.ts'
import type { QuestionWords } from '../../core/question.ts'
import type { GroupId, PersonId } from '../../core/quiz.ts'
import type { Dossier, InGroup, OwnAnswer, OwnSession, Studied } from '../exporting.ts'
import { namedInGroups, type NamedIn } from './named-in.ts'
import { optionsIn } from './options.ts'
import { isShared } from './shared-channels.ts'
import { storedSession, type SessionRow } from './session-row.ts'
import type { Statements } from './statements.ts'

export type OwnPerson = { readonly id: number; readonly group: GroupId; readonly person: PersonId; readonly name: string; readonly alias: string | null; readonly hidden: number; readonly gone: number }

export type Dossiers = {
  learnerOf(accountId: number): number | undefined
  people(learnerId: number): readonly OwnPerson[]
  namedIn(group: GroupId, person: PersonId): NamedIn
  away(personId: number): InGroup['away']
  closeReminders(personId: number): InGroup['closeReminders']
  channels(personId: number): InGroup['channels']
  scores(personId: number): InGroup['scores']
  answers(personId: number): readonly OwnAnswer[]
  ofLearner(learnerId: number): Omit<Dossier, 'groups'>
}

type AnswerRow = Pick<OwnAnswer, 'at' | 'day' | 'channel' | 'round' | 'question'> & { readonly chosen: string; readonly is_right: number | null; readonly counts: number; readonly content_id: number | null }

export function openDossiers(db: Statements): Dossiers {
  const sql = { ...prepareOfPerson(db), ...prepareOfLearner(db) }

  function answers(personId: number): readonly OwnAnswer[] {
    const words = new Map<number, QuestionWords | null>()
    const wordsOf = (id: number): QuestionWords | null => {
      const known = words.get(id)
      if (known !== undefined) return known
      const read = wordsIn(sql.content.get(id))
      words.set(id, read)
      return read
    }
    return sql.answers.all(personId).map(({ chosen, is_right: judged, counts, content_id: content, ...answer }) => {
      const asked = content === null ? null : wordsOf(content)
      const options = optionsIn(chosen).map((option) => ({ option, text: asked?.options.find(({ id }) => id === option)?.text ?? null }))
      return { ...answer, text: asked?.stem ?? null, chosen: options, right: judged === null ? null : judged === 1, points: judged === null ? null : judged * counts * pointsForRight }
    })
  }

  return {
    learnerOf: (accountId) => sql.learnerOf.get(accountId),
    people: (learnerId) => sql.people.all(learnerId),
    namedIn: namedInGroups(db),
    away: (personId) => sql.away.all(personId),
    closeReminders: (personId) => sql.closeReminders.all(personId),
    channels: (personId) => sql.channels.all(personId),
    scores: (personId) => sql.scores.all(personId),
    answers,
    ofLearner: (learnerId) => ({
      accounts: sql.accounts.all(learnerId),
      courses: sql.courses.all(),
      chosenCourse: sql.chosenCourse.get(learnerId) ?? null,
      studied: sql.studied.all(learnerId).map((entry) => ({ ...entry, amends: entry.amends === 1 })),
      memories: sql.memories.all(learnerId),
      setAside: sql.setAside.all(learnerId),
      ticks: sql.ticks.all(learnerId),
      sessions: sql.sessions.all(learnerId).flatMap(ownSession),
      reminders: sql.reminders.all(learnerId),
      links: sql.links.all(learnerId, learnerId),
      linkCodes: sql.linkCodes.all(learnerId),
      wrongCodes: sql.wrongCodes.all(learnerId),
      reports: sql.reports.all(learnerId),
    }),
  }
}

/** Words of a version that nobody reads any more are no reason to keep the answers back. */
function wordsIn(body: string | undefined): QuestionWords | null {
  try {
    return body === undefined ? null : (JSON.parse(body) as QuestionWords)
  } catch {
    return null
  }
}

function ownSession(row: SessionRow): OwnSession[] {
  const session = storedSession(row)?.session
  if (session === undefined) return []
  const { id, kind, about, tasks, steps, startedAt, endsAt, endedAt, zone, abandoned } = session
  const answers = [...steps].flatMap(([position, { chosen, at, guess, flag }]) => {
    const task = tasks[position]
    return task === undefined ? [] : [{ item: task.item, chosen, at, guessed: guess, flagged: flag }]
  })
  return [{ id, kind, about, tasks: tasks.length, startedAt, endsAt, endedAt, zone, givenUp: abandoned, answers }]
}

function prepareOfPerson(db: Statements) {
  return {
    channels: db.prepare<[number], InGroup['channels'][number]>(
      `SELECT l.name AS channel, m.current AS streak, m.longest AS longestStreak, m.grace AS graceDays, m.last_day AS lastDay, m.answered_at AS lastAnswerAt,
         s.last_day AS countedFrom, s.current AS streakThen
       FROM members m JOIN places l ON l.id = m.place_id LEFT JOIN streak_starts s ON s.person_id = m.person_id AND s.place_id = m.place_id
       WHERE m.person_id = +? ORDER BY l.name`,
    ),
    away: db.prepare<[number], InGroup['away'][number]>('SELECT from_date AS "from", to_date AS "to", at FROM away WHERE person_id = ? ORDER BY from_date'),
    closeReminders: db.prepare<[number], InGroup['closeReminders'][number]>(
      'SELECT l.name AS channel, n.lead AS minutes, n.next_at AS nextAt FROM nudges n JOIN places l ON l.id = n.place_id WHERE n.person_id = +? ORDER BY l.name',
    ),
    scores: db.prepare<[number], InGroup['scores'][number]>(
      `SELECT b.scope, l.name AS channel, b.period, s.points, s.answered, s.right_answers AS "right", s.days FROM scores s JOIN boards b ON b.id = s.board_id
       LEFT JOIN places l ON b.scope = 'place' AND l.id = b.owner_id
       WHERE s.person_id = +? AND (s.answered > 0 OR s.days > 0) AND NOT coalesce(${isShared('l.name')}, false) ORDER BY b.scope, channel, b.period`,
    ),
    answers: db.prepare<[number], AnswerRow>(
      `SELECT a.at, a.day, l.name AS channel, r.name AS round, r.question, a.chosen, a.is_right, a.superseded_by IS NULL AS counts, r.content_id
       FROM answers a JOIN rounds r ON r.id = a.round_id JOIN places l ON l.id = r.place_id WHERE a.person_id = +? ORDER BY a.at, a.round_id`,
    ),
    content: db.prepare<[number], string>('SELECT body FROM contents WHERE id = ?').pluck(),
  }
}

type StudiedRow = Omit<Studied, 'amends'> & { readonly amends: number }

function prepareOfLearner(db: Statements) {
  return {
    learnerOf: db.prepare<[number], number>('SELECT learner_id FROM accounts WHERE id = ?').pluck(),
    courses: db.prepare<[], Dossier['courses'][number]>('SELECT number, name AS id FROM courses ORDER BY number'),
    chosenCourse: db.prepare<[number], number>('SELECT course FROM accounts WHERE learner_id = ? AND course IS NOT NULL ORDER BY id LIMIT 1').pluck(),
    accounts: db.prepare<[number], string>('SELECT name FROM accounts WHERE learner_id = ? ORDER BY id').pluck(),
    people: db.prepare<[number], OwnPerson>(
      `SELECT p.id, g.name AS "group", p.name AS person, p.display_name AS name, p.alias, p.hidden, p.gone
       FROM accounts a JOIN people p ON p.account_id = a.id JOIN groups g ON g.id = p.group_id WHERE a.learner_id = +? ORDER BY g.name`,
    ),
    studied: db.prepare<[number], StudiedRow>(
      `SELECT i.name AS item, s.day, s.at, s.source, s.grade, r.name AS round, s.amends FROM accounts a
       JOIN study_log s ON s.account_id = a.id JOIN items i ON i.id = s.item_id LEFT JOIN rounds r ON r.id = s.round_id
       WHERE a.learner_id = +? ORDER BY s.id`,
    ),
    memories: db.prepare<[number], Dossier['memories'][number]>(
      `SELECT i.name AS item, m.stability, m.difficulty, m.reps AS repetitions, m.lapses, m.last, m.due
       FROM memories m JOIN items i ON i.id = m.item_id WHERE m.learner_id = +? ORDER BY i.name`,
    ),
    setAside: db.prepare<[number], Dossier['setAside'][number]>(
      'SELECT i.name AS item, min(p.at) AS at FROM accounts a JOIN paused_items p ON p.account_id = a.id JOIN items i ON i.id = p.item_id WHERE a.learner_id = +? GROUP BY i.name ORDER BY i.name',
    ),
    ticks: db.prepare<[number], Dossier['ticks'][number]>('SELECT t.item, min(t.at) AS at FROM accounts a JOIN ticks t ON t.account_id = a.id WHERE a.learner_id = +? GROUP BY t.item ORDER BY t.item'),
    sessions: db.prepare<[number], SessionRow>('SELECT s.* FROM accounts a JOIN sessions s ON s.account_id = a.id WHERE a.learner_id = +? ORDER BY s.started_at, s.id'),
    // Also one that was ended and is still to be told to whoever gave the code.
    links: db.prepare<[number, number], Dossier['links'][number]>(
      `SELECT g.name AS gave, t.name AS took, l.at, l.ended_at AS endedAt FROM links l JOIN accounts g ON g.id = l.account_id JOIN accounts t ON t.id = l.taker_id
       WHERE g.learner_id = +? OR t.learner_id = +? ORDER BY l.at, l.id`,
    ),
    linkCodes: db.prepare<[number], Dossier['linkCodes'][number]>(
      'SELECT a.name AS account, c.ends_at AS endsAt, c.used_at AS usedAt FROM accounts a JOIN link_codes c ON c.account_id = a.id WHERE a.learner_id = +? ORDER BY a.id',
    ),
    wrongCodes: db.prepare<[number], Dossier['wrongCodes'][number]>(
      'SELECT a.name AS account, t.at FROM accounts a JOIN link_tries t ON t.account_id = a.id WHERE a.learner_id = +? ORDER BY t.at',
    ),
    reports: db.prepare<[number], Dossier['reports'][number]>(
      'SELECT r.question, r.kind, r.words, r.at, r.settled_as AS settled FROM accounts a JOIN reports r ON r.account_id = a.id WHERE a.learner_id = +? ORDER BY r.at, r.id',
    ),
    reminders: db.prepare<[number], Dossier['reminders'][number]>(
      'SELECT r.time, r.zone, r.next_at AS nextAt FROM accounts a JOIN reminders r ON r.account_id = a.id WHERE a.learner_id = +? ORDER BY a.id',
    ),
  }
}
