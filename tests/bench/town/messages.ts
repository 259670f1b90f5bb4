// What the bot's process and the process of a platform full of people say to each other.

export type Plan = {
  readonly groups: number
  /** In each group. */
  readonly channels: number
  /** In each group. */
  readonly people: number
  /** The limits of the platform are this many times as wide as they are. */
  readonly wider: number
}

/** As the adapter names them. */
export type TownPlace = { readonly group: string; readonly place: string }

export type TownHears =
  | { readonly kind: 'open'; readonly plan: Plan }
  /** Where Slack's requests go. */
  | { readonly kind: 'connect'; readonly url: string }
  /** From now on somebody answers one of the posts, so many times a second. */
  | { readonly kind: 'chat'; readonly perSecond: number }
  /** Everybody of the first group answers its first post within this time, half of them in the first sixth of it. */
  | { readonly kind: 'rush'; readonly within: number }
  | { readonly kind: 'report' }
  | { readonly kind: 'stop' }

export type TownSays =
  | { readonly kind: 'open'; readonly apiUrl: string; readonly token: string; readonly places: readonly TownPlace[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'report'; readonly report: Report }

export type Report = {
  /** When each post was let through, and in which of the places it is. */
  readonly posts: readonly { readonly at: number; readonly place: number }[]
  /** Posts that each place shows. */
  readonly shown: readonly number[]
  /** When a post was edited. */
  readonly edits: readonly number[]
  /** Requests that were told to wait, by their kind. */
  readonly held: Readonly<Record<string, number>>
  /** Milliseconds to each acknowledgement. */
  readonly acknowledged: readonly number[]
  /** Presses without an acknowledgement in time. */
  readonly ignored: number
  /** What the platform found wrong with what the bot sent. */
  readonly complaints: readonly string[]
}
