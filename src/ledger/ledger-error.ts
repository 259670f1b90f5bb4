// The error of a ledger: a code for the program, a sentence for people with the remedy, and the cause for the log.

export type LedgerFault =
  /** Written by a newer version of the bot. */
  | 'newer'
  | 'damaged'
  /** Not a ledger. */
  | 'foreign'
  | 'read-only'
  /** Another running bot has it. */
  | 'in-use'
  /** Of several processes another one has the duty to do this. */
  | 'off-duty'
  /** The disk is full. */
  | 'full'
  /** Another program held it too long; trying again may help. */
  | 'busy'
  | 'cannot-open'
  /** The file is gone, and with it what it holds. */
  | 'missing'
  /** The backup would overwrite a file. */
  | 'exists'
  | 'closed'
  | 'failed'

/** Another process does what was to be done: nothing that anybody has to look at. */
export const isOffDuty = (fault: unknown): boolean => fault instanceof LedgerError && fault.code === 'off-duty'

export class LedgerError extends Error {
  override readonly name = 'LedgerError'
  readonly code: LedgerFault

  /** @param message what happened and what to do, for people */
  constructor(code: LedgerFault, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
  }
}
