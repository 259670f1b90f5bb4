// Corrections of a round: another answer is right, or the question doesn't count at all. What follows for answers is decided here.
import type { Votes } from './close.ts'
import type { QuestionWords } from './question.ts'
import type { OptionId } from './quiz.ts'
import { isPosted, isRight, isSameChoice, isSecret, type Round } from './round.ts'
import type { Instant } from './time.ts'

export type Change = { readonly kind: 'void' } | { readonly kind: 'regrade'; readonly key: readonly OptionId[] }

/** By what answers are judged. `voided`: no answer is right or wrong. */
export type Standard = { readonly key: readonly OptionId[]; readonly voided: boolean }

/**
 * `bad-key`: an option the question does not have, one named twice, or another number of options than people could choose. `would-tell`:
 * the team would see what somebody chose who hides or goes by an alias. `not-yet`: managers answer, too, so none of them is told what the
 * answer is, or isn't, before it comes at the close.
 */
export type WhyNotCorrect = 'not-asked' | 'no-change' | 'bad-key' | 'would-tell' | 'not-yet'

type Judged = Pick<Round, 'key' | 'voided' | 'state' | 'feedback'>

/** What the round is judged by after the change, or why it can't be made. */
export function decideChange(round: Pick<Round, 'state' | 'order' | 'key' | 'voided'>, change: Change): Standard | WhyNotCorrect {
  if (!isPosted(round)) return 'not-asked'
  const voided = round.voided === true
  if (change.kind === 'void') return voided ? 'no-change' : { key: round.key, voided: true }
  const key = change.key.toSorted()
  if (key.length !== round.key.length || new Set(key).size !== key.length || !key.every((option) => round.order.includes(option))) return 'bad-key'
  return !voided && isSameChoice(key, round.key) ? 'no-change' : { key, voided: false }
}

/** Answers were judged by this until then. */
export type JudgedUntil = { readonly key: readonly OptionId[]; readonly until: Instant }

/**
 * Whether everybody would see what somebody chose who hides or goes by an alias. Another key gives points to all who chose it: to an alias on
 * leaderboards, and to the people who are shown, so that the rest of its votes, which the team may have seen, are those of hidden people.
 * What answers were judged by before, as in an undo, tells nothing new, unless such a person has answered since.
 *
 * @param lastPrivate when the last of them answered; null if none did
 */
export function wouldTell(before: Standard, after: Standard, lastPrivate: Instant | null, judged: readonly JudgedUntil[]): boolean {
  if (lastPrivate === null || after.voided || isSameChoice(before.key, after.key)) return false
  return !judged.some(({ key, until }) => until > lastPrivate && isSameChoice(key, after.key))
}

/** By what the answers of a round are judged. */
export const standardOf = ({ key, voided }: Pick<Round, 'key' | 'voided'>): Standard => ({ key, voided: voided === true })

/** The verdict on an answer; null if it has none, or none before the close. @param judged whether it has one already */
export function verdictOn({ key, voided, state, feedback }: Judged, chosen: readonly OptionId[], judged: boolean): boolean | null {
  if (voided === true || (feedback === 'at-close' && state !== 'closed' && !judged)) return null
  return isRight(key, chosen)
}

/**
 * Whether the day of an answer counts on boards by days: from its verdict on, or when it would have had one. Who answered was there, also if
 * the question doesn't count.
 */
export const isPresent = (round: Pick<Round, 'voided' | 'feedback' | 'state'>, right: boolean | null): boolean => right !== null || (round.voided === true && !isSecret(round))

/** How many answers a change makes right, and how many it takes that from. */
export type Shift = { readonly gain: number; readonly lose: number }

export function shiftOf(before: Standard, after: Standard, votes: readonly Votes[]): Shift {
  const counts = ({ key, voided }: Standard, chosen: readonly OptionId[]) => !voided && isRight(key, chosen)
  const sum = (moved: (chosen: readonly OptionId[]) => boolean) => votes.reduce((people, vote) => people + (moved(vote.chosen) ? vote.people : 0), 0)
  return { gain: sum((chosen) => !counts(before, chosen) && counts(after, chosen)), lose: sum((chosen) => counts(before, chosen) && !counts(after, chosen)) }
}

/** Words of why, as a manager typed them. */
export const longestWhy = 280

/**
 * What a corrected question shows. Its explanation argued for another answer, so the reason for the correction takes its place; what was
 * said of the options that are wrong both times stays.
 *
 * @param asked the words and the key before any correction
 */
export function correctedWords(asked: QuestionWords, keyAsked: readonly OptionId[], { key, voided }: Standard, why: string): QuestionWords {
  const bare = { ...asked, keyPoint: '', note: null }
  if (voided) return { ...bare, explanation: why, whyNot: {} }
  if (isSameChoice(key, keyAsked)) return asked
  const whyNot = Object.fromEntries(Object.entries(asked.whyNot).filter(([option]) => !key.includes(option)))
  const before = Object.fromEntries(keyAsked.filter((option) => !key.includes(option)).map((option) => [option, 'This counted as right until it was corrected.']))
  return { ...bare, explanation: reasonLine(why), whyNot: { ...whyNot, ...before } }
}

const reasonLine = (why: string): string => (why === '' ? 'The answer to this question was corrected.' : `Corrected: ${why}`)

/** The same without the reason: somebody in it wants to be forgotten. */
export const withoutReason = (corrected: QuestionWords, voided: boolean): QuestionWords => ({ ...corrected, explanation: voided ? '' : reasonLine('') })

/** People hear of their points after this, so that a slip can be undone before. */
export const toldAfter = 10 * 60_000

/** What changed for somebody since they last knew: a point more, a point less, or nothing worth a word. */
export const pointsMoved = (was: boolean | null, is: boolean | null): -1 | 0 | 1 => {
  if ((was === true) === (is === true)) return 0
  return is === true ? 1 : -1
}
