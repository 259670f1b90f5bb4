// The part for answers: loads what is known, lets the rules decide, and saves what follows, in one transaction.
import { isPresent } from '../../core/correction.ts'
import { decideAnswer, type AnswerEffect } from '../../core/answer.ts'
import type { OptionId } from '../../core/quiz.ts'
import type { RoundId } from '../../core/round.ts'
import { noStreak } from '../../core/streak.ts'
import type { Instant, LocalDate } from '../../core/time.ts'
import type { AnswerOutcome, Answers } from '../answers.ts'
import type { Jobs } from '../jobs.ts'
import type { PersonSeen } from '../people.ts'
import { calendarOf } from './calendar.ts'
import { recountClosed } from './recount-rounds.ts'
import { reseat } from './settle-learner.ts'
import { saveElsewhere } from './shared-streaks.ts'
import { standingAnswer } from './standing-answer.ts'
import { correctJudged, saveJudged, savePresent } from '../tables/judged-answer.ts'
import type { StoredPerson } from '../tables/people.ts'
import type { StoredRound } from '../tables/round-row.ts'
import type { Tables } from '../tables/tables.ts'
import { unitedStreak } from './united-streak.ts'

export function openAnswers({ write }: Jobs, tables: Tables): Answers {
  const { rounds, answers, members, occurrences, people, links, heldDays, away, seasons, sharedChannels, readAhead } = tables

  function take(name: RoundId, seen: PersonSeen, options: readonly OptionId[], at: Instant, arrived: Instant = at): AnswerOutcome | undefined {
    readAhead(() => rounds.find(name), () => people.find(seen.group, seen.id), () => links.isAny())
    const pressed = rounds.find(name)
    if (pressed === undefined || pressed.round.group !== seen.group) return undefined
    const { stored, person, isOwn } = standingAnswer(tables, pressed, seen)
    const { id, placeId, round } = stored
    if (person !== undefined) {
      readAhead(
        () => answers.find(id, person.id),
        () => calendarOf(tables, { person, placeId, streak: members.streak(person.id, placeId) }, round.day),
        () => heldDays.latest(placeId),
        () => heldDays.lastExtra(placeId),
        () => away.of(person.id),
        () => seasons.on(placeId, round.day),
        () => sharedChannels.of(placeId),
      )
    }
    const earlier = person === undefined ? null : (answers.find(id, person.id) ?? null)
    const streakBefore = person === undefined ? noStreak : members.streak(person.id, placeId)
    const before = { round, earlier, streak: streakBefore, calendar: calendarOf(tables, { person, placeId, streak: streakBefore }, round.day) }
    const { verdict, effect, chosen, streak } = decideAnswer(before, options, at, arrived)
    const kept = isOwn && (person !== undefined || effect.kind === 'first') ? savePerson(tables, person, seen, at) : person
    if (kept !== undefined) save(tables, stored, kept, { effect, day: earlier?.day })
    // They may be known in another of the groups that share a board.
    if (person === undefined && kept !== undefined) reseat(tables, tables.accounts.byId(kept.accountId).learnerId)
    const together = kept === undefined || effect.kind !== 'first' ? undefined : saveElsewhere(tables, stored, kept, { day: effect.answer.day, isFirst: streakBefore.lastDay === null })
    if (effect.kind !== 'nothing') recountClosed(tables, stored)
    const others = effect.kind === 'first' ? occurrences.others(stored).map((other) => other.round) : []
    const united = kept === undefined ? undefined : unitedStreak(tables, kept.accountId)
    const elsewhere = { ...(others.length > 0 ? { others } : {}), ...(id === pressed.id ? {} : { standsIn: round.place }) }
    return { round: pressed.round, verdict, first: effect.kind === 'first', chosen, streak: united?.now.current ?? together ?? streak, ...elsewhere }
  }

  return { take: (...answer) => write(() => take(...answer), 'often') }
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
      else if (isPresent(stored.round, right)) savePresent(tables, person, stored, answer)
      members.save(person.id, stored.placeId, streak, answer.at)
    }
  }
}
