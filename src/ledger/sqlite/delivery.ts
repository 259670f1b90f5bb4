// The daily round from claim to close. Each step is written before the next is taken, so that a restart knows where it stood.
import type { Database } from 'better-sqlite3'
import { decideDue, decideExtra, isNews, setBack, type QuestionBank } from '../../core/due.ts'
import type { PlaceId, Quiz } from '../../core/quiz.ts'
import type { Round, RoundId } from '../../core/round.ts'
import type { Instant } from '../../core/time.ts'
import type { EventId } from '../../core/quiz.ts'
import type { Claim } from '../delivery.ts'
import type { RoundView } from '../rounds.ts'
import type { Answers } from './answers.ts'
import type { Events } from './tables/events.ts'
import type { Quizzes } from './tables/quizzes.ts'
import type { Rounds, StoredRound } from './tables/rounds.ts'
import type { Views } from './tables/round-views.ts'

export type Delivery = ReturnType<typeof openDelivery>

type Parts = {
  readonly quizzes: Quizzes
  readonly rounds: Rounds
  readonly events: Events
  readonly answers: Answers
  readonly views: Views
  readonly salt: string
}

/** The rest follows with the next beat. */
const takenBackAtOnce = 1_000

export function openDelivery(db: Database, parts: Parts) {
  const { quizzes, rounds, events, answers, views, salt } = parts
  const sql = prepare(db)

  /** Claims what is due of one quiz: after a long absence every missed date, then the one that is still to be posted. */
  function claimQuiz(due: Quiz, now: Instant, bank: QuestionBank, limit: number): Claim[] {
    const claims: Claim[] = []
    let quiz = due
    while (quiz.nextAt <= now && claims.length < limit) {
      const decision = decideDue(quiz, rounds.history(quiz.place), bank, now, salt)
      quiz = decision.quiz
      // A date that has its round already gets no second one.
      if (rounds.byOccasion(quiz.place, decision.round.occasion) === undefined) {
        const stored = rounds.add(quiz, decision.round)
        tellIfNews(stored, stored.round, now)
        claims.push(claimOf(stored, quiz))
      }
    }
    quizzes.save(quiz)
    return claims
  }

  /** What was missed and is not due yet was missed under a clock that was ahead: it is taken back, and held when it comes. */
  function takeBackMissed(now: Instant): void {
    for (const { place, occasion } of rounds.takeBackMissed(now, takenBackAtOnce)) {
      const quiz = quizzes.at(place)
      if (quiz !== undefined) quizzes.save(setBack(quiz, occasion, now))
    }
  }

  function tellIfNews({ id, placeId }: StoredRound, round: Round, at: Instant): void {
    if (isNews(round, sql.before.get(placeId, round.dueAt))) sql.tell.run(at, id)
  }

  function withQuiz(stored: readonly StoredRound[]): readonly Claim[] {
    return stored.flatMap((each) => {
      const quiz = quizzes.at(each.round.place)
      return quiz === undefined ? [] : [claimOf(each, quiz)]
    })
  }

  function step(name: RoundId, change: (stored: StoredRound) => unknown): void {
    const stored = rounds.find(name)
    if (stored === undefined) return
    change(stored)
    rounds.changed(stored)
  }

  return {
    claimDue(now: Instant, bank: QuestionBank, limit: number): readonly Claim[] {
      takeBackMissed(now)
      const claims: Claim[] = []
      for (const quiz of quizzes.due(now, limit)) {
        if (claims.length >= limit) break
        claims.push(...claimQuiz(quiz, now, bank, limit - claims.length))
      }
      return claims
    },

    claimExtra(place: PlaceId, event: EventId, now: Instant, bank: QuestionBank): Claim | undefined {
      const quiz = quizzes.at(place)
      if (quiz === undefined) return undefined
      const made = events.roundOf(place, event)
      const repeated = made === undefined ? undefined : rounds.byId(made)
      if (repeated !== undefined) return claimOf(repeated, quiz)
      const stored = rounds.add(quiz, decideExtra(quiz, event, rounds.history(place), bank, now, salt))
      events.keep(place, 'extra', event, now, stored.id)
      return claimOf(stored, quiz)
    },

    unsent: (now: Instant, limit: number): readonly Claim[] => withQuiz(rounds.unsent(now, limit)),
    toTell: (now: Instant, limit: number): readonly Claim[] => withQuiz(rounds.toTell(now, limit)),
    markTold: (names: readonly RoundId[], again: Instant | null) => {
      for (const name of names) step(name, ({ id }) => sql.tell.run(again, id))
    },

    markSending: (name: RoundId, at: Instant) => step(name, ({ id }) => sql.sending.run(at, id)),
    defer: (name: RoundId, retryAt: Instant) => step(name, ({ id }) => sql.defer.run(retryAt, id)),
    confirmPosted: (name: RoundId, message: string, at: Instant) => step(name, ({ id }) => sql.posted.run(message, at, id)),
    fail: (name: RoundId, reason: string, at: Instant) =>
      step(name, (stored) => {
        if (sql.fail.run(reason, stored.id).changes === 0) return
        tellIfNews(stored, { ...stored.round, state: 'failed', reason }, at)
        // A post that nobody could prove to be there may have been answered all the same.
        answers.judgeWaiting(stored)
      }),
    markRedrawn: (name: RoundId, reason: string | null) => step(name, ({ id }) => sql.redrawn.run(reason, id)),

    closeDue(now: Instant, limit: number): readonly RoundView[] {
      return rounds.overdue(now, limit).map((stored) => {
        answers.judgeWaiting(stored)
        const { answered, right } = views.tally(stored)
        sql.close.run(now, answered, right, stored.id)
        rounds.changed(stored)
        return views.view({ ...stored, round: { ...stored.round, state: 'closed', closedAt: now } })
      })
    },
    toRedraw: (limit: number): readonly RoundView[] => rounds.toRedraw(limit).map(views.view),
  }
}

