// What of somebody's own stands under their name in a group, also where they never answered: what they manage, added, took off, and
// corrected, and their teams. Part of what an export reads; see dossiers.ts.
import type { GroupId, PersonId, PlaceId } from '../../core/quiz.ts'
import type { InGroup, OwnCorrection, OwnDayOff } from '../exporting.ts'
import { optionsIn } from './options.ts'
import type { Statements } from './statements.ts'

export type NamedIn = Pick<InGroup, 'manages' | 'teams' | 'questions' | 'decks' | 'daysOff' | 'corrections' | 'undoneCorrections' | 'shareCodes'>

type QuestionRow = Omit<InGroup['questions'][number], 'approved'> & { readonly approved: number }
type DeckRow = Omit<InGroup['decks'][number], 'approved'> & { readonly approved: number }
type CorrectionRow = Omit<OwnCorrection, 'voided' | 'key'> & { readonly voided: number; readonly key: string }

export function namedInGroups(db: Statements): (group: GroupId, person: PersonId) => NamedIn {
  const ofGroup = 'FROM groups g JOIN places l ON l.group_id = g.id'
  const manages = db.prepare<[string, string], PlaceId>(
    `SELECT l.name ${ofGroup} JOIN quizzes q ON q.place_id = l.id
     WHERE g.name = +? AND EXISTS (SELECT 1 FROM json_each(q.managers) WHERE value = +?) ORDER BY l.name`,
  ).pluck()
  const teams = db.prepare<[string, string], InGroup['teams'][number]>(
    `SELECT l.name AS channel, t.name AS team ${ofGroup} JOIN team_members m ON m.place_id = l.id
     JOIN teams t ON t.place_id = m.place_id AND t.position = m.position WHERE g.name = +? AND m.person = +? ORDER BY l.name`,
  )
  const questions = db.prepare<[string, string], QuestionRow>(
    `SELECT t.name AS id, l.name AS channel, json_extract(t.body, '$.stem') AS text, t.approved_at IS NOT NULL AS approved, t.added_at AS at
     ${ofGroup} JOIN team_questions t ON t.place_id = l.id WHERE g.name = ? AND t.author = ? ORDER BY t.id`,
  )
  const decks = db.prepare<[string, string], DeckRow>(
    `SELECT t.name AS id, l.name AS channel, json_extract(t.body, '$.title') AS title, json_array_length(t.body, '$.cards') AS cards, t.approved_at IS NOT NULL AS approved, t.added_at AS at
     ${ofGroup} JOIN team_decks t ON t.place_id = l.id WHERE g.name = ? AND t.author = ? ORDER BY t.id`,
  )
  const daysOff = db.prepare<[string, string], OwnDayOff>(
    `SELECT l.name AS channel, d.from_date AS "from", d.to_date AS "to", d.kind, d.name, d.at
     ${ofGroup} JOIN days_off d ON d.place_id = l.id WHERE g.name = ? AND d.by_person = ? ORDER BY l.name, d.from_date, d.to_date`,
  )
  const corrected = `${ofGroup} JOIN rounds r ON r.place_id = l.id JOIN corrections c ON c.round_id = r.id WHERE g.name = ?`
  const corrections = db.prepare<[string, string], CorrectionRow>(
    `SELECT l.name AS channel, r.name AS round, r.question, c.at, c.why, c.voided, c.key, c.undone_at AS undoneAt ${corrected} AND c.by_person = ? ORDER BY c.id`,
  )
  // Without the reason: whoever corrected wrote it.
  const undone = db.prepare<[string, string], NamedIn['undoneCorrections'][number]>(
    `SELECT l.name AS channel, r.name AS round, r.question, c.undone_at AS at ${corrected} AND c.undone_by = ? ORDER BY c.undone_at, c.id`,
  )
  const shareCodes = db.prepare<[string, string], { readonly channel: PlaceId; readonly endsAt: number; readonly used: number }>(
    `SELECT l.name AS channel, s.ends_at AS endsAt, s.used_at IS NOT NULL AS used ${ofGroup} JOIN share_codes s ON s.place_id = l.id WHERE g.name = ? AND s.by_person = ? ORDER BY l.name`,
  )
  return (group, person) => ({
    manages: manages.all(group, person),
    teams: teams.all(group, person),
    daysOff: daysOff.all(group, person),
    corrections: corrections.all(group, person).map(({ voided, key, ...made }) => ({ ...made, voided: voided === 1, key: optionsIn(key) })),
    undoneCorrections: undone.all(group, person),
    shareCodes: shareCodes.all(group, person).map((code) => ({ ...code, used: code.used === 1 })),
    questions: questions.all(group, person).map((question) => ({ ...question, approved: question.approved === 1 })),
    decks: decks.all(group, person).map((deck) => ({ ...deck, approved: deck.approved === 1 })),
  })
}
