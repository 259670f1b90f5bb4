// The letters of the right options, as everyone in a round saw them.
import type { Round } from '../core/round.ts'

/** `B`, `A and C` */
export const rightLetters = ({ key, order }: Pick<Round, 'key' | 'order'>): string =>
  order.flatMap((id, at) => (key.includes(id) ? [String.fromCharCode(65 + at)] : [])).join(' and ')

export const answerTitle = (round: Pick<Round, 'key' | 'order'>): string => `The answer: ${rightLetters(round)}`
