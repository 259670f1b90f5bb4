// What is told of each step of a round: one line in the log, with its id and its group, and what is counted.
import type { WhyNotPosted } from '../core/measures.ts'
import { roundFields, type Round } from '../core/round.ts'
import type { Instant } from '../core/time.ts'
import type { Work } from './work.ts'

export type Step =
  /** This process takes it up: `claimed`, or with a post that may be out. */
  | { readonly kind: 'taken-up' }
  | { readonly kind: 'sending' }
  /** `found`: an earlier post was. */
  | { readonly kind: 'posted'; readonly at: Instant; readonly found: boolean }
  | { readonly kind: 'waiting'; readonly until: Instant; readonly why: string }
  | { readonly kind: 'not-posted'; readonly outcome: 'skipped' | 'missed' | 'failed'; readonly why: WhyNotPosted; readonly reason: string }
  | { readonly kind: 'closed'; readonly answered: number }
  /** The post shows the answer. */
  | { readonly kind: 'redrawn' }

export function noteStep({ log, measures }: Pick<Work, 'log' | 'measures'>, round: Round, step: Step): void {
  const fields = roundFields(round)
  switch (step.kind) {
    case 'taken-up':
      measures?.due(round)
      return round.state === 'sending' ? log.info(fields, 'looking for the post of a round, which may be out') : log.info({ ...fields, question: round.question }, 'claimed a round')
    case 'sending':
      return log.info(fields, 'sending a round')
    case 'posted':
      measures?.posted(round, step.at)
      return log.info({ ...fields, question: round.question, delay_ms: step.at - round.dueAt }, step.found ? 'found the post of a round' : 'posted a round')
    case 'waiting':
      return log.info({ ...fields, until: new Date(step.until).toISOString(), why: step.why }, 'a round has to wait')
    case 'not-posted':
      measures?.notPosted(round, step.outcome, step.why)
      return log.info({ ...fields, reason: step.reason }, notPosted[step.outcome])
    case 'closed':
      return log.info({ ...fields, answered: step.answered }, 'closed a round')
    case 'redrawn':
      return log.info(fields, 'the post of a round shows the answer')
  }
}

const notPosted = { skipped: 'skipped a round', missed: 'missed a round', failed: 'a round failed' } as const
