// What else happens in a program's life than being killed: one kind at a time, drawn from the seed.
import type { Due, Quiz, Span } from '../calendar.ts'
import type { Act } from '../people.ts'
import type { Stage } from '../stage.ts'
import type { Victim } from '../victim.ts'

export type Life = {
  readonly stage: Stage
  readonly quizzes: readonly Quiz[]
  readonly dues: ReadonlyMap<Quiz, readonly Due[]>
  readonly from: number
  readonly to: number
  /** Other programs that beat along with the first one. */
  readonly twins: Set<Victim>
  /** What the ledger forgot when a backup was restored. */
  readonly forgotten: Span[]
  /** What went wrong. */
  readonly wrongs: string[]
}

/** Runs before the beat of its minute; a beat alone where nothing is to be run. */
export type Happening = { readonly at: number; readonly run?: () => Promise<void> }

export type Kind = {
  /** Makes what the program needs before it starts. @returns the folder of its course, if it is another one than usual */
  readonly prepare?: (folder: string) => string
  readonly plan: (life: Life) => readonly Happening[]
  /** Whether somebody does this; everything by default. */
  readonly allows?: (act: Act, life: Life) => boolean
  /** After each beat. */
  readonly look?: (life: Life) => void
  /** At the end, when the program has stopped. @returns what went wrong */
  readonly check?: (life: Life) => readonly string[]
}