function claimOf({ round, sendingSince }: StoredRound, quiz: Quiz): Claim {
  return { round, quiz, sendingSince }
}

/** A step that comes twice or too late finds no row in the state it starts from, and changes nothing. */
function prepare(db: Database) {
  const waiting = `state IN ('claimed', 'sending')`
  return {
    sending: db.prepare<[number, number]>(
      `UPDATE rounds SET state = 'sending', sending_since = ?, retry_at = NULL WHERE id = ? AND ${waiting}`,
    ),
    defer: db.prepare<[number, number]>(
      `UPDATE rounds SET state = 'claimed', sending_since = NULL, retry_at = ? WHERE id = ? AND ${waiting}`,
    ),
    posted: db.prepare<[string, number, number]>(
      `UPDATE rounds SET state = 'open', message = ?, opened_at = ?, retry_at = NULL WHERE id = ? AND ${waiting}`,
    ),
    fail: db.prepare<[string, number]>(`UPDATE rounds SET state = 'failed', reason = ? WHERE id = ? AND ${waiting}`),
    tell: db.prepare<[number | null, number]>(`UPDATE rounds SET tell_at = ? WHERE id = ? AND state IN ('missed', 'failed')`),
    before: db.prepare<[number, number], Pick<Round, 'state' | 'reason'>>(
      'SELECT state, reason FROM rounds WHERE place_id = +? AND due_at < +? ORDER BY due_at DESC, id DESC LIMIT 1',
    ),
    close: db.prepare<[number, number, number, number]>(
      `UPDATE rounds SET state = 'closed', closed_at = ?, answered = ?, right_answers = ? WHERE id = ? AND state = 'open'`,
    ),
    redrawn: db.prepare<[string | null, number]>(`UPDATE rounds SET redrawn = 1, reason = ? WHERE id = ? AND state = 'closed'`),
  }
}
