// What became of the questions or cards of a file.

export interface Counts {
  readonly added: number
  readonly replaced: number
  /** There before, and left as they are. `differ`: how many of them say something else than the file. */
  readonly there: number
  readonly differ: number
}

export interface Problem {
  readonly start: string
  readonly problem: string
}

/** `notes`: sentences about what was taken otherwise than the file says. */
export type Sorted<Of> = { readonly rows: readonly Of[]; readonly counts: Counts; readonly problems: readonly Problem[]; readonly notes: readonly string[] }

export const startOf = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59).trimEnd()}…`)
