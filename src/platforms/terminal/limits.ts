// What fits on a terminal and what may be typed there, as one table.

export const limits = {
  columns: {
    /** On a narrower terminal lines are drawn this wide, and the terminal wraps them. */
    least: 24,
    /** Longer lines are hard to read, however wide the window is. https://www.w3.org/TR/WCAG21/#visual-presentation */
    most: 88,
    /** If the width is unknown, as in a pipe. */
    unknown: 80,
  },
  /** Up to this width, blank lines between the options of a question would push its buttons off the screen. */
  narrow: 60,
  /** Characters of one text, about 40 lines. No text in a course is that long. */
  text: 3000,
  /** Columns of a name on a board: `column` on its first line, `whole` in all before it is cut. */
  name: { column: 32, whole: 128 },
  /** Characters of a name after `/as`. */
  nameTyped: 32,
  /** Characters of a typed line; a longer one is not read. */
  lineTyped: 500,
  /** Columns of a vote bar. */
  bar: { least: 6, most: 24 },
  /** Combining marks on one letter; more would cover the lines above. */
  marks: 4,
  /** Suggestions for one press of Tab. */
  suggestions: 12,
} as const
