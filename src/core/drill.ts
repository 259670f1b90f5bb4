// Something to put under a label in one breath, as people see it: a duty and whose job it is, a control and its category.
import type { Source } from './question.ts'

export type DrillWords = {
  readonly kind: 'duty' | 'control'
  /** One line. */
  readonly what: string
  /** What it is a part of, such as a service, if `what` doesn't say so. */
  readonly partOf: string | null
  readonly labels: readonly { readonly id: string; readonly name: string }[]
  /** Why the label is right; `party`: whose half of the duty the text is. */
  readonly why: readonly { readonly party: string | null; readonly text: string }[]
  readonly note: string | null
  readonly sources: readonly Source[]
}
