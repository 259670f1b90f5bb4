// Checks what channels have in common that share their daily question: their boards, and that nobody’s answer counts twice.
import type { Database } from 'better-sqlite3'
import { numberOf } from '../../../core/number-of.ts'
import { columns, selectShared } from '../../tables/shared-scores.ts'

export function sharedProblems(db: Database): string[] {
  const shared = db.prepare<[], number>('SELECT DISTINCT shared_id FROM shared_channels').pluck().all()
  return [...shared.flatMap((sharedId) => [...boardProblems(db, sharedId), ...leadProblems(db, sharedId)]), ...answerProblems(db)]
}

function boardProblems(db: Database, sharedId: number): string[] {
  const kept = `SELECT ${columns} FROM scores WHERE board_id IN (SELECT id FROM boards WHERE scope = 'place' AND owner_id = @sharedId)`
  const differences = (one: string, other: string) =>
    Number(db.prepare(`SELECT count(*) FROM (SELECT * FROM (${one}) EXCEPT SELECT * FROM (${other}))`).pluck().get({ sharedId, learnerId: null }))
  const wrong = Math.max(differences(selectShared, kept), differences(kept, selectShared))
  return wrong === 0 ? [] : [`The common board of the channels that share a question (place ${sharedId}) doesn’t match their own boards (${numberOf(wrong, 'row')}).`]
}

function leadProblems(db: Database, sharedId: number): string[] {
  const leads = Number(db.prepare<[number]>('SELECT sum(leads) FROM shared_channels WHERE shared_id = ?').pluck().get(sharedId))
  return leads === 1 ? [] : [`Of the channels that share a question (place ${sharedId}), ${leads} lead. One has to.`]
}

function answerProblems(db: Database): string[] {
  const counted = db.prepare<[], { readonly learner_id: number; readonly occasion: string; readonly counting: number }>(
    `SELECT c.learner_id, r.occasion, sum(a.superseded_by IS NULL) AS counting FROM rounds r JOIN answers a ON a.round_id = r.id
     JOIN people p ON p.id = a.person_id JOIN accounts c ON c.id = p.account_id
     WHERE r.shared_id IS NOT NULL GROUP BY r.shared_id, r.occasion, c.learner_id HAVING counting <> 1`,
  )
  return counted.all().map(({ learner_id: learner, occasion, counting }) => `Learner ${learner} has ${counting} answers that count to the shared question of ${occasion}. It should be one.`)
}
