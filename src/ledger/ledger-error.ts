// What a ledger fails with: a code for the program, a sentence with the remedy for people, and the cause for the log.

export type LedgerFault =
  /** Written by a newer version of the bot. */
  | 'newer'
  | 'damaged'
  /** Not a ledger. */
  | 'foreign'
  | 'read-only'
  /** Another running bot has it. */
  | 'in-use'
  /** The disk is full. */
  | 'full'
  /** Another program held it for too long; trying again may help. */
  | 'busy'
  | 'cannot-open'
  /** A backup that would overwrite a file. */
  | 'exists'
  | 'closed'
  | 'failed'

export class LedgerError extends Error {
  override readonly name = 'LedgerError'
  readonly code: LedgerFault

  /** @param message what happened and what to do, in a sentence for people */
  constructor(code: LedgerFault, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
  }
}
