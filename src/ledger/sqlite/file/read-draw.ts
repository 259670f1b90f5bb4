// What the next question of a channel will be drawn from, read from a ledger that a bot may be using.
import { correctedTeam } from '../../../core/corrected-bank.ts'
import type { Draw } from '../../../core/due.ts'
import type { PlaceId, Quiz } from '../../../core/quiz.ts'
import type { StandingCorrection } from '../../../core/corrected-bank.ts'
import { openAskedRounds } from '../../tables/asked-rounds.ts'
import { openContentsTable } from '../../tables/contents.ts'
import { openCorrectionsTable } from '../../tables/corrections.ts'
import { openGroupsTable } from '../../tables/groups.ts'
import { openPlacesTable } from '../../tables/places.ts'
import { openQuizzesTable } from '../../tables/quizzes.ts'
import { openTeamQuestionsTable } from '../../tables/team-questions.ts'
import { openCaches } from './cache.ts'
import { explainError } from './explain-error.ts'
import { findChannel } from './find-channel.ts'
import { openToRead } from './verify.ts'

export type ReadDraw = { readonly quiz: Quiz; readonly draw: Pick<Draw, 'history' | 'team' | 'salt'>; readonly corrections: readonly StandingCorrection[] }

/** @param channel see {@link findChannel} */
export function readDraw(file: string, channel: string): ReadDraw | { readonly channels: readonly PlaceId[] } {
  const db = openToRead(file)
  try {
    const found = findChannel(db, channel)
    if ('channels' in found) return found
    const caches = openCaches()
    const places = openPlacesTable(db, caches)
    const quiz = openQuizzesTable(db, openGroupsTable(db, caches), places).at(found.place)
    if (quiz === undefined) return { channels: [] }
    const placeId = places.find(quiz.place)
    const salt = String(db.prepare(`SELECT value FROM meta WHERE name = 'salt'`).pluck().get())
    const corrections = openCorrectionsTable(db, openContentsTable(db, caches)).standing(quiz.place)
    const team = placeId === undefined ? {} : { team: correctedTeam(openTeamQuestionsTable(db).bank(placeId), corrections) }
    return { quiz, draw: { history: openAskedRounds(db).of(quiz.place), ...team, salt }, corrections }
  } catch (fault) {
    throw explainError(fault, file)
  } finally {
    db.close()
  }
}
