// What people are shown, described by meaning. Renderers switch over these unions without a default, so that a new block is
// a type error in every adapter until each can show it.
import type { PersonId } from '../core/quiz.ts'
import type { RoundId } from '../core/round.ts'
import type { Control } from './control.ts'
import type { Text } from './text.ts'

export type ScreenName =
  | 'question'
  | 'result'
  | 'noted'
  | 'reveal'
  | 'board'
  | 'progress'
  | 'lookup'
  | 'compare'
  | 'home'
  | 'status'
  | 'settings'
  | 'help'
  | 'notice'
  | 'refusal'

/** The mood of a screen: a colour where a platform has one. */
export type Tone = 'plain' | 'right' | 'wrong' | 'warning'

export type Screen = {
  readonly name: ScreenName
  readonly title: string
  readonly tone: Tone
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'heading'; readonly text: string }
  /** Lines that belong together, each with its own mark. */
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | Choices
  | Votes
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: Text }[] }
  | Ranking
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  /** Small print: where a statement comes from, what to do next. */
  | { readonly kind: 'footnote'; readonly text: Text }

/** Options to choose `pick` of. Answered by a control of kind `answer`. */
export type Choices = {
  readonly kind: 'choices'
  readonly round: RoundId
  readonly pick: number
  /** In the order of the round; `letter` is A for the first. */
  readonly options: readonly { readonly id: string; readonly letter: string; readonly text: string }[]
  /** Ids of what the person has chosen already. */
  readonly chosen: readonly string[]
}

/** Options with their share of the votes. */
export type Votes = {
  readonly kind: 'votes'
  /** People who answered. */
  readonly answered: number
  readonly options: readonly {
    readonly letter: string
    readonly text: string
    /** People who chose it. */
    readonly votes: number
    readonly right: boolean
    /** Chosen by the person who looks; always false on a screen for everyone. */
    readonly mine: boolean
  }[]
}

export type Ranking = {
  readonly kind: 'ranking'
  readonly rows: readonly RankingRow[]
  /** The row of whoever asks, where it is not among `rows`. */
  readonly own: RankingRow | null
}

export type RankingRow = {
  readonly rank: number
  readonly person: { readonly id: PersonId; readonly name: string }
  readonly points: number
  /** Percent of answers that were right. */
  readonly accuracy: number
  /** Study days in a row. */
  readonly streak: number
  readonly you: boolean
}

export type Button = { readonly label: string; readonly control: Control; readonly primary: boolean }
