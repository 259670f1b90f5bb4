// What an answer does: whether it counts, what is saved of it, and the streak after it. An engine loads what is known, decides here
// and saves the effect, all in one transaction.
import type { OptionId, PersonId } from './quiz.ts'
import { isRight, isSameChoice, type Round } from './round.ts'
import { afterAnswer, standing, type Calendar, type Streak } from './streak.ts'
import { countedDay, studyDay } from './study-day.ts'
import { minute, type Instant, type LocalDate, type Zone } from './time.ts'

export type Answer = {
  readonly person: PersonId
  readonly chosen: readonly OptionId[]
  readonly at: Instant
  /** The study day that it counts for. */
  readonly day: LocalDate
}

export type AnswerVerdict =
  /** The answer counts. `right` is null as long as the verdict has to wait for the close, and where the question doesn't count. */
  | { readonly kind: 'counted'; readonly right: boolean | null; readonly changed: boolean }
  /** An earlier answer stands. */
  | { readonly kind: 'stands'; readonly earlier: readonly OptionId[]; readonly right: boolean }
  | { readonly kind: 'closed' }
  /** Not posted (yet), so nobody can have seen it. */
  | { readonly kind: 'not-open' }
  /** An option the question does not have, one chosen twice, or the wrong number of options. */
  | { readonly kind: 'bad-choice'; readonly pick: number }

/** What the ledger knows when an answer arrives. */
export type BeforeAnswer = {
  readonly round: Pick<Round, 'occasion' | 'state' | 'order' | 'key' | 'voided' | 'feedback' | 'closesAt' | 'zone' | 'rolloverHour' | 'day'>
  /** The person's answer in this round so far. `right`: how it was judged, so it is on the boards; null if it was not. */
  readonly earlier: (Pick<Answer, 'chosen' | 'at'> & { readonly right: boolean | null }) | null
  /** The person's streak in this channel. */
  readonly streak: Streak
  /** At least back to the day before that of the round, too. */
  readonly calendar: Calendar
}

/** What has to be saved. Options are in alphabetical order, so that equal choices are equal. */
export type AnswerEffect =
  | { readonly kind: 'nothing' }
  /** `right` is null until the round closes: the answer earns no points before. */
  | { readonly kind: 'first'; readonly answer: Omit<Answer, 'person'>; readonly right: boolean | null; readonly streak: Streak }
  /**
   * Another choice made before the close. The study day stays that of the first choice, so a change cannot move a streak. `judged`: the
   * earlier choice is on the boards already, so they have to be corrected.
   */
  | {
      readonly kind: 'changed'
      readonly from: readonly OptionId[]
      readonly to: readonly OptionId[]
      readonly at: Instant
      readonly judged: { readonly was: boolean; readonly is: boolean } | null
    }

export type AnswerDecision = {
  readonly verdict: AnswerVerdict
  readonly effect: AnswerEffect
  /** The person's answer from now on; null if there is none. */
  readonly chosen: readonly OptionId[] | null
  /** The streak from now on, as it is shown. */
  readonly streak: number
}

/**
 * How long after its close, by this machine's clock, a round still takes presses that the platform says were made before it. Short: a
 * wrong clock or an event that is replayed hours later may change nothing.
 */
export const lateGrace = minute

/**
 * @param at the platform's own moment of the press
 * @param arrived when the press reached the bot, by this machine's clock
 */
export function decideAnswer(before: BeforeAnswer, chosen: readonly OptionId[], at: Instant, arrived: Instant = at): AnswerDecision {
  const { round, earlier, calendar } = before
  // A press from before the answer that stands was delivered twice: it is judged as that answer, so it changes nothing.
  const isRepeated = earlier !== null && at < earlier.at
  // Answers that waited for the close are judged a few at a time before the round is closed. For whoever is on the boards it is over.
  const isJudged = earlier !== null && earlier.right !== null && round.feedback === 'at-close'
  const known = isJudged && round.state === 'open' ? { ...round, state: 'closed' as const } : round
  const verdict = judge(known, earlier?.chosen, isRepeated ? earlier.chosen : chosen, at, arrived)
  const effect = effectOf(before, verdict, chosen.toSorted(), at)
  const streak = effect.kind === 'first' ? effect.streak : before.streak
  return { verdict, effect, chosen: chosenAfter(effect) ?? earlier?.chosen ?? null, streak: standing(streak, calendar).current }
}

