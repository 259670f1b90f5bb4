// The story of one round, read from a ledger that a bot may be using.
import type { Database } from 'better-sqlite3'
import type { PlaceId } from '../../../core/quiz.ts'
import type { RoundId } from '../../../core/round.ts'
import { tally } from '../../../core/close.ts'
import type { Instant } from '../../../core/time.ts'
import type { RoundHappening, RoundStory } from '../../round-story.ts'
import { openAnswersTable } from '../../tables/answers.ts'
import { openContentsTable } from '../../tables/contents.ts'
import { openCorrectionsTable } from '../../tables/corrections.ts'
import { openOccurrences } from '../../tables/occurrences.ts'
import { roundReader, selectRounds, type RoundRow } from '../../tables/round-row.ts'
import { isResultShown } from '../../tables/round-views.ts'
import { openCaches } from './cache.ts'
import { explainError } from './explain-error.ts'
import { openToRead } from './verify.ts'

/** A round by its id or the beginning of it, or by the date that it was due on. */
export type WantedRound = { readonly id: string; readonly channel: string | undefined } | { readonly date: string; readonly channel: string | undefined }

/** One that may be meant. */
export type Candidate = { readonly id: RoundId; readonly place: PlaceId; readonly occasion: string; readonly state: string }

/** More would not be read. */
const mostCandidates = 20

/** @returns the round; if there is none, or more than one, those that may be meant */
export function readRound(file: string, wanted: WantedRound): RoundStory | { readonly candidates: readonly Candidate[] } {
  const db = openToRead(file)
  try {
    return db.transaction(() => {
      const candidates = find(db, wanted)
      const [only, another] = candidates
      return only === undefined || another !== undefined ? { candidates } : storyOf(db, only.id)
    })()
  } catch (fault) {
    throw explainError(fault, file)
  } finally {
    db.close()
  }
}

/** A missed round may stand for several dates. The end of a channel's id is enough. Ids of rounds are hexadecimal, so `g` comes after all that begin like one. */
function find(db: Database, wanted: WantedRound): readonly Candidate[] {
  const channel = wanted.channel ?? ''
  const select = 'SELECT r.name AS id, p.name AS place, r.occasion, r.state FROM rounds r JOIN places p ON p.id = r.place_id WHERE true'
  const inChannel = channel === '' ? '' : 'AND r.place_id IN (SELECT id FROM places WHERE substr(name, -length(@channel)) = @channel)'
  const order = 'ORDER BY r.due_at DESC, r.id DESC LIMIT @limit'
  if ('id' in wanted) return db.prepare<object, Candidate>(`${select} ${inChannel} AND r.name >= @id AND r.name < @id || 'g' ${order}`).all({ id: wanted.id, channel, limit: mostCandidates })
  return db
    .prepare<object, Candidate>(
      `${select} ${inChannel} AND (r.occasion = @date OR r.occasion LIKE @date || '+%' OR (r.missed_until IS NOT NULL AND r.occasion <= @date AND date(r.missed_until / 1000, 'unixepoch') >= @date)) ${order}`,
    )
    .all({ date: wanted.date, channel, limit: mostCandidates })
}

type StoryRow = RoundRow & { readonly claimed_at: Instant | null; readonly retry_at: Instant | null; readonly redrawn: number; readonly tell_at: Instant | null }

function storyOf(db: Database, id: RoundId): RoundStory {
  const contents = openContentsTable(db, openCaches())
  const read = roundReader(contents)
  const row = db.prepare<[string], StoryRow>(`${selectRounds} WHERE r.name = +?`).get(id)
  if (row === undefined) throw new Error(`the round ${id} is gone`)
  const stored = read(row)
  const { round } = stored
  const occurrences = openOccurrences(db, read, openAnswersTable(db))
  const { answered, right } = tally(round.key, occurrences.votes(stored))
  const isShown = round.state === 'closed' && round.voided !== true && isResultShown(stored, occurrences)
  return {
    round,
    claimedAt: row.claimed_at,
    sendingSince: stored.sendingSince,
    retryAt: round.state === 'claimed' ? row.retry_at : null,
    happenings: db
      .prepare<[number], RoundHappening>('SELECT step, detail, first_at AS firstAt, last_at AS lastAt, times FROM round_steps WHERE round_id = ? ORDER BY first_at, step')
      .all(stored.id),
    corrections: openCorrectionsTable(db, contents)
      .of(stored.id)
      .map(({ at, byOperator, why, voided, key, before, undone }) => ({ at, byOperator, why, voided, key, before, undoneAt: undone?.at ?? null })),
    answered,
    right: isShown ? right : null,
    redrawn: row.redrawn === 1,
    tellAt: row.tell_at,
  }
}
