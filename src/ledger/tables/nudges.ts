// The table of reminders before a question closes.
import { leads, nudgeAt, type Lead } from '../../core/nudge.ts'
import type { GroupId, PersonId, PlaceId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import type { Statements } from './statements.ts'

type StoredNudge = {
  readonly personId: number
  readonly placeId: number
  readonly person: PersonId
  readonly place: PlaceId
  readonly gone: number
  readonly lead: Lead
  readonly nextAt: Instant
}

export type NudgesTable = {
  /** Null or undefined: it is off. */
  of(personId: number, placeId: number): Lead | null | undefined
  save(personId: number, placeId: number, lead: Lead, nextAt: Instant | null): void
  /** The channel stays one of the person's own: buttons that they have of it go on working. */
  turnOff(personId: number, placeId: number): void
  /** All of the account's learner in channels that share: one reminder is enough for one question. */
  turnOffShared(sharedId: number, accountId: number): void
  ofShared(sharedId: number, accountId: number): Lead | null
  /** A channel shares from now on: those who have a reminder in another channel that does get none from it. */
  joined(sharedId: number, placeId: number): void
  due(now: Instant, limit: number): readonly StoredNudge[]
  putOff(personId: number, placeId: number, nextAt: Instant | null): void
  /** A daily question opened in the channel. */
  opened(placeId: number, open: { readonly openedAt: Instant; readonly closesAt: Instant }): void
  /** The channels in which the person ever asked for one. */
  placesOf(id: PersonId): readonly PlaceId[]
  ofAccount(accountId: number): readonly { readonly id: PersonId; readonly name: string; readonly group: GroupId; readonly place: PlaceId }[]
}

export function openNudgesTable(db: Statements): NudgesTable {
  const of = db.prepare<[number, number], Lead | null>('SELECT lead FROM nudges WHERE person_id = ? AND place_id = ?').pluck()
  const save = db.prepare<[number, number, number, number | null]>(
    `INSERT INTO nudges (person_id, place_id, lead, next_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (person_id, place_id) DO UPDATE SET (lead, next_at) = (excluded.lead, excluded.next_at)`,
  )
  const turnOff = db.prepare<[number, number]>('UPDATE nudges SET lead = NULL, next_at = NULL WHERE person_id = ? AND place_id = ?')
  const ofLearner = `place_id IN (SELECT place_id FROM shared_channels WHERE shared_id = ?) AND lead IS NOT NULL
    AND person_id IN (SELECT p.id FROM accounts o JOIN people p ON p.account_id = o.id WHERE o.learner_id = (SELECT learner_id FROM accounts WHERE id = ?))`
  const turnOffShared = db.prepare<[number, number]>(`UPDATE nudges SET lead = NULL, next_at = NULL WHERE ${ofLearner}`)
  const ofShared = db.prepare<[number, number], Lead | null>(`SELECT max(lead) FROM nudges WHERE ${ofLearner}`).pluck()
  const joined = db.prepare<{ sharedId: number; placeId: number }>(
    `UPDATE nudges SET lead = NULL, next_at = NULL WHERE place_id = @placeId AND person_id IN (
       SELECT p.id FROM nudges o JOIN people q ON q.id = o.person_id JOIN accounts b ON b.id = q.account_id
         JOIN accounts a ON a.learner_id = b.learner_id JOIN people p ON p.account_id = a.id
       WHERE o.lead IS NOT NULL AND o.place_id <> @placeId AND o.place_id IN (SELECT place_id FROM shared_channels WHERE shared_id = @sharedId))`,
  )
  const due = db.prepare<[number, number], StoredNudge>(
    `SELECT n.person_id AS personId, n.place_id AS placeId, p.name AS person, l.name AS place, p.gone, n.lead, n.next_at AS nextAt
     FROM nudges n JOIN people p ON p.id = n.person_id JOIN places l ON l.id = n.place_id
     WHERE n.next_at <= +? ORDER BY n.next_at, n.person_id, n.place_id LIMIT +?`,
  )
  const putOff = db.prepare<[number | null, number, number]>('UPDATE nudges SET next_at = ? WHERE person_id = ? AND place_id = ?')
  const opened = db.prepare<{ placeId: number; lead: Lead; at: number }>(
    'UPDATE nudges SET next_at = iif(next_at < @at, next_at, @at) WHERE place_id = @placeId AND lead = @lead',
  )
  const placesOf = db
    .prepare<[string], string>('SELECT l.name FROM people p JOIN nudges n ON n.person_id = p.id JOIN places l ON l.id = n.place_id WHERE p.name = +? ORDER BY n.person_id, n.place_id')
    .pluck()
  const ofAccount = db.prepare<[number], { id: string; name: string; group: string; place: string }>(
    `SELECT p.name AS id, p.display_name AS name, g.name AS "group", l.name AS place
     FROM people p JOIN nudges n ON n.person_id = p.id JOIN places l ON l.id = n.place_id AND l.group_id = p.group_id JOIN groups g ON g.id = p.group_id
     WHERE p.account_id = +? ORDER BY p.id, l.id`,
  )
  return {
    of: (personId, placeId) => of.get(personId, placeId),
    save: (personId, placeId, lead, nextAt) => void save.run(personId, placeId, lead, nextAt),
    turnOff: (personId, placeId) => void turnOff.run(personId, placeId),
    turnOffShared: (sharedId, accountId) => void turnOffShared.run(sharedId, accountId),
    ofShared: (sharedId, accountId) => ofShared.get(sharedId, accountId) ?? null,
    joined: (sharedId, placeId) => void joined.run({ sharedId, placeId }),
    due: (now, limit) => due.all(now, limit),
    putOff: (personId, placeId, nextAt) => void putOff.run(nextAt, personId, placeId),
    opened(placeId, open) {
      for (const lead of leads) {
        const at = nudgeAt(open, lead)
        if (at > open.openedAt) opened.run({ placeId, lead, at })
      }
    },
    placesOf: (id) => placesOf.all(id),
    ofAccount: (accountId) => ofAccount.all(accountId),
  }
}
