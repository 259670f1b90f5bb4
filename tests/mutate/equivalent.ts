// Mutants that no test can notice, each with the reason. Told by the file, the text that changes, and what it becomes; a line number would
// not last.
export interface Equivalent {
  readonly file: string
  readonly before: string
  readonly after: string
  readonly because: string
}

export const equivalents: readonly Equivalent[] = []
