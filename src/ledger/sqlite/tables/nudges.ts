// The table of reminders before a question closes.
import type { Database } from 'better-sqlite3'
import type { Lead } from '../../../core/nudge.ts'
import type { GroupId, PersonId, PlaceId } from '../../../core/quiz.ts'
import { minute, type Instant } from '../../../core/time.ts'

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
  due(now: Instant, limit: number): readonly StoredNudge[]
  putOff(personId: number, placeId: number, nextAt: Instant | null): void
  /** A daily question opened in the channel. */
  opened(placeId: number, closesAt: Instant, now: Instant): void
  /** The channels in which the person ever asked for one. */
  placesOf(id: PersonId): readonly PlaceId[]
  ofAccount(accountId: number): readonly { readonly id: PersonId; readonly name: string; readonly group: GroupId; readonly place: PlaceId }[]
}

export function openNudgesTable(db: Database): NudgesTable {
  const of = db.prepare<[number, number], Lead | null>('SELECT lead FROM nudges WHERE person_id = ? AND place_id = ?').pluck()
  const save = db.prepare<[number, number, number, number | null]>('INSERT OR REPLACE INTO nudges (person_id, place_id, lead, next_at) VALUES (?, ?, ?, ?)')
  const turnOff = db.prepare<[number, number]>('UPDATE nudges SET lead = NULL, next_at = NULL WHERE person_id = ? AND place_id = ?')
  const due = db.prepare<[number, number], StoredNudge>(
    `SELECT n.person_id AS personId, n.place_id AS placeId, p.name AS person, l.name AS place, p.gone, n.lead, n.next_at AS nextAt
     FROM nudges n JOIN people p ON p.id = n.person_id JOIN places l ON l.id = n.place_id
     WHERE n.next_at <= +? ORDER BY n.next_at LIMIT +?`,
  )
  const putOff = db.prepare<[number | null, number, number]>('UPDATE nudges SET next_at = ? WHERE person_id = ? AND place_id = ?')
  const opened = db.prepare<{ placeId: number; closesAt: number; now: number }>(
    `UPDATE nudges SET next_at = min(coalesce(next_at, @closesAt), @closesAt - lead * ${minute})
     WHERE place_id = @placeId AND @closesAt - lead * ${minute} > @now`,
  )
  const placesOf = db
    .prepare<[string], string>('SELECT l.name FROM people p JOIN nudges n ON n.person_id = p.id JOIN places l ON l.id = n.place_id WHERE p.name = +?')
    .pluck()
  const ofAccount = db.prepare<[number], { id: string; name: string; group: string; place: string }>(
    `SELECT p.name AS id, p.display_name AS name, g.name AS "group", l.name AS place
     FROM people p JOIN nudges n ON n.person_id = p.id JOIN places l ON l.id = n.place_id AND l.group_id = p.group_id JOIN groups g ON g.id = p.group_id
     WHERE p.account_id = +?`,
  )
  return {
    of: (personId, placeId) => of.get(personId, placeId),
    save: (personId, placeId, lead, nextAt) => void save.run(personId, placeId, lead, nextAt),
    turnOff: (personId, placeId) => void turnOff.run(personId, placeId),
    due: (now, limit) => due.all(now, limit),
    putOff: (personId, placeId, nextAt) => void putOff.run(nextAt, personId, placeId),
    opened: (placeId, closesAt, now) => void opened.run({ placeId, closesAt, now }),
    placesOf: (id) => placesOf.all(id),
    ofAccount: (accountId) => ofAccount.all(accountId),
  }
}
