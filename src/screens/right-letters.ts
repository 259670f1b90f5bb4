// The letters of the right options, as everyone in a round saw them.
import type { OptionId } from '../core/quiz.ts'
import type { Round } from '../core/round.ts'

/** `B`, `A and C` */
export const lettersOf = ({ order }: Pick<Round, 'order'>, options: readonly OptionId[]): string =>
  order.flatMap((id, at) => (options.includes(id) ? [String.fromCharCode(65 + at)] : [])).join(' and ')

export const rightLetters = (round: Pick<Round, 'key' | 'order'>): string => lettersOf(round, round.key)

export const answerTitle = (round: Pick<Round, 'key' | 'order' | 'voided'>): string => (round.voided === true ? 'This question doesn’t count' : `The answer: ${rightLetters(round)}`)
