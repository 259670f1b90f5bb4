// What an operator's command cannot do as it was typed.

/** The message says, in full sentences, what is wrong and what to write instead. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
}
