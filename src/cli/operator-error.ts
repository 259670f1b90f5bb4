// The error of an operator's command that cannot run as typed.

/** The message says, in full sentences, what is wrong and what to write instead. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
}
