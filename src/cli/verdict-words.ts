// What a ledger holds, in words.
import { numberOf } from '../core/number-of.ts'

type Totals = { readonly answers: number; readonly people: number; readonly rounds: number; readonly studied: number; readonly learners: number }

/** The study log has answers in channels and those that people gave alone. */
export function inWords({ answers, people, rounds, studied, learners }: Totals): string {
  const log = studied === 0 ? '' : `; ${numberOf(studied, 'entry', 'entries')} of ${numberOf(learners, 'learner')} in the study log`
  return `${numberOf(answers, 'answer')} of ${numberOf(people, 'person', 'people')} in ${numberOf(rounds, 'round')}${log}`
}
