// The table of channels' days off. The quiz of a channel brings its own along; see quizzes.ts.
import { isNamedAfter, type DayOff } from '../../core/days-off.ts'
import type { GroupId, PersonId } from '../../core/quiz.ts'
import type { HeldDaysTable } from './held-days.ts'
import type { Statements } from './statements.ts'

export type DaysOffTable = {
  /** Saves what a change made of days off. @param before as they were loaded */
  save(placeId: number, before: readonly DayOff[], after: readonly DayOff[]): void
  /** Takes away what days off of the group are called if the person is in it. @param names all that they are known by */
  unname(group: GroupId, person: PersonId, names: readonly string[]): void
}

type Named = { readonly placeId: number; readonly from: string; readonly to: string; readonly kind: DayOff['kind']; readonly name: string; readonly by: string | null }

export function openDaysOffTable(db: Statements, heldDays: HeldDaysTable): DaysOffTable {
  const add = db.prepare<[number, string, string, string, string, string | null, number]>(
    `INSERT INTO days_off (place_id, from_date, to_date, kind, name, by_person, at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (place_id, from_date, to_date, kind) DO UPDATE SET (name, by_person, at) = (excluded.name, excluded.by_person, excluded.at)`,
  )
  const remove = db.prepare<[number, string, string, string]>('DELETE FROM days_off WHERE place_id = ? AND from_date = ? AND to_date = ? AND kind = ?')
  const named = db.prepare<[string], Named>(
    `SELECT d.place_id AS placeId, d.from_date AS "from", d.to_date AS "to", d.kind, d.name, d.by_person AS "by"
     FROM groups g JOIN places l ON l.group_id = g.id JOIN days_off d ON d.place_id = l.id WHERE g.name = ? AND d.kind <> 'holiday' AND d.name <> ''`,
  )
  const unname = db.prepare<[Named]>(`UPDATE days_off SET name = '' WHERE place_id = @placeId AND from_date = @from AND to_date = @to AND kind = @kind`)
  return {
    unname(group, person, names) {
      for (const each of named.all(group)) if (isNamedAfter(each.name, names, each.by === person)) unname.run(each)
    },
    save(placeId, before, after) {
      if (before === after) return
      const [known, wanted] = [new Set(before), new Set(after)]
      for (const { from, to, kind } of known.difference(wanted)) remove.run(placeId, from, to, kind)
      for (const { from, to, kind, name, by, at } of wanted.difference(known)) add.run(placeId, from, to, kind, name, by, at)
      heldDays.changed(placeId)
    },
  }
}

type Stored = readonly [DayOff['kind'], from: string, to: string, name: string, by: string | null, at: number]

/** The days off of a quiz, as {@link daysOffOf} reads them. Long past ones are left out: no date of theirs can be due any more. */
export const selectDaysOff = `(SELECT '[' || coalesce(string_agg('["' || kind || '","' || from_date || '","' || to_date || '",' || json_quote(name) || ',' || coalesce(json_quote(by_person), 'null') || ',' || at || ']', ','), '') || ']'
  FROM (SELECT * FROM days_off WHERE place_id = q.place_id AND to_date >= date(q.next_date, '-100 days') ORDER BY from_date) d)`

const none: readonly DayOff[] = []

export function daysOffOf(text: string): readonly DayOff[] {
  if (text === '[]') return none
  return (JSON.parse(text) as readonly Stored[]).map(([kind, from, to, name, by, at]) => ({ kind, from, to, name, by, at }))
}
