// A finding of a guided case, as people see it.
import type { Source } from './question.ts'

export type FindingWords = {
  readonly caseTitle: string
  /** Who builds or runs what, and what happened. */
  readonly situation: string
  readonly architecture: readonly string[]
  readonly finding: string
  /** Null: whose job it is. */
  readonly question: string | null
  /** Who can be responsible. */
  readonly labels: readonly { readonly id: string; readonly name: string }[]
  /** The smallest right change. */
  readonly change: string
  readonly reasoning: string
  readonly sources: readonly Source[]
}
