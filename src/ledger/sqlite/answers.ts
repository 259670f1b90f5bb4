// The part for answers, in SQLite: loads what is known, lets the rules decide, and saves what follows, in one transaction.
import { decideAnswer, type AnswerEffect } from '../../core/answer.ts'
import { tally } from '../../core/close.ts'
import type { OptionId } from '../../core/quiz.ts'
import type { RoundId } from '../../core/round.ts'
import { noStreak } from '../../core/streak.ts'
import type { Instant, LocalDate } from '../../core/time.ts'
import type { AnswerOutcome, Answers } from '../answers.ts'
import type { PersonSeen } from '../people.ts'
import { calendarOf } from './calendar.ts'
import type { CommitQueue } from './file/commit-queue.ts'
import { correctJudged, saveJudged } from './tables/judged-answer.ts'
import { accountOf, type StoredPerson } from './tables/people.ts'
import type { StoredRound } from './tables/round-row.ts'
import type { Tables } from './tables/tables.ts'
import { unitedStreak } from './united-streak.ts'

export function openAnswers({ write }: CommitQueue, tables: Tables): Answers {
  const { rounds, people, answers, members } = tables

  function take(name: RoundId, seen: PersonSeen, options: readonly OptionId[], at: Instant, arrived: Instant = at): AnswerOutcome | undefined {
    const stored = rounds.find(name)
    if (stored === undefined || stored.round.group !== seen.group) return undefined
    const { id, placeId, round } = stored
    const own = people.find(seen.group, seen.id)
    const seat = linkedAnswer(tables, stored, own, seen)
    const person = seat ?? own
    const earlier = person === undefined ? null : (answers.find(id, person.id) ?? null)
    const streakBefore = person === undefined ? noStreak : members.streak(person.id, placeId)
    const before = { round, earlier, streak: streakBefore, calendar: calendarOf(tables, { person, placeId, streak: streakBefore }, round.day) }
    const { verdict, effect, chosen, streak } = decideAnswer(before, options, at, arrived)
    const isKept = person !== undefined || effect.kind === 'first'
    const kept = isKept ? (seat ?? savePerson(tables, own, seen, at)) : person
    if (isKept && kept !== undefined) save(tables, stored, kept, { effect, day: earlier?.day })
    if (round.state === 'closed' && effect.kind !== 'nothing') recount(tables, stored)
    const united = kept === undefined ? undefined : unitedStreak(tables, kept.accountId)
    return { round, verdict, first: effect.kind === 'first', chosen, streak: united?.now.current ?? streak }
  }

  return { take: (...answer) => write(() => take(...answer)) }
}

/** Whoever of the same learner answered this round: a question has one answer of theirs, by whichever account. */
function linkedAnswer({ links, accounts, people, answers }: Tables, { id, round }: StoredRound, own: StoredPerson | undefined, seen: PersonSeen): StoredPerson | undefined {
  const accountId = links.isAny() ? (own?.accountId ?? accounts.find(accountOf(seen))?.id) : undefined
  const others = accountId === undefined ? [] : links.accountsWith(accountId).filter((each) => each !== accountId)
  const found = others.flatMap((each) => people.inGroup(each, round.group) ?? []).find((each) => answers.find(id, each.id) !== undefined)
  return found !== undefined && (own === undefined || answers.find(id, own.id) === undefined) ? found : undefined
}

function savePerson({ people }: Tables, known: StoredPerson | undefined, seen: PersonSeen, at: Instant): StoredPerson {
  return known === undefined ? people.add(seen, at) : people.saveSeen(known, seen)
}

/** `day`: the study day of the earlier answer, which a change keeps. */
type ToSave = { readonly effect: AnswerEffect; readonly day: LocalDate | undefined }

function save(tables: Tables, stored: StoredRound, person: StoredPerson, { effect, day }: ToSave): void {
  const { answers, members } = tables
  switch (effect.kind) {
    case 'nothing':
      return
    case 'changed':
      answers.change(stored.id, person.id, effect)
      if (effect.judged === null || day === undefined) return
      answers.judge(stored.id, person.id, effect.judged.is)
      correctJudged(tables, person, stored, { day, was: effect.judged.was, right: effect.judged.is, at: effect.at })
      return
    case 'first': {
      const { answer, right, streak } = effect
      answers.add(stored.id, person.id, answer, right)
      if (right !== null) saveJudged(tables, person, stored, { day: answer.day, right, at: answer.at })
      members.save(person.id, stored.placeId, streak, answer.at)
    }
  }
}

function recount({ answers, rounds }: Tables, stored: StoredRound): void {
  const { answered, right } = tally(stored.round.key, answers.votes(stored.id))
  rounds.step(stored, 'recount', { answered, right })
}
