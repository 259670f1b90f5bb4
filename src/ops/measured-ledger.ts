// The ledger as ever, and each answer counted.
import type { Measures } from '../core/measures.ts'
import type { Ledger } from '../ledger/ledger.ts'

export function measuredLedger(ledger: Ledger, { answered }: Pick<Measures, 'answered'>): Ledger {
  const { answers } = ledger
  return {
    ...ledger,
    answers: {
      take: async (...answer) => {
        const outcome = await answers.take(...answer)
        if (outcome !== undefined) answered(outcome.round.group, outcome.verdict)
        return outcome
      },
    },
  }
}
