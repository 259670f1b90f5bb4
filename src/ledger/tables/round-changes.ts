// The columns of the table of rounds that say whether managers are told that a question has changed in the course since it was asked.
import type { BankContent, QuestionBank } from '../../core/due.ts'
import { changeOf, type Wording } from '../../core/question-change.ts'
import { isTeamQuestion } from '../../core/team-question.ts'
import type { RoundId } from '../../core/round.ts'
import type { Instant } from '../../core/time.ts'
import type { ContentsTable } from './contents.ts'
import { optionsIn } from './options.ts'
import { selectRounds, type ReadRound, type RoundRow, type StoredRound } from './round-row.ts'
import type { Statements } from './statements.ts'

export type RoundChanges = {
  /** Compares each wording once, however many rounds have it. */
  note(bank: Pick<QuestionBank, 'contents'>, now: Instant): void
  /** Posted rounds; one that is only claimed is told once it is out. */
  toTell(now: Instant, limit: number): readonly StoredRound[]
  /** @param again when to try again; null: somebody was told, or nobody can be told */
  save(round: RoundId, again: Instant | null): void
}

type AskedRow = { readonly content_id: number; readonly question: string; readonly key: string }

/** Not what a manager has corrected: that differs from the course because they know better. */
const unfinished = `content_id IS NOT NULL AND state IN ('claimed', 'sending', 'open') AND corrected_at IS NULL`

export function openRoundChanges(db: Statements, storedRound: ReadRound, contents: ContentsTable): RoundChanges {
  const asked = db.prepare<[], AskedRow>(
    `SELECT content_id, question, key FROM rounds WHERE ${unfinished}
     UNION SELECT content_id, question, key FROM rounds WHERE change_tell_at IS NOT NULL`,
  )
  const same = 'content_id = @content_id AND question = @question AND key = @key'
  const noted = db.prepare<[AskedRow & { readonly now: Instant }]>(
    `UPDATE rounds SET change_tell_at = @now WHERE ${unfinished} AND ${same} AND change_tell_at IS NULL AND change_told = 0`,
  )
  const unnoted = db.prepare<[AskedRow]>(`UPDATE rounds SET change_tell_at = NULL WHERE change_tell_at IS NOT NULL AND ${same}`)
  const toTell = db.prepare<[number, number], RoundRow>(
    `${selectRounds} JOIN quizzes q ON q.place_id = r.place_id
     WHERE r.change_tell_at <= +? AND r.state IN ('open', 'closed') ORDER BY r.change_tell_at, r.id LIMIT +?`,
  )
  const save = db.prepare<[number | null, number | null, string]>('UPDATE rounds SET change_tell_at = ?, change_told = iif(CAST(? AS BIGINT) IS NULL, 1, 0) WHERE name = ?')

  return {
    note(bank, now) {
      for (const row of asked.all()) {
        const words = contents.find(row.content_id)
        // What the course never had can't have changed there.
        if (words === null || isTeamQuestion(row.question)) continue
        const before: Wording = { words, key: optionsIn(row.key) }
        if (changeOf(before, today(bank.contents.get(row.question), before)) === 'none') unnoted.run(row)
        else noted.run({ ...row, now })
      }
    },
    toTell: (now, limit) => toTell.all(now, limit).map(storedRound),
    save: (round, again) => void save.run(again, again, round),
  }
}

/** A bank without texts has nothing to compare. */
function today(content: BankContent | undefined, before: Wording): Wording | undefined {
  return content === undefined ? undefined : { words: content.words() ?? before.words, key: content.key }
}
