// What is asked of PostgreSQL, and what it answers.

/** A statement in PostgreSQL's words, and the values for `$1`, `$2`, … */
export type Question = { readonly text: string; readonly values: readonly unknown[] }

/** Each row is a list, in the order of the columns. `command`: what was carried out, such as INSERT. */
export type Answer = { readonly command: string; readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[]; readonly changes: number }

export const plain = (text: string): Question => ({ text, values: [] })
