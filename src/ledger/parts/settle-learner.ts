// A learner has more accounts than before, or fewer. Each question counts once for a human being: of answers in several channels that share
// it, the earliest. The streaks of those channels and the seat on their boards follow.
import { foldStreak } from '../../core/streak.ts'
import { isPresent, verdictOn } from '../../core/correction.ts'
import { recountClosed } from './recount-rounds.ts'
import { saveJudged, saveRejudged } from '../tables/judged-answer.ts'
import type { StoredRound } from '../tables/round-row.ts'
import { notCounted } from '../tables/scores.ts'
import type { SharedAnswer } from '../tables/shared-answers.ts'
import type { Tables } from '../tables/tables.ts'

export function settleLearner(tables: Tables, learnerId: number): void {
  for (const answers of Map.groupBy(tables.sharedAnswers.of(learnerId), ({ sharedId, occasion }) => `${sharedId} ${occasion}`).values()) {
    const [first, ...later] = answers
    if (first === undefined) continue
    supersede(tables, first, null)
    for (const answer of later) supersede(tables, answer, first.roundId)
  }
  refold(tables, learnerId)
  reseat(tables, learnerId)
}

/** On the boards of channels that share, of whatever groups the learner is known in. */
export function reseat({ sharedAnswers, sharedScores }: Pick<Tables, 'sharedAnswers' | 'sharedScores'>, learnerId: number): void {
  for (const sharedId of sharedAnswers.sharedWith(learnerId)) sharedScores.recountLearner(sharedId, learnerId)
}

/** @param by the round whose answer counts instead; null: this one counts */
function supersede(tables: Tables, { person, roundId, supersededBy, chosen, at, day, right, present }: SharedAnswer, by: number | null): void {
  const { sharedAnswers, rounds, scores } = tables
  if (supersededBy === by) return
  sharedAnswers.save(roundId, person.id, by)
  const stored = rounds.byId(roundId)
  if (stored === undefined || (supersededBy === null) === (by === null)) return
  sharedAnswers.addVote(roundId, chosen, by === null ? 1 : -1)
  if (by === null) judgeAgain(tables, stored, { person, chosen, at, day, right, present })
  else scores.recount(person, stored, { day, at, before: { present, right }, after: notCounted })
  recountClosed(tables, stored)
}

/** The round may have closed meanwhile, or was corrected. */
function judgeAgain(tables: Tables, stored: StoredRound, { person, chosen, at, day, right: before, present: wasPresent }: Pick<SharedAnswer, 'person' | 'chosen' | 'at' | 'day' | 'right' | 'present'>): void {
  const right = verdictOn(stored.round, chosen, before !== null)
  const after = { right, present: wasPresent || isPresent(stored.round, right) }
  tables.sharedAnswers.judge(stored.id, person.id, after)
  if (right !== null && before === null) return saveJudged(tables, person, stored, { day, right, at })
  const counted = { day, at, before: notCounted, after }
  if (right === before) tables.scores.recount(person, stored, counted)
  else saveRejudged(tables, person, stored, counted)
}

function refold({ sharedAnswers, members, heldDays, away }: Tables, learnerId: number): void {
  for (const { personId, placeId } of sharedAnswers.seatsOf(learnerId)) {
    const rows = { answered: members.answeredDays(personId, placeId), held: heldDays.all(placeId), away: away.of(personId) }
    const [kept, start] = [members.streak(personId, placeId), members.start(personId, placeId)]
    const after = foldStreak(start, { ...rows, answered: rows.answered.filter((day) => day > (start.lastDay ?? '')) })
    members.correct(personId, placeId, { ...after, longest: Math.max(after.longest, kept.longest) })
  }
}
