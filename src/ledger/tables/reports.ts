// The table of reports.
import type { PlaceId, QuestionId } from '../../core/quiz.ts'
import type { ReportKind, Settled } from '../../core/report.ts'
import type { Instant } from '../../core/time.ts'
import type { OwnReport, Reported } from '../reports.ts'
import type { Statements } from './statements.ts'

type Row = { readonly accountId: number; readonly groupId: number | null; readonly placeId: number | null; readonly question: string; readonly kind: ReportKind; readonly words: string; readonly at: number; readonly tellAt: number | null }

export type ReportsTable = {
  /** In place of the person's open one of this kind about it; what they wrote there stays if this has no words. @returns the words */
  add(report: Row): string
  /** The person's open reports about it, the first one first. */
  own(accountId: number, question: QuestionId): readonly OwnReport[]
  /** How many questions the person has reported since. */
  since(accountId: number, at: Instant): number
  latest(accountId: number, since: Instant): { readonly question: QuestionId; readonly kind: ReportKind } | undefined
  /** When the managers of the channel last heard of reports. */
  lastTold(placeId: number): Instant | null
  open(placeId: number): readonly Reported[]
  settle(placeId: number, question: QuestionId, as: Settled, at: Instant): number
  toTell(now: Instant, limit: number): readonly { readonly place: PlaceId; readonly reports: number; readonly questions: number }[]
  markTold(placeId: number, again: Instant | null, now: Instant): void
}

/** All open reports, of a channel or of everywhere, by question. */
export const openReports = (where: string) =>
  `SELECT question, kind, words, at FROM reports WHERE settled_at IS NULL AND ${where} ORDER BY min(at) OVER (PARTITION BY question), question, at`

export type OpenRow = { readonly question: string; readonly kind: ReportKind; readonly words: string; readonly at: number }

export const byQuestion = (rows: readonly OpenRow[]): readonly Reported[] =>
  [...Map.groupBy(rows, ({ question }) => question)].map(([question, all]) => ({
    question,
    kinds: [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, those]) => ({ kind, people: those.length })).toSorted((one, other) => other.people - one.people),
    words: all.flatMap(({ words }) => (words === '' ? [] : [words])),
    since: all[0]?.at ?? 0,
  }))

export function openReportsTable(db: Statements): ReportsTable {
  const add = db.prepare<[Row], string>(
    `INSERT INTO reports (account_id, group_id, place_id, question, kind, words, at, tell_at) VALUES (@accountId, @groupId, @placeId, @question, @kind, @words, @at, @tellAt)
     ON CONFLICT (account_id, question, kind) WHERE settled_at IS NULL DO UPDATE SET (at, words) = (excluded.at, iif(excluded.words = '', reports.words, excluded.words)) RETURNING words`,
  ).pluck()
  const own = db.prepare<[number, string], OwnReport>('SELECT kind, words FROM reports WHERE account_id = ? AND question = ? AND settled_at IS NULL ORDER BY id')
  const since = db.prepare<[number, number], number>('SELECT count(DISTINCT question) FROM reports WHERE account_id = ? AND at > ?').pluck()
  const latest = db.prepare<[number, number], { question: string; kind: ReportKind }>('SELECT question, kind FROM reports WHERE account_id = +? AND at > +? AND settled_at IS NULL ORDER BY at DESC, id DESC LIMIT 1')
  const lastTold = db.prepare<[number], number | null>('SELECT max(told_at) FROM reports WHERE place_id = ?').pluck()
  const open = db.prepare<[number], OpenRow>(openReports('place_id = +?'))
  const settle = db.prepare<[number, string, number, string]>('UPDATE reports SET settled_at = ?, settled_as = ?, tell_at = NULL WHERE place_id = ? AND question = ? AND settled_at IS NULL')
  const toTell = db.prepare<[number, number], { place: string; reports: number; questions: number }>(
    `SELECT l.name AS place, count(*) AS reports, count(DISTINCT r.question) AS questions FROM reports r JOIN places l ON l.id = r.place_id
     WHERE r.tell_at IS NOT NULL GROUP BY r.place_id, l.name HAVING min(r.tell_at) <= +? ORDER BY min(r.tell_at), r.place_id LIMIT +?`,
  )
  const told = db.prepare<[number, number]>('UPDATE reports SET tell_at = NULL, told_at = ? WHERE place_id = ? AND tell_at IS NOT NULL')
  const later = db.prepare<[number, number]>('UPDATE reports SET tell_at = ? WHERE place_id = ? AND tell_at IS NOT NULL')

  return {
    add: (report) => add.get(report) ?? '',
    own: (accountId, question) => own.all(accountId, question),
    since: (accountId, at) => since.get(accountId, at) ?? 0,
    latest: (accountId, at) => latest.get(accountId, at),
    lastTold: (placeId) => lastTold.get(placeId) ?? null,
    open: (placeId) => byQuestion(open.all(placeId)),
    settle: (placeId, question, as, at) => settle.run(at, as, placeId, question).changes,
    toTell: (now, limit) => toTell.all(now, limit),
    markTold: (placeId, again, now) => void (again === null ? told.run(now, placeId) : later.run(again, placeId)),
  }
}
