// What somebody who waits for a long command is told.

/**
 * `what`: a sentence without its period, such as `Checking the leaderboards`. `done`: how many of the steps are behind it. `growing`: a file
 * that is being written, and about how large it gets, in bytes.
 */
export type Doing =
  | { readonly what: string; readonly done?: number; readonly of?: number }
  | { readonly what: string; readonly growing: { readonly file: string; readonly bytes: number } }

/** Says what is being done from now on. Cheap enough for each of thousands of steps. */
export type Progress = (doing: Doing) => void
