// The columns of the table of rounds that say which closed rounds the course would judge by another key by now.
import type { BankContent, QuestionBank } from '../../core/due.ts'
import { newKeyOf } from '../../core/question-change.ts'
import type { OptionId, PlaceId } from '../../core/quiz.ts'
import type { RoundId } from '../../core/round.ts'
import { day, type Instant } from '../../core/time.ts'
import type { OldKey } from '../news.ts'
import type { ContentsTable } from './contents.ts'
import { optionsIn } from './options.ts'
import { selectRounds, type ReadRound, type RoundRow, type StoredRound } from './round-row.ts'
import type { Statements } from './statements.ts'

export type OldKeys = {
  /** Compares each wording once, however many rounds have it. */
  note(bank: Pick<QuestionBank, 'contents'>, now: Instant): void
  toTell(now: Instant, limit: number): readonly (StoredRound & Pick<OldKey, 'courseKey'>)[]
  /** Those of a channel that are judged by the old key still, whether or not somebody was told; the newest first. */
  of(place: PlaceId): readonly (StoredRound & Pick<OldKey, 'courseKey'>)[]
  /** @param again when to try again; null: somebody was told, or nobody can be told */
  save(round: RoundId, again: Instant | null): void
}

/** What was asked longer ago moves no board that anybody looks at. */
const lookedBack = 180 * day

type AskedRow = { readonly content_id: number; readonly question: string; readonly asked: string; readonly course: string | null }
type Row = RoundRow & { readonly course_key: string }

export function openOldKeys(db: Statements, storedRound: ReadRound, contents: ContentsTable): OldKeys {
  // What a correction has changed since is compared as it was asked: it differs from the course because a manager knows better.
  const askedKey = `coalesce((SELECT key_before FROM corrections WHERE round_id = rounds.id ORDER BY id LIMIT 1), key)`
  const askedContent = `coalesce((SELECT content_before FROM corrections WHERE round_id = rounds.id ORDER BY id LIMIT 1), content_id)`
  const closed = `state = 'closed' AND content_id IS NOT NULL AND closed_at >= @since`
  const asked = db.prepare<[{ readonly since: Instant }], AskedRow>(
    `SELECT DISTINCT ${askedContent} AS content_id, question, ${askedKey} AS asked, course_key AS course FROM rounds WHERE ${closed}`,
  )
  const same = `${closed} AND question = @question AND ${askedContent} = @content_id AND ${askedKey} = @asked AND course_key IS NOT DISTINCT FROM @course`
  const noted = db.prepare<[AskedRow & { readonly since: Instant; readonly now: Instant; readonly key: string }]>(
    `UPDATE rounds SET course_key = @key, key_tell_at = iif(voided = 1 OR key = @key, NULL, CAST(@now AS BIGINT)) WHERE ${same}`,
  )
  const unnoted = db.prepare<[AskedRow & { readonly since: Instant }]>(`UPDATE rounds SET course_key = NULL, key_tell_at = NULL WHERE ${same}`)
  // Not once it was corrected that way, or doesn't count.
  // Nor while the question is asked again somewhere: whoever is told answers, too.
  const open = `r.course_key IS NOT NULL AND r.voided = 0 AND r.key <> r.course_key
    AND NOT EXISTS (SELECT 1 FROM rounds o WHERE o.state IN ('claimed', 'sending', 'open') AND o.question = r.question AND o.group_id = r.group_id)`
  const toTell = db.prepare<[number, number], Row>(`${selectRounds} JOIN quizzes q ON q.place_id = r.place_id WHERE r.key_tell_at <= +? AND ${open} ORDER BY r.key_tell_at, r.id LIMIT +?`)
  const ofPlace = db.prepare<[string], Row>(`${selectRounds} WHERE p.name = ? AND ${open} ORDER BY r.due_at DESC, r.id DESC`)
  const save = db.prepare<[number | null, string]>('UPDATE rounds SET key_tell_at = ? WHERE name = ?')
  const withKey = (row: Row) => ({ ...storedRound(row), courseKey: optionsIn(row.course_key) })

  return {
    note(bank, now) {
      const since = now - lookedBack
      for (const row of asked.all({ since })) {
        const words = contents.find(row.content_id)
        const today = bank.contents.get(row.question)
        const key = words === null || today === undefined ? undefined : newKeyIn(today, { words, key: optionsIn(row.asked) })
        const text = key === undefined ? null : JSON.stringify(key.toSorted())
        if (text === row.course) continue
        if (text === null) unnoted.run({ ...row, since })
        else noted.run({ ...row, since, now, key: text })
      }
    },
    toTell: (now, limit) => toTell.all(now, limit).map(withKey),
    of: (place) => ofPlace.all(place).map(withKey),
    save: (round, again) => void save.run(again, round),
  }
}

function newKeyIn(content: BankContent, before: Parameters<typeof newKeyOf>[0]): readonly OptionId[] | undefined {
  const words = content.words()
  return words === null ? undefined : newKeyOf(before, { words, key: content.key })
}
