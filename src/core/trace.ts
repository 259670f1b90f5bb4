// What the bot tells those who trace it, beside what it tells those who measure it. Nothing of a person is told, and no word that somebody
// wrote. Wherever it is absent, nothing is traced, and nothing is loaded for it.
import type { Round } from './round.ts'

export type Outcome = 'answered' | 'refused' | 'failed'

/** `action`: a command or a control as the bot calls it, and never as somebody typed it. */
export type Answered = { readonly action: string; readonly outcome: Outcome }

type Traced = Pick<Round, 'id' | 'group' | 'dueAt'>

export type Trace = {
  /** What the request that is under way asked for, and what came of it. */
  readonly answered: (what: () => Answered) => void
  /** Runs a step of a round; what is measured meanwhile belongs to it. */
  readonly step: <Done>(step: 'post' | 'redraw', round: Traced, work: () => Promise<Done>) => Promise<Done>
  /** A step that was made for several rounds at once. @param began by performance.now() */
  readonly stepped: (step: 'claim' | 'close', round: Traced, began: number) => void
  /** What is under way failed, but nobody has to hear of it. @param why in a word that stays the same */
  readonly failed: (why: string) => void
}
