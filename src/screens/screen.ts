// What people are shown, described by meaning. Renderers switch over these unions without a default, so that a new block is
// a type error in every adapter until each can show it.
import type { Metric } from '../core/board-order.ts'
import type { MentionId, PersonId } from '../core/quiz.ts'
import type { Picture, StillImage } from './pictures/picture.ts'
import type { Text } from './text.ts'

/** The mood of a screen: a color where a platform has one. */
export type Tone = 'plain' | 'right' | 'wrong' | 'warning'

/** In front of a title, so that nobody has to see the color. */
export const toneMarks: Readonly<Record<Tone, string>> = { plain: '', right: '✅ ', wrong: '❌ ', warning: '⚠️ ' }

export type Screen = {
  /** What kind of screen it is, for `study preview`. */
  readonly name: string
  /** A page of several parts, as one's own home; anything else is a message. */
  readonly page?: true
  /** Part of a private session: what is typed after it is for this session, and for no question that was shown before. */
  readonly session?: true
  readonly title: string
  readonly tone: Tone
  readonly blocks: readonly Block[]
  /** Stands above the title: what is worth a word before the screen itself. */
  readonly above?: readonly Block[]
  /** What a notification begins with, if not the title: it differs from day to day. */
  readonly lead?: Text
  /** Whom a post of this screen pings. An edit pings nobody. */
  readonly pings?: MentionId
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
  | PictureBlock
  | ImageBlock
  | FileBlock

/**
 * Shows again what the text above it says, so it may stay away: a platform sends it after the text, if it can be drawn. `alt`: what
 * people hear who cannot see it, at most 1000 characters.
 */
export type PictureBlock = { readonly kind: 'picture'; readonly picture: Picture; readonly alt: string }

/**
 * Says something that no text does: where it can't be shown, `alt` stands in its place. `sent`: what the platform calls it, once it has it; set
 * by the platform alone.
 */
export type ImageBlock = { readonly kind: 'image'; readonly image: StillImage; readonly alt: string; readonly sent?: string }

/**
 * A file for the asker to keep, on a screen for them alone. A platform shows where it is, or says that it couldn't be sent: nothing else on the
 * screen has what is in it. `title`: what that is, in a few words.
 */
export type FileBlock = { readonly kind: 'file'; readonly name: string; readonly title: string; readonly data: Uint8Array }

/** Options of a question, to choose `pick` of. */
export type Choices = {
  readonly kind: 'choices'
  /** Tells this question from others. It stands in its controls as well. */
  readonly id: string
  readonly pick: number
  /** In the order in which they are shown; `letter` is A for the first. `control`: answers with this option alone. */
  readonly options: readonly { readonly id: string; readonly letter: string; readonly text: Text; readonly control: string }[]
  /** Answers with several options, which the platform hands over beside it. */
  readonly several: string
  /** Ids of what the person has chosen already. */
  readonly chosen: readonly string[]
  /** Who chooses says what is right, and `chosen` is that so far. Absent where a question is answered. */
  readonly sets?: 'key'
}

/** Options with their share of the votes. */
export type Votes = {
  readonly kind: 'votes'
  /** People who answered. */
  readonly answered: number
  readonly options: readonly {
    readonly letter: string
    readonly text: Text
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
  /** What the rows are in the order of; absent: points. It decides which of their figures are shown. */
  readonly by?: Metric
}

export type RankingRow = {
  readonly rank: number
  readonly person: { readonly id: PersonId; readonly name: string }
  readonly points: number
  /** Percent of answers that were right; in a ranking by accuracy, drawn toward the average. */
  readonly accuracy: number
  /** Study days in a row. */
  readonly streak: number
  readonly answered: number
  /** Study days with an answer. */
  readonly days: number
  readonly you: boolean
}

/** `control`: what the button says when it is pressed, the text of a control. */
export type Button = {
  readonly label: string
  readonly control: string
  readonly primary: boolean
  /**
   * `current`: leads to what is shown already; it is marked, and stays where it is. `unavailable`: leads nowhere now, for example on
   * the last page; it keeps its place, and a press changes nothing.
   */
  readonly state?: 'current' | 'unavailable'
}

/** What a button of what is shown now looks like beside the others, where color is not enough. */
export const buttonLabel = ({ label, state }: Pick<Button, 'label' | 'state'>): string => (state === 'current' ? `✓ ${label}` : label)
