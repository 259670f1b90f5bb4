// The part for closing.
import { tally } from '../../core/close.ts'
import { opensThread } from '../../core/thread.ts'
import type { Instant } from '../../core/time.ts'
import type { Closing, Drawn } from '../closing.ts'
import type { Jobs } from '../jobs.ts'
import type { RoundView } from '../rounds.ts'
import type { StoredRound } from '../tables/round-row.ts'
import { viewOf } from '../tables/round-views.ts'
import type { Tables } from '../tables/tables.ts'
import { saveWaiting } from '../tables/waiting-answers.ts'

export function openClosing({ read, write, writeSoon }: Jobs, tables: Tables): Closing {
  const { rounds, roundLists, occurrences } = tables
  return {
    judgeDue: (now, limit) => write(() => judgeDue(tables, now, limit)),
    closeDue: (now, limit) => write(() => roundLists.overdue(now, limit).map((stored) => close(tables, stored, now))),
    toRedraw: (limit) => read(() => roundLists.toRedraw(limit).map((stored) => viewOf(stored, occurrences))),
    markRedrawn: (name, reason, drawn) =>
      writeSoon(() => {
        const stored = rounds.find(name)
        if (stored === undefined || (drawn !== undefined && !isSameResult(drawn, viewOf(stored, occurrences)))) return
        rounds.step(stored, 'redraw', { reason })
      }),
  }
}

function judgeDue(tables: Tables, now: Instant, limit: number): number {
  let judged = 0
  for (const stored of tables.roundLists.withWaiting(now, limit)) {
    if (judged >= limit) break
    judged += saveWaiting(tables, stored, limit - judged)
  }
  return judged
}

function close(tables: Tables, stored: StoredRound, now: Instant): RoundView {
  saveWaiting(tables, stored)
  // What a post shows of other channels that share the question is judged as well.
  for (const other of tables.occurrences.others(stored)) if (other.round.state === 'open' && other.round.closesAt <= now) saveWaiting(tables, other)
  const { answered, right } = tally(stored.round.key, tables.answers.votes(stored.id))
  tables.rounds.step(stored, 'close', { at: now, answered, right })
  const quiz = tables.quizzes.at(stored.round.place)
  if (quiz !== undefined && opensThread(quiz, stored.round, 'close')) tables.threads.want(stored.id, now)
  return viewOf({ ...stored, round: { ...stored.round, state: 'closed', closedAt: now } }, tables.occurrences)
}

function isSameResult(one: Drawn, other: Drawn): boolean {
  if (one.round.key.join() !== other.round.key.join() || one.round.voided !== other.round.voided) return false
  if (one.votes === null || other.votes === null) return one.votes === other.votes && one.answered === other.answered
  return one.votes.size === other.votes.size && [...one.votes].every(([option, people]) => other.votes?.get(option) === people)
}