/** The verdict on an answer given at `at`. Depends only on what is known, so a repeated press changes nothing. */
export function judge(
  round: Pick<Round, 'state' | 'order' | 'key' | 'voided' | 'feedback' | 'closesAt'>,
  earlier: readonly OptionId[] | undefined,
  chosen: readonly OptionId[],
  at: Instant,
  arrived: Instant = at,
): AnswerVerdict {
  const isClosed = round.state === 'closed'
  if (!isClosed && round.state !== 'open' && round.state !== 'sending') return { kind: 'not-open' }
  if (at >= round.closesAt || (isClosed && !isWithinGrace(round, arrived))) return { kind: 'closed' }
  const distinct = new Set(chosen)
  const known = chosen.every((option) => round.order.includes(option))
  if (!known || distinct.size !== chosen.length || chosen.length !== round.key.length) {
    return { kind: 'bad-choice', pick: round.key.length }
  }
  // Answered for the streak alone. Who knows the answer by now changes nothing anymore, in case the question counts again.
  if (round.voided === true) return { kind: 'counted', right: null, changed: false }
  switch (round.feedback) {
    case 'instant':
      if (earlier !== undefined) return { kind: 'stands', earlier, right: isRight(round.key, earlier) }
      return { kind: 'counted', right: isRight(round.key, chosen), changed: false }
    case 'at-close':
      return { kind: 'counted', right: isClosed ? isRight(round.key, chosen) : null, changed: earlier !== undefined && !isSameChoice(earlier, chosen) }
  }
}

/** A press that reaches a closed round before its close does so because the clock was set back: the answer may be out for long. */
function isWithinGrace({ closesAt }: Pick<Round, 'closesAt'>, arrived: Instant): boolean {
  return arrived >= closesAt && arrived - closesAt <= lateGrace
}

function effectOf(before: BeforeAnswer, verdict: AnswerVerdict, chosen: readonly OptionId[], at: Instant): AnswerEffect {
  if (verdict.kind !== 'counted') return { kind: 'nothing' }
  const { round, earlier, calendar } = before
  if (earlier !== null) {
    if (!verdict.changed) return { kind: 'nothing' }
    const judged = verdict.right === null ? null : { was: earlier.right ?? isRight(round.key, earlier.chosen), is: verdict.right }
    return { kind: 'changed', from: earlier.chosen, to: chosen, at, judged }
  }
  const day = countedDay(today(round, at), round.day, calendar.held.days[0] ?? round.day)
  return { kind: 'first', answer: { chosen, at, day }, right: verdict.right, streak: afterAnswer(before.streak, day, calendar) }
}

function chosenAfter(effect: AnswerEffect): readonly OptionId[] | undefined {
  switch (effect.kind) {
    case 'nothing':
      return undefined
    case 'first':
      return effect.answer.chosen
    case 'changed':
      return effect.to
  }
}

const knownDays = new Map<string, LocalDate>()
const mostKnownDays = 1_000

/** Looked up in the calendar once a minute instead of once per answer: no zone starts a day within a minute. */
function today({ zone, rolloverHour }: { readonly zone: Zone; readonly rolloverHour: number }, at: Instant): LocalDate {
  const key = `${Math.floor(at / minute)} ${rolloverHour} ${zone}`
  const known = knownDays.get(key)
  if (known !== undefined) return known
  const day = studyDay(at, zone, rolloverHour)
  if (knownDays.size >= mostKnownDays) knownDays.clear()
  knownDays.set(key, day)
  return day
}
