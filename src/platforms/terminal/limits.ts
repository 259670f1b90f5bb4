// What fits on a terminal and what may be typed there, as one table.

export const limits = {
  columns: {
    /** Narrower terminals wrap by themselves. */
    least: 24,
    /** Longer lines are hard to read, however wide the window is. https://www.w3.org/TR/WCAG21/#visual-presentation */
    most: 88,
    /** Where nobody says how wide it is, as in a pipe. */
    unknown: 80,
  },
  /** Letters of one text; about 40 lines. Nothing in a course is as long. */
  text: 3000,
  /** Columns of a name on a board; a longer one goes on in the next line, and is cut with an ellipsis at some length. */
  name: { column: 32, whole: 128 },
  /** Characters of a name after `/as`. */
  nameTyped: 32,
  /** Characters of a line; a longer one is not read. */
  lineTyped: 500,
  /** Columns of a bar of votes. */
  bar: { least: 6, most: 24 },
  /** Combining marks on one letter; more of them paint over the lines above. */
  marks: 4,
  /** Completions that Tab offers. */
  suggestions: 12,
  /** How long the next line waits for the post that `now` asked for, in milliseconds. */
  postWait: 5000,
} as const
