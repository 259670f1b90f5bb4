// The operator's log, as the rest of the house writes to it.

/** As pino's: what happened as fields, then a sentence. */
export type Log = {
  readonly debug: (fields: object, message: string) => void
  readonly info: (fields: object, message: string) => void
  readonly warn: (fields: object, message: string) => void
  readonly error: (fields: object, message: string) => void
}
